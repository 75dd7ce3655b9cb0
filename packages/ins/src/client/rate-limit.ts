import type { Clock } from '@socle-sante/core';
import { InsiInputError } from '../insi/errors.js';
import { untilAborted } from './until-aborted.js';

/** At most `calls` in any period of `perMs` milliseconds. */
export interface RateLimit {
  readonly calls: number;
  readonly perMs: number;
  /** `wait` (default) holds the call back; `refuse` throws at once. */
  readonly whenFull?: 'wait' | 'refuse';
}

/** Holds calls back. `take` resolves when a call may leave. */
export interface RateLimiter {
  take(signal?: AbortSignal): Promise<void>;
}

/** A limiter over a sliding window; calls leave in the order they came. */
export function createRateLimiter(
  limit: RateLimit,
  sources: { readonly clock: Clock; readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void> },
): RateLimiter {
  if (!(limit.calls >= 1) || !(limit.perMs > 0)) {
    throw new InsiInputError({
      code: 'insi.input.options',
      message: 'rateLimit needs at least one call and a period above zero.',
      audience: 'vendor',
    });
  }
  const left: number[] = [];
  let queue: Promise<void> = Promise.resolve();

  const room = async (signal?: AbortSignal): Promise<void> => {
    for (;;) {
      if (signal?.aborted) throw signal.reason;
      const now = sources.clock().getTime();
      while (left[0] !== undefined && (left[0] <= now - limit.perMs || left[0] > now)) left.shift();
      const oldest = left[0];
      if (left.length < Math.floor(limit.calls) || oldest === undefined) {
        left.push(now);
        return;
      }
      const wait = oldest + limit.perMs - now;
      if (limit.whenFull === 'refuse') throw tooMany(wait);
      await sources.sleep(wait, signal);
    }
  };

  return {
    take(signal) {
      const turn = queue.then(() => room(signal));
      queue = turn.catch(() => undefined);
      return untilAborted(turn, signal);
    },
  };
}

function tooMany(wait: number): InsiInputError {
  const seconds = Math.ceil(wait / 1000);
  return new InsiInputError({
    code: 'insi.rateLimited',
    message: `The rate limit set for INSi is reached; the next call may leave in ${seconds} s.`,
    retryable: true,
    retryAfterMs: wait,
    userMessage: {
      fr: { title: 'Trop d’appels à INSi', action: `Réessayez dans ${seconds} s` },
      en: { title: 'Too many calls to INSi', action: `Try again in ${seconds} s` },
    },
  });
}
