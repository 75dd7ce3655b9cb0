import * as z from 'zod/mini';
import { moment, text } from './scalars.js';

const nullFlavor = z.enum(['UNK', 'NASK', 'ASKU', 'NAV', 'MSK']);

export const address = z.strictObject({
  use: z.optional(z.enum(['H', 'HP', 'HV', 'WP', 'TMP'])),
  lines: z.optional(z.array(text).check(z.maxLength(7))),
  houseNumber: z.optional(text),
  houseNumberNumeric: z.optional(text),
  streetNameType: z.optional(text),
  streetName: z.optional(text),
  additionalLocator: z.optional(text),
  unitID: z.optional(text),
  postBox: z.optional(text),
  precinct: z.optional(text),
  postalCode: z.optional(text),
  county: z.optional(text),
  city: z.optional(text),
  state: z.optional(text),
  country: z.optional(text),
  nullFlavor: z.optional(nullFlavor),
});

export const telecom = z.strictObject({
  value: z.optional(text),
  use: z.optional(z.enum(['H', 'HP', 'HV', 'WP', 'DIR', 'PUB', 'EC', 'MC', 'PG'])),
  nullFlavor: z.optional(nullFlavor),
});

/** The two fields of every participant. */
export const contact = { addresses: z.optional(z.array(address)), telecoms: z.optional(z.array(telecom)) };

export const instanceId = z.strictObject({ root: text, extension: z.optional(text) });

export const period = z.strictObject({ start: z.optional(moment), stop: z.optional(moment) });
