import * as z from 'zod';

const DmpWire = z.object({
  to: z.enum(['endpoint', 'empty']).describe('wsa:To: address of the service (default), or empty.').optional(),
  maxDocumentsPerSet: z.int().positive().describe('Default 1.').optional(),
  foldersAndTransformations: z.boolean().describe('Default false.').optional(),
  reasonForBrisDeGlace: z.boolean().describe('Whether bris_de_glace needs a reason. Default true.').optional(),
  maxDocumentBytes: z.int().positive().describe('Default: none.').optional(),
  unarchivedStatus: z.string().describe('Status that un-archives a document. Default Approved.').optional(),
  quotedTimes: z.boolean().describe('Quotes around the instants of a search. Default true.').optional(),
  batchSize: z.int().positive().describe('Documents asked at once after a search by sets. Default 20.').optional(),
  firstSearchYears: z.number().positive().max(2).describe('Default 2.').optional(),
});

const VihfWire = z.object({
  modeAttribute: z.enum(['Authentification_Mode', 'Authentification_mode']).optional(),
  confidentialityAttribute: z
    .enum(['urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code', 'Confidentiality_code'])
    .optional(),
  authnContextDecl: z
    .union([z.string(), z.literal(false)])
    .describe('AIR mode; false sends none.')
    .optional(),
  issuer: z.enum(['rfc2253', 'reversed']).optional(),
  subjectIdInDirectMode: z.boolean().optional(),
  purposeCodeSystemName: z.string().optional(),
  validSeconds: z.int().positive().describe('Writes Conditions. Default: none.').optional(),
});

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
      setSignature: z
        .enum(['rsa-sha1', 'rsa-sha256'])
        .describe('XAdES signature of a submission set. Default rsa-sha1, as the official samples; not the VIHF.')
        .optional(),
      wire: DmpWire.describe('What no published text settles; each has a default.').optional(),
      vihf: VihfWire.describe('What official sources spell in two ways; each has a default.').optional(),
    })
    .optional(),
});

export type EnvironmentFile = z.infer<typeof EnvironmentFile>;
