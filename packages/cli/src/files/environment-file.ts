import * as z from 'zod';

/**
 * Where the services are. Paths are relative to the file itself.
 *
 * Its JSON Schema ships as `schemas/environment.schema.json`.
 */
export const EnvironmentFile = z.object({
  $schema: z.string().optional(),
  name: z.string().min(1).describe('Shown in messages and traces.'),
  production: z.boolean().describe('True: test OIDs are refused and test certificates are reported.'),
  insi: z
    .object({
      tlsmUrl: z.url().describe('POST address behind mutual TLS (structure certificate).'),
      cpxUrl: z.url().describe('POST address with server TLS (card assertion).').optional(),
      ca: z
        .array(z.string())
        .min(1)
        .describe('PEM files of the authorities that the server certificate must chain to.'),
      crl: z.array(z.string()).describe('Certificate revocation lists, PEM.').optional(),
      proxy: z.url().describe('Outbound HTTP proxy.').optional(),
      issuers: z
        .array(z.string())
        .describe('Issuer CN accepted by the certificate pre-flight, when not the IGC-Santé ones.')
        .optional(),
      timeoutMs: z.int().positive().optional(),
    })
    .optional(),
});

export type EnvironmentFile = z.infer<typeof EnvironmentFile>;
