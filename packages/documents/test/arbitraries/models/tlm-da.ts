import fc from 'fast-check';
import type { TlmDaContent } from '../../../src/submission.ts';
import { maybe, someText } from '../values.ts';
import type { ModelCase } from './model-case.ts';
import {
  activeProblem,
  allergy,
  familyProblem,
  few,
  known,
  pastProblem,
  placedDevice,
  pregnancies,
  procedure,
  treatment,
  vitalSign,
} from './values.ts';

const tlmDaContent: fc.Arbitrary<TlmDaContent> = fc.record({
  history: fc.oneof(
    fc.record({ text: someText }),
    fc.record({
      activeProblems: known(activeProblem),
      pastIllnesses: known(pastProblem),
      procedures: known(procedure),
      allergies: known(allergy),
      familyHistory: known(familyProblem),
    }),
  ),
  wayOfLife: maybe(someText),
  occupationalRisks: maybe(few(someText)),
  treatments: known(treatment),
  devices: maybe(known(placedDevice)),
  vitalSigns: maybe(few(vitalSign)),
  results: maybe(few(someText)),
  pregnancies: maybe(pregnancies),
});

const NGAP = '1.2.250.1.215.200.3.3';

export const tlmDaCase: ModelCase<'tlm-da'> = {
  rules: 'schematrons/CI-SIS_TLM-DA_2022.01.sch',
  content: tlmDaContent,
  shape: (document) => ({
    ...document,
    acts: document.acts.map((act, index) => ({
      ...act,
      code: index === 0 ? { code: 'TCG', displayName: 'Téléconsultation', codeSystem: NGAP } : undefined,
    })),
  }),
};
