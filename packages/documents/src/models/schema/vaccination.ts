import * as z from 'zod/mini';
import type { Professional } from '../../submission/people.js';
import { professional } from '../../submission/schema/people.js';
import { coded, text } from '../../submission/schema/scalars.js';
import { clinicalDate, codedText, doer, knownOf, product, quantity, reaction } from './shared.js';

const someone: z.ZodMiniType<Professional> = professional;

const administration = {
  /** The vaccine: CIS, and ATC or CIP among the other codes. Without a CIS when only what it protects from is known. */
  vaccine: product,
  /** First series, booster, or not said (the default). */
  series: z.optional(z.enum(['initial', 'booster', 'unspecified'])),
  /** Rank of the dose: 1 for the first. */
  rank: z.optional(z.int().check(z.minimum(1), z.maximum(99))),
  /** JDV_ImmunizationRouteCodes_CISIS (1.2.250.1.213.1.1.5.676), EDQM: `20035000` Voie intramusculaire… */
  route: z.optional(coded),
  /** JDV_ImmunizationApproachSiteCode_CISIS (1.2.250.1.213.1.1.5.621), SNOMED CT: `16217701000119102` deltoïde gauche… */
  site: z.optional(coded),
  dose: z.optional(quantity),
  comment: z.optional(text),
};

const given = {
  ...administration,
  /** Why this vaccine, or why it was not given. */
  reason: z.optional(codedText),
  reactions: z.optional(z.array(reaction)),
  /** Who vaccinated. */
  by: z.optional(doer),
};

/** A vaccination of the history. */
export const vaccination = z.strictObject({
  at: z.optional(clinicalDate),
  /** It was not given: refused, contraindicated… `reason` says why. */
  notDone: z.optional(z.boolean()),
  ...given,
});
export type Vaccination = z.infer<typeof vaccination>;

/** The vaccination of a note: it was done, its day is known; its CIS, its ATC code and its lot are asked for. */
export const notedVaccination = z.strictObject({
  /** A day. */
  at: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  ...given,
  /** Who vouches that it was done; the first professional among the authors of the document by default. */
  author: z.optional(z.strictObject({ professional: someone, at: z.optional(clinicalDate) })),
});
export type NotedVaccination = z.infer<typeof notedVaccination>;

/** A vaccination to come, or to avoid. */
export const plannedVaccination = z.strictObject({
  /** The period that suits; each end may be unknown. */
  start: z.optional(clinicalDate),
  end: z.optional(clinicalDate),
  /** `planned` (the default): it is agreed. `proposed`: it is advised, by a person or a tool. */
  intent: z.optional(z.enum(['planned', 'proposed'])),
  /** Must not be given. */
  avoid: z.optional(z.boolean()),
  ...administration,
});
export type PlannedVaccination = z.infer<typeof plannedVaccination>;

/** VAC: the history of vaccinations. */
export const vacContent = z.strictObject({
  vaccinations: knownOf(vaccination),
  planned: z.optional(z.array(plannedVaccination)),
});
export type VacContent = z.infer<typeof vacContent>;

/** VAC-NOTE: the note of one vaccination. */
export const vacNoteContent = z.strictObject({ vaccination: notedVaccination });
export type VacNoteContent = z.infer<typeof vacNoteContent>;
