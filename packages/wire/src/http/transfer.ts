import type { TimeoutPhase } from '../errors/unreachable-error.js';
import type { StopCause } from './deadline.js';

/** Limits of a transfer, in milliseconds. */
export interface TransferLimits {
  /** Longest silence while the body is sent, then while the answer is received. */
  readonly stallMs: number;
  /** From the last octet sent to the first octet of the answer. */
  readonly firstByteMs: number;
  readonly totalMs: number;
}

/** Clock of a long exchange: a large body may take its time, as long as it moves. */
export interface TransferClock {
  readonly signal: AbortSignal;
  readonly stopped: StopCause | undefined;
  /** An octet moved in that phase: its silence begins again. */
  progress(phase: 'send' | 'firstByte' | 'receive'): void;
  end(): void;
}

const LONGEST = 2 ** 31 - 1;

export function startTransfer(limits: TransferLimits, caller?: AbortSignal): TransferClock {
  const controller = new AbortController();
  let stopped: StopCause | undefined;
  const stop = (cause: StopCause) => {
    stopped ??= cause;
    controller.abort();
  };
  const after = (phase: TimeoutPhase, limit: number) =>
    setTimeout(() => stop({ kind: 'timeout', phase, limit }), Math.min(limit, LONGEST));
  const onAbort = () => stop({ kind: 'aborted' });
  const total = after('total', limits.totalMs);
  let current: { phase: TimeoutPhase; timer: NodeJS.Timeout } | undefined;
  if (caller?.aborted) onAbort();
  else caller?.addEventListener('abort', onAbort, { once: true });
  return {
    signal: controller.signal,
    get stopped() {
      return stopped;
    },
    progress(phase) {
      // One timer a phase, pushed back at each chunk.
      if (current?.phase === phase) {
        current.timer.refresh();
        return;
      }
      if (current) clearTimeout(current.timer);
      current = { phase, timer: after(phase, phase === 'firstByte' ? limits.firstByteMs : limits.stallMs) };
    },
    end() {
      clearTimeout(total);
      if (current) clearTimeout(current.timer);
      caller?.removeEventListener('abort', onAbort);
    },
  };
}
