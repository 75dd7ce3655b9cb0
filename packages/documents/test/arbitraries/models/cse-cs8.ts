import fc from 'fast-check';
import type { CseCs8Content } from '../../../src/submission.ts';
import { contact, day, maybe, someText } from '../values.ts';
import { administration, certified, examined, followUp, mother, otherParent, relative, smallCount } from './cse.ts';
import type { ModelCase } from './model-case.ts';
import { clinicalDate, few, number } from './values.ts';

const education = fc.constantFrom(undefined, 'primary', 'college', 'lycee', 'bac2', 'bac3') as fc.Arbitrary<
  CseCs8Content['mother']['education']
>;
const yes = maybe(fc.boolean());
const many = maybe(smallCount);

const delivery: fc.Arbitrary<CseCs8Content['delivery']> = fc
  .record({
    at: day,
    foetuses: many,
    rank: many,
    gestationalAge: many,
    presentation: fc.constantFrom(undefined, 'vertex' as const, 'breech' as const, 'other' as const),
    earlyRupture: yes,
    onset: fc.constantFrom('spontaneous' as const, 'induced' as const, 'caesarean' as const),
    analgesia: fc.constantFrom(
      'none' as const,
      'general' as const,
      'spinal' as const,
      'epidural' as const,
      'other' as const,
    ),
    method: fc.constantFrom(
      'vaginal' as const,
      'instrumental' as const,
      'plannedCaesarean' as const,
      'caesareanInLabour' as const,
    ),
    cause: fc.constantFrom(undefined, 'maternal' as const, 'foetal' as const, 'both' as const),
  })
  .map(({ cause, ...rest }) => (/aesarean/.test(rest.method) ? { ...rest, caesareanCause: cause } : rest));

const act = fc.oneof(fc.constant({ done: false }), fc.record({ done: fc.constant(true), at: maybe(clinicalDate) }));

const newborn: fc.Arbitrary<CseCs8Content['newborn']> = fc.record({
  weight: number,
  height: maybe(number),
  headCircumference: maybe(number),
  apgar: maybe(
    fc.record({
      at1: maybe(fc.integer({ min: 0, max: 10 })),
      at5: maybe(fc.integer({ min: 0, max: 10 })),
      at10: maybe(fc.integer({ min: 0, max: 10 })),
    }),
  ),
  firstWeek: fc.record({
    respiratoryDistress: fc.boolean(),
    antibiotics: fc.boolean(),
    neurological: fc.boolean(),
    surgicalEmergency: fc.boolean(),
    other: maybe(someText),
  }),
  specialisedCare: act,
  hearingScreening: fc.oneof(
    fc.constant({ result: 'notDone' as const }),
    fc.record({
      result: fc.constantFrom('normal' as const, 'toCheckAgain' as const, 'unknown' as const),
      at: maybe(clinicalDate),
    }),
  ),
  rsv: administration,
  hepatitisB: administration,
  transfer: maybe(
    fc
      .record({
        kind: fc.constantFrom('immediate' as const, 'secondary' as const),
        service: fc.constantFrom(
          'intensiveCare' as const,
          'neonatology' as const,
          'kangaroo' as const,
          'neonatalIntensiveCare' as const,
          'other' as const,
        ),
        name: someText,
        idNat: maybe(fc.constant('1750803447')),
        contact,
      })
      .map(({ name, idNat, contact: reached, ...rest }) => ({
        ...rest,
        leftAt: '2026-01-14T10:00:00+01:00',
        arrivedAt: '2026-01-14T10:30:00+01:00',
        organization: {
          name,
          idNat,
          type: { code: 'SA01', displayName: 'Etablissement public de santé', codeSystem: '1.2.250.1.71.4.2.4' },
          ...reached,
        },
      })),
  ) as fc.Arbitrary<CseCs8Content['newborn']['transfer']>,
});

const content: fc.Arbitrary<CseCs8Content> = fc.record({
  mother: fc
    .tuple(mother, fc.record({ education, drinksPerWeek: many, cigarettesPerWeek: many, otherAddiction: yes }))
    .map(([who, more]) => ({ ...who, ...more })),
  otherParent: maybe(fc.tuple(otherParent, fc.record({ education })).map(([who, more]) => ({ ...who, ...more }))),
  childrenAtHome: many,
  feeding: fc.constantFrom('breast', 'mixed', 'formula'),
  tuberculosisRisk: yes,
  coverage: fc.record({
    kind: fc.constantFrom('puma', 'ame', 'none'),
    insurer: maybe(fc.tuple(someText, contact).map(([name, reached]) => ({ name, ...reached }))),
    insured: maybe(fc.tuple(fc.record(relative), contact).map(([who, reached]) => ({ ...who, ...reached }))),
  }) as fc.Arbitrary<CseCs8Content['coverage']>,
  pregnancies: fc.record({
    gravidity: many,
    parity: many,
    preterm: many,
    lowBirthWeight: many,
    stillborn: many,
    earlyDeaths: many,
    previousCaesarean: yes,
  }),
  pregnancy: fc.record({
    declared: fc.constantFrom('first', 'second', 'third', 'notFollowed'),
    weight: maybe(number),
    height: maybe(number),
    preeclampsia: yes,
    hypertension: fc.constantFrom(undefined, 'none', 'treated', 'untreated'),
    diabetes: yes,
    otherPathology: fc.oneof(fc.constant(undefined), fc.constant(false as const), someText),
    hospitalisation: maybe(
      fc.oneof(
        fc.record({ days: smallCount }),
        fc.record({
          days: smallCount,
          reason: fc.constantFrom('growth', 'hypertension', 'pretermLabour', 'other'),
          reasonText: maybe(someText),
        }),
      ),
    ),
  }) as fc.Arbitrary<CseCs8Content['pregnancy']>,
  prenatalCare: fc.record({
    trisomy21: yes,
    ultrasounds: many,
    morphology: yes,
    earlyInterview: yes,
    hbsAntigen: fc.constantFrom('positive', 'negative', 'notDone'),
  }),
  delivery,
  newborn,
  vaccinations: few(certified('hepatitisB', 'tuberculosis')),
  followUps: maybe(few(followUp)),
});

const FOLLOWS = { code: 'CORRE', displayName: 'Correspondant', codeSystem: '1.2.250.1.213.1.1.4.2.280' };

export const cseCs8Case: ModelCase<'cse-cs8'> = {
  rules: 'schematrons/CI-SIS_CSE-CS8_2025.01.sch',
  content,
  shape: (document, parts) => ({
    ...examined(document, parts),
    // Whoever has a function, the doctor who will follow the child is among them.
    participants: document.participants?.map((one, index) => (index === 0 ? { ...one, function: FOLLOWS } : one)),
  }),
};
