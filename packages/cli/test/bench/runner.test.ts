import { describe, expect, it } from 'vitest';
import type { BenchCase } from '../../src/bench/case.js';
import { benchReport, benchRows, duration } from '../../src/bench/report.js';
import { lastMeasured, runBench } from '../../src/bench/runner.js';

/** A clock that only moves when the measured functions say so: the figures are exact. */
function fakeTime() {
  let time = 0;
  return { now: () => time, spend: (ms: number) => (time += ms) };
}

function caseOf(spend: (ms: number) => number, times: { subject: number; reference: number }): BenchCase {
  return {
    name: 'test.case',
    subject: 'ours',
    reference: 'bare',
    prepare: () => ({ subject: () => spend(times.subject), reference: () => spend(times.reference) }),
  };
}

describe('runBench', () => {
  it('gives the time of one operation and its ratio to the reference', async () => {
    const { now, spend } = fakeTime();
    const [result] = await runBench([caseOf(spend, { subject: 4, reference: 2 })], { now, roundMs: 10, rounds: 3 });
    expect(result).toMatchObject({ subjectMs: 4, referenceMs: 2, ratio: 2, ratioLow: 2, ratioHigh: 2, rounds: 3 });
  });

  it('measures fast functions by batches, and still gives the time of one', async () => {
    const { now, spend } = fakeTime();
    const [result] = await runBench([caseOf(spend, { subject: 0.003, reference: 0.001 })], {
      now,
      roundMs: 2,
      rounds: 2,
    });
    expect(result?.subjectMs).toBeCloseTo(0.003, 6);
    expect(result?.ratio).toBeCloseTo(3, 4);
  });

  it('awaits asynchronous functions, and keeps what they give', async () => {
    const { now, spend } = fakeTime();
    const asyncCase: BenchCase = {
      name: 'test.async',
      subject: 'ours',
      reference: 'bare',
      prepare: async () => ({
        subject: async () => spend(3),
        reference: async () => {
          spend(1);
          return 'reference';
        },
      }),
    };
    const [result] = await runBench([asyncCase], { now, roundMs: 5, rounds: 1 });
    expect(result?.ratio).toBe(3);
    expect(lastMeasured()).toBe('reference');
  });

  it('takes the median of the turns, so that one disturbed turn does not count', async () => {
    const { now, spend } = fakeTime();
    let calls = 0;
    const disturbed: BenchCase = {
      name: 'test.disturbed',
      subject: 'ours',
      reference: 'bare',
      prepare: () => ({
        subject: () => {
          calls += 1;
          return spend(calls < 8 ? 900 : 2);
        },
        reference: () => spend(1),
      }),
    };
    const [result] = await runBench([disturbed], { now, roundMs: 5, rounds: 5 });
    expect(result?.ratio).toBe(2);
  });

  it('gives back what a case took, even when the case fails', async () => {
    let open = 0;
    const broken: BenchCase = {
      name: 'test.broken',
      subject: 'ours',
      reference: 'bare',
      prepare: () => {
        open += 1;
        return {
          subject: () => {
            throw new Error('no figure');
          },
          reference: () => 1,
          dispose: () => {
            open -= 1;
          },
        };
      },
    };
    await expect(runBench([broken], { roundMs: 1, rounds: 1 })).rejects.toThrow('no figure');
    expect(open).toBe(0);
  });

  it('does not wait for a call that hangs', async () => {
    const hanging: BenchCase = {
      name: 'test.hanging',
      subject: 'ours',
      reference: 'bare',
      prepare: () => ({ subject: () => new Promise(() => undefined), reference: () => 1 }),
    };
    await expect(runBench([hanging], { batchTimeoutMs: 5 })).rejects.toThrow('did not end within 5 ms');
  });

  it('stops between two turns when it is aborted', async () => {
    const { now, spend } = fakeTime();
    const controller = new AbortController();
    controller.abort();
    const run = runBench([caseOf(spend, { subject: 1, reference: 1 })], { now, signal: controller.signal });
    await expect(run).rejects.toThrow(/abort/i);
  });
});

describe('report', () => {
  it('writes times in the unit in which a person reads them', () => {
    expect([0.0000421, 0.0123, 4.5678, 1234.5].map(duration)).toEqual(['42.1 ns', '12.3 µs', '4.57 ms', '1.23 s']);
  });

  it('has one row a case, and a JSON document with the same figures', async () => {
    const { now, spend } = fakeTime();
    const results = await runBench([caseOf(spend, { subject: 4, reference: 2 })], { now, roundMs: 10, rounds: 1 });
    expect(benchRows(results)).toEqual([
      {
        name: 'test.case',
        subject: 'ours',
        subjectTime: '4 ms',
        reference: 'bare',
        referenceTime: '2 ms',
        ratio: '×2',
        spread: '×2–2',
      },
    ]);
    const report = benchReport(results, new Date('2026-11-21T10:00:00Z'));
    expect(report).toMatchObject({ at: '2026-11-21T10:00:00.000Z', node: process.version, results });
  });
});
