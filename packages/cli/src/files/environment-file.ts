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
  dmp: z
    .object({
      baseUrl: z.url().describe('https://{host}, or the whole base up to /services.'),
      simulator: z.boolean().describe('True: every kind of INS may be sent there.').optional(),
      webHost: z.string().min(1).describe('Host of the web access (TD0.9).').optional(),
      receiverOid: z.string().optional(),
      repositoryUniqueId: z.string().optional(),
      processingCode: z.enum(['P', 'D', 'T']).optional(),
      ca: z
        .array(z.string())
        .min(1)
        .describe('PEM files of the authorities: of the server, and of the signature certificate up to the root.'),
      crl: z.array(z.string()).describe('Certificate revocation lists, PEM.').optional(),
      proxy: z.url().describe('Outbound HTTP proxy.').optional(),
      timeoutMs: z.int().positive().describe('For a call that carries no document.').optional(),
    })
    .optional(),
});

export type EnvironmentFile = z.infer<typeof EnvironmentFile>;
