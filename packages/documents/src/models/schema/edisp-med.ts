import * as z from 'zod/mini';
import type { Professional } from '../../submission/people.js';
import { instanceId } from '../../submission/schema/contact.js';
import { professional } from '../../submission/schema/people.js';
import { instant, longText, text } from '../../submission/schema/scalars.js';
import { dispensedMedicine, posology } from './medicine.js';
import { clinicalDate } from './shared.js';

const prose = longText.check(z.minLength(1));
const person: z.ZodMiniType<Professional> = professional;

const dispensed = z.strictObject({
  /** Identifier of what was handed out; made when it is not given. */
  id: z.optional(instanceId),
  medicine: dispensedMedicine,
  /** How much: a number of packages (EDQM code as `unit`), or an amount. */
  quantity: z.strictObject({ value: z.number(), unit: text, label: text }),
  /** The line of the prescription. */
  prescription: z.optional(
    z.strictObject({
      /** Identifier of the line in the prescription. */
      line: instanceId,
      /** Identifier of the prescription. */
      document: instanceId,
      at: instant,
      author: person,
    }),
  ),
  patientInstructions: z.optional(prose),
  /** What the dispenser notes. */
  notes: z.optional(prose),
  /** The posology, when the dispenser changed it: days and frequency, then what the data of a posology say. */
  changedPosology: z.optional(
    z.strictObject({
      /** As the patient reads it. */
      text: prose,
      start: clinicalDate,
      end: clinicalDate,
      posology,
    }),
  ),
  /** What was handed out in the place of what was prescribed is its generic: said to the patient so. */
  genericInstead: z.optional(text),
});
export type Dispensed = z.infer<typeof dispensed>;

/** eDISP-MED: the medicines that were handed out. */
export const eDispMedContent = z.strictObject({
  dispensed: z.array(dispensed).check(z.minLength(1)),
});
export type EDispMedContent = z.infer<typeof eDispMedContent>;
