import { SocleArgumentError } from '@socle-sante/core/error';
import ky, { type KyInstance } from 'ky';
import { fetch as undiciFetch } from 'undici';
import { WireUnreachableError, type WireUnreachableInit } from '../errors/unreachable-error.js';
import type { TlsOptions } from '../tls/types.js';
import { diagnose } from './classify.js';
import { type ConnectionPool, openPool } from './connection-pool.js';
import { type Deadline, startDeadline } from './deadline.js';
import { runStream, type StreamDefaults } from './stream.js';
import type { CallContext, HttpExchange, StreamContext, StreamedResponse, WireRequest, WireResponse } from './types.js';

export interface HttpExchangeOptions {
  /** Trusted authorities and client identity. Without it `https:` addresses are refused. */
  readonly tls?: TlsOptions;
  /** `http://[user:password@]host:port`. The environment variables are not read: pass them if you want them. */
  readonly proxy?: string;
  /** Authorities of an `https:` proxy, PEM, beside the system's. */
  readonly proxyCa?: string | readonly string[];
  /** Whole exchange, in milliseconds. Default 30 000. */
  readonly timeoutMs?: number;
  /** TCP and TLS (through the proxy if any), in milliseconds. Default 10 000. */
  readonly connectTimeoutMs?: number;
  /** From the call to the status line, in milliseconds. Default: `timeoutMs` alone counts. */
  readonly firstByteTimeoutMs?: number;
  /** Default 1 MiB. Counted after decompression. */
  readonly maxResponseBytes?: number;
  /** Simultaneous connections to one host. Default 8. */
  readonly maxConnections?: number;
  /** Today's date, to check the client certificate before any socket is opened. */
  readonly clock?: () => Date;
  /** Monotonic milliseconds, for `elapsedMs`. */
  readonly now?: () => number;
}

/**
 * The real transport: ky over undici, mutual TLS when an identity is given. It never retries and never throws on a status.
 * Every failure is a {@link WireUnreachableError} whose code says what happened; an unusable address is a
 * {@link SocleArgumentError} ('request.url', 'request.tls').
 *
 * Throws {@link IdentityError} at once when the TLS options cannot be used.
 */
export function createHttpExchange(options: HttpExchangeOptions = {}): HttpExchange {
  const pool = openPool({
    connectTimeoutMs: options.connectTimeoutMs ?? 10_000,
    maxConnections: options.maxConnections ?? 8,
    ...(options.tls === undefined ? {} : { tls: options.tls }),
    ...(options.proxy === undefined ? {} : { proxy: options.proxy }),
    ...(options.proxyCa === undefined ? {} : { proxyCa: options.proxyCa }),
  });
  const client = kyOver(pool);
  const stream = async (request: WireRequest, context: StreamContext = {}) => {
    const failure = failureFor(request, context);
    checkAddress(request.url, options);
    checkIdentity(options, failure);
    return runStream(pool, streamDefaults(options), request, context, failure);
  };
  const exchange = (request: WireRequest, context: CallContext = {}) =>
    request.stream === undefined
      ? run(client, options, request, context)
      : whole(stream(request, { ...totalOf(options), ...context }));
  return Object.assign(exchange, { stream, close: () => pool.close() });
}

/**
 * ky gives its fetch a global Request, which undici's own fetch does not know: it is unpacked. The body becomes bytes again,
 * so that Content-Length is sent instead of chunks, which old SOAP front-ends refuse.
 */
function kyOver(pool: ConnectionPool): KyInstance {
  const unpackedFetch = async (input: Request): Promise<Response> => {
    const body = input.body === null ? undefined : new Uint8Array(await input.arrayBuffer());
    const response = await undiciFetch(input.url, {
      method: input.method,
      headers: [...input.headers],
      redirect: input.redirect,
      signal: input.signal,
      dispatcher: pool.dispatcher,
      ...(body === undefined ? {} : { body }),
    });
    return response as unknown as Response;
  };
  return ky.create({
    fetch: unpackedFetch as typeof fetch,
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    redirect: 'manual',
  });
}

