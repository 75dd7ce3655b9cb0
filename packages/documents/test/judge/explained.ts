import type { Disagreement } from './compare.js';

/** A difference with the official rules that is wanted, or that comes from a defect of theirs. */
export interface Explained {
  readonly why: string;
  readonly applies: (found: Disagreement) => boolean;
}

/** Every difference that the tests let pass. */
export const EXPLAINED: readonly Explained[] = [];
