import { type Finding, finding } from '@socle-sante/core/finding';
import { ASSOCIATION_TYPES, isSignatureEntry, type PreparedSubmission } from '@socle-sante/documents/xds';
import type { DmpWireOptions } from '../client/options.js';

/** What is deposited. */
export interface Provision {
  readonly submission: PreparedSubmission;
  readonly wire?: DmpWireOptions;
}

/** Form of a set, before anything leaves: rules `dmp.submission.*`. The content is checked by `documents/xds` and `documents/validate`. */
export function validateProvision({ submission, wire = {} }: Provision): Finding[] {
  const { entries, documents, associations, submissionSet } = submission;
  const findings: Finding[] = [];
  const real = entries.filter((entry) => !isSignatureEntry(entry));
  const limit = wire.maxDocumentsPerSet ?? 1;
  if (real.length === 0) findings.push(finding('dmp.submission.empty', 'error', ['entries']));
  if (real.length > limit)
    findings.push(finding('dmp.submission.tooMany', 'error', ['entries'], { count: real.length, limit }));
  if (entries.length - real.length !== 1)
    findings.push(finding('dmp.submission.signature', 'error', ['entries'], { count: entries.length - real.length }));
  const ids = [submissionSet.id, ...entries.map(({ id }) => id)];
  if (new Set(ids).size !== ids.length) findings.push(finding('dmp.submission.sameId', 'error', ['entries']));
  const uniqueIds = [submissionSet.uniqueId, ...entries.map(({ uniqueId }) => uniqueId)];
  if (new Set<string>(uniqueIds).size !== uniqueIds.length)
    findings.push(finding('dmp.submission.sameUniqueId', 'error', ['entries']));
  for (const [index, entry] of entries.entries()) {
    const own = documents.filter(({ entryId }) => entryId === entry.id);
    const [document] = own;
    if (own.length !== 1 || document === undefined) {
      findings.push(finding('dmp.submission.noBytes', 'error', ['entries', index], { count: own.length }));
      continue;
    }
    if (document.uniqueId !== entry.uniqueId || document.mimeType !== entry.mimeType)
      findings.push(finding('dmp.submission.mismatch', 'error', ['entries', index]));
    if (entry.size !== undefined && entry.size !== document.bytes.byteLength)
      findings.push(
        finding('dmp.submission.size', 'error', ['entries', index], {
          size: entry.size,
          bytes: document.bytes.byteLength,
        }),
      );
    if (wire.maxDocumentBytes !== undefined && document.bytes.byteLength > wire.maxDocumentBytes)
      findings.push(
        finding('dmp.submission.tooLarge', 'error', ['documents', index], {
          bytes: document.bytes.byteLength,
          limit: wire.maxDocumentBytes,
        }),
      );
    if (
      entry.patientId.extension !== submissionSet.patientId.extension ||
      entry.patientId.oid !== submissionSet.patientId.oid
    )
      findings.push(finding('dmp.submission.patient', 'error', ['entries', index, 'patientId']));
  }
  for (const [index, document] of documents.entries()) {
    if (!entries.some(({ id }) => id === document.entryId))
      findings.push(finding('dmp.submission.noEntry', 'error', ['documents', index]));
  }
  if (!wire.foldersAndTransformations) {
    const forbidden: readonly string[] = [
      ASSOCIATION_TYPES.append,
      ASSOCIATION_TYPES.transform,
      ASSOCIATION_TYPES.transformAndReplace,
    ];
    associations.forEach(({ type }, index) => {
      if (forbidden.includes(type))
        findings.push(finding('dmp.submission.association', 'error', ['associations', index]));
    });
  }
  return findings;
}
