import * as z from 'zod/mini';
import { coded, longText, text } from '../../submission/schema/scalars.js';
import { CONTRAINDICATIONS, MODALITIES, REGIONS } from '../imaging-lists.js';
import { clinicalDate, quantity } from './shared.js';

/** The names of the codes of a list. */
export function keysOf<Key extends string>(list: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(list) as Key[];
}

/** A free text of several lines, which says something. */
export const prose = longText.check(z.minLength(1));

/** DICOM code of an acquisition: `CT`, `MR`, `US`… */
export const modality = z.enum(keysOf(MODALITIES));
export const region = z.enum(keysOf(REGIONS));

/** Why an examination came, and what is known of the patient before it. */
export const clinicalInformation = z.strictObject({
  /** Why the examination is asked for. */
  reason: prose,
  /** What it should answer. */
  purpose: z.optional(prose),
  medicalHistory: prose,
  surgicalHistory: prose,
  /** An empty list says that none is known. */
  contraindications: z.array(
    z.strictObject({
      what: z.enum(keysOf(CONTRAINDICATIONS)),
      comment: z.optional(text),
      at: z.optional(clinicalDate),
    }),
  ),
});
export type ClinicalInformation = z.infer<typeof clinicalInformation>;

/** A product that was given for the examination: contrast, radiopharmaceutical… */
export const imagingProduct = z.strictObject({
  name: text,
  /** CIP (1.2.250.1.213.2.3.2) or UCD, and ATC (2.16.840.1.113883.6.73). */
  codes: z.optional(z.array(coded)),
  /** The dose, or the activity of a radiopharmaceutical (`MBq`). */
  dose: z.optional(quantity),
  /** EDQM (0.4.0.127.0.16.1.1.2.1). */
  route: z.optional(coded),
  lot: z.optional(text),
  comment: z.optional(text),
});
export type ImagingProduct = z.infer<typeof imagingProduct>;
