import fc from 'fast-check';
import { VITAL_SIGNS } from '../../../src/models/vital-signs.ts';
import type {
  Allergy,
  Doer,
  FamilyProblem,
  Habit,
  Known,
  PlacedDevice,
  PregnancyHistory,
  Problem,
  Procedure,
  Product,
  Reaction,
  Treatment,
  Value,
  VitalSign,
} from '../../../src/submission.ts';
import { clinicalCode } from '../header.ts';
import { personName, specialty } from '../people.ts';
import { day, maybe, someText } from '../values.ts';

/** As precise as a clinician knows it. */
export const clinicalDate = day.chain((date) => fc.constantFrom(date, date.slice(0, 7), date.slice(0, 4)));

/** Two dates in order, of the same precision. */
export const past = fc
  .tuple(day, day, fc.constantFrom(4, 7, 10))
  .map(([a, b, length]) => [a.slice(0, length), b.slice(0, length)].sort())
  .filter(([since, until]) => since !== until)
  .map(([since, until]) => ({ since, until }));

export const codedText = fc.record({ text: someText, code: maybe(clinicalCode) });
export const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });
export const number = fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100);

/** A list, an empty one, or nobody knows. */
export const known = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<Known<T>> =>
  fc.oneof({ weight: 4, arbitrary: few(item) }, { weight: 1, arbitrary: fc.constant('noInformation' as const) });

const severity = maybe(
  fc.constantFrom('mild', 'mildToModerate', 'moderate', 'moderateToSevere', 'severe', 'fatal'),
) as fc.Arbitrary<Problem['severity']>;
const certainty = maybe(fc.constantFrom('confirmed', 'unconfirmed', 'refuted')) as fc.Arbitrary<Problem['certainty']>;

export const doer: fc.Arbitrary<Doer> = fc.record({
  idNat: maybe(fc.constant('899900000017')),
  specialty: maybe(specialty),
  name: maybe(personName),
  organization: maybe(fc.record({ idNat: maybe(fc.constant('10B0999999')), name: someText })),
});

const problemDetails = {
  kind: maybe(
    fc.constantFrom('diagnosis', 'problem', 'disease', 'symptom', 'complaint', 'finding', 'functionalLimitation'),
  ) as fc.Arbitrary<Problem['kind']>,
  severity,
  status: maybe(
    fc.constantFrom('active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved'),
  ) as fc.Arbitrary<Problem['status']>,
  health: maybe(
    fc.constantFrom('well', 'asymptomatic', 'chronicallyIll', 'disabled', 'severelyDisabled', 'moribund', 'deceased'),
  ) as fc.Arbitrary<Problem['health']>,
  certainty,
  comment: maybe(someText),
  link: maybe(fc.constant('https://example.test/fiche.pdf?a=1&b=2')),
};

export const activeProblem: fc.Arbitrary<Problem> = fc.record({
  name: codedText,
  since: maybe(clinicalDate),
  ...problemDetails,
});

export const pastProblem: fc.Arbitrary<Problem> = fc
  .record({ name: codedText, when: fc.oneof(past, fc.constant({})), ...problemDetails })
  .map(({ when, ...rest }) => ({ ...rest, ...when }));

export const procedure: fc.Arbitrary<Procedure> = fc
  .record({
    name: codedText,
    when: fc.oneof(
      past.map(({ since, until }) => ({ at: since, until })),
      clinicalDate.map((at) => ({ at })),
      fc.constant({}),
    ),
    priority: maybe(fc.constant({ code: 'UR', displayName: 'Urgent', codeSystem: '2.16.840.1.113883.5.7' })),
    approach: maybe(clinicalCode),
    site: maybe(clinicalCode),
    by: maybe(doer),
    reason: maybe(codedText),
    comment: maybe(someText),
  })
  .map(({ when, ...rest }) => ({ ...rest, ...when }));

export const reaction: fc.Arbitrary<Reaction> = fc.record({
  name: codedText,
  since: maybe(clinicalDate),
  severity,
});

export const allergy: fc.Arbitrary<Allergy> = fc.record({
  agent: codedText,
  kind: maybe(
    fc.constantFrom(
      'allergie',
      'medicamenteuse',
      'alimentaire',
      'hypersensibilite',
      'hypersensibiliteMedicamenteuse',
      'hypersensibiliteAlimentaire',
      'intolerance',
      'intoleranceMedicamenteuse',
      'intoleranceAlimentaire',
      'idiosyncrasie',
      'effetIndesirable',
    ),
  ) as fc.Arbitrary<Allergy['kind']>,
  since: maybe(clinicalDate),
  status: maybe(fc.constantFrom('active', 'inactive', 'resolved')),
  criticality: maybe(fc.constantFrom('low', 'high', 'unableToAssess')),
  certainty,
  severity,
  reactions: maybe(few(reaction)),
  comment: maybe(someText),
});

