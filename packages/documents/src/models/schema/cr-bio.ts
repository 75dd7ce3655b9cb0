import * as z from 'zod/mini';
import { coded, text } from '../../submission/schema/scalars.js';
import { clinicalDate, value } from './shared.js';

export const labResult = z.strictObject({
  /** LOINC. */
  code: coded,
  label: text,
  at: clinicalDate,
  value,
  /** HL7 ObservationInterpretation: `N`, `H`, `L`, `HH`, `POS`… */
  interpretation: z.optional(coded),
  method: z.optional(text),
  reference: z.optional(z.strictObject({ low: z.optional(z.number()), high: z.optional(z.number()), unit: text })),
});
export type LabResult = z.infer<typeof labResult>;

/** CR-BIO: the report of medical biology. */
export const crBioContent = z.strictObject({
  chapters: z
    .array(
      z.strictObject({
        /** LOINC of the speciality: `18719-5` Biochimie… */
        code: coded,
        title: text,
        results: z.array(labResult).check(z.minLength(1)),
        comment: z.optional(text),
      }),
    )
    .check(z.minLength(1)),
});
export type CrBioContent = z.infer<typeof crBioContent>;
