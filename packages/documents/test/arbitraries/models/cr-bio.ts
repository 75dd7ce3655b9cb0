import type { Coded } from '@socle-sante/core/coded';
import fc from 'fast-check';
import type {
  CrBioContent,
  LabBattery,
  LabImage,
  LabIsolate,
  LabReference,
  LabReport,
  LabResult,
  LabSpecimen,
  LabValue,
} from '../../../src/submission.ts';
import { clinicalCode } from '../header.ts';
import { organization, personName, professional, specialty } from '../people.ts';
import { contact, day, instanceId, maybe, someText } from '../values.ts';
import { type ModelCase, namedPerformers } from './model-case.ts';
import { vaccination } from './vac.ts';
import { codedText, few, number } from './values.ts';

const LOINC = '2.16.840.1.113883.6.1';
const WAITING = '1.2.250.1.213.1.1.5.130';

const specialities = [
  { code: '18719-5', displayName: 'Biochimie', codeSystem: LOINC },
  { code: '18723-7', displayName: 'Hématologie', codeSystem: LOINC },
];

const loinc = fc.record({
  code: fc.constantFrom('3016-3', '3024-7', '14749-6'),
  displayName: someText,
  codeSystem: fc.constant(LOINC),
});

const localCode = fc.record({
  code: fc.stringMatching(/^[A-Z0-9_]{3,9}$/),
  displayName: someText,
  codeSystem: fc.constantFrom(WAITING, '2.999.833'),
});

const interpretation: fc.Arbitrary<Coded> = fc.constantFrom(
  { code: 'N', displayName: 'Normal', codeSystem: '2.16.840.1.113883.5.83' },
  { code: 'HH', displayName: 'Très anormalement haut, alerte', codeSystem: '2.16.840.1.113883.5.83' },
  { code: '<', displayName: 'Inférieur à la limite de détection', codeSystem: '2.16.840.1.113883.5.83' },
);

const unit = fc.constantFrom('g/L', 'm[IU]/L', '%');
const decimalValue = fc.oneof(number, fc.constantFrom('4.20', '0.270', '-1'));

const value: fc.Arbitrary<LabValue> = fc.oneof(
  fc.record({
    kind: fc.constant('quantity' as const),
    value: decimalValue,
    unit,
    comparator: maybe(fc.constantFrom('<', '<=', '>', '>=')),
  }),
  fc.record({ kind: fc.constant('number' as const), value: decimalValue }),
  fc
    .tuple(number, number, unit)
    .map(([a, b, of]) => ({ kind: 'range' as const, low: Math.min(a, b), high: Math.max(a, b), unit: of })),
  fc.record({ kind: fc.constant('range' as const), high: decimalValue, unit }),
  fc.record({
    kind: fc.constant('ratio' as const),
    numerator: fc.record({ value: decimalValue, unit: maybe(unit) }),
    denominator: fc.record({ value: decimalValue, unit: maybe(unit) }),
  }),
  fc.record({ kind: fc.constant('text' as const), text: someText }),
  fc.record({ kind: fc.constant('coded' as const), code: clinicalCode, text: maybe(someText) }),
  fc.record({ kind: fc.constant('coded' as const), text: someText }),
);

const criteria = maybe(fc.record({ sexe: maybe(fc.constantFrom('F', 'M', 'I')), text: maybe(someText) }));
const reference: fc.Arbitrary<LabReference> = fc.oneof(
  fc
    .tuple(number, number, unit, maybe(someText), criteria)
    .map(([a, b, of, text, whom]) => ({ low: Math.min(a, b), high: Math.max(a, b), unit: of, text, criteria: whom })),
  fc.record({ high: decimalValue, unit, criteria }),
  fc.record({ text: someText, criteria }),
);

const who = fc
  .tuple(fc.record({ idNat: fc.constant('899900000017'), name: personName, specialty: maybe(specialty) }), contact)
  .map(([fields, more]) => ({ ...fields, ...more }));

const participations = {
  performer: maybe(
    fc.record({
      at: day,
      professional: who,
      organization: organization.map((where) => ({
        ...where,
        setting: { code: 'ETABLISSEMENT', displayName: 'Etablissement de santé', codeSystem: '1.2.250.1.213.1.1.4.9' },
      })),
    }),
  ),
  validation: maybe(fc.record({ at: day, professional: who })),
};

const result: fc.Arbitrary<LabResult> = fc
  .record({
    code: loinc,
    local: fc.constantFrom('none', 'both', 'alone'),
    localCode,
    label: someText,
    at: day,
    status: fc.constantFrom(undefined, 'completed', 'aborted'),
    value: maybe(value),
    interpretation: maybe(interpretation),
    method: maybe(someText),
    methodCode: maybe(
      fc.record({
        code: fc.constantFrom('DEG', 'DC'),
        displayName: someText,
        codeSystem: fc.constant('1.2.250.1.213.2.3.5'),
      }),
    ),
    reference: maybe(reference),
    otherReferences: maybe(few(reference)),
    previous: maybe(few(fc.record({ at: day, value, interpretation: maybe(interpretation) }))),
    kit: maybe(codedText),
    medium: maybe(codedText),
    comment: maybe(someText),
    ...participations,
  })
  .map(({ local, code, localCode: other, status, value: found, ...rest }) => ({
    ...rest,
    ...(local === 'alone' ? {} : { code }),
    ...(local === 'none' ? {} : { localCode: other }),
    status: found === undefined ? 'aborted' : status,
    value: found,
  }));

