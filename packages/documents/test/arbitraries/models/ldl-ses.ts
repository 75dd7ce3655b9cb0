import fc from 'fast-check';
import type { LdlSesContent } from '../../../src/submission.ts';
import { day, maybe, someText } from '../values.ts';
import type { ModelCase } from './model-case.ts';
import { few, treatment } from './values.ts';

const ldlSesContent: fc.Arbitrary<LdlSesContent> = fc.record({
  status: fc.constantFrom('enCours', 'realise', 'approuve', 'cloture'),
  reason: someText,
  stay: fc.record({
    admission: fc.record({ mode: fc.constantFrom('urgence', 'programmee', 'transfert', 'autre'), at: day }),
    discharge: fc.record({
      mode: fc.constant({
        code: 'GEN-092.06.01',
        displayName: 'Autre établissement de santé',
        codeSystem: '1.2.250.1.213.1.1.4.322',
      }),
      at: day,
    }),
    synthesis: someText,
    adverseEvents: maybe(someText),
    resistantOrganismSearch: fc.boolean(),
    resistantOrganisms: maybe(someText),
    transfusion: fc.boolean(),
    transfusionAccidents: maybe(someText),
    bloodDerivatives: fc.boolean(),
    bloodDerivativeEvents: maybe(someText),
  }),
  stoppedTreatments: few(treatment),
  dischargeTreatments: few(treatment),
  pendingResults: few(someText),
  followUp: few(someText),
});

export const ldlSesCase: ModelCase<'ldl-ses'> = {
  rules: 'schematrons/CI-SIS_LDL-SES_2022.01.sch',
  content: ldlSesContent,
};
