import fc from 'fast-check';
import type { CseCs9Content, CseCs24Content } from '../../../src/submission.ts';
import { day, maybe } from '../values.ts';
import { administration, certified, examined, followUp, mother, otherParent, smallCount } from './cse.ts';
import type { ModelCase } from './model-case.ts';
import { allergy, few, known, number } from './values.ts';

const yes = maybe(fc.boolean());

const shared = {
  mother: fc.tuple(mother, day).map(([who, birthDate]) => ({ ...who, birthDate })),
  otherParent: maybe(otherParent),
  childrenAtHome: maybe(smallCount),
  childcare: fc.constantFrom(
    'none' as const,
    'collective' as const,
    'childminder' as const,
    'atHome' as const,
    'unspecified' as const,
  ),
  breastMilkMonths: maybe(smallCount),
  mixedMilkMonths: maybe(smallCount),
  accidents: fc.oneof(
    fc.constant(false as const),
    fc
      .record({ trauma: yes, burn: yes, poisoning: yes, other: yes })
      .filter((causes) => Object.values(causes).includes(true)),
  ),
  neurodevelopment: fc.constantFrom('noDisorder' as const, 'referred' as const),
  followUps: maybe(few(followUp)),
};

const measures = { weight: number, height: maybe(number), headCircumference: maybe(number) };

const VACCINES = [
  'diphtheriaPolioTetanus',
  'pertussis',
  'haemophilus',
  'hepatitisB',
  'pneumococcus',
  'meningococcusC',
  'meningococcusACWY',
  'meningococcusB',
  'rotavirus',
  'tuberculosis',
] as const;

const cs9: fc.Arbitrary<CseCs9Content> = fc.record({
  ...shared,
  preterm: yes,
  measures: fc.record(measures),
  vaccinations: few(certified(...VACCINES)),
  rsv: administration,
});

const cs24: fc.Arbitrary<CseCs24Content> = fc.record({
  ...shared,
  preterm: fc.boolean(),
  leadRisk: yes,
  screens: fc.constantFrom('never' as const, 'lessThanWeekly' as const, 'weekly' as const),
  measures: fc.record({ ...measures, bodyMassIndex: maybe(number) }),
  walking: maybe(
    fc.oneof(
      fc.constant({ acquired: false }),
      fc.record({ acquired: fc.constant(true), ageInMonths: maybe(smallCount) }),
    ),
  ),
  allergies: maybe(known(allergy)),
  vaccinations: few(certified(...VACCINES, 'measlesMumpsRubella', 'yellowFever')),
});

export const cseCs9Case: ModelCase<'cse-cs9'> = {
  rules: 'schematrons/CI-SIS_CSE-CS9_2025.01.sch',
  content: cs9,
  shape: examined,
};

export const cseCs24Case: ModelCase<'cse-cs24'> = {
  rules: 'schematrons/CI-SIS_CSE-CS24_2025.01.sch',
  content: cs24,
  shape: examined,
};
