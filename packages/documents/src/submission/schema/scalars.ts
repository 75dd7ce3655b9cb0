import type { MatriculeIns } from '@socle-sante/core/matricule';
import { isMatricule } from '@socle-sante/core/matricule';
import * as z from 'zod/mini';

/** A text that says something. */
export const text = z.string().check(z.minLength(1), z.maxLength(2_000));

/** A long free text. */
export const longText = z.string().check(z.maxLength(20_000));

/** A dotted OID. */
export const oid = z.string().check(z.regex(/^[0-2](?:\.(?:0|[1-9]\d*))+$/), z.maxLength(128));

/** ISO 8601 instant with its offset. */
export const instant = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/));

/** An instant, or a day. */
export const moment = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2}))?$/));

export const language = z.string().check(z.regex(/^[a-z]{2}-[A-Z]{2}$/));

export const versionNumber = z.int().check(z.minimum(1), z.maximum(1_000_000));

export const coded = z.strictObject({
  code: text,
  codeSystem: text,
  displayName: text,
  codeSystemName: z.optional(text),
});

export const matricule = z.pipe(
  z.string(),
  z.custom<MatriculeIns>((value) => typeof value === 'string' && isMatricule(value)),
);
