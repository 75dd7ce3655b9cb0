import fc from 'fast-check';
import { MODELS } from '../../src/models/registry.ts';
import type {
  CrBioContent,
  CseMdeContent,
  DocumentBody,
  LdlSesContent,
  SubmissionDocument,
  Treatment,
  VsmContent,
} from '../../src/submission.ts';
import { samplePdf } from '../support/sample.ts';
import { clinicalCode } from './header.ts';
import { personName, specialty } from './people.ts';
import { document } from './submission.ts';
import { day, fullContact, maybe, someText } from './values.ts';

const LOINC = '2.16.840.1.113883.6.1';

/** As precise as a clinician knows it. */
const clinicalDate = day.chain((date) => fc.constantFrom(date, date.slice(0, 7), date.slice(0, 4)));

/** Two dates in order, of the same precision. */
const past = fc
  .tuple(day, day, fc.constantFrom(4, 7, 10))
  .map(([a, b, length]) => [a.slice(0, length), b.slice(0, length)].sort())
  .filter(([since, until]) => since !== until)
  .map(([since, until]) => ({ since, until }));

const codedText = fc.record({ text: someText, code: maybe(clinicalCode) });
const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });
const number = fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100);

const treatment: fc.Arbitrary<Treatment> = fc.record({
  product: fc.record({
    text: someText,
    code: maybe(
      fc.record({
        code: fc.stringMatching(/^6[0-9]{7}$/),
        displayName: someText,
        codeSystem: fc.constant('1.2.250.1.213.2.3.1'),
      }),
    ),
  }),
  start: maybe(day),
  posology: someText,
  dose: maybe(fc.record({ value: number, unit: fc.constantFrom('{tablet}', 'mg', 'mL') })),
  every: maybe(fc.record({ value: fc.integer({ min: 1, max: 24 }), unit: fc.constantFrom('h', 'd') })),
  route: maybe(fc.constant({ code: '20053000', displayName: 'Voie orale', codeSystem: '0.4.0.127.0.16.1.1.2.1' })),
  reason: maybe(codedText),
});

export const vsmContent: fc.Arbitrary<VsmContent> = fc.record({
  activeProblems: few(fc.record({ name: codedText, since: maybe(clinicalDate) })),
  pastIllnesses: few(
    fc.record({ name: codedText, when: fc.oneof(past, fc.constant({})) }).map(({ name, when }) => ({ name, ...when })),
  ),
  surgeries: few(fc.record({ name: codedText, at: maybe(clinicalDate) })),
  allergies: few(
    fc.record({
      agent: codedText,
      kind: fc.constantFrom(undefined, 'allergie', 'medicamenteuse', 'alimentaire', 'intolerance'),
      since: maybe(clinicalDate),
      status: fc.constantFrom(undefined, 'active', 'inactive', 'resolved'),
    }),
  ),
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

export const ldlSesContent: fc.Arbitrary<LdlSesContent> = fc.record({
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

const specialities = [
  { code: '18719-5', displayName: 'Biochimie', codeSystem: LOINC },
  { code: '18723-7', displayName: 'Hématologie', codeSystem: LOINC },
];

export const crBioContent: fc.Arbitrary<CrBioContent> = fc.record({
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

export const cseMdeContent: fc.Arbitrary<CseMdeContent> = fc.record({
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

/** The models that are built, each with its schematron under `cda/` of the official files. */
export const MODEL_RULES = {
  vsm: 'schematrons/CI-SIS_VSM_2023.01.sch',
  'cr-bio': 'schematrons/CI-SIS_BIO-CR-BIO_2024.01.sch',
  'ldl-ses': 'schematrons/CI-SIS_LDL-SES_2022.01.sch',
  'cse-mde': 'schematrons/CI-SIS_CSE-MDE_2023.01.sch',
} as const;

const pdfCopy = maybe(fc.constant(samplePdf));

function bodyOf(model: keyof typeof MODEL_RULES): fc.Arbitrary<DocumentBody> {
  const kind = fc.constant('structured' as const);
  switch (model) {
    case 'vsm':
      return fc.record({ kind, model: fc.constant('vsm' as const), content: vsmContent, pdfCopy });
    case 'cr-bio':
      return fc.record({
        kind,
        model: fc.constant('cr-bio' as const),
        content: crBioContent,
        pdfCopy: fc.constant(samplePdf),
      });
    case 'ldl-ses':
      return fc.record({ kind, model: fc.constant('ldl-ses' as const), content: ldlSesContent, pdfCopy });
    case 'cse-mde':
      return fc.record({ kind, model: fc.constant('cse-mde' as const), content: cseMdeContent, pdfCopy });
  }
}

/** A structured document whose header has what its model asks. */
export function structuredDocument(model: keyof typeof MODEL_RULES): fc.Arbitrary<SubmissionDocument> {
  return fc
    .record({
      base: document('cisis', bodyOf(model)),
      who: fullContact,
      where: fullContact,
      name: personName,
      specialty,
    })
    .map(({ base, who, where, name, specialty: kind }): SubmissionDocument => {
      const acts = base.acts.map((act, index) => ({
        ...act,
        ...(model === 'vsm' && index === 0 ? { code: undefined } : {}),
        ...(model === 'cr-bio' && !act.code ? { code: specialities[0] } : {}),
        ...(act.performer
          ? {
              performer: {
                ...act.performer,
                time: act.performer.time ?? { stop: '2026-01-15T10:00:00+01:00' },
                professional: { ...act.performer.professional, name, ...who },
                organization: { idNat: '1750803447', name: 'LABO', ...act.performer.organization, ...where },
              },
            }
          : {}),
      }));
      return {
        ...base,
        type: MODELS[model].type,
        acts,
        ...(model === 'cr-bio'
          ? {
              encounter: {
                ...base.encounter,
                responsible: { idNat: '899900000017', name, specialty: kind },
              },
              authenticators: (base.authenticators ?? []).map((one) => ({
                ...one,
                professional: {
                  ...one.professional,
                  ...who,
                  ...(one.professional.organization
                    ? { organization: { ...one.professional.organization, ...where } }
                    : {}),
                },
              })),
            }
          : {}),
      };
    });
}
