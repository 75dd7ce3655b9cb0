import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { SocleArgumentError } from '@socle-sante/core/error';
import type { Clock } from '@socle-sante/core/uuid';
import type { TestIdentity, TestPki } from '../pki.js';
import { checkClientCertificate } from './client-certificate.js';
import { refusalOf } from './envelope.js';
import type { InsiResponse } from './http-front.js';
import type { InsiService } from './service.js';
import { READ_LIMITS } from './xml-reader.js';

interface ListenerOptions {
  readonly listener: 'tlsm' | 'cpx';
  readonly service: InsiService;
  readonly pki: TestPki;
  readonly identity: TestIdentity;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly clock: Clock;
  /**
   * What happens to a bad client certificate: `fault` answers a SOAP fault that says which rule failed; `reset` cuts the
   * connection after the handshake, as a front-end does, and the client learns nothing.
   */
  readonly clientCertificateRefusal: 'fault' | 'reset';
}

interface Listener {
  readonly port: number;
  stop(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > READ_LIMITS.bytes) return undefined; // answered 413
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function flatHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
  );
}

function send(response: ServerResponse, answer: InsiResponse): void {
  if (answer.hang || response.destroyed) return;
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
  response.end(answer.body);
}

function peerCertificate(socket: TLSSocket): Uint8Array | undefined {
  const certificate = socket.getPeerCertificate(false);
  return certificate?.raw;
}

/** One HTTPS listener of the teleservice. Client certificates are asked for on `tlsm` and judged by the service, not by OpenSSL. */
export async function startListener(options: ListenerOptions): Promise<Listener> {
  const mutual = options.listener === 'tlsm';
  const timers = new Set<NodeJS.Timeout>();
  const server: Server = createServer({
    key: options.identity.keyPem,
    cert: options.identity.certPem + options.identity.chainPem,
    minVersion: 'TLSv1.2',
    ...(mutual
      ? {
          requestCert: true,
          rejectUnauthorized: false,
          ca: [options.pki.authorities.rootElementaire.certPem, options.pki.authorities.organisations.certPem],
        }
      : {}),
  });

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request);
    if (!body) {
      response.writeHead(413, { connection: 'close', 'content-length': 0 });
      response.end();
      return;
    }
    const clientCertificate = mutual ? peerCertificate(request.socket as TLSSocket) : undefined;
    const answer = await options.service.handle({
      listener: options.listener,
      method: request.method ?? '',
      path: (request.url ?? '').split('?')[0] ?? '',
      headers: flatHeaders(request),
      body,
      ...(clientCertificate ? { clientCertificate } : {}),
    });
    if (answer.delayMs === undefined) {
      send(response, answer);
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(timer);
      send(response, answer);
    }, answer.delayMs);
    timers.add(timer);
  };

  server.on('request', (request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  if (mutual && options.clientCertificateRefusal === 'reset') {
    server.on('secureConnection', (socket: TLSSocket) => {
      if (refusalOf(() => checkClientCertificate(peerCertificate(socket), options.pki, options.clock())))
        socket.destroy();
    });
  }
  server.on('tlsClientError', () => undefined);

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE';
      reject(
        new SocleArgumentError({
          code: busy ? 'sandbox.portInUse' : 'sandbox.cannotListen',
          service: 'sandbox',
          message: busy
            ? `Port ${options.port} is already in use.`
            : `Cannot listen on port ${options.port} (${error.code}).`,
          cause: error,
        }),
      );
    });
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        for (const timer of timers) clearTimeout(timer);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
