import { describe, expect, it } from 'vitest';
import { gateSteps } from '../src/gate/steps.ts';

const all = gateSteps({ ci: true, browser: true, count: () => undefined });

describe('gateSteps', () => {
  it('has names that differ, and needs only steps that exist', () => {
    const names = all.map((step) => step.name);
    expect(new Set(names).size).toBe(names.length);
    for (const step of all) for (const needed of step.after ?? []) expect(names).toContain(needed);
  });

  it('leaves out what wants a browser where there is none, and nothing else', () => {
    const without = gateSteps({ ci: true, browser: false, count: () => undefined }).map((step) => step.name);
    const left = all.map((step) => step.name).filter((name) => !without.includes(name));
    expect(left).toEqual(['stories', 'e2e']);
  });

  it('tests the other Node versions under CI whatever the machine, so that they are never forgotten', () => {
    expect(all.map((step) => step.name)).toEqual(expect.arrayContaining(['node22', 'node24', 'node26']));
  });
});
