import * as z from 'zod/mini';
import { text } from '../../submission/schema/scalars.js';
import { clinicalDate } from './shared.js';

export const vitalSign = z.strictObject({
  /** LOINC of the vital signs: see {@link VITAL_SIGNS}. */
  code: z.enum(['9279-1', '8867-4', '2708-6', '8480-6', '8462-4', '8310-5', '8302-2', '8287-5', '29463-7', '39156-5']),
  value: z.number(),
  unit: text,
});
export type VitalSign = z.infer<typeof vitalSign>;

/** CSE-MDE: measures of vital signs. */
export const cseMdeContent = z.strictObject({
  at: clinicalDate,
  measures: z.array(vitalSign).check(z.minLength(1)),
});
export type CseMdeContent = z.infer<typeof cseMdeContent>;
