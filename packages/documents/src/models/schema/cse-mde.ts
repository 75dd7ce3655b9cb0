import * as z from 'zod/mini';
import { clinicalDate } from './shared.js';
import { vitalSign } from './vital-signs.js';

/** CSE-MDE: measures of vital signs. */
export const cseMdeContent = z.strictObject({
  at: clinicalDate,
  measures: z.array(vitalSign).check(z.minLength(1)),
});
export type CseMdeContent = z.infer<typeof cseMdeContent>;
