import fc from 'fast-check';
import type { CseMdeContent } from '../../../src/submission.ts';
import { day } from '../values.ts';
import { type ModelCase, namedPerformers } from './model-case.ts';

const cseMdeContent: fc.Arbitrary<CseMdeContent> = fc.record({
  at: day,
  measures: fc.array(
    fc.constantFrom(
      { code: '29463-7' as const, value: 62.5, unit: 'kg' },
      { code: '8302-2' as const, value: 171, unit: 'cm' },
      { code: '8480-6' as const, value: 120, unit: 'mm[Hg]' },
      { code: '8310-5' as const, value: 37.2, unit: 'Cel' },
    ),
    { minLength: 1, maxLength: 4 },
  ),
});

export const cseMdeCase: ModelCase<'cse-mde'> = {
  rules: 'schematrons/CI-SIS_CSE-MDE_2023.01.sch',
  content: cseMdeContent,
  shape: namedPerformers,
};
