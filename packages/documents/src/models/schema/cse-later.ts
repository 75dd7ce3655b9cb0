import * as z from 'zod/mini';
import {
  administration,
  certifiedVaccination,
  followUp,
  mother,
  otherParent,
  smallCount,
} from './child-certificate.js';
import { allergy, knownOf } from './shared.js';

const months = z.optional(z.int().check(z.minimum(0), z.maximum(36)));

/** Of the child, on the day of the examination. */
const measures = {
  /** In grams. */
  weight: z.number().check(z.gt(0)),
  /** In cm. */
  height: z.optional(z.number().check(z.gt(0))),
  /** Périmètre crânien, in cm. */
  headCircumference: z.optional(z.number().check(z.gt(0))),
};

/** Repérage des troubles du neurodéveloppement (JDV_ReperageTroubleNeurodeveloppement_CISIS): none, or sent to a platform of coordination. */
const neurodevelopment = z.enum(['noDisorder', 'referred']);

/** Accidents domestiques: none, or what they were. */
const accidents = z.union([
  z.literal(false),
  z.strictObject({
    trauma: z.optional(z.boolean()),
    burn: z.optional(z.boolean()),
    poisoning: z.optional(z.boolean()),
    other: z.optional(z.boolean()),
  }),
]);
export type Accidents = z.infer<typeof accidents>;

const shared = {
  /** Her date of birth is asked for. */
  mother: z.extend(mother, { birthDate: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)) }),
  otherParent: z.optional(otherParent),
  childrenAtHome: z.optional(smallCount),
  /** Who keeps the child (JDV_TypeGarde_CISIS): nobody else, a crèche, an assistante maternelle, somebody at home, or it is not said who. */
  childcare: z.enum(['none', 'collective', 'childminder', 'atHome', 'unspecified']),
  /** Months of breast milk alone, from birth. */
  breastMilkMonths: months,
  /** Months of mixed feeding, from birth. */
  mixedMilkMonths: months,
  followUps: z.optional(z.array(followUp)),
};

/** CSE-CS9: the health certificate of the ninth month. */
export const cseCs9Content = z.strictObject({
  ...shared,
  /** Born before 33 weeks. */
  preterm: z.optional(z.boolean()),
  /** Before the ninth month. */
  accidents,
  measures: z.strictObject(measures),
  neurodevelopment,
  vaccinations: z.array(
    certifiedVaccination([
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
    ]),
  ),
  /** Immunisation against the RSV. */
  rsv: administration,
});
export type CseCs9Content = z.infer<typeof cseCs9Content>;

/** CSE-CS24: the health certificate of the twenty-fourth month. */
export const cseCs24Content = z.strictObject({
  ...shared,
  /** Born before 33 weeks. */
  preterm: z.boolean(),
  /** Since the ninth month. */
  accidents,
  /** Risque de saturnisme. */
  leadRisk: z.optional(z.boolean()),
  /** Screens without an adult (JDV_EnfantExposeAuxEcrans_CS24_CISIS): never, less than once a week, more. */
  screens: z.enum(['never', 'lessThanWeekly', 'weekly']),
  measures: z.strictObject({
    ...measures,
    /** IMC, in kg/m². */
    bodyMassIndex: z.optional(z.number().check(z.gt(0))),
  }),
  neurodevelopment,
  /** Marche acquise: whether, and at how many months. */
  walking: z.optional(z.strictObject({ acquired: z.boolean(), ageInMonths: months })),
  allergies: z.optional(knownOf(allergy)),
  vaccinations: z.array(
    certifiedVaccination([
      'diphtheriaPolioTetanus',
      'pertussis',
      'haemophilus',
      'hepatitisB',
      'pneumococcus',
      'meningococcusC',
      'meningococcusACWY',
      'meningococcusB',
      'measlesMumpsRubella',
      'rotavirus',
      'tuberculosis',
      'yellowFever',
    ]),
  ),
});
export type CseCs24Content = z.infer<typeof cseCs24Content>;
