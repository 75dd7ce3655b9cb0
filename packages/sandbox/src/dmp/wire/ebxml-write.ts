import type { DmpQueryResult } from '../core/api.js';
import type { DmpAssociation, DmpAuthor, DmpCode } from '../core/metadata.js';
import type { StoredEntry, StoredSet } from '../core/record.js';
import type { DmpRefusal } from '../core/refusal.js';
import { STATUS_URI } from '../core/vocabulary.js';
import { ASSOCIATION_OBJECT, IDENTIFIER_NAME, patientCx, SCHEME } from './ebxml-schemes.js';
import { NS } from './namespaces.js';
import { leaf, tag } from './writer.js';

const STATUS = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:';
export const RESPONSE = {
  success: `${STATUS}Success`,
  failure: `${STATUS}Failure`,
  partial: 'urn:ihe:iti:2007:ResponseStatusType:PartialSuccess',
} as const;
const SEVERITY = 'urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:';

/** Errors, and warnings for what was only noted. */
export function errorList(errors: readonly DmpRefusal[], warnings: readonly DmpRefusal[] = []): string {
  if (errors.length + warnings.length === 0) return '';
  const one = (refusal: DmpRefusal, severity: 'Error' | 'Warning') =>
    tag('rs:RegistryError', {
      errorCode: refusal.code,
      codeContext: refusal.context,
      severity: `${SEVERITY}${severity}`,
      location: refusal.location ?? '',
    });
  return tag('rs:RegistryErrorList', { highestSeverity: `${SEVERITY}${errors.length > 0 ? 'Error' : 'Warning'}` }, [
    ...errors.map((e) => one(e, 'Error')),
    ...warnings.map((w) => one(w, 'Warning')),
  ]);
}

export function registryResponse(status: string, errors: string): string {
  return tag('rs:RegistryResponse', { 'xmlns:rs': NS.rs, status }, errors);
}

const string = (name: string, value: string | undefined) =>
  value === undefined
    ? ''
    : tag(`rim:${name}`, {}, tag('rim:LocalizedString', { charset: 'UTF8', 'xml:lang': 'FR', value }));

const slot = (name: string, values: readonly string[] | string | undefined) => {
  const list = values === undefined ? [] : [values].flat();
  return list.length === 0
    ? ''
    : tag(
        'rim:Slot',
        { name },
        tag(
          'rim:ValueList',
          {},
          list.map((value) => leaf('rim:Value', value)),
        ),
      );
};

/** Ids of sub-objects: unique in the answer. */
type NextId = () => string;

function coded(object: string, scheme: string, code: DmpCode | undefined, next: NextId): string {
  if (!code) return '';
  return tag(
    'rim:Classification',
    { id: next(), classificationScheme: scheme, classifiedObject: object, nodeRepresentation: code.code },
    [slot('codingScheme', code.codeSystem), string('Name', code.displayName)],
  );
}

function authorOf(object: string, scheme: string, author: DmpAuthor, next: NextId): string {
  return tag(
    'rim:Classification',
    { id: next(), classificationScheme: scheme, classifiedObject: object, nodeRepresentation: '' },
    [
      slot('authorPerson', author.person),
      slot('authorRole', author.roles),
      slot('authorSpecialty', author.specialties),
      slot('authorInstitution', author.institutions),
    ],
  );
}

function identifier(object: string, scheme: string, value: string | undefined, next: NextId): string {
  if (value === undefined) return '';
  return tag(
    'rim:ExternalIdentifier',
    { id: next(), registryObject: object, identificationScheme: scheme, value },
    string('Name', IDENTIFIER_NAME[scheme]),
  );
}

