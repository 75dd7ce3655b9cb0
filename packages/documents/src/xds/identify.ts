import { type Checked, finding } from '@socle-sante/core/finding';
import type { Clock } from '@socle-sante/core/time';
import type { RandomBytes } from '@socle-sante/core/uuid';
import { newOid } from '../submission/oids.js';
import type { Submission, SubmissionDocument } from '../submission/types.js';
import type { IdentifiedSubmission } from './derive.js';

/**
 * Gives the set and each document their identifiers, and the set its instant, where they are missing. Keep the result
 * before anything is sent: prepared again from it, the deposit is the same to the byte, and the DMP recognises it.
 */
export function identifySubmission(
  submission: Submission,
  options: { readonly clock: Clock; readonly random: RandomBytes },
): Checked<IdentifiedSubmission> {
  const id = submission.id ?? newOid(submission.vendor, options);
  if (id === undefined) return { ok: false, findings: [finding('documents.vendor.oid', 'error', ['vendor', 'oid'])] };
  const documents: SubmissionDocument[] = [];
  for (const document of submission.documents) {
    // A document that the vendor wrote has its own identifier inside.
    const own = document.id ?? (document.body.kind === 'cda' ? undefined : newOid(submission.vendor, options));
    documents.push(own === undefined ? document : { ...document, id: own });
  }
  const submittedAt = submission.submittedAt ?? options.clock().toISOString();
  return { ok: true, value: { ...submission, id, submittedAt, documents }, findings: [] };
}
