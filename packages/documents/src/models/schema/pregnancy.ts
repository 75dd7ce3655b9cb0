import * as z from 'zod/mini';
import { coded, text } from '../../submission/schema/scalars.js';
import { clinicalDate, quantity, value } from './shared.js';

/** What is known of the pregnancies of the patient; at least one thing. */
export const pregnancyHistory = z.strictObject({
  /** JDV_StatutGrossesse. */
  status: z.optional(z.enum(['pregnant', 'notPregnant', 'unknown'])),
  /** Statut de l’état menstruel. */
  menstruation: z.optional(text),
  /** Date des dernières règles. */
  lastPeriodAt: z.optional(clinicalDate),
  /** Date estimée de l’accouchement. */
  deliveryAt: z.optional(clinicalDate),
  /** By clinical estimation: `{ value: 22, unit: 'wk' }`. */
  gestationalAge: z.optional(quantity),
  multiple: z.optional(z.boolean()),
  livingChildren: z.optional(z.int().check(z.minimum(0), z.maximum(99))),
  /** Nombre d’interruptions de grossesse. */
  terminations: z.optional(z.int().check(z.minimum(0), z.maximum(99))),
  ageAtFirst: z.optional(quantity),
  /** Other observations, by their LOINC. */
  others: z.optional(z.array(z.strictObject({ what: coded, value }))),
});
export type PregnancyHistory = z.infer<typeof pregnancyHistory>;
