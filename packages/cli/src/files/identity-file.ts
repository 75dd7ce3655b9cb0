import * as z from 'zod';

const coded = z.object({ code: z.string().min(1), codeSystem: z.string().min(1), displayName: z.string().min(1) });

/** One certificate and its key. */
const KeyFiles = z.object({
  certificate: z.string().describe('PEM certificate, followed by its chain.').optional(),
  key: z.string().describe('PEM private key.').optional(),
  pfx: z.string().describe('PKCS#12 file, instead of certificate and key.').optional(),
  passphraseEnv: z.string().describe('Name of the environment variable that holds the passphrase.').optional(),
});

export type KeyFiles = z.infer<typeof KeyFiles>;

const DmpIdentity = z.object({
  mode: z
    .enum(['DIRECTE', 'INDIRECTE', 'INDIRECTE_RENFORCEE'])
    .describe('DIRECTE: card. INDIRECTE: structure. INDIRECTE_RENFORCEE: structure, two factors (AIR).'),
  staff: z.boolean().describe('True for a staff member who is not a professional (CPE): TD2.2.').optional(),
  tls: KeyFiles.describe('Authentication certificate: card, or ORG AUTH_CLI.'),
  sign: KeyFiles.describe('Signature certificate: card, or ORG SIGN. Never the other one.'),
  user: z
    .object({
      idNat: z.string().min(1).describe('PS_IdNat, or the identifier that the structure gave.'),
      family: z.string().min(1),
      given: z.string().min(1),
      specialty: coded.describe('authorSpecialty, list JDV_J01.').optional(),
      roles: z.array(coded).min(1).max(2).describe('Roles of the VIHF, list JDV_J65: profession, then savoir-faire.'),
    })
    .describe('Who acts.'),
  structure: z.object({
    idNat: z.string().min(1).describe('Struct_IdNat.'),
    name: z.string().min(1),
    sector: z
      .object({ code: z.string().min(1), codeSystem: z.string().min(1) })
      .describe('Secteur_Activite, list JDV_J61.'),
  }),
  authnContext: z.string().describe('AuthnContextClassRef; SmartcardPKI in DIRECTE mode, else Password.').optional(),
  vihfVersion: z.string().describe('VIHF_Version; 3.0.').optional(),
  contentType: coded.describe('Activity told by the changes of TD3.3, list JDV_J59.').optional(),
  software: z.object({
    oid: z.string().min(1).describe('OID of the vendor: identifiers of messages and documents are made below it.'),
    name: z.string().min(1).describe('LPS_Nom, as registered.'),
    version: z.string().min(1).describe('LPS_Version, as registered.'),
    homologation: z.string().min(1).describe('LPS_ID_HOMOLOGATION_DMP.'),
    id: z.string().min(1).describe('LPS_ID: identifier of this installation.').optional(),
  }),
});

export type DmpIdentity = z.infer<typeof DmpIdentity>;

/**
 * Who acts, by service: certificates and declared software. Paths are relative to the file itself; a passphrase is never
 * written here, only the name of the environment variable that holds it.
 *
 * Its JSON Schema ships as `schemas/identity.schema.json`.
 */
export const IdentityFile = z.object({
  $schema: z.string().optional(),
  insi: KeyFiles.extend({
    trigger: z.enum(['user', 'automatic']).describe('user for INSI-MANU, automatic for INSI-AUTO.'),
  }).optional(),
  software: z
    .object({
      idam: z.string().min(1).describe('Authorization number given by the CNDA.'),
      version: z.string().min(1),
      instance: z.string().min(1).describe('UUID, one per installation, persistent.'),
      nom: z.string().min(1),
    })
    .describe('The software, as INSi knows it.')
    .optional(),
  dmp: DmpIdentity.optional(),
});

export type IdentityFile = z.infer<typeof IdentityFile>;
