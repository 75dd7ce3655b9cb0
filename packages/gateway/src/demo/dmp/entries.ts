import type { DmpDocument as FoundDocument } from '@socle-sante/dmp';
import {
  type Association,
  type DocumentEntry,
  decodeCx,
  decodeCxi,
  decodeSpecialty,
  decodeXcn,
  decodeXon,
  type EntryUuid,
  encodeCx,
  encodeCxi,
  encodeSpecialty,
  encodeXcn,
  encodeXon,
  entryUuid,
  logicalId,
  type PreparedSubmission,
  STATUSES,
  type SubmissionSet,
  uniqueId,
  type XdsAuthor,
} from '@socle-sante/documents/xds';
import type { DmpAssociation, DmpAuthor, DmpDocumentEntry, DmpSubmission, StoredEntry } from '@socle-sante/sandbox/dmp';
import { documentContent } from '@socle-sante/sandbox/dmp';

// The simulator keeps HL7 composites as they travel; the rest of the house reads them.

const statusUris = {
  Approved: STATUSES.approved,
  Deprecated: STATUSES.deprecated,
  Archived: STATUSES.archived,
  Deleted: STATUSES.deleted,
} as const;

const nothing = { code: '', codeSystem: '', displayName: '' };

/** An entry of the simulated registry, as the client gives it. */
export function toEntry(stored: StoredEntry): DocumentEntry {
  const sourcePatientId = stored.sourcePatientId === undefined ? undefined : decodeCx(stored.sourcePatientId);
  const legalAuthenticator = stored.legalAuthenticator === undefined ? undefined : decodeXcn(stored.legalAuthenticator);
  return {
    id: stored.id,
    logicalId: logicalId(stored.logicalId),
    version: stored.version,
    status: statusUris[stored.status],
    uniqueId: uniqueId(stored.uniqueId),
    patientId: stored.patientId,
    sourcePatientId: sourcePatientId ?? stored.patientId,
    ...(stored.sourcePatientInfo === undefined ? {} : { sourcePatientInfo: stored.sourcePatientInfo }),
    mimeType: stored.mimeType,
    hash: stored.hash,
    size: stored.size,
    creationTime: stored.creationTime ?? '',
    ...(stored.serviceStartTime === undefined ? {} : { serviceStartTime: stored.serviceStartTime }),
    ...(stored.serviceStopTime === undefined ? {} : { serviceStopTime: stored.serviceStopTime }),
    languageCode: stored.languageCode ?? 'fr-FR',
    authors: stored.authors.map(toAuthor),
    ...(legalAuthenticator === undefined ? {} : { legalAuthenticator }),
    ...(stored.title === undefined ? {} : { title: stored.title }),
    ...(stored.comments === undefined ? {} : { comments: stored.comments }),
    classCode: stored.classCode ?? nothing,
    typeCode: stored.typeCode ?? nothing,
    formatCode: stored.formatCode ?? nothing,
    confidentiality: stored.confidentiality,
    healthcareFacilityType: stored.healthcareFacilityType ?? nothing,
    practiceSetting: stored.practiceSetting ?? nothing,
    events: stored.events,
    referenceIds: stored.referenceIds.flatMap((id) => decodeCxi(id) ?? []),
    repositoryUniqueId: stored.repositoryUniqueId,
    extraSlots: {},
  };
}

function toAuthor({ person, institutions, roles, specialties }: DmpAuthor): XdsAuthor {
  const decoded = person === undefined ? undefined : decodeXcn(person);
  return {
    ...(decoded === undefined ? {} : { person: decoded }),
    institutions: institutions.flatMap((xon) => decodeXon(xon) ?? []),
    roles: [...roles],
    specialties: specialties.flatMap((one) => decodeSpecialty(one) ?? []),
  };
}

/** The document of a list, with its links to other versions. */
export function toFound(stored: StoredEntry, associations: readonly DmpAssociation[]): FoundDocument {
  const entry = toEntry(stored);
  const has = (code: string) => entry.confidentiality.some((one) => one.code === code);
  const link = (end: 'source' | 'target') =>
    associations.find(({ type, [end]: id }) => type.endsWith(':RPLC') && id === stored.id);
  const replaces = link('source');
  const replacedBy = link('target');
  return {
    entry,
    entryUuid: entryUuid(stored.id),
    signature: entry.classCode.code.startsWith('urn:oid:1.3.6.1.4.1.19376'),
    fromPatient: entry.classCode.code === '90' || entry.typeCode.code.startsWith('DOCPAT'),
    masked: has('MASQUE_PS'),
    hiddenFromPatient: has('INVISIBLE_PATIENT'),
    hiddenFromLegalRepresentatives: has('INVISIBLE_REPRESENTANTS_LEGAUX'),
    ...(replaces === undefined ? {} : { replaces: replaces.target as EntryUuid }),
    ...(replacedBy === undefined ? {} : { replacedBy: replacedBy.source as EntryUuid }),
  };
}

/** A prepared submission, as the simulator takes it. `renamed`: entryUUID of the versions that are replaced, by uniqueId. */
export function toSubmission(prepared: PreparedSubmission): DmpSubmission {
  return {
    set: toSet(prepared.submissionSet),
    entries: prepared.entries.map(toSubmitted),
    associations: prepared.associations.map(toAssociation),
    documents: prepared.documents.map(({ entryId, bytes }) => ({ entryId, content: documentContent(bytes) })),
  };
}

function toSet(set: SubmissionSet): DmpSubmission['set'] {
  return {
    id: set.id,
    uniqueId: set.uniqueId,
    sourceId: set.sourceId,
    patientId: { extension: set.patientId.extension, oid: set.patientId.oid },
    submissionTime: set.submissionTime,
    contentType: set.contentType,
    authors: set.authors.map(fromAuthor),
    ...(set.title === undefined ? {} : { title: set.title }),
  };
}

function toSubmitted(entry: DocumentEntry): DmpDocumentEntry {
  const { logicalId: _logical, status: _status, version: _version, extraSlots: _slots, uri: _uri, ...rest } = entry;
  return {
    ...rest,
    patientId: { extension: entry.patientId.extension, oid: entry.patientId.oid },
    sourcePatientId: encodeCx(entry.sourcePatientId),
    authors: entry.authors.map(fromAuthor),
    referenceIds: entry.referenceIds.map(encodeCxi),
    ...(entry.legalAuthenticator === undefined ? {} : { legalAuthenticator: encodeXcn(entry.legalAuthenticator) }),
  } as DmpDocumentEntry;
}

function fromAuthor({ person, institutions, roles, specialties }: XdsAuthor): DmpAuthor {
  return {
    ...(person === undefined ? {} : { person: encodeXcn(person) }),
    institutions: institutions.map(encodeXon),
    roles: [...roles],
    specialties: specialties.map(encodeSpecialty),
  };
}

function toAssociation({ id, type, source, target, slots }: Association): DmpAssociation {
  const [submissionSetStatus] = slots['SubmissionSetStatus'] ?? [];
  return { id, type, source, target, ...(submissionSetStatus === undefined ? {} : { submissionSetStatus }) };
}
