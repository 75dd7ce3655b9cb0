import * as z from 'zod/mini';
import { coded, text } from '../../submission/schema/scalars.js';
import { clinicalDate, codedText, value } from './shared.js';

/** Habits and way of life: tobacco, alcohol… */
export const habit = z.strictObject({
  /** JDV_SocialHistoryCodes_CISIS: `72166-2` Statut tabagique, `74013-4` Consommation d'alcool… */
  what: coded,
  value,
  at: z.optional(clinicalDate),
  comment: z.optional(text),
});
export type Habit = z.infer<typeof habit>;

export const familyProblem = z.strictObject({
  /** HL7 RoleCode: `MTH`, `FTH`, `SIB`… */
  relation: coded,
  sexe: z.enum(['F', 'M', 'I']),
  name: codedText,
  /** When it began. */
  since: z.optional(clinicalDate),
  comment: z.optional(text),
});
export type FamilyProblem = z.infer<typeof familyProblem>;
