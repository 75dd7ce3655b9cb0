import * as z from 'zod/mini';
import { text } from '../../submission/schema/scalars.js';
import { familyProblem, habit } from './history.js';
import { allergy, knownOf, problem, procedure, treatment } from './shared.js';

/**
 * VSM: the medical summary that the treating doctor keeps. An empty list says that none is known (with its code, where the CI-SIS
 * has one), `noInformation` that nobody knows.
 */
export const vsmContent = z.strictObject({
  activeProblems: knownOf(problem),
  pastIllnesses: knownOf(problem),
  surgeries: knownOf(procedure),
  allergies: knownOf(allergy),
  habits: z.array(habit),
  occupationalRisks: z.array(text),
  familyHistory: knownOf(familyProblem),
  /** Points of vigilance, results worth knowing. */
  watchPoints: z.array(text),
  treatments: knownOf(treatment),
});
export type VsmContent = z.infer<typeof vsmContent>;
