import * as z from 'zod/mini';
import { longText, text } from '../../submission/schema/scalars.js';
import { allergy, knownOf, treatment } from './shared.js';

/** LDL-EES: the letter that goes with a patient who enters an establishment (article R. 1112-1-1 of the code de la santé publique). */
export const ldlEesContent = z.strictObject({
  /** Why the hospitalisation is asked for. */
  reason: text,
  /** What the patient takes on entering. */
  admissionTreatments: knownOf(treatment),
  allergies: knownOf(allergy),
  /** Anything else that the establishment should know; « Aucun commentaire. » is written without it. */
  comment: z.optional(longText),
});
export type LdlEesContent = z.infer<typeof ldlEesContent>;
