import { isSocleError } from '@socle-sante/core/error';
import { type Finding, finding } from '@socle-sante/core/finding';
import { canTransmitIns } from '@socle-sante/core/rniv';
import { parseCda } from '../reader/parse.js';
import type { ParsedCda } from '../reader/parsed.js';
import type { Submission, SubmissionDocument } from '../submission/types.js';

export interface VendorDocument {
  readonly uniqueId: string;
  readonly setId: string;
  readonly version: number;
}

/**
 * What identifies a document that the vendor wrote. It stays as it is; what it says must not contradict the submission:
 * its identifier, its type, its patient, the version that it replaces.
 */
export function vendorDocument(
  content: Uint8Array,
  document: SubmissionDocument,
  submission: Submission,
  findings: Finding[],
): VendorDocument | undefined {
  const parsed = read(content, findings);
  if (!parsed) return undefined;
  const { id, setId, versionNumber, code, patient } = parsed.header;
  const path = ['body', 'content'];
  if (!id?.root) {
    findings.push(finding('documents.cda.id', 'error', path));
    return undefined;
  }
  if (id.extension !== undefined) findings.push(finding('documents.cda.extension', 'warning', path));
  if (document.id !== undefined && document.id !== id.root)
    findings.push(finding('documents.cda.otherId', 'error', ['id']));
  if (code?.code !== document.type.code) findings.push(finding('documents.cda.otherType', 'error', ['type']));
  const allowed = canTransmitIns(submission.patient.identity);
  const stated = patient?.ins.flatMap(({ identifier }) => (identifier ? [identifier.matricule] : [])) ?? [];
  if (allowed.ok && stated.length > 0 && !stated.includes(allowed.ins.matricule)) {
    findings.push(finding('documents.cda.otherPatient', 'error', path));
  }
  if (!allowed.ok && (patient?.ins.length ?? 0) > 0)
    findings.push(finding('documents.cda.insNotQualified', 'error', path));
  findings.push(...checkReplaced(parsed, document));
  return { uniqueId: id.root, setId: setId?.root ?? id.root, version: versionNumber ?? 1 };
}

/** The link of the document is what a reader sees, that of the submission what the registry does: they name the same version. */
function checkReplaced({ header }: ParsedCda, { replaces }: SubmissionDocument): Finding[] {
  const stated = header.relatedDocuments.flatMap(({ typeCode, ids }) =>
    typeCode === 'RPLC' ? [ids[0]?.root ?? ''] : [],
  );
  if (replaces === undefined) {
    // Sent elsewhere than to the registry that holds the replaced version, it replaces nothing there.
    return stated.length > 0 ? [finding('documents.cda.otherReplaced', 'warning', ['replaces'])] : [];
  }
  return stated.includes(replaces.uniqueId) ? [] : [finding('documents.cda.otherReplaced', 'error', ['replaces'])];
}

function read(content: Uint8Array, findings: Finding[]): ParsedCda | undefined {
  try {
    return parseCda(content);
  } catch (error) {
    if (!isSocleError(error)) throw error;
    findings.push(finding('documents.cda.unreadable', 'error', ['body', 'content'], { code: error.code }));
    return undefined;
  }
}
