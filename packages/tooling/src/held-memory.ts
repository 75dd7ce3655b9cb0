import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Bytes that JavaScript holds: its heap, and the buffers beside it. Garbage is collected first, so the figure does not depend on
 * when the collector last ran. It takes some milliseconds: call it at a few fixed points of the work, not on a timer.
 */
export function heldBytes(): number {
  collect ??= collector();
  collect();
  // Freed buffers are given back on another thread, and the next collection waits until that is done.
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const exposed = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  return exposed;
}

/** Follows how far what is held goes above where it stood when this was called. */
export function watchHeld(): { readonly look: () => void; readonly peak: () => number } {
  const before = heldBytes();
  let peak = 0;
  return {
    look: () => {
      peak = Math.max(peak, heldBytes() - before);
    },
    peak: () => peak,
  };
}
