import * as z from 'zod/mini';

/** The vendor's opaque key of a record. Never a matricule: it is checked, and refused when it looks like one. */
export const patientRef = z.string().check(
  z.minLength(1),
  z.maxLength(128),
  z.regex(/^[A-Za-z0-9._~:-]+$/),
  z.refine((value) => !/^\d{5}(?:\d{2}|2[ABab])\d{6}(?:\d{2})?$/.test(value)),
);

/** Opaque handle that the gateway gave (snapshot, page cursor, row of a worklist). */
export const handle = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[A-Za-z0-9._~:-]+$/));

/** Sealed handle of a document or of a ticket: only the gateway that made it can read it. */
export const documentHandle = z.string().check(z.minLength(1), z.maxLength(2_000), z.regex(/^[A-Za-z0-9._~:-]+$/));

/** Instant, ISO 8601 with offset or `Z`. */
export const instant = z
  .string()
  .check(z.maxLength(35), z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/));

/**
 * Birth date as stored, `YYYY-MM-DD`. It may be a lunar date (`2009-00-00`): never give it to `Date`.
 */
export const birthDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Calendar day, `YYYY-MM-DD`. */
export const day = z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/));

/** Version of a record, for the optimistic check: grows by one at each write. */
export const version = z.int().check(z.gte(1), z.lte(2_147_483_647));

/** Name as typed: the server normalises it and answers with the offending character when it cannot. */
export const typedName = z.string().check(z.minLength(1), z.maxLength(100));

/** Official geographical code (COG) of the birth place: commune, `99` + country, `99999` unknown. */
export const cog = z.string().check(z.regex(/^(?:\d{5}|2[AB]\d{3})$/));

/** Stable code of a rule, an error or an official refusal. */
export const code = z.string().check(z.minLength(1), z.maxLength(120));
