import { createServer as createHttpServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Socket,
  type Server as TcpServer,
} from 'node:net';
import type { TlsOptions as ServerTlsOptions } from 'node:tls';
import type { TestPki } from './pki.js';

/** A server on an ephemeral port that counts what comes to it. */
export interface TestServer {
  readonly port: number;
  /** TCP connections opened so far. */
  readonly connections: number;
  /** Requests received so far. */
  readonly requests: number;
  stop(): Promise<void>;
}

interface Counters {
  connections: number;
  requests: number;
}

async function started(server: Server | TcpServer, counters: Counters): Promise<TestServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    counters.connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return counters.connections;
    },
    get requests() {
      return counters.requests;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function counted(listener: RequestListener, counters: Counters): RequestListener {
  return (request, response) => {
    counters.requests += 1;
    listener(request, response);
  };
}

export async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export function httpServer(listener: RequestListener): Promise<TestServer> {
  const counters = { connections: 0, requests: 0 };
  return started(createHttpServer(counted(listener, counters)), counters);
}

/** TLS with the server certificate of the test PKI, unless told otherwise. */
export function httpsServer(
  pki: TestPki,
  listener: RequestListener,
  options: ServerTlsOptions = {},
): Promise<TestServer> {
  const counters = { connections: 0, requests: 0 };
  const server = createHttpsServer(
    { cert: pki.server.certPem + pki.authority.certPem, key: pki.server.keyPem, ...options },
    counted(listener, counters),
  );
  server.on('tlsClientError', () => undefined);
  return started(server, counters);
}

/** A bare TCP server. */
export function tcpServer(listener: (socket: Socket) => void): Promise<TestServer> {
  return started(createTcpServer(listener), { connections: 0, requests: 0 });
}

/** An HTTP proxy that opens tunnels; `answer` decides for each CONNECT. */
export async function proxyServer(
  answer: (authority: string, authorization: string | undefined) => number = () => 200,
): Promise<TestServer & { readonly tunnels: string[] }> {
  const tunnels: string[] = [];
  const counters = { connections: 0, requests: 0 };
  const server = createHttpServer((_request, response) => response.writeHead(400).end());
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    const status = answer(request.url ?? '', request.headers['proxy-authorization']);
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    tunnels.push(request.url ?? '');
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
    client.on('close', () => upstream.destroy());
  });
  return Object.assign(await started(server, counters), { tunnels });
}
