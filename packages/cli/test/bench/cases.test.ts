import { describe, expect, it } from 'vitest';
import { BENCH_CASES } from '../../src/bench/cases.js';

describe('the published figures', () => {
  it('are those of the project', () => {
    expect(BENCH_CASES.map(({ name }) => name)).toEqual([
      'core.matricule.check',
      'core.name.normalise',
      'ins.datamatrix.encode',
      'ins.datamatrix.decode',
      'ins.assertion.sign',
      'ins.search.endToEnd',
      'documents.deposit.build',
      'dmp.deposit.100MB',
      'dmp.read.100MB',
      'documents.validate.median',
      'documents.validate.p95',
    ]);
  });

  it.each(BENCH_CASES.map((made) => [made.name, made] as const))('%s: both sides run', async (_name, made) => {
    const prepared = await made.prepare();
    try {
      expect(await prepared.subject()).toBeDefined();
      expect(await prepared.reference()).toBeDefined();
    } finally {
      await prepared.dispose?.();
    }
  });
});
