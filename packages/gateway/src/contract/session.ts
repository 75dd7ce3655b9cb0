import * as z from 'zod/mini';
import { coded } from './coded.js';
import { documentGroup } from './dmp-documents.js';
import { environmentView } from './environment.js';
import { denialReason } from './error.js';
import { instant } from './scalars.js';

/** Who is signed in. */
export const sessionView = z.object({
  /** Opaque key of the user at the vendor's. */
  userRef: z.string(),
  displayName: z.string(),
  /** `medecin`, `secretaire`, `ide`, `patient`, `support`… as the vendor names them. */
  userKind: z.string(),
  superuser: z.boolean(),
  expiresAt: z.optional(instant),
});
export type SessionView = z.infer<typeof sessionView>;

/** A type of document, and whether it proves an identity at this site (Guide INS v3.0 EXI ID 19: a parameter). */
export const documentType = z.object({
  code: z.string(),
  trust: z.enum(['high', 'low']),
  labels: z.object({ fr: z.string(), en: z.string() }),
  /** Proves an identity only with a second document of the list (minors: parent's document; EHPAD: Vitale with photo). */
  companions: z.optional(z.array(z.string())),
  /** Why it cannot validate an identity. */
  why: z.optional(z.object({ fr: z.string(), en: z.string() })),
});
export type DocumentType = z.infer<typeof documentType>;

/** Settings of the site that the screens need. */
export const siteView = z.object({
  name: z.optional(z.string()),
  /** Identity fields shown beyond the mandatory ones. */
  identityFields: z.array(z.string()),
  documentTypes: z.array(documentType),
  /** A record may be validated without a gesture of the user when every trait is the same. */
  automaticValidation: z.boolean(),
  reverifyAfterDays: z.optional(z.int()),
  /** Settings of the DMP screens. */
  dmp: z.optional(
    z.object({
      /** Types offered for a deposit; all of JDV_J66 when absent. */
      types: z.optional(z.array(coded)),
      /** Groups of `dmp.newCounts`; a last group takes the others. */
      groups: z.optional(z.array(documentGroup)),
      /** Days between two acknowledgements of the notice of traceability. Default 180. */
      noticePeriodDays: z.optional(z.int().check(z.gte(1))),
    }),
  ),
});
export type SiteView = z.infer<typeof siteView>;

export const operationCapability = z.object({ allowed: z.boolean(), reason: z.optional(denialReason) });
export type OperationCapability = z.infer<typeof operationCapability>;

/** What this session may do, as the server decides; a record may still restrict it (`PatientView.actions`). */
export const capabilities = z.object({
  userKind: z.string(),
  /** Name of operation → decision. An operation that is not there is not permitted. */
  operations: z.record(z.string(), operationCapability),
  superuser: z.boolean(),
  emergency: z.boolean(),
  environment: environmentView,
  site: siteView,
  /** Octets of one document; absent when the site sets no limit. */
  maxDocumentBytes: z.optional(z.int()),
});
export type Capabilities = z.infer<typeof capabilities>;
