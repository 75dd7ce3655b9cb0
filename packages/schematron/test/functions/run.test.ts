import { describe, expect, it } from 'vitest';
import { Budget, LimitError } from '../../src/runtime/limits.js';
import { Run } from '../../src/runtime/run.js';
import { readDocument } from '../../src/tree/read.js';
import { codeOf, runOf } from './call.js';

describe('bounds of a run', () => {
  it('count steps', () => {
    const c = runOf('<a/>', { limits: { steps: 10 } });
    for (let step = 0; step < 10; step++) c.tick();
    expect(c.steps).toBe(10);
    expect(codeOf(() => c.tick())).toBe('limit.steps');
    expect(codeOf(() => runOf('<a/>', { limits: { steps: 100 } }).spend(101))).toBe('limit.steps');
  });

  it('look at the clock now and then', () => {
    let now = 0;
    const c = runOf('<a/>', { limits: { milliseconds: 50 }, clock: () => now });
    c.spend(100_000);
    now = 51;
    expect(codeOf(() => c.check())).toBe('limit.time');
    expect(
      codeOf(() => {
        for (let step = 0; step < 10_000; step++) c.tick();
      }),
    ).toBe('limit.time');
  });

  it('stop when the caller does', () => {
    const controller = new AbortController();
    const budget = new Budget({ signal: controller.signal });
    budget.check();
    controller.abort();
    expect(() => budget.check()).toThrow(LimitError);
    expect(codeOf(() => budget.spend(1_000_000))).toBe('limit.aborted');
  });

  it('are none unless given', () => {
    const c = runOf('<a/>');
    c.spend(1e9);
    expect(c.steps).toBe(1e9);
  });
});

describe('a run', () => {
  it('has one time', () => {
    const c = runOf('<a/>');
    expect(c.implicitTimezone).toBe(60);
    const mine = new Run({ document: c.document });
    expect(mine.implicitTimezone).toBe(-new Date(mine.now.milliseconds).getTimezoneOffset());
  });

  it('numbers documents as they come', () => {
    const vocabulary = readDocument('<v/>');
    const c = runOf('<a/>', { load: (href) => (href === 'v' ? { document: vocabulary, uri: 'lib:v' } : undefined) });
    const other = readDocument('<o/>');
    expect([
      c.numberOf(c.document),
      c.load('v') && c.numberOf(vocabulary),
      c.numberOf(other),
      c.numberOf(other),
    ]).toEqual([0, 1, 2, 2]);
    expect([c.uriOf(vocabulary), c.uriOf(other)]).toEqual(['lib:v', undefined]);
    expect(c.load('w')).toBeUndefined();
    expect(c.load('w', 'lib:v')).toBeUndefined();
  });

  it('knows its document by its URI', () => {
    const document = readDocument('<a/>');
    const again = readDocument('<a/>');
    const c = new Run({
      document,
      documentUri: 'file:///d.xml',
      load: () => ({ document: again, uri: 'file:///d.xml' }),
    });
    expect(c.load('d.xml')).toBe(document);
  });

  it('remembers of documents what it is told', () => {
    const c = runOf('<a/>');
    c.memoryOf(c.document).set('k', 1);
    expect(c.memoryOf(c.document).get('k')).toBe(1);
  });
});