export const product: fc.Arbitrary<Product> = fc.record({
  text: someText,
  code: maybe(
    fc.record({
      code: fc.stringMatching(/^6[0-9]{7}$/),
      displayName: someText,
      codeSystem: fc.constant('1.2.250.1.213.2.3.1'),
    }),
  ),
  otherCodes: maybe(
    fc.constantFrom<Product['otherCodes']>(
      [],
      [{ code: 'J07CA01', displayName: 'Diphtérie-poliomyélite-tétanos', codeSystem: '2.16.840.1.113883.6.73' }],
    ),
  ),
  lot: maybe(fc.constant('4456672')),
  form: maybe(fc.constant({ code: '10219000', displayName: 'Comprimé', codeSystem: '0.4.0.127.0.16.1.1.2.1' })),
  generic: maybe(
    fc.constant({ code: 'H03AA01', displayName: 'lévothyroxine sodique', codeSystem: '2.16.840.1.113883.6.73' }),
  ),
  substances: maybe(
    few(
      fc.record({
        code: fc.constant({
          code: '100000091647',
          displayName: 'LÉVOTHYROXINE SODIQUE',
          codeSystem: '2.16.840.1.113883.3.6905.2',
        }),
        strength: maybe(fc.constant({ of: { value: 75, unit: 'ug' }, per: { value: 1, unit: '1' } })),
      }),
    ),
  ),
});

export const treatment: fc.Arbitrary<Treatment> = fc.record({
  product,
  start: maybe(day),
  posology: someText,
  dose: maybe(fc.record({ value: number, unit: fc.constantFrom('{tablet}', 'mg', 'mL') })),
  doseMax: maybe(fc.record({ value: number, unit: fc.constantFrom('{tablet}', 'mg', 'mL') })),
  every: maybe(fc.record({ value: fc.integer({ min: 1, max: 24 }), unit: fc.constantFrom('h', 'd') })),
  most: maybe(fc.constant({ dose: { value: 4, unit: 'g' }, per: { value: 1, unit: 'd' } })),
  route: maybe(fc.constant({ code: '20053000', displayName: 'Voie orale', codeSystem: '0.4.0.127.0.16.1.1.2.1' })),
  reason: maybe(codedText),
  stopReason: maybe(someText),
  comment: maybe(someText),
});

const signs = Object.entries(VITAL_SIGNS) as [VitalSign['code'], (typeof VITAL_SIGNS)[VitalSign['code']]][];

export const vitalSign: fc.Arbitrary<VitalSign> = fc
  .tuple(fc.constantFrom(...signs), number, fc.nat({ max: 9 }), maybe(clinicalDate), maybe(someText))
  .map(([[code, { units }], value, which, at, comment]) => ({
    code,
    value,
    unit: units[which % units.length] ?? '',
    at,
    comment,
  }));

export const placedDevice: fc.Arbitrary<PlacedDevice> = fc
  .record({
    name: codedText,
    id: maybe(fc.constantFrom({ root: '2.999.9' }, { root: '2.999.9', extension: 'UDI-1' })),
    when: fc.oneof(
      past,
      clinicalDate.map((since) => ({ since })),
      fc.constant({}),
    ),
    by: maybe(doer),
    prescribedBy: maybe(doer),
    comment: maybe(someText),
  })
  .map(({ when, ...rest }) => ({ ...rest, ...when }));

export const familyProblem: fc.Arbitrary<FamilyProblem> = fc.record({
  relation: fc.constantFrom(
    { code: 'MTH', displayName: 'Mère', codeSystem: '2.16.840.1.113883.5.111' },
    { code: 'FTH', displayName: 'Père', codeSystem: '2.16.840.1.113883.5.111' },
  ),
  sexe: fc.constantFrom('F', 'M', 'I'),
  name: codedText,
  since: maybe(clinicalDate),
  comment: maybe(someText),
});

const LOINC = '2.16.840.1.113883.6.1';

export const value: fc.Arbitrary<Value> = fc.oneof(
  fc.record({ kind: fc.constant('quantity' as const), value: number, unit: fc.constantFrom('mg/L', 'a', '{pack}/a') }),
  fc.record({ kind: fc.constant('text' as const), text: someText }),
  fc.record({ kind: fc.constant('coded' as const), code: clinicalCode }),
);

export const habit: fc.Arbitrary<Habit> = fc.record({
  what: fc.constantFrom(
    { code: '74011-8', displayName: 'Consommation tabagique', codeSystem: LOINC },
    { code: '72166-2', displayName: 'Statut tabagique', codeSystem: LOINC },
    { code: '11343-1', displayName: 'Consommation de drogue non médicales', codeSystem: LOINC },
  ),
  value,
  at: maybe(clinicalDate),
  comment: maybe(someText),
});

const count = maybe(fc.nat({ max: 12 }));

export const pregnancies: fc.Arbitrary<PregnancyHistory> = fc.record({
  status: maybe(fc.constantFrom('pregnant', 'notPregnant', 'unknown')),
  menstruation: maybe(someText),
  lastPeriodAt: maybe(clinicalDate),
  deliveryAt: maybe(clinicalDate),
  gestationalAge: maybe(fc.constant({ value: 22, unit: 'wk' })),
  multiple: maybe(fc.boolean()),
  livingChildren: count,
  terminations: count,
  ageAtFirst: maybe(fc.constant({ value: 27, unit: 'a' })),
  others: maybe(
    few(
      fc.record({
        what: fc.constant({ code: '11636-8', displayName: 'Naissances vivantes', codeSystem: LOINC }),
        value,
      }),
    ),
  ),
});
