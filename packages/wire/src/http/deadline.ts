import type { TimeoutPhase } from '../errors/unreachable-error.js';

/** Why an exchange was stopped from our side. */
export type StopCause =
  | { readonly kind: 'aborted' }
  | { readonly kind: 'timeout'; readonly phase: TimeoutPhase; readonly limit: number };

/** One exchange's clock: stops it when the caller aborts, when the first byte is late, when all is late. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Set once the exchange was stopped. */
  readonly stopped: StopCause | undefined;
  /** The first byte came: its time-out no longer runs. */
  firstByte(): void;
  /** Frees timers and listeners. */
  end(): void;
}

/** A timer counts its milliseconds in 31 bits (24 days), and ends at once beyond. */
const LONGEST = 2 ** 31 - 1;

export function startDeadline(
  limits: { readonly firstByteMs?: number; readonly totalMs: number },
  caller?: AbortSignal,
): Deadline {
  const controller = new AbortController();
  let stopped: StopCause | undefined;
  const stop = (cause: StopCause) => {
    stopped ??= cause;
    controller.abort();
  };
  const onAbort = () => stop({ kind: 'aborted' });
  const total = setTimeout(
    () => stop({ kind: 'timeout', phase: 'total', limit: limits.totalMs }),
    atMost(limits.totalMs),
  );
  const { firstByteMs } = limits;
  const first =
    firstByteMs === undefined || firstByteMs >= limits.totalMs
      ? undefined
      : setTimeout(() => stop({ kind: 'timeout', phase: 'firstByte', limit: firstByteMs }), atMost(firstByteMs));
  if (caller?.aborted) onAbort();
  else caller?.addEventListener('abort', onAbort, { once: true });
  return {
    signal: controller.signal,
    get stopped() {
      return stopped;
    },
    firstByte: () => clearTimeout(first),
    end: () => {
      clearTimeout(total);
      clearTimeout(first);
      caller?.removeEventListener('abort', onAbort);
    },
  };
}

function atMost(ms: number): number {
  return Math.min(ms, LONGEST);
}
