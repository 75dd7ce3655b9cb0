import fc from 'fast-check';
import type { CseMdeContent } from '../../../src/submission.ts';
import { day } from '../values.ts';
import { type ModelCase, namedPerformers } from './model-case.ts';
import { vitalSign } from './values.ts';

const cseMdeContent: fc.Arbitrary<CseMdeContent> = fc.record({
  at: day,
  measures: fc.array(vitalSign, { minLength: 1, maxLength: 4 }),
});

export const cseMdeCase: ModelCase<'cse-mde'> = {
  rules: 'schematrons/CI-SIS_CSE-MDE_2023.01.sch',
  content: cseMdeContent,
  shape: namedPerformers,
};
