import * as z from 'zod';

/**
 * Who acts: structure certificate and declared software. Paths are relative to the file itself; a passphrase is never
 * written here, only the name of the environment variable that holds it.
 *
 * Its JSON Schema ships as `schemas/identity.schema.json`.
 */
export const IdentityFile = z.object({
  $schema: z.string().optional(),
  insi: z.object({
    certificate: z.string().describe('PEM certificate, followed by its chain.').optional(),
    key: z.string().describe('PEM private key.').optional(),
    pfx: z.string().describe('PKCS#12 file, instead of certificate and key.').optional(),
    passphraseEnv: z.string().describe('Name of the environment variable that holds the passphrase.').optional(),
    trigger: z.enum(['user', 'automatic']).describe('user for INSI-MANU, automatic for INSI-AUTO.'),
  }),
  software: z.object({
    idam: z.string().min(1).describe('Authorization number given by the CNDA.'),
    version: z.string().min(1),
    instance: z.string().min(1).describe('UUID, one per installation, persistent.'),
    nom: z.string().min(1),
  }),
});

export type IdentityFile = z.infer<typeof IdentityFile>;
