import * as z from 'zod/mini';
import { oid, text } from '../../submission/schema/scalars.js';
import { clinicalDate, codedText, doer } from './shared.js';

/** A medical device, used or present. */
export const device = z.strictObject({
  /** What it is; its code is of the EMDN (1.2.250.1.213.2.68). */
  name: codedText,
  /** UDI (`extension`) under the OID of who issued it, or a reference of a catalogue. */
  id: z.optional(z.strictObject({ root: oid, extension: z.optional(text) })),
  since: z.optional(clinicalDate),
  until: z.optional(clinicalDate),
});
export type MedicalDevice = z.infer<typeof device>;

/** A device that the patient wears or has inside, and who saw to it. */
export const placedDevice = z.extend(device, {
  /** Who put it in, or handed it over. */
  by: z.optional(doer),
  prescribedBy: z.optional(doer),
  comment: z.optional(text),
});
export type PlacedDevice = z.infer<typeof placedDevice>;
