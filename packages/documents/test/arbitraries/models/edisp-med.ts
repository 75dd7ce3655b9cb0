import fc from 'fast-check';
import type { EDispMedContent } from '../../../src/submission.ts';
import { professional } from '../people.ts';
import { day, instanceId, instant, maybe, someText } from '../values.ts';
import { dispensedMedicine, frequency, intake, way } from './ep-med-dm.ts';
import { prose } from './img-cr.ts';
import type { ModelCase } from './model-case.ts';
import { number } from './values.ts';

const days = fc
  .tuple(day, day)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => (a < b ? { start: a, end: b } : { start: b, end: a }));

const eDispMedContent: fc.Arbitrary<EDispMedContent> = fc.record({
  dispensed: fc.array(
    fc.record({
      id: maybe(instanceId),
      medicine: dispensedMedicine,
      quantity: fc.record({ value: number, unit: fc.constant('30009000'), label: fc.constant('boîtes') }),
      prescription: maybe(fc.record({ line: instanceId, document: instanceId, at: instant, author: professional })),
      patientInstructions: maybe(prose),
      notes: maybe(prose),
      changedPosology: maybe(
        fc
          .record({ text: prose, when: days, posology: fc.record({ ...intake, ...way, frequency }) })
          .map(({ when, ...rest }) => ({ ...rest, ...when })),
      ),
      genericInstead: maybe(someText),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

export const eDispMedCase: ModelCase<'edisp-med'> = {
  rules: 'schematrons/CI-SIS_eDISP-MED_2024.01.sch',
  content: eDispMedContent,
  // The model fixes the code of the first act.
  shape: (document) => ({
    ...document,
    acts: document.acts.map((act, index) => (index === 0 ? { ...act, code: undefined } : act)),
  }),
};
