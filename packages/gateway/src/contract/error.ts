import * as z from 'zod/mini';
import { findingView } from './finding.js';
import { code } from './scalars.js';

/** Codes that the gateway itself answers, and those that the browser client makes when there is no answer. */
export const gatewayErrorCodes = [
  'gateway.arbitrate',
  'gateway.badRequest',
  'gateway.blocked',
  'gateway.busy',
  'gateway.confirmationNeeded',
  'gateway.conflict',
  'gateway.consent',
  'gateway.contract',
  'gateway.csrf',
  'gateway.derivationExpired',
  'gateway.document',
  'gateway.emergency',
  'gateway.expired',
  'gateway.feeding',
  'gateway.findings',
  'gateway.forbidden',
  'gateway.handle',
  'gateway.held',
  'gateway.idempotency',
  'gateway.identityDiffers',
  'gateway.internal',
  'gateway.lexical',
  'gateway.locked',
  'gateway.mediaType',
  'gateway.method',
  'gateway.notFound',
  'gateway.notQualified',
  'gateway.offline',
  'gateway.refusedResult',
  'gateway.snapshotExpired',
  'gateway.timeout',
  'gateway.tooLarge',
  'gateway.tooMany',
  'gateway.transition',
  'gateway.unacknowledged',
  'gateway.unsupported',
] as const;
export type GatewayErrorCode = (typeof gatewayErrorCodes)[number];

/** Why an operation is not permitted. */
export const denialReason = z.enum(['profile', 'patient', 'session', 'site', 'environment', 'notConfigured']);
export type DenialReason = z.infer<typeof denialReason>;

/**
 * What a page may know of a failure: codes, a sentence quoted from the official service, a reference for the support.
 * Never a stack, an exchange, a name or a matricule. Its texts come from `describeUiError`.
 */
export const uiError = z.object({
  /** Stable code: `gateway.*`, or the code of the service error, `insi.unavailable`. */
  code,
  /** `gateway`, `insi`, `vitale`, `verification`, `dmp`. */
  service: z.string().check(z.maxLength(40)),
  /** Code of the national service as received: `desir_1020`, `01`. */
  officialCode: z.optional(z.string().check(z.maxLength(60))),
  /** Sentence of the national service, redacted; to quote, never to parse. */
  official: z.optional(z.string().check(z.maxLength(500))),
  retryable: z.boolean(),
  /** Seconds to wait before trying again. */
  retryAfterS: z.optional(z.number().check(z.gte(0))),
  /** Who can mend it. */
  audience: z.enum(['user', 'admin', 'vendor']),
  /** Reference to give to the support (WS-Addressing MessageID, or the reference that the gateway made). */
  messageId: z.optional(z.string().check(z.maxLength(120))),
  /** Field of the input → rule that it breaks. */
  fields: z.optional(z.record(z.string(), z.string())),
  /** Values for the placeholders of the text: `char`, `position`, `attribute`, `version`… */
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  /** With `gateway.forbidden`. */
  reason: z.optional(denialReason),
  findings: z.optional(z.array(findingView)),
});
export type UiError = z.infer<typeof uiError>;
