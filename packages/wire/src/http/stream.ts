import type { Readable } from 'node:stream';
import { request as undiciRequest } from 'undici';
import { WireUnreachableError } from '../errors/unreachable-error.js';
import { type ByteStream, collectStream, streamOf } from '../multipart/stream.js';
import { diagnose } from './classify.js';
import type { ConnectionPool } from './connection-pool.js';
import type { Failure } from './exchange.js';
import { released } from './released.js';
import { startTransfer, type TransferClock } from './transfer.js';
import type { Exchange, StreamContext, StreamExchange, StreamedResponse, WireRequest } from './types.js';

export interface StreamDefaults {
  readonly withIdentity: boolean;
  readonly now: () => number;
  readonly maxResponseBytes: number;
}

/** Sends a body chunk by chunk, at the pace of the socket, and gives the answer chunk by chunk. undici.request, not fetch. */
export async function runStream(
  pool: ConnectionPool,
  defaults: StreamDefaults,
  request: WireRequest,
  context: StreamContext,
  failure: Failure,
): Promise<StreamedResponse> {
  const started = defaults.now();
  const clock = startTransfer(
    {
      totalMs: context.timeoutMs ?? 600_000,
      stallMs: context.stallMs ?? 30_000,
      firstByteMs: context.firstByteMs ?? 60_000,
    },
    context.signal,
  );
  const state = { answering: false };
  const failed = (cause: unknown): WireUnreachableError => {
    if (cause instanceof WireUnreachableError) return cause;
    const { stopped } = clock;
    if (stopped?.kind === 'aborted') return failure({ code: 'aborted' });
    if (stopped?.kind === 'timeout') return failure({ code: 'timeout', phase: stopped.phase, limit: stopped.limit });
    return failure({ ...diagnose(cause, { ...state, withIdentity: defaults.withIdentity }), cause });
  };
  const stream = request.stream ?? (request.body === undefined ? undefined : streamOf(request.body));
  let source: unknown;
  try {
    clock.signal.throwIfAborted();
    const response = await undiciRequest(request.url, {
      method: request.method,
      headers: {
        'accept-encoding': 'identity',
        ...request.headers,
        ...(stream === undefined ? {} : { 'content-length': String(stream.length) }),
      },
      ...(stream === undefined
        ? {}
        : {
            // undici takes any iterable; its types say only Readable.
            body: paced(stream, clock, state, (error) => {
              source = error;
            }) as unknown as Readable,
          }),
      signal: clock.signal,
      dispatcher: pool.dispatcher,
    });
    state.answering = true;
    const headers = Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [
        name.toLowerCase(),
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    );
    const limit = context.maxResponseBytes ?? defaults.maxResponseBytes;
    const tooLarge = () => failure({ code: 'response.tooLarge', limit, httpStatus: response.statusCode });
    const announced = Number(headers['content-length'] ?? '0');
    if (announced > limit) {
      response.body.on('error', () => undefined).destroy();
      throw tooLarge();
    }
    async function* received(): AsyncGenerator<Uint8Array> {
      let size = 0;
      let told = 0;
      clock.progress('receive');
      try {
        for await (const chunk of response.body as AsyncIterable<Buffer>) {
          clock.progress('receive');
          size += chunk.byteLength;
          if (size > limit) throw tooLarge();
          yield chunk;
          if (size - told >= PRESSURE_STEP) {
            told = size;
            tellPressure();
          }
        }
      } catch (cause) {
        throw failed(cause);
      } finally {
        clock.end();
      }
    }
    return {
      status: response.statusCode,
      headers,
      body: released(received(), () => {
        clock.end();
        response.body.on('error', () => undefined).destroy();
      }),
      elapsedMs: () => defaults.now() - started,
    };
  } catch (cause) {
    clock.end();
    // What the caller's own stream threw is the caller's.
    if (source !== undefined && clock.stopped === undefined) throw source;
    throw failed(cause);
  }
}

const PRESSURE_STEP = 8 * 1_048_576;

/**
 * Chunks that were read lie in memory until V8 looks at its young generation, which their few objects hardly fill: over 32 MB of dead
 * octets on Node 20. A buffer larger than that bound makes V8 look (Heap::AllocateExternalBackingStore). It is never touched, and larger
 * than what malloc takes from its own pages, so that the kernel gives no memory for it; where V8 does otherwise nothing happens.
 */
function tellPressure(): void {
  new ArrayBuffer(40 * 1_048_576);
}

/** The chunks of a body, one at a time as the socket takes them. */
async function* paced(
  stream: ByteStream,
  clock: TransferClock,
  state: { readonly answering: boolean },
  onError: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  clock.progress('send');
  try {
    for await (const chunk of stream.open()) {
      yield chunk;
      if (!state.answering) clock.progress('send');
    }
  } catch (error) {
    onError(error);
    throw error;
  }
  // A server may answer before it has read everything.
  if (!state.answering) clock.progress('firstByte');
}

/** A transport of whole messages used for streams: both bodies are held in memory. For simulators in the same process. */
export function streamOver(exchange: Exchange): StreamExchange {
  return async (request, context = {}) => {
    const { stream, ...rest } = request;
    const whole = stream === undefined ? rest : { ...rest, body: await collectStream(stream) };
    const response = await exchange(whole, context);
    return {
      status: response.status,
      headers: response.headers,
      body: (async function* () {
        yield response.body;
      })(),
      elapsedMs: () => response.elapsedMs,
    };
  };
}
