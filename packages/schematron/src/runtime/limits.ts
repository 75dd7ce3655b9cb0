/** What ended a run before its rules did. */
export type LimitCode =
  | 'limit.findings'
  | 'limit.steps'
  | 'limit.time'
  | 'limit.aborted'
  | 'limit.regex'
  | 'limit.size';

/** A bound given by the caller was reached. It is no verdict on the document, and no rule may catch it. */
export class LimitError extends Error {
  override readonly name = 'LimitError';
  constructor(
    readonly code: LimitCode,
    message: string,
  ) {
    super(message);
  }
}

/** Steps of a run whose caller bounds none: a hundred times what the largest documents take, some seconds of work. */
export const DEFAULT_STEPS = 2_000_000_000;

/** Bounds of a run. Time is absent when nothing bounds it. */
export interface RunLimits {
  /**
   * How many steps: nodes visited by the loops that may be long, items made by ranges, characters seen by regular expressions.
   * {@link DEFAULT_STEPS} when nothing is said.
   */
  readonly steps?: number;
  /** How long, in milliseconds, from when the run was made. */
  readonly milliseconds?: number;
  readonly signal?: AbortSignal;
}

/** How often time and the signal are looked at, in steps. */
const PERIOD = 4096;

/** Counts the steps of a run. */
export class Budget {
  private taken = 0;
  private next: number;
  private readonly steps: number;
  private readonly deadline: number;
  private readonly signal: AbortSignal | undefined;

  constructor(
    limits: RunLimits = {},
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.steps = limits.steps ?? DEFAULT_STEPS;
    this.deadline = limits.milliseconds === undefined ? Number.POSITIVE_INFINITY : clock() + limits.milliseconds;
    this.signal = limits.signal;
    this.next = Math.min(PERIOD, this.steps);
  }

  /** How many steps were taken. */
  get spent(): number {
    return this.taken;
  }

  /**
   * Takes steps.
   *
   * @throws LimitError when that is more than the run may
   */
  spend(steps: number): void {
    this.taken += steps;
    if (this.taken > this.next) this.check();
  }

  /**
   * Looks at the bounds now, whatever was spent.
   *
   * @throws LimitError
   */
  check(): void {
    if (this.taken > this.steps) throw new LimitError('limit.steps', `more than ${this.steps} steps`);
    if (this.signal?.aborted === true) throw new LimitError('limit.aborted', 'the caller stopped the run');
    if (this.clock() > this.deadline) throw new LimitError('limit.time', 'the run lasted longer than it may');
    this.next = Math.min(this.taken + PERIOD, this.steps);
  }
}
