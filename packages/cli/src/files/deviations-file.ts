import * as z from 'zod';

/** What all faults say. */
const COMMON = {
  /** Stable: what reports call it. */
  code: z.string().min(1),
  noted: z.iso.date(),
  /** A name from the root of the rules, `*` and `**` allowed; without `/`, in any folder. */
  file: z.string().min(1),
  reason: z.string().min(1),
};
/** Known faults of a schematron: what is wrong in a file, since when that is known, and what stands for it. */
export const DeviationsFile = z.strictObject({
  $schema: z.string().optional(),
  deviations: z.array(
    z.discriminatedUnion('what', [
      z.strictObject({ what: z.literal('replaceText'), ...COMMON, find: z.string().min(1), replace: z.string() }),
      z.strictObject({ what: z.literal('resource'), ...COMMON, from: z.string().min(1) }),
      z.strictObject({ what: z.literal('note'), ...COMMON, incomplete: z.boolean().default(false) }),
    ]),
  ),
});
