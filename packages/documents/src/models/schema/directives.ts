import * as z from 'zod/mini';
import { text } from '../../submission/schema/scalars.js';
import { clinicalDate } from './shared.js';

const told = {
  /** When the patient wrote it. */
  since: z.optional(clinicalDate),
  /** When it ceases to hold; it holds for ever by default. */
  until: z.optional(clinicalDate),
  comment: z.optional(text),
};

/** Advance directives (directives anticipées); `octets`: how the octets of their document are given. */
export function advanceDirectives(octets: z.ZodMiniType<Uint8Array>) {
  return z.strictObject({
    /** What the patient accepts or refuses (JDV_TypeDirectiveAnticipee). */
    wishes: z.optional(
      z.array(
        z.strictObject({
          what: z.enum([
            'lifeSupport',
            'resuscitation',
            'ventilation',
            'nutrition',
            'dialysis',
            'surgery',
            'deepSedation',
          ]),
          accepted: z.boolean(),
          ...told,
        }),
      ),
    ),
    /** Wishes that the list does not have. */
    others: z.optional(z.array(z.strictObject({ text, ...told }))),
    /** What the patient wrote, as PDF/A-1. */
    document: z.optional(z.strictObject({ pdf: octets, ...told })),
  });
}
export type AdvanceDirectives = z.infer<ReturnType<typeof advanceDirectives>>;