function writeEntry(entry: StoredEntry, next: NextId): string {
  const { id } = entry;
  return tag(
    'rim:ExtrinsicObject',
    {
      id,
      lid: entry.logicalId,
      mimeType: entry.mimeType,
      objectType: SCHEME.stable,
      status: STATUS_URI[entry.status],
    },
    [
      slot('creationTime', entry.creationTime),
      slot('hash', entry.hash),
      slot('languageCode', entry.languageCode),
      slot('legalAuthenticator', entry.legalAuthenticator),
      slot('repositoryUniqueId', entry.repositoryUniqueId),
      slot('serviceStartTime', entry.serviceStartTime),
      slot('serviceStopTime', entry.serviceStopTime),
      slot('size', String(entry.size)),
      slot('sourcePatientId', entry.sourcePatientId),
      slot('sourcePatientInfo', entry.sourcePatientInfo),
      slot('urn:ihe:iti:xds:2013:referenceIdList', entry.referenceIds),
      string('Name', entry.title),
      string('Description', entry.comments),
      tag('rim:VersionInfo', { versionName: entry.version }),
      ...entry.authors.map((author) => authorOf(id, SCHEME.entryAuthor, author, next)),
      coded(id, SCHEME.classCode, entry.classCode, next),
      ...entry.confidentiality.map((code) => coded(id, SCHEME.confidentiality, code, next)),
      ...entry.events.map((code) => coded(id, SCHEME.event, code, next)),
      coded(id, SCHEME.format, entry.formatCode, next),
      coded(id, SCHEME.facility, entry.healthcareFacilityType, next),
      coded(id, SCHEME.practice, entry.practiceSetting, next),
      coded(id, SCHEME.type, entry.typeCode, next),
      identifier(id, SCHEME.entryPatientId, patientCx(entry.patientId), next),
      identifier(id, SCHEME.entryUniqueId, entry.uniqueId, next),
    ],
  );
}

function writeSet(set: StoredSet, next: NextId): string {
  const { id } = set;
  return tag('rim:RegistryPackage', { id, lid: id, status: STATUS_URI[set.status] }, [
    slot('submissionTime', set.submissionTime),
    string('Name', set.title),
    string('Description', set.comments),
    ...set.authors.map((author) => authorOf(id, SCHEME.setAuthor, author, next)),
    coded(id, SCHEME.contentType, set.contentType, next),
    tag('rim:Classification', { id: next(), classificationNode: SCHEME.setMarker, classifiedObject: id }),
    identifier(id, SCHEME.setPatientId, patientCx(set.patientId), next),
    identifier(id, SCHEME.setSourceId, set.sourceId, next),
    identifier(id, SCHEME.setUniqueId, set.uniqueId, next),
  ]);
}

function writeAssociation(association: DmpAssociation): string {
  return tag(
    'rim:Association',
    {
      id: association.id,
      associationType: association.type,
      objectType: ASSOCIATION_OBJECT,
      sourceObject: association.source,
      targetObject: association.target,
    },
    [
      slot('SubmissionSetStatus', association.submissionSetStatus),
      slot('PreviousVersion', association.previousVersion),
      slot('OriginalStatus', association.originalStatus),
      slot('NewStatus', association.newStatus),
    ],
  );
}

/** `AdhocQueryResponse`. */
export function queryResponse(
  status: string,
  result: DmpQueryResult | undefined,
  returnType: 'LeafClass' | 'ObjectRef',
  errors: string,
): string {
  let count = 0;
  const next = () => {
    count += 1;
    return `urn:uuid:00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  };
  const objects =
    result === undefined
      ? []
      : returnType === 'ObjectRef'
        ? result.objectRefs.map((id) => tag('rim:ObjectRef', { id }))
        : [
            ...result.sets.map((set) => writeSet(set, next)),
            ...result.entries.map((entry) => writeEntry(entry, next)),
            ...result.associations.map(writeAssociation),
          ];
  return tag(
    'query:AdhocQueryResponse',
    {
      'xmlns:query': NS.query,
      'xmlns:rim': NS.rim,
      'xmlns:rs': NS.rs,
      status,
      startIndex: 0,
      totalResultCount: objects.length,
    },
    [errors, tag('rim:RegistryObjectList', {}, objects)],
  );
}
