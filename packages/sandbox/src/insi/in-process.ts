import type { InsiResponse } from './http-front.js';
import type { InsiService } from './service.js';

/** The shape of a transport of this house (bytes in, bytes out), as far as the simulator needs it. */
export interface InProcessRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface InProcessResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly elapsedMs: number;
}

export interface InProcessContext {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

export interface InProcessOptions {
  readonly listener: 'tlsm' | 'cpx';
  /** DER of the certificate that the client is taken to have presented; needed on `tlsm`. */
  readonly clientCertificate?: Uint8Array;
}

/**
 * The teleservice as a transport in the same process, without socket or TLS: fits the `exchange` option of a client.
 * Never answering (scenario `timeout`) ends with the caller's signal, or a `TimeoutError` after `timeoutMs`.
 */
export function inProcessExchange(
  service: Pick<InsiService, 'handle'>,
  options: InProcessOptions,
): (request: InProcessRequest, context?: InProcessContext) => Promise<InProcessResponse> {
  return async (request, context = {}) => {
    context.signal?.throwIfAborted();
    const start = performance.now();
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const answer = await service.handle({
      listener: options.listener,
      method: request.method,
      path: new URL(request.url).pathname,
      headers,
      body: request.body ?? new Uint8Array(),
      ...(options.clientCertificate ? { clientCertificate: options.clientCertificate } : {}),
    });
    await deliveryOf(answer, context);
    return { status: answer.status, headers: answer.headers, body: answer.body, elapsedMs: performance.now() - start };
  };
}

/** Waits as long as the answer takes to come, or fails with the caller's patience. */
function deliveryOf(answer: InsiResponse, { signal, timeoutMs }: InProcessContext): Promise<void> {
  if (!answer.hang && answer.delayMs === undefined) return Promise.resolve();
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
    if (!answer.hang) timers.push(setTimeout(() => settle(resolve), answer.delayMs));
    if (timeoutMs !== undefined) {
      timers.push(
        setTimeout(
          () => settle(() => reject(new DOMException('The service did not answer in time.', 'TimeoutError'))),
          timeoutMs,
        ),
      );
    }
  });
}
