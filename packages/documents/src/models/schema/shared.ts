import * as z from 'zod/mini';
import { coded, text } from '../../submission/schema/scalars.js';

/** A year, a month, a day, or an instant with its offset: what a clinician knows of a date. */
export const clinicalDate = z
  .string()
  .check(z.regex(/^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2}))?)?)?$/));

/** What the reader sees, and its code when there is one. */
export const codedText = z.strictObject({ text, code: z.optional(coded) });
export type CodedText = z.infer<typeof codedText>;

export const quantity = z.strictObject({
  value: z.number(),
  /** UCUM: `mg`, `mm[Hg]`, `{tablet}`. */
  unit: text,
});
export type Quantity = z.infer<typeof quantity>;

/** A pathology, present or past. */
export const problem = z.strictObject({
  name: codedText,
  since: z.optional(clinicalDate),
  until: z.optional(clinicalDate),
});
export type Problem = z.infer<typeof problem>;

/** A procedure that was done. */
export const procedure = z.strictObject({
  name: codedText,
  at: z.optional(clinicalDate),
});
export type Procedure = z.infer<typeof procedure>;

export const allergy = z.strictObject({
  agent: codedText,
  /** Kind of allergy; `allergie` when it is not said. */
  kind: z.optional(z.enum(['allergie', 'medicamenteuse', 'alimentaire', 'intolerance'])),
  since: z.optional(clinicalDate),
  status: z.optional(z.enum(['active', 'inactive', 'resolved'])),
});
export type Allergy = z.infer<typeof allergy>;

export const treatment = z.strictObject({
  /** The medicine; its code is a CIS (1.2.250.1.213.2.3.1). */
  product: codedText,
  start: z.optional(clinicalDate),
  end: z.optional(clinicalDate),
  /** As the patient reads it: `1 comprimé matin et soir`. */
  posology: text,
  dose: z.optional(quantity),
  /** One intake every so much: `{ value: 12, unit: 'h' }`. */
  every: z.optional(quantity),
  /** EDQM (0.4.0.127.0.16.1.1.2.1). */
  route: z.optional(coded),
  reason: z.optional(codedText),
});
export type Treatment = z.infer<typeof treatment>;

export const value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quantity'), value: z.number(), unit: text }),
  z.strictObject({ kind: z.literal('text'), text }),
  z.strictObject({ kind: z.literal('coded'), code: coded }),
]);
export type Value = z.infer<typeof value>;
