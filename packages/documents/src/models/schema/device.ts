import * as z from 'zod/mini';
import { oid, text } from '../../submission/schema/scalars.js';
import { clinicalDate, codedText } from './shared.js';

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
