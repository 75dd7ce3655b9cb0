import type { SchematronVerdict } from '../pack.js';
import { LimitError } from '../runtime/limits.js';
import type { XNode } from '../tree/node.js';
import type { Pack } from './pack.js';
import { beginValidation, type ValidateOptions } from './validate.js';

/** How a document is validated in slices. */
export interface SliceOptions extends ValidateOptions {
  readonly signal?: AbortSignal;
  /** How long a slice lasts, in milliseconds: 8 by default, half a frame of a screen. */
  readonly sliceMs?: number;
}

/**
 * Validates without holding the thread longer than a slice at a time: for servers that answer others meanwhile, and for pages. One
 * rule on one node is never cut.
 *
 * @throws LimitError 'limit.aborted' when the signal says so, and as {@link validate}
 */
export async function validateInSlices(
  document: XNode,
  pack: Pack,
  options: SliceOptions = {},
): Promise<SchematronVerdict> {
  const { signal, sliceMs = 8, ...rest } = options;
  const now = rest.clock ?? (() => performance.now());
  const limits = signal === undefined ? rest.limits : { ...rest.limits, signal };
  const validation = beginValidation(document, pack, { ...rest, ...(limits === undefined ? {} : { limits }) });
  for (;;) {
    if (signal?.aborted === true) throw new LimitError('limit.aborted', 'the caller stopped the run');
    const end = now() + sliceMs;
    if (validation.advance(() => now() >= end)) return validation.verdict();
    await nextTurn();
  }
}

/** Lets other tasks run. Timers are delayed by some milliseconds in a page; messages are not. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
