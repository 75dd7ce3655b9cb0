import { isSocleError } from '@socle-sante/core';
import { InsiTechnicalError, InsiUnavailableError } from '../insi/errors.js';

/** When a call is made again. Each repetition is a new call: new MessageID, new context identifiers. */
export interface RetryPolicy {
  /** Waits before each repetition, in milliseconds; their number is the number of repetitions. Default [500, 2000]. */
  readonly delaysMs?: readonly number[];
  /** Repeats once, after this wait, a technical error of the service (`insi_102`). Off by default. */
  readonly technicalOnceAfterMs?: number;
}

/** The default waits. */
export const RETRY_DELAYS_MS: readonly number[] = Object.freeze([500, 2000]);

/** A longer wait asked by the service is not waited for: the error says how long it is. */
const MAX_RETRY_AFTER_MS = 30_000;

const BEFORE_ACCEPTANCE: readonly string[] = ['network.refused', 'network.dns', 'network.unreachable'];

/**
 * True when the call was certainly not treated: the service said that it is unavailable (desir_1020, HTTP 502 to 504), or
 * no connection was made. A time-out or a cut connection is not repeated: the request may have been received.
 */
export function isSafeToRepeat(error: unknown): boolean {
  if (!isSocleError(error) || !(error instanceof InsiUnavailableError)) return false;
  if (error.officialCode?.toLowerCase() === 'desir_1020') return true;
  if (error.httpStatus !== undefined) return error.httpStatus >= 502 && error.httpStatus <= 504;
  return BEFORE_ACCEPTANCE.includes(error.code);
}

/** The wait before the next try, or `undefined` to give up. `tried` counts the calls already made. */
export function nextDelay(error: unknown, tried: number, policy: RetryPolicy | false | undefined): number | undefined {
  if (policy === false) return undefined;
  if (error instanceof InsiTechnicalError) {
    return tried === 1 && error.retryable ? policy?.technicalOnceAfterMs : undefined;
  }
  if (!isSafeToRepeat(error)) return undefined;
  const delay = (policy?.delaysMs ?? RETRY_DELAYS_MS)[tried - 1];
  const asked = isSocleError(error) ? error.retryAfterMs : undefined;
  if (delay === undefined || (asked !== undefined && asked > MAX_RETRY_AFTER_MS)) return undefined;
  return Math.max(delay, asked ?? 0);
}

/** Waits, unless the signal is aborted. */
export function defaultSleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
