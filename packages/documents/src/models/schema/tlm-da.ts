import * as z from 'zod/mini';
import { longText, text } from '../../submission/schema/scalars.js';
import { placedDevice } from './device.js';
import { familyProblem } from './history.js';
import { pregnancyHistory } from './pregnancy.js';
import { allergy, knownOf, problem, procedure, treatment } from './shared.js';
import { vitalSign } from './vital-signs.js';

/** The history of the patient (anamnèse): in lists, or as a text. */
const history = z.union([
  z.strictObject({ text: longText.check(z.minLength(1)) }),
  z.strictObject({
    activeProblems: knownOf(problem),
    pastIllnesses: knownOf(problem),
    procedures: knownOf(procedure),
    allergies: knownOf(allergy),
    familyHistory: knownOf(familyProblem),
  }),
]);

/** TLM-DA: the request of an act of telemedicine. Files go in the `attachments` of the body. */
export const tlmDaContent = z.strictObject({
  history,
  /** Habitus, mode de vie. */
  wayOfLife: z.optional(text),
  occupationalRisks: z.optional(z.array(text)),
  treatments: knownOf(treatment),
  devices: z.optional(knownOf(placedDevice)),
  /** Vital signs, each with its date when they are not of the same day. */
  vitalSigns: z.optional(z.array(vitalSign)),
  /** Results of examinations, as they are told. */
  results: z.optional(z.array(text)),
  pregnancies: z.optional(pregnancyHistory),
});
export type TlmDaContent = z.infer<typeof tlmDaContent>;
