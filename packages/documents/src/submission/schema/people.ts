import * as z from 'zod/mini';
import { contact } from './contact.js';
import { coded, instant, oid, text } from './scalars.js';

export const personName = z.strictObject({
  family: text,
  given: z.optional(text),
  prefix: z.optional(z.enum(['M', 'MME'])),
  suffix: z.optional(z.enum(['DR', 'MC', 'MG', 'PC', 'PG', 'PR'])),
});

export const organization = z.strictObject({ idNat: text, name: text, setting: z.optional(coded), ...contact });

const professionalFields = {
  idNat: text,
  name: personName,
  specialty: z.optional(coded),
  function: z.optional(coded),
  organization: z.optional(organization),
  ...contact,
};

export const professional = z.strictObject(professionalFields);

const device = z.strictObject({ model: text, software: text });

/** The four kinds, with further fields for where they stand. */
function authors<Extra extends Readonly<Record<string, z.ZodMiniType>>>(extra: Extra) {
  return z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('professional'),
      ...professionalFields,
      specialty: coded,
      organization,
      ...extra,
    }),
    z.strictObject({ kind: z.literal('patient'), ...contact, ...extra }),
    z.strictObject({
      kind: z.literal('system'),
      idNat: text,
      specialty: coded,
      device,
      organization,
      ...contact,
      ...extra,
    }),
    z.strictObject({
      kind: z.literal('service'),
      oid,
      extension: text,
      device,
      organization,
      ...contact,
      ...extra,
    }),
  ]);
}

export const author = authors({});
export const documentAuthor = authors({ time: z.optional(instant) });