const specimen: fc.Arbitrary<LabSpecimen> = fc.record({
  id: maybe(instanceId),
  material: fc.constantFrom(
    { text: 'urine', code: { code: 'UR', displayName: 'Urine', codeSystem: '2.16.840.1.113883.18.311' } },
    { text: 'liquide' },
  ),
  act: maybe(
    fc.constant({
      text: 'ECBU',
      code: { code: '5201', displayName: 'EX MICROBIO URINES (ECBU)', codeSystem: '1.2.250.1.213.2.7' },
    }),
  ),
  collectedAt: maybe(fc.constantFrom('2026-01-15T07:35:00+01:00', '2026-01-15')),
  collectedBy: maybe(professional),
  site: maybe(fc.constant({ code: '76784001', displayName: 'vagin', codeSystem: '2.16.840.1.113883.6.96' })),
  receivedAt: maybe(fc.constant('2026-01-15T07:52:00+01:00')),
});

const image: fc.Arbitrary<LabImage> = fc.record({
  content: fc
    .uint8Array({ minLength: 1, maxLength: 40 })
    .map((rest) => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...rest])),
  caption: maybe(someText),
});

const status = fc.constantFrom(undefined, 'completed', 'active', 'aborted');
const someResults = fc.array(result, { minLength: 1, maxLength: 2 });

const battery: fc.Arbitrary<LabBattery> = fc.record({
  label: maybe(someText),
  code: maybe(loinc),
  localCode: maybe(localCode),
  status,
  at: maybe(day),
  specimens: maybe(few(specimen)),
  results: someResults,
  images: maybe(few(image)),
  comment: maybe(someText),
  ...participations,
});

const SNOMED = '2.16.840.1.113883.6.96';
const isolate: fc.Arbitrary<LabIsolate> = fc.record({
  germ: fc.constantFrom(
    {
      text: 'Escherichia coli',
      code: { code: '112283007', displayName: 'Escherichia coli (organism)', codeSystem: SNOMED },
    },
    { text: 'Streptococcus D.' },
  ),
  taxonomy: maybe(
    fc.constant({ code: '562', displayName: 'Escherichia coli', codeSystem: '2.16.840.1.113883.3.9471' }),
  ),
  id: maybe(instanceId),
  status,
  at: maybe(day),
  results: maybe(few(result)),
  antibiogram: maybe(few(result)),
  batteries: maybe(fc.array(battery, { maxLength: 1 })),
  images: maybe(few(image)),
  comment: maybe(someText),
  performer: participations.performer,
});

const contents = {
  status,
  notes: maybe(few(someText)),
  specimens: maybe(few(specimen)),
  results: someResults,
  batteries: maybe(fc.array(battery, { maxLength: 1 })),
  isolates: maybe(fc.array(isolate, { maxLength: 1 })),
  images: maybe(few(image)),
  comment: maybe(someText),
  ...participations,
};

const report: fc.Arbitrary<LabReport> = fc.record({
  code: loinc,
  localCode: maybe(localCode),
  title: someText,
  ...contents,
});

const problem = fc.record({ name: codedText, since: maybe(day) });

const crBioContent: fc.Arbitrary<CrBioContent> = fc.record({
  nonConformity: maybe(someText),
  reason: maybe(fc.record({ context: codedText, problems: fc.array(problem, { minLength: 1, maxLength: 2 }) })),
  chapters: fc.array(
    fc.oneof(
      fc.record({
        code: fc.constantFrom(...specialities),
        title: someText,
        ...contents,
        subChapters: maybe(fc.array(report, { maxLength: 1 })),
      }),
      fc.record({
        code: fc.constant({
          code: '1443252',
          displayName: "Résultats des examens d'un laboratoire de seconde intention",
          codeSystem: WAITING,
        }),
        title: someText,
        subChapters: fc.array(report, { minLength: 1, maxLength: 2 }),
      }),
    ),
    { minLength: 1, maxLength: 2 },
  ),
  vaccinations: maybe(few(vaccination)),
  conclusions: maybe(few(fc.record({ title: someText, text: fc.constantFrom('Une ligne.', 'Deux\nlignes.') }))),
});

export const crBioCase: ModelCase<'cr-bio'> = {
  rules: 'schematrons/CI-SIS_BIO-CR-BIO_2024.01.sch',
  content: crBioContent,
  shape(document, parts) {
    const { who: someone, where, name, specialty: speciality } = parts;
    const performed = namedPerformers(document, parts);
    return {
      ...performed,
      acts: performed.acts.map((act) => ({ ...act, code: act.code ?? specialities[0] })),
      encounter: { ...document.encounter, responsible: { idNat: '899900000017', name, specialty: speciality } },
      authenticators: (document.authenticators ?? []).map((one) => ({
        ...one,
        professional: {
          ...one.professional,
          ...someone,
          ...(one.professional.organization ? { organization: { ...one.professional.organization, ...where } } : {}),
        },
      })),
    };
  },
};
