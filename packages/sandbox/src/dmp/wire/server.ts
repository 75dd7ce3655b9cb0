import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { SocleArgumentError } from '@socle-sante/core/error';
import type { Clock } from '@socle-sante/core/uuid';
import type { TestIdentity, TestPki } from '../../pki.js';
import { judgeTlsCertificate } from './certificate.js';
import type { DmpHttpResponse } from './http.js';
import type { DmpService } from './service.js';

/** TLS 1.2 suites of PDT-INF-579 v4. */
const SUITES = [
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-RSA-AES256-SHA384',
].join(':');

interface DmpListenerOptions {
  readonly service: DmpService;
  readonly pki: TestPki;
  readonly identity: TestIdentity;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly clock: Clock;
  /** A bad client certificate: the connection cut after the handshake, or a SOAP fault that says why. */
  readonly clientCertificateRefusal: 'fault' | 'reset';
}

const flatHeaders = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
  );

const pause = (ms: number, timers: Set<NodeJS.Timeout>) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      resolve();
    }, ms);
    timers.add(timer);
  });

/** Writes with back-pressure; false once the connection is gone. */
async function write(response: ServerResponse, chunk: Uint8Array): Promise<boolean> {
  if (response.destroyed) return false;
  if (response.write(chunk)) return true;
  return new Promise((resolve) => {
    const settle = (alive: boolean) => () => {
      response.off('drain', drained);
      response.off('close', closed);
      resolve(alive);
    };
    const drained = settle(true);
    const closed = settle(false);
    response.once('drain', drained);
    response.once('close', closed);
  });
}

async function deliver(response: ServerResponse, answer: DmpHttpResponse, timers: Set<NodeJS.Timeout>): Promise<void> {
  if (answer.hang) return;
  if (answer.delayMs !== undefined) await pause(answer.delayMs, timers);
  if (answer.resetAfter === 0) {
    response.socket?.resetAndDestroy();
    return;
  }
  if (response.destroyed) return;
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.length });
  const limit =
    answer.resetAfter === undefined ? Number.POSITIVE_INFINITY : Math.floor(answer.length * answer.resetAfter);
  const step = answer.slow ? Math.max(1, Math.ceil(answer.length / answer.slow.pieces)) : Number.POSITIVE_INFINITY;
  let sent = 0;
  for await (const chunk of answer.body) {
    for (let from = 0; from < chunk.length; from += step) {
      const piece = chunk.subarray(from, Math.min(chunk.length, from + step, from + limit - sent));
      if (!(await write(response, piece))) return;
      sent += piece.length;
      if (sent >= limit) {
        await pause(20, timers); // lets the octets leave before the reset
        response.socket?.resetAndDestroy();
        return;
      }
      if (answer.slow) await pause(answer.slow.pauseMs, timers);
    }
  }
  response.end();
}

/** The HTTPS listener of the DMP: mutual TLS 1.2 with the listed suites. */
export async function startDmpListener(
  options: DmpListenerOptions,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const { pki, service, clock } = options;
  const timers = new Set<NodeJS.Timeout>();
  const server: Server = createServer({
    key: options.identity.keyPem,
    cert: options.identity.certPem + options.identity.chainPem,
    minVersion: 'TLSv1.2',
    maxVersion: 'TLSv1.2',
    ciphers: SUITES,
    honorCipherOrder: true,
    requestCert: true,
    rejectUnauthorized: false, // judged below, by the injected clock
    ca: [
      pki.authorities.rootElementaire.certPem,
      pki.authorities.rootFort.certPem,
      pki.authorities.organisations.certPem,
      pki.authorities.fortPersonnes.certPem,
      pki.authorities.elementairePersonnes.certPem,
    ],
  });
  const peer = (socket: TLSSocket): Uint8Array | undefined => socket.getPeerCertificate(false)?.raw;

  server.on('request', (request, response) => {
    const handle = async () => {
      const certificate = peer(request.socket as TLSSocket);
      const answer = await service.handle({
        method: request.method ?? '',
        path: (request.url ?? '').split('?')[0] ?? '',
        headers: flatHeaders(request),
        // Leaving a body early must not destroy the connection: a refusal still has to go out.
        body: request.iterator({ destroyOnReturn: false }),
        ...(certificate ? { clientCertificate: certificate } : {}),
      });
      await deliver(response, answer, timers);
    };
    handle().catch(() => response.destroy());
  });
  if (options.clientCertificateRefusal === 'reset') {
    server.on('secureConnection', (socket: TLSSocket) => {
      if (judgeTlsCertificate(peer(socket), pki, clock()).refusals.length > 0) socket.destroy();
    });
  }
  server.on('tlsClientError', () => undefined);
  server.on('clientError', (_, socket) => socket.destroy());

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
