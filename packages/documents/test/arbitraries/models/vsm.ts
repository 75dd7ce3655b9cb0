import fc from 'fast-check';
import type { VsmContent } from '../../../src/submission.ts';
import { clinicalCode } from '../header.ts';
import { someText } from '../values.ts';
import { actOfModel, type ModelCase } from './model-case.ts';
import { activeProblem, allergy, codedText, few, number, pastProblem, procedure, treatment } from './values.ts';

const LOINC = '2.16.840.1.113883.6.1';

const vsmContent: fc.Arbitrary<VsmContent> = fc.record({
  activeProblems: few(activeProblem),
  pastIllnesses: few(pastProblem),
  surgeries: few(procedure),
  allergies: few(allergy),
  habits: few(
    fc.record({
      what: fc.constantFrom(
        { code: '74011-8', displayName: 'Consommation tabagique', codeSystem: LOINC },
        { code: '11343-1', displayName: 'Consommation de drogue non médicales', codeSystem: LOINC },
      ),
      value: fc.oneof(
        fc.record({ kind: fc.constant('quantity' as const), value: number, unit: fc.constant('{pack}/a') }),
        fc.record({ kind: fc.constant('coded' as const), code: clinicalCode }),
      ),
    }),
  ),
  occupationalRisks: few(someText),
  familyHistory: few(
    fc.record({
      relation: fc.constantFrom(
        { code: 'MTH', displayName: 'Mère', codeSystem: '2.16.840.1.113883.5.111' },
        { code: 'FTH', displayName: 'Père', codeSystem: '2.16.840.1.113883.5.111' },
      ),
      sexe: fc.constantFrom('F', 'M', 'I'),
      name: codedText,
    }),
  ),
  watchPoints: few(someText),
  treatments: few(treatment),
});

export const vsmCase: ModelCase<'vsm'> = {
  rules: 'schematrons/CI-SIS_VSM_2023.01.sch',
  content: vsmContent,
  shape: actOfModel,
};
