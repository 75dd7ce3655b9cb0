/** One step of a run. */
export interface Step {
  readonly name: string;
  readonly title: string;
  /** Steps that must have passed before. */
  readonly after?: readonly string[];
  /** How many of the lanes it fills. Default 1. */
  readonly lanes?: number;
  /** Does the step; what it throws makes the step fail. It gives words to add to its line, if any. */
  readonly run: () => Promise<string | undefined>;
}

export type Outcome =
  | {
      readonly state: 'passed';
      readonly step: Step;
      readonly milliseconds: number;
      readonly words?: string | undefined;
    }
  | { readonly state: 'failed'; readonly step: Step; readonly milliseconds: number; readonly error: unknown }
  | { readonly state: 'notRun'; readonly step: Step; readonly because: string };

/**
 * Runs every step as soon as what it needs has passed and a lane is free, in the order of the list. A step that fails stops those
 * that need it, and no other.
 *
 * @param lanes how many steps may run at the same time
 * @param onOutcome told of each step when it is over
 */
export async function runSteps(
  steps: readonly Step[],
  lanes: number,
  onOutcome: (outcome: Outcome) => void,
  now: () => number = () => performance.now(),
): Promise<Outcome[]> {
  const outcomes = new Map<string, Outcome>();
  const running = new Map<string, Promise<void>>();
  const known = new Set(steps.map((step) => step.name));
  let free = lanes;

  const finish = (outcome: Outcome) => {
    outcomes.set(outcome.step.name, outcome);
    onOutcome(outcome);
  };
  const begin = (step: Step, width: number) => {
    free -= width;
    const start = now();
    const work = async () => {
      try {
        const words = await step.run();
        finish({ state: 'passed', step, milliseconds: now() - start, words });
      } catch (error) {
        finish({ state: 'failed', step, milliseconds: now() - start, error });
      }
      free += width;
      running.delete(step.name);
    };
    running.set(step.name, work());
  };

  for (;;) {
    for (const step of steps) {
      if (outcomes.has(step.name) || running.has(step.name)) continue;
      // A step that was not asked for holds nobody back.
      const needs = (step.after ?? []).filter((name) => known.has(name));
      const missing = needs.find(
        (name) => outcomes.get(name)?.state === 'failed' || outcomes.get(name)?.state === 'notRun',
      );
      if (missing !== undefined) {
        finish({ state: 'notRun', step, because: missing });
        continue;
      }
      const width = Math.min(step.lanes ?? 1, lanes);
      if (needs.every((name) => outcomes.get(name)?.state === 'passed') && width <= free) begin(step, width);
    }
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  return steps.flatMap((step) => outcomes.get(step.name) ?? []);
}