async function run(
  client: KyInstance,
  options: HttpExchangeOptions,
  request: WireRequest,
  context: CallContext,
): Promise<WireResponse> {
  const now = options.now ?? (() => performance.now());
  const started = now();
  const failure = failureFor(request, context);
  checkAddress(request.url, options);
  checkIdentity(options, failure);
  const deadline = startDeadline(
    {
      totalMs: context.timeoutMs ?? options.timeoutMs ?? 30_000,
      ...(options.firstByteTimeoutMs === undefined ? {} : { firstByteMs: options.firstByteTimeoutMs }),
    },
    context.signal,
  );
  let answering = false;
  try {
    throwIfStopped(deadline, failure);
    const response = await client(request.url, {
      method: request.method,
      headers: { 'accept-encoding': 'identity', ...request.headers },
      signal: deadline.signal,
      // ky and fetch copy the bytes; the cast only drops SharedArrayBuffer, which nobody gives.
      ...(request.body === undefined ? {} : { body: request.body as Uint8Array<ArrayBuffer> }),
    });
    answering = true;
    deadline.firstByte();
    const body = await readBody(response, options.maxResponseBytes ?? 1_048_576, failure);
    return { status: response.status, headers: Object.fromEntries(response.headers), body, elapsedMs: now() - started };
  } catch (cause) {
    if (cause instanceof WireUnreachableError) throw cause;
    throwIfStopped(deadline, failure);
    throw failure({ ...diagnose(cause, { answering, withIdentity: options.tls?.identity !== undefined }), cause });
  } finally {
    deadline.end();
  }
}

function streamDefaults(options: HttpExchangeOptions): StreamDefaults {
  return {
    withIdentity: options.tls?.identity !== undefined,
    now: options.now ?? (() => performance.now()),
    maxResponseBytes: options.maxResponseBytes ?? 1_048_576,
  };
}

function totalOf(options: HttpExchangeOptions): Pick<StreamContext, 'timeoutMs'> {
  return options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs };
}

async function whole(answer: Promise<StreamedResponse>): Promise<WireResponse> {
  const { status, headers, body, elapsedMs } = await answer;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return { status, headers, body: new Uint8Array(Buffer.concat(chunks)), elapsedMs: elapsedMs() };
}

export type Failure = (
  init: Pick<WireUnreachableInit, 'code' | 'reason' | 'phase' | 'limit' | 'cause' | 'httpStatus'>,
) => WireUnreachableError;

function failureFor(request: WireRequest, context: CallContext): Failure {
  const target = URL.canParse(request.url) ? new URL(request.url).host : undefined;
  return (init) =>
    new WireUnreachableError({
      ...init,
      ...(target === undefined ? {} : { target }),
      ...(context.messageId === undefined ? {} : { messageId: context.messageId }),
    });
}

/** Without TLS options, an https address would be trusted on the system's roots: nobody asked for that. */
function checkAddress(address: string, options: HttpExchangeOptions): void {
  const protocol = URL.canParse(address) ? new URL(address).protocol : undefined;
  if (protocol === 'http:' || (protocol === 'https:' && options.tls !== undefined)) return;
  throw new SocleArgumentError({
    code: protocol === 'https:' ? 'request.tls' : 'request.url',
    service: 'wire',
    message:
      protocol === 'https:'
        ? 'An https address needs the tls option: say which authorities are trusted.'
        : 'The address of the request is not an http or https URL.',
    audience: 'vendor',
  });
}

/** An expired certificate would only be refused by the other side, with an alert that not every server sends. */
function checkIdentity(options: HttpExchangeOptions, failure: Failure): void {
  const certificate = options.tls?.identity?.certificate;
  if (certificate === undefined) return;
  const today = options.clock?.() ?? new Date();
  const day = (date: Date) => date.toISOString().slice(0, 10);
  if (today > certificate.notAfter) {
    throw failure({ code: 'tls.clientCertificateExpired', reason: `since ${day(certificate.notAfter)}` });
  }
  if (today < certificate.notBefore) {
    throw failure({ code: 'tls.clientCertificateNotYetValid', reason: `from ${day(certificate.notBefore)}` });
  }
}

function throwIfStopped(deadline: Deadline, failure: Failure): void {
  const { stopped } = deadline;
  if (stopped?.kind === 'aborted') throw failure({ code: 'aborted' });
  if (stopped?.kind === 'timeout') throw failure({ code: 'timeout', phase: stopped.phase, limit: stopped.limit });
}

async function readBody(response: Response, limit: number, failure: Failure): Promise<Uint8Array> {
  const tooLarge = () => failure({ code: 'response.tooLarge', limit, httpStatus: response.status });
  const announced = Number(response.headers.get('content-length') ?? '0');
  if (announced > limit) {
    await response.body?.cancel();
    throw tooLarge();
  }
  if (response.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : new Uint8Array(Buffer.concat(chunks));
}
