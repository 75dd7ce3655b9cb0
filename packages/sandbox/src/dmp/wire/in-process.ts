import type { DmpHttpResponse } from './http.js';
import type { DmpService } from './service.js';

/** A body opened again at each attempt. */
interface OpenableStream {
  open(): AsyncIterable<Uint8Array>;
}

/** The shape of a transport of this house, as far as the simulator needs it. */
export interface DmpInProcessRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly stream?: OpenableStream;
}

export interface DmpInProcessContext {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

interface Answer<B> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: B;
}

/** A transport in the same process, with its streamed form. */
export interface DmpInProcessExchange {
  (
    request: DmpInProcessRequest,
    context?: DmpInProcessContext,
  ): Promise<Answer<Uint8Array> & { readonly elapsedMs: number }>;
  stream(
    request: DmpInProcessRequest,
    context?: DmpInProcessContext,
  ): Promise<Answer<AsyncIterable<Uint8Array>> & { elapsedMs(): number }>;
  close(): Promise<void>;
}

/**
 * The DMP as a transport in the same process, without socket or TLS: fits the `exchange` option of a client. A scenario that never
 * answers ends with the caller's signal, or a `TimeoutError` after `timeoutMs`; one that breaks the connection rejects.
 */
export function dmpInProcessExchange(
  service: Pick<DmpService, 'handle'>,
  options: { readonly clientCertificate: Uint8Array },
): DmpInProcessExchange {
  async function send(request: DmpInProcessRequest, context: DmpInProcessContext): Promise<DmpHttpResponse> {
    context.signal?.throwIfAborted();
    async function* bytes() {
      if (request.body) yield request.body;
    }
    const answer = await service.handle({
      method: request.method,
      path: new URL(request.url).pathname,
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value])),
      body: request.stream ? request.stream.open() : bytes(),
      clientCertificate: options.clientCertificate,
    });
    await delivered(answer, context);
    return answer;
  }
  const exchange = async (request: DmpInProcessRequest, context: DmpInProcessContext = {}) => {
    const start = performance.now();
    const { status, headers, body } = await send(request, context);
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    return { status, headers, body: Uint8Array.from(Buffer.concat(chunks)), elapsedMs: performance.now() - start };
  };
  return Object.assign(exchange, {
    async stream(request: DmpInProcessRequest, context: DmpInProcessContext = {}) {
      const start = performance.now();
      const { status, headers, body } = await send(request, context);
      return { status, headers, body, elapsedMs: () => performance.now() - start };
    },
    close: async () => undefined,
  });
}

/** Waits as long as the answer takes to come, or fails as the network would. */
function delivered(answer: DmpHttpResponse, { signal, timeoutMs }: DmpInProcessContext): Promise<void> {
  if (answer.resetAfter !== undefined)
    return Promise.reject(Object.assign(new Error('The connection was reset.'), { code: 'ECONNRESET' }));
  const wait = answer.delayMs ?? (answer.slow ? answer.slow.pieces * answer.slow.pauseMs : undefined);
  if (!answer.hang && wait === undefined) return Promise.resolve();
  if (signal?.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    const timers: NodeJS.Timeout[] = [];
    const settle = (end: () => void) => {
      for (const timer of timers) clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      end();
    };
    const onAbort = () => settle(() => reject(signal?.reason));
    signal?.addEventListener('abort', onAbort);
    if (!answer.hang) timers.push(setTimeout(() => settle(resolve), wait));
    if (timeoutMs !== undefined)
      timers.push(
        setTimeout(
          () => settle(() => reject(new DOMException('The service did not answer in time.', 'TimeoutError'))),
          timeoutMs,
        ),
      );
  });
}
