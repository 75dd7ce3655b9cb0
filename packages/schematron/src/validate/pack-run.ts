import { Run, type RunOptions } from '../runtime/run.js';

/** The dynamic context of a pack: what its modules read as `c`. */
export class PackRun extends Run {
  constructor(
    options: RunOptions,
    /** The phase that runs: variables of phases depend on it. */
    readonly phase: string,
  ) {
    super(options);
  }
}
