import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { Gateway } from '../handlers/create-gateway.js';

/** How a listener reads what a proxy in front of it changed. */
export interface NodeListenerOptions {
  /** Public origin, `https://cabinet.example`. Default: `http` or `https` as the socket is, and the `Host` header. */
  readonly origin?: string;
}

/** A listener of `node:http`, which is also a middleware of Express and Connect. */
export type NodeListener = (request: IncomingMessage & { readonly body?: unknown }, response: ServerResponse) => void;

/**
 * Mounts a gateway on `node:http`, Express, Fastify or a Next API route. Streams go out as they are made; the gateway sees
 * when the reader leaves. A body that a framework parsed already (`request.body`) is used as it is.
 */
export function toNodeListener(gateway: Gateway, options: NodeListenerOptions = {}): NodeListener {
  return (incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.on('close', () => gone.abort());
    answer(gateway, incoming, outgoing, gone.signal, options).catch(() => {
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(500).end();
    });
  };
}

async function answer(
  gateway: Gateway,
  incoming: IncomingMessage & { readonly body?: unknown },
  outgoing: ServerResponse,
  signal: AbortSignal,
  options: NodeListenerOptions,
): Promise<void> {
  const response = await gateway(toRequest(incoming, signal, options));
  outgoing.statusCode = response.status;
  response.headers.forEach((value, name) => {
    outgoing.setHeader(name, value);
  });
  if (!response.body) {
    outgoing.end();
    return;
  }
  outgoing.flushHeaders();
  const reader = response.body.getReader();
  const leave = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', leave, { once: true });
  for (;;) {
    const { done, value } = await reader.read();
    if (done || signal.aborted) break;
    if (!outgoing.write(value)) await drained(outgoing, signal);
  }
  signal.removeEventListener('abort', leave);
  outgoing.end();
}

function toRequest(
  incoming: IncomingMessage & { readonly body?: unknown },
  signal: AbortSignal,
  options: NodeListenerOptions,
): Request {
  const secure = 'encrypted' in incoming.socket;
  const origin = options.origin ?? `${secure ? 'https' : 'http'}://${incoming.headers.host ?? 'localhost'}`;
  // Express strips the mount path from `url` and keeps it in `originalUrl`.
  const path = Reflect.get(incoming, 'originalUrl');
  const url = new URL(new URL(origin).origin + pathOf(typeof path === 'string' ? path : (incoming.url ?? '/')));
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined && !name.startsWith(':'))
      headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const method = incoming.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal });
  const init: RequestInit & { duplex: 'half' } = { method, headers, signal, duplex: 'half', body: bodyOf(incoming) };
  return new Request(url, init);
}

/** Path and query of a request target. Its host, in `//host/…` or `http://host/…`, is the sender's own claim: it is left out. */
function pathOf(target: string): string {
  if (target.startsWith('/')) return target;
  if (!URL.canParse(target)) return '/';
  const { pathname, search } = new URL(target);
  return pathname + search;
}

function bodyOf(incoming: IncomingMessage & { readonly body?: unknown }): BodyInit {
  if (incoming.body !== undefined && (incoming.readableEnded || incoming.complete)) {
    return typeof incoming.body === 'string' ? incoming.body : JSON.stringify(incoming.body);
  }
  // The two libraries describe the same standard stream with two types.
  return Readable.toWeb(incoming) as NodeReadableStream<Uint8Array> as unknown as ReadableStream<Uint8Array>;
}

function drained(outgoing: ServerResponse, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      outgoing.off('drain', go);
      signal.removeEventListener('abort', go);
      resolve();
    };
    outgoing.once('drain', go);
    signal.addEventListener('abort', go, { once: true });
  });
}
