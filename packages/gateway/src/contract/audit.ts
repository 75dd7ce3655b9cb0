import * as z from 'zod/mini';
import { handle, instant, patientRef } from './scalars.js';

/** Kinds of trace. Their labels are the business of the page. */
export const auditKind = z.enum([
  'identity.read',
  'identity.searched',
  'identity.created',
  'identity.changed',
  'identity.transition',
  'identity.history',
  'identity.duplicates',
  'ins.searchTraits',
  'ins.searchVitale',
  'ins.vitale.read',
  'ins.accepted',
  'ins.verified',
  'ins.verifyList',
  'ins.datamatrix.decoded',
  'ins.datamatrix.shown',
  'ins.matricule.viewed',
  'notice.acknowledged',
  'dmp.status',
  'dmp.access',
  'dmp.authorised',
  'dmp.consent.read',
  'dmp.consent.changed',
  'dmp.searched',
  'dmp.newCounts',
  'dmp.document.read',
  'dmp.document.rendered',
  'dmp.document.downloaded',
  'dmp.document.integrated',
  'dmp.document.updated',
  'dmp.authorisations',
  'dmp.history',
  'dmp.emergency.opened',
  'dmp.emergency.closed',
  'dmp.secretConnection',
  'dmp.webAccess',
  'record.documents',
  'record.removed',
  'submission.derived',
  'submission.previewed',
  'submission.created',
  'submission.sent',
  'submission.replayed',
  'submission.cancelled',
  'submission.held',
  'submission.paused',
  'audit.listed',
  'audit.exported',
  'access.denied',
]);
export type AuditKind = z.infer<typeof auditKind>;

/** One trace: who did what, when, with which result. No name of a patient, no matricule. */
export const auditEntry = z.object({
  id: handle,
  at: instant,
  kind: auditKind,
  /** Name of the user, and the last 3 characters of the national identifier when the directory gives it. */
  by: z.object({ userRef: z.string(), name: z.string(), idTail: z.optional(z.string()) }),
  patientRef: z.optional(patientRef),
  outcome: z.enum(['success', 'refused', 'failed', 'denied', 'cancelled']),
  /** Official code (`00`, `01`, `desir_1020`) or code of the gateway. */
  code: z.optional(z.string()),
  messageId: z.optional(z.string()),
  /** Operation of the contract. */
  operation: z.string(),
  /** Names of fields, counts, status codes: never a value of an identity. */
  detail: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  /** Partner of the exchange, when there is one (`insi`). */
  partner: z.optional(z.string()),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditListInput = z.object({
  scope: z.optional(z.enum(['patient', 'user', 'product'])),
  patientRef: z.optional(patientRef),
  kinds: z.optional(z.array(auditKind).check(z.maxLength(80))),
  partner: z.optional(z.string().check(z.maxLength(40))),
  from: z.optional(instant),
  to: z.optional(instant),
  cursor: z.optional(handle),
  limit: z.optional(z.int().check(z.gte(1), z.lte(500))),
});
export type AuditListInput = z.infer<typeof auditListInput>;

export const auditListOutput = z.object({
  entries: z.array(auditEntry),
  total: z.optional(z.int()),
  next: z.optional(handle),
});
export type AuditListOutput = z.infer<typeof auditListOutput>;
