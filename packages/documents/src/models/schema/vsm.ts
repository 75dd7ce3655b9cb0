import * as z from 'zod/mini';
import { coded, text } from '../../submission/schema/scalars.js';
import { allergy, codedText, problem, procedure, treatment, value } from './shared.js';

/** Habits and way of life: tobacco, alcohol… */
export const habit = z.strictObject({ what: coded, value });
export type Habit = z.infer<typeof habit>;

export const familyProblem = z.strictObject({
  /** HL7 RoleCode: `MTH`, `FTH`, `SIB`… */
  relation: coded,
  sexe: z.enum(['F', 'M', 'I']),
  name: codedText,
});
export type FamilyProblem = z.infer<typeof familyProblem>;

/** VSM: the medical summary that the treating doctor keeps. Empty lists are written as « Aucun élément connu ». */
export const vsmContent = z.strictObject({
  activeProblems: z.array(problem),
  pastIllnesses: z.array(problem),
  surgeries: z.array(procedure),
  allergies: z.array(allergy),
  habits: z.array(habit),
  occupationalRisks: z.array(text),
  familyHistory: z.array(familyProblem),
  /** Points of vigilance, results worth knowing. */
  watchPoints: z.array(text),
  treatments: z.array(treatment),
});
export type VsmContent = z.infer<typeof vsmContent>;
