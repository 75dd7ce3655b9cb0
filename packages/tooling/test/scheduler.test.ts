import { describe, expect, it } from 'vitest';
import { type Outcome, runSteps, type Step } from '../src/gate/scheduler.ts';

/** Steps that end when they are told to, and a list of what happened. */
function stage() {
  const events: string[] = [];
  const ends = new Map<string, (failure?: Error) => void>();
  const step = (name: string, options: Partial<Step> = {}): Step => ({
    name,
    title: name,
    run: () =>
      new Promise((resolve, reject) => {
        events.push(`${name} begins`);
        ends.set(name, (failure) => (failure === undefined ? resolve(undefined) : reject(failure)));
      }),
    ...options,
  });
  const end = async (name: string, failure?: Error) => {
    ends.get(name)?.(failure);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const onOutcome = (outcome: Outcome) => events.push(`${outcome.step.name} ${outcome.state}`);
  return { events, step, end, onOutcome };
}

describe('runSteps', () => {
  it('fills the lanes in the order of the list, and waits for what a step needs', async () => {
    const { events, step, end, onOutcome } = stage();
    const run = runSteps([step('build'), step('lint'), step('unit'), step('pack', { after: ['build'] })], 2, onOutcome);
    expect(events).toEqual(['build begins', 'lint begins']);
    await end('lint');
    expect(events.slice(2)).toEqual(['lint passed', 'unit begins']);
    await end('build');
    expect(events.slice(4)).toEqual(['build passed', 'pack begins']);
    await end('unit');
    await end('pack');
    expect((await run).map((outcome) => outcome.state)).toEqual(['passed', 'passed', 'passed', 'passed']);
  });

  it('does not run what needs a step that failed, down the line, and runs the rest', async () => {
    const { events, step, end, onOutcome } = stage();
    const steps = [
      step('build'),
      step('pack', { after: ['build'] }),
      step('publish', { after: ['pack'] }),
      step('lint'),
    ];
    const run = runSteps(steps, 1, onOutcome);
    await end('build', new Error('no'));
    await end('lint');
    expect((await run).map((outcome) => outcome.state)).toEqual(['failed', 'notRun', 'notRun', 'passed']);
    expect(events).toEqual([
      'build begins',
      'build failed',
      'pack notRun',
      'publish notRun',
      'lint begins',
      'lint passed',
    ]);
  });

  it('gives a wide step all the lanes that it asks for, and never more than there are', async () => {
    const { events, step, end, onOutcome } = stage();
    const run = runSteps([step('wide', { lanes: 5 }), step('narrow')], 2, onOutcome);
    expect(events).toEqual(['wide begins']);
    await end('wide');
    await end('narrow');
    expect(events).toEqual(['wide begins', 'wide passed', 'narrow begins', 'narrow passed']);
    await run;
  });

  it('lets a step run when what it needs was not asked for', async () => {
    const { step, end, onOutcome } = stage();
    const run = runSteps([step('pack', { after: ['build'] })], 1, onOutcome);
    await end('pack');
    expect((await run)[0]?.state).toBe('passed');
  });
});
