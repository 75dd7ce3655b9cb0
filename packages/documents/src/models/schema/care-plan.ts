import * as z from 'zod/mini';
import { coded, text } from '../../submission/schema/scalars.js';
import { clinicalDate, codedText, doer, treatment, value } from './shared.js';
import { plannedVaccination } from './vaccination.js';

/** What is intended for the patient. */
export const carePlan = z.strictObject({
  /** Treatments to be taken; the posology may be left for later. */
  treatments: z.optional(z.array(z.extend(treatment, { posology: z.optional(text) }))),
  /** Examinations and follow-ups that are asked for; `goal` when a value is aimed at. */
  examinations: z.optional(
    z.array(
      z.strictObject({
        what: codedText,
        at: z.optional(clinicalDate),
        goal: z.optional(value),
        comment: z.optional(text),
      }),
    ),
  ),
  procedures: z.optional(
    z.array(
      z.strictObject({
        name: codedText,
        at: z.optional(clinicalDate),
        /** HL7 ActPriority (2.16.840.1.113883.5.7): `EL`, `UR`… */
        priority: z.optional(coded),
        comment: z.optional(text),
      }),
    ),
  ),
  /** Visits and stays. */
  encounters: z.optional(
    z.array(
      z.strictObject({
        /** HL7 ActEncounterCode (2.16.840.1.113883.5.4): `AMB` Ambulatoire… */
        kind: coded,
        at: z.optional(clinicalDate),
        by: z.optional(doer),
        place: z.optional(z.strictObject({ name: text, telephone: z.optional(text) })),
        comment: z.optional(text),
      }),
    ),
  ),
  vaccinations: z.optional(z.array(plannedVaccination)),
});
export type CarePlan = z.infer<typeof carePlan>;
