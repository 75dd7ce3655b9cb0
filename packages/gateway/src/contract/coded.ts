import * as z from 'zod/mini';

/** A code of a nomenclature, with the label to show. */
export const coded = z.object({
  code: z.string().check(z.minLength(1), z.maxLength(100)),
  /** OID of the nomenclature; `URN` for the signature entry. */
  system: z.string().check(z.maxLength(200)),
  /** Official label, in French. */
  label: z.string().check(z.maxLength(300)),
});
export type Coded = z.infer<typeof coded>;

/** One line about a person or a device that took part in a document. A patient's number is never in it. */
export const personLine = z.object({
  kind: z.enum(['professional', 'patient', 'relative', 'device', 'service', 'organization']),
  /** `NOM Prénom`, or the name of the device or of the structure. */
  name: z.string(),
  /** Profession or speciality. */
  specialty: z.optional(z.string()),
  structure: z.optional(z.string()),
  /** Part taken in the document: `author`, `legalAuthenticator`, `informant`… */
  role: z.optional(z.string()),
  at: z.optional(z.string()),
});
export type PersonLine = z.infer<typeof personLine>;
