import fc from 'fast-check';
import type { VsmContent } from '../../../src/submission.ts';
import { someText } from '../values.ts';
import { actOfModel, type ModelCase } from './model-case.ts';
import {
  activeProblem,
  allergy,
  familyProblem,
  few,
  habit,
  known,
  pastProblem,
  procedure,
  treatment,
} from './values.ts';

const vsmContent: fc.Arbitrary<VsmContent> = fc.record({
  activeProblems: known(activeProblem),
  pastIllnesses: known(pastProblem),
  surgeries: known(procedure),
  allergies: known(allergy),
  habits: few(habit),
  occupationalRisks: few(someText),
  familyHistory: known(familyProblem),
  watchPoints: few(someText),
  treatments: known(treatment),
});

export const vsmCase: ModelCase<'vsm'> = {
  rules: 'schematrons/CI-SIS_VSM_2023.01.sch',
  content: vsmContent,
  shape: actOfModel,
};
