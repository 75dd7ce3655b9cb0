import type { Finding } from '@socle-sante/core/finding';
import { problem } from './check-values.js';
import { isSignatureEntry } from './codes.js';
import { samePatient } from './hl7.js';
import { parseEntryUuid } from './ids.js';
import type { Association } from './types.js';
import { ASSOCIATION_TYPES, SUBMISSION_SET_STATUS } from './uris.js';
import type { MetadataToCheck, ValidateMetadataOptions } from './validate.js';

const KNOWN = new Set<string>(Object.values(ASSOCIATION_TYPES));
const TO_EXISTING = new Set<string>([
  ASSOCIATION_TYPES.replace,
  ASSOCIATION_TYPES.append,
  ASSOCIATION_TYPES.transform,
  ASSOCIATION_TYPES.transformAndReplace,
]);
const NEVER_IN_DMP = new Set<string>([
  ASSOCIATION_TYPES.append,
  ASSOCIATION_TYPES.transform,
  ASSOCIATION_TYPES.transformAndReplace,
]);

/** What ties the objects of one message: identifiers once, one patient, associations, documents and their entries. */
export function checkLinks(metadata: MetadataToCheck, options: ValidateMetadataOptions): Finding[] {
  const { submissionSet: set, entries } = metadata;
  const findings: Finding[] = [];
  if (entries.length === 0) findings.push(problem('noEntry', 'error', ['entries']));
  const uniqueIds = new Set<string>([set.uniqueId]);
  const ids = new Set<string>([set.id]);
  for (const [index, entry] of entries.entries()) {
    if (uniqueIds.has(entry.uniqueId)) findings.push(problem('uniqueIdTwice', 'error', ['entries', index, 'uniqueId']));
    if (ids.has(entry.id)) findings.push(problem('idTwice', 'error', ['entries', index, 'id']));
    uniqueIds.add(entry.uniqueId);
    ids.add(entry.id);
    if (!samePatient(entry.patientId, set.patientId)) {
      findings.push(problem('otherPatient', 'error', ['entries', index, 'patientId']));
    }
  }
  return [...findings, ...checkAssociations(metadata, options), ...checkDocuments(metadata)];
}

function checkAssociations(
  { submissionSet: set, entries, associations }: MetadataToCheck,
  options: ValidateMetadataOptions,
): Finding[] {
  const findings: Finding[] = [];
  const entryIds = new Set(entries.map((entry) => entry.id));
  const signatures = new Set(entries.filter(isSignatureEntry).map((entry) => entry.id));
  for (const [index, item] of associations.entries()) {
    const path = ['associations', index];
    if (!KNOWN.has(item.type)) findings.push(problem('associationType', 'error', path));
    if (item.type === ASSOCIATION_TYPES.hasMember) findings.push(...checkMember(item, set.id, entryIds, path));
    if (TO_EXISTING.has(item.type)) {
      if (!entryIds.has(item.source)) findings.push(problem('associationSource', 'error', path));
      if (parseEntryUuid(item.target) === undefined) findings.push(problem('associationTarget', 'error', path));
    }
    if (options.profile === 'dmp' && NEVER_IN_DMP.has(item.type))
      findings.push(problem('associationDmp', 'warning', path));
    if (item.type === ASSOCIATION_TYPES.signs && (!signatures.has(item.source) || item.target !== set.id)) {
      findings.push(problem('signs', 'error', path));
    }
  }
  for (const [index, entry] of entries.entries()) {
    const of = (type: string): Association[] => associations.filter((item) => item.type === type);
    if (of(ASSOCIATION_TYPES.hasMember).filter((item) => item.target === entry.id).length !== 1) {
      findings.push(problem('noMember', 'error', ['entries', index]));
    }
    if (signatures.has(entry.id) && !of(ASSOCIATION_TYPES.signs).some((item) => item.source === entry.id)) {
      findings.push(problem('signs', 'error', ['entries', index]));
    }
  }
  if (signatures.size > 1) findings.push(problem('signatures', 'error', ['entries'], { count: signatures.size }));
  return findings;
}

function checkMember(
  item: Association,
  setId: string,
  entryIds: ReadonlySet<string>,
  path: readonly (string | number)[],
): Finding[] {
  const [status] = item.slots['SubmissionSetStatus'] ?? [];
  const original = status === SUBMISSION_SET_STATUS.original;
  const reference = status === SUBMISSION_SET_STATUS.reference;
  const right =
    item.source === setId &&
    (original ? entryIds.has(item.target) : reference && parseEntryUuid(item.target) !== undefined);
  return right ? [] : [problem('member', 'error', path)];
}

/** An entry without bytes, bytes without an entry, a size that is not that of the bytes. */
function checkDocuments({ entries, documents }: MetadataToCheck): Finding[] {
  if (documents === undefined) return [];
  const findings: Finding[] = [];
  for (const [index, entry] of entries.entries()) {
    const found = documents.filter((item) => item.entryId === entry.id);
    const [document] = found;
    if (document === undefined || found.length > 1) {
      findings.push(problem('noDocument', 'error', ['entries', index]));
      continue;
    }
    if (document.uniqueId !== entry.uniqueId)
      findings.push(problem('otherDocument', 'error', ['entries', index, 'uniqueId']));
    if (entry.size !== undefined && entry.size !== document.bytes.length) {
      findings.push(problem('otherSize', 'error', ['entries', index, 'size']));
    }
  }
  for (const [index, document] of documents.entries()) {
    if (!entries.some((entry) => entry.id === document.entryId)) {
      findings.push(problem('noEntryFor', 'error', ['documents', index]));
    }
  }
  return findings;
}
