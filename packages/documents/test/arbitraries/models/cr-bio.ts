import fc from 'fast-check';
import type { CrBioContent } from '../../../src/submission.ts';
import { day, maybe, someText } from '../values.ts';
import { type ModelCase, namedPerformers } from './model-case.ts';
import { number } from './values.ts';

const LOINC = '2.16.840.1.113883.6.1';

const specialities = [
  { code: '18719-5', displayName: 'Biochimie', codeSystem: LOINC },
  { code: '18723-7', displayName: 'Hématologie', codeSystem: LOINC },
];

const crBioContent: fc.Arbitrary<CrBioContent> = fc.record({
  chapters: fc.array(
    fc.record({
      code: fc.constantFrom(...specialities),
      title: someText,
      comment: maybe(someText),
      results: fc.array(
        fc.record({
          code: fc.record({
            code: fc.constantFrom('3016-3', '3024-7', '14749-6'),
            displayName: someText,
            codeSystem: fc.constant(LOINC),
          }),
          label: someText,
          at: day,
          value: fc.oneof(
            fc.record({
              kind: fc.constant('quantity' as const),
              value: number,
              unit: fc.constantFrom('g/L', 'm[IU]/L'),
            }),
            fc.record({ kind: fc.constant('text' as const), text: someText }),
          ),
          interpretation: maybe(
            fc.constantFrom(
              { code: 'N', displayName: 'Normal', codeSystem: '2.16.840.1.113883.5.83' },
              { code: 'H', displayName: 'Haut', codeSystem: '2.16.840.1.113883.5.83' },
            ),
          ),
          method: maybe(someText),
          reference: maybe(fc.record({ low: maybe(number), high: number, unit: fc.constant('g/L') })),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

export const crBioCase: ModelCase<'cr-bio'> = {
  rules: 'schematrons/CI-SIS_BIO-CR-BIO_2024.01.sch',
  content: crBioContent,
  shape(document, parts) {
    const { who, where, name, specialty } = parts;
    const performed = namedPerformers(document, parts);
    return {
      ...performed,
      acts: performed.acts.map((act) => ({ ...act, code: act.code ?? specialities[0] })),
      encounter: { ...document.encounter, responsible: { idNat: '899900000017', name, specialty } },
      authenticators: (document.authenticators ?? []).map((one) => ({
        ...one,
        professional: {
          ...one.professional,
          ...who,
          ...(one.professional.organization ? { organization: { ...one.professional.organization, ...where } } : {}),
        },
      })),
    };
  },
};
