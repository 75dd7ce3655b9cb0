import fc from 'fast-check';
import type { LdlEesContent } from '../../../src/submission.ts';
import { maybe, someText } from '../values.ts';
import { actOfModel, type ModelCase } from './model-case.ts';
import { allergy, known, treatment } from './values.ts';

const ldlEesContent: fc.Arbitrary<LdlEesContent> = fc.record({
  reason: someText,
  admissionTreatments: known(treatment),
  allergies: known(allergy),
  comment: maybe(someText),
});

export const ldlEesCase: ModelCase<'ldl-ees'> = {
  rules: 'schematrons/CI-SIS_LDL-EES_2022.01.sch',
  content: ldlEesContent,
  shape: actOfModel,
};
