import { INS_OIDS } from '@socle-sante/core/ins-identifier';
import * as z from 'zod/mini';
import { contact } from './contact.js';
import { personName } from './people.js';
import { coded, matricule, moment, oid, text } from './scalars.js';

const insOid = z.enum([INS_OIDS.nir, INS_OIDS.nia, INS_OIDS.nirTest, INS_OIDS.nirDemo]);

/** An identity as a product stores it (RNIV): traits, INS, and what its status derives from. */
export const identityState = z.strictObject({
  traits: z.strictObject({
    nomNaissance: text,
    listePrenoms: z.string().check(z.maxLength(2_000)),
    premierPrenom: text,
    sexe: z.enum(['F', 'M', 'I']),
    dateNaissance: text,
    lieuNaissance: z.optional(text),
    nomUtilise: z.optional(text),
    prenomUtilise: z.optional(text),
  }),
  ins: z.optional(z.strictObject({ matricule, oid: insOid })),
  insi: z.boolean(),
  document: z.optional(
    z.strictObject({ type: text, date: text, trust: z.enum(['high', 'low']), expiry: z.optional(text) }),
  ),
  attributes: z._default(z.array(z.enum(['homonyme', 'douteuse', 'fictive'])), []),
  history: z._default(
    z.array(
      z.strictObject({
        matricule: text,
        oid: text,
        dateDebut: z.optional(text),
        dateFin: z.optional(text),
        invalidatedAt: z.optional(text),
        reason: z.optional(z.enum(['douteuse', 'fictive', 'traitEdited', 'verificationKo', 'notGenuine', 'replaced'])),
      }),
    ),
    [],
  ),
  insiCall: z.optional(z.strictObject({ at: text, messageId: z.optional(text) })),
  collection: z.optional(z.enum(['SM', 'CV', 'INSI', 'CB', 'RFID', 'AV'])),
  birthDateCompletion: z.optional(z.enum(['complete', 'dayUnknown', 'monthUnknown', 'yearOnly', 'estimatedYear'])),
});

const guardian = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    name: personName,
    relationship: z.optional(coded),
    ...contact,
  }),
  z.strictObject({ kind: z.literal('organization'), idNat: z.optional(text), name: z.optional(text), ...contact }),
]);

export const submissionPatient = z.strictObject({
  identity: identityState,
  localIdentifiers: z.optional(z.array(z.strictObject({ root: oid, extension: text }))),
  birthPlace: z.optional(z.strictObject({ name: z.optional(text), city: z.optional(text) })),
  guardians: z.optional(z.array(guardian)),
  deceased: z.optional(z.strictObject({ at: z.optional(moment) })),
  multipleBirth: z.optional(z.strictObject({ order: z.optional(z.int().check(z.minimum(1))) })),
  ...contact,
});
