import ky, { HTTPError, type Options, TimeoutError } from 'ky';

/** One HTTP request of the client. */
export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
  /** Sent again, twice at most, on network errors and 502–504. */
  readonly repeatable: boolean;
  /** Milliseconds before the headers of the answer. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Why there was no answer. */
export class NoAnswer extends Error {
  readonly why: 'network' | 'timeout';
  constructor(why: 'network' | 'timeout') {
    super(why);
    this.why = why;
  }
}

export type SendRequest = (request: HttpRequest) => Promise<Response>;

/**
 * The only place that knows ky. Gives back the response whatever its status; throws `NoAnswer`, or the reason of the
 * signal when the caller gave up.
 */
export function createSender(
  fetch: ((input: Request) => Promise<Response>) | undefined,
  retryDelay: (attempt: number) => number = (attempt) => 300 * attempt,
): SendRequest {
  return async (request) => {
    try {
      return await untilAborted(ky(request.url, toOptions(request, fetch, retryDelay)), request.signal);
    } catch (error) {
      if (error instanceof HTTPError) return error.response;
      if (request.signal?.aborted) throw request.signal.reason;
      throw new NoAnswer(error instanceof TimeoutError ? 'timeout' : 'network');
    }
  };
}

function toOptions(
  request: HttpRequest,
  fetch: ((input: Request) => Promise<Response>) | undefined,
  delay: (attempt: number) => number,
): Options {
  return {
    method: request.method,
    headers: { ...request.headers },
    ...(request.body === undefined ? {} : { body: request.body }),
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    timeout: request.timeoutMs,
    retry: request.repeatable
      ? {
          limit: 2,
          methods: ['get', 'post'],
          statusCodes: [502, 503, 504],
          afterStatusCodes: [503],
          maxRetryAfter: 10_000,
          backoffLimit: 2_000,
          delay,
        }
      : 0,
    ...(request.signal ? { signal: request.signal } : {}),
    ...(fetch ? { fetch: async (input) => fetch(input instanceof Request ? input : new Request(input)) } : {}),
  };
}

/** A replaced `fetch` may not listen to the signal: the caller does not wait for it. */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  let leave: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
  });
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    if (leave) signal.removeEventListener('abort', leave);
  }
}
