import { isSocleError } from '@socle-sante/core/error';
import { WireUnreachableError } from '../errors/unreachable-error.js';
import type { CallContext, Layer, WireRequest, WireResponse } from './types.js';

export interface RetryOptions {
  /** Calls in all, the first one included. Default 3. */
  readonly attempts?: number;
  /** Wait before each new call, in milliseconds; the last one is used again. Default 500, 2 000. */
  readonly delaysMs?: readonly number[];
  /** Statuses worth a new call. Default 429, 502, 503, 504. */
  readonly statuses?: readonly number[];
  /** A `Retry-After` longer than this is not waited for: the answer is given back. Default 30 000. */
  readonly maxRetryAfterMs?: number;
  /**
   * Makes the request of the next call, for services that want new identifiers each time. Default: the same request.
   * `attempt` is 2 for the first new call.
   */
  readonly renew?: (request: WireRequest, attempt: number) => WireRequest | Promise<WireRequest>;
  readonly onRetry?: (retry: {
    readonly operation: string;
    readonly attempt: number;
    readonly delayMs: number;
    readonly reason: string;
  }) => void;
  readonly clock?: () => Date;
  /** Waits, and rejects when the signal aborts. For tests. */
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/**
 * Repeats a call, only when the request says that it is safe to repeat, and only for passing causes: a status of the list,
 * a cut, refused or timed-out connection. Never on a TLS failure, an abort, or an answer that was refused.
 */
export function withRetry(options: RetryOptions = {}): Layer {
  const attempts = options.attempts ?? 3;
  const delays = options.delaysMs ?? [500, 2_000];
  const statuses = options.statuses ?? [429, 502, 503, 504];
  const sleep = options.sleep ?? wait;
  const clock = options.clock ?? (() => new Date());
  const maxRetryAfterMs = options.maxRetryAfterMs ?? 30_000;

  return (next) => async (request, context) => {
    let current = request;
    for (let attempt = 1; ; attempt += 1) {
      const last = !request.safeToRepeat || attempt >= attempts;
      const outcome = await attemptOnce(() => next(current, context));
      const reason = last ? undefined : retryReason(outcome, statuses);
      if (reason === undefined) return unwrap(outcome);
      const asked = 'response' in outcome ? retryAfterMs(outcome.response, clock()) : undefined;
      if (asked !== undefined && asked > maxRetryAfterMs) return unwrap(outcome);
      const delayMs = asked ?? delays[Math.min(attempt, delays.length) - 1] ?? 0;
      options.onRetry?.({ operation: request.operation, attempt: attempt + 1, delayMs, reason });
      await pause(sleep, delayMs, context);
      current = options.renew === undefined ? request : await options.renew(current, attempt + 1);
    }
  };
}

type Outcome = { readonly response: WireResponse } | { readonly error: unknown };

async function attemptOnce(call: () => Promise<WireResponse>): Promise<Outcome> {
  try {
    return { response: await call() };
  } catch (error) {
    return { error };
  }
}

function unwrap(outcome: Outcome): WireResponse {
  if ('error' in outcome) throw outcome.error;
  return outcome.response;
}

function retryReason(outcome: Outcome, statuses: readonly number[]): string | undefined {
  if ('response' in outcome) {
    const { status } = outcome.response;
    return statuses.includes(status) ? `HTTP ${status}` : undefined;
  }
  const { error } = outcome;
  if (!isSocleError(error) || error.origin !== 'unreachable' || !error.retryable || error.code.startsWith('tls.'))
    return undefined;
  return error.code;
}

/** Retry-After (RFC 9110 §10.2.3), seconds or date, in milliseconds from now; `undefined` when absent or unreadable. */
export function retryAfterMs(response: WireResponse, now: Date): number | undefined {
  const value = response.headers['retry-after']?.trim();
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}

async function pause(
  sleep: NonNullable<RetryOptions['sleep']>,
  ms: number,
  context: CallContext | undefined,
): Promise<void> {
  try {
    await sleep(ms, context?.signal);
  } catch {
    throw new WireUnreachableError({
      code: 'aborted',
      ...(context?.messageId === undefined ? {} : { messageId: context.messageId }),
    });
  }
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new Error('aborted'));
      return;
    }
    const onAbort = () => {
      clearTimeout(timer);
      reject(new Error('aborted'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
