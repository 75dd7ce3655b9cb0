import { INS_OIDS, type InsIdentifier, isInsOid } from '@socle-sante/core/ins-identifier';
import { isMatricule } from '@socle-sante/core/matricule';
import type { IdentityState } from '@socle-sante/core/rniv';
import * as z from 'zod';
import { UsageError } from '../frame/usage-error.js';

const text = z.string().max(200);

/**
 * A patient's identity as a product stores it: traits, INS, and the two axes that its RNIV status derives from.
 *
 * Its JSON Schema ships as `schemas/identity-state.schema.json`.
 */
export const IdentityStateFile = z.object({
  $schema: z.string().optional(),
  traits: z.object({
    nomNaissance: text,
    listePrenoms: text.describe('Prénoms of the birth certificate, separated by a space.'),
    premierPrenom: text,
    sexe: z.enum(['F', 'M', 'I']),
    dateNaissance: z.string().describe('YYYY-MM-DD; may be no calendar date.'),
    lieuNaissance: text.describe('Code officiel géographique, 5 characters.').optional(),
    nomUtilise: text.optional(),
    prenomUtilise: text.optional(),
  }),
  ins: z.object({ matricule: z.string().describe('15 characters.'), oid: z.enum(Object.values(INS_OIDS)) }).optional(),
  insi: z.boolean().describe('Axis I: the INS was brought by INSi or the appli carte Vitale.'),
  document: z
    .object({ type: z.string(), date: z.string(), trust: z.enum(['high', 'low']), expiry: z.string().optional() })
    .describe('Axis C: the document that proved the identity.')
    .optional(),
  attributes: z.array(z.enum(['homonyme', 'douteuse', 'fictive'])).default([]),
});

export type IdentityStateFile = z.infer<typeof IdentityStateFile>;

/** The file as the state that every mapper takes. */
export function toIdentityState(file: IdentityStateFile): IdentityState {
  const { traits, insi, document, attributes } = file;
  const ins = file.ins ? readIns(file.ins) : undefined;
  return { traits, insi, attributes, history: [], ...(ins ? { ins } : {}), ...(document ? { document } : {}) };
}

function readIns(ins: { matricule: string; oid: string }): InsIdentifier {
  const matricule = ins.matricule.replace(/\s/g, '').toUpperCase();
  if (isMatricule(matricule) && isInsOid(ins.oid)) return { matricule, oid: ins.oid };
  throw new UsageError(
    { fr: 'Le matricule du fichier est faux : contrôlez-le.', en: 'The matricule of the file is wrong: check it.' },
    'socle ins check MATRICULE --oid OID',
  );
}
