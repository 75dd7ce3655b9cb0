import * as z from 'zod/mini';
import { code } from './scalars.js';

/** What a validator found: same shape as `Finding` of `@socle-sante/core`, whose catalogues give its text. */
export const findingView = z.object({
  rule: code,
  severity: z.enum(['error', 'warning', 'info']),
  path: z.array(z.union([z.string(), z.number()])),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Where, in the document that was checked: a path without values, a line and a column from 1. */
  wire: z.optional(
    z.object({ pointer: z.optional(z.string()), line: z.optional(z.number()), column: z.optional(z.number()) }),
  ),
  ref: z.optional(z.object({ document: z.string(), version: z.optional(z.string()), section: z.optional(z.string()) })),
});
export type FindingView = z.infer<typeof findingView>;
