import * as z from 'zod/mini';
import { text } from '../../submission/schema/scalars.js';
import { clinicalDate } from './shared.js';

/** A measure of a vital sign. */
export const vitalSign = z.strictObject({
  /** LOINC, one of JDV_SignesVitaux_CISIS: see {@link VITAL_SIGNS}. */
  code: z.enum([
    '9279-1',
    '8867-4',
    '20564-1',
    '8480-6',
    '8462-4',
    '8310-5',
    '8302-2',
    '8306-3',
    '8287-5',
    '8280-0',
    '29463-7',
    '39156-5',
    '9272-6',
    '9274-2',
    '9271-8',
  ]),
  value: z.number(),
  /** UCUM. */
  unit: text,
  /** When it was measured, where it is not the date of them all. */
  at: z.optional(clinicalDate),
  comment: z.optional(text),
});
export type VitalSign = z.infer<typeof vitalSign>;
