import { type Finding, finding } from '@socle-sante/core/finding';
import { attribute, elements, walk, type XmlElement } from '@socle-sante/wire/xml';
import { encodeDocumentEntry } from './encode.js';
import { decodeCx, decodeCxi, decodeXcn } from './hl7.js';
import { type EntryUuid, type LogicalId, parseEntryUuid, parseLogicalId, parseUniqueId, type UniqueId } from './ids.js';
import { ObjectReader } from './object.js';
import { isXdsTime } from './time.js';
import type { Association, DocumentEntry, Folder, RegistryObjects, SubmissionSet, XdsPatientId } from './types.js';
import { unreadParts } from './unread.js';
import { XDS_NAMESPACES } from './uris.js';
import { ENTRY, FOLDER, REFERENCE_ID_LIST, SET } from './vocabulary.js';
import { isReadWhole } from './whole.js';

const RIM = XDS_NAMESPACES.rim;

/** What was read, and everything that was odd. The objects are usable whatever the findings say. */
export interface DecodedRegistryObjects {
  readonly objects: RegistryObjects;
  readonly findings: readonly Finding[];
}

/**
 * Reads registry objects: a `rim:RegistryObjectList`, or any message that holds one (SubmitObjectsRequest,
 * ProvideAndRegisterDocumentSetRequest, AdhocQueryResponse). Prefixes are free, unknown slots are kept, CX.7 is accepted.
 * What is missing or malformed is read as empty and told; it never throws. Rules: `documents.xds.noObjects`,
 * `.missing`, `.repeated`, `.code`, `.identifier`, `.time`, `.number`, `.unknownObject`.
 */
export function decodeRegistryObjects(root: XmlElement): DecodedRegistryObjects {
  const findings: Finding[] = [];
  const submissionSets: SubmissionSet[] = [];
  const documentEntries: DocumentEntry[] = [];
  const folders: Folder[] = [];
  const associations: Association[] = [];
  const objectRefs: EntryUuid[] = [];
  const list = listOf(root);
  if (list === undefined) findings.push(finding('documents.xds.noObjects', 'error'));
  const items = list === undefined ? [] : elements(list).filter((item) => item.namespace === RIM);
  // IHE samples put the marker of a package beside it; ours and those of the DMP put it inside.
  const beside = items.filter((item) => item.local === 'Classification');
  const marked = (id: string | undefined, node: string): boolean =>
    beside.some(
      (item) =>
        attribute(item, 'classifiedObject') === id &&
        attribute(item, 'classificationNode')?.trim().toLowerCase() === node,
    );

  for (const item of items) {
    const read = (kind: string, index: number): ObjectReader => new ObjectReader(item, [kind, index], findings);
    if (item.local === 'ExtrinsicObject') {
      documentEntries.push(documentEntry(read('documentEntries', documentEntries.length)));
    } else if (item.local === 'RegistryPackage') {
      const probe = new ObjectReader(item, [], []);
      const id = attribute(item, 'id');
      const isFolder =
        probe.hasMarker(FOLDER.marker) || marked(id, FOLDER.marker) || probe.hasIdentifier(FOLDER.uniqueId);
      if (isFolder) folders.push(folder(read('folders', folders.length)));
      else submissionSets.push(submissionSet(read('submissionSets', submissionSets.length)));
    } else if (item.local === 'Association') {
      associations.push(association(read('associations', associations.length)));
    } else if (item.local === 'ObjectRef') {
      const reader = read('objectRefs', objectRefs.length);
      const id = parseEntryUuid(reader.attribute('id') ?? '');
      if (id === undefined) reader.tell('documents.xds.identifier', 'warning', 'id');
      else objectRefs.push(id);
    } else if (item.local !== 'Classification') {
      new ObjectReader(item, [], findings).tell('documents.xds.unknownObject', 'warning', item.local);
    }
  }
  return { objects: { submissionSets, documentEntries, folders, associations, objectRefs }, findings };
}

/** The entryUUID of an object that the registry sent; `undefined` for an object of a request, whose name is symbolic. */
export function entryUuidOf(object: { readonly id: string }): EntryUuid | undefined {
  return parseEntryUuid(object.id);
}

function listOf(root: XmlElement): XmlElement | undefined {
  for (const item of walk(root)) if (item.namespace === RIM && item.local === 'RegistryObjectList') return item;
  return undefined;
}

interface Header {
  id: string;
  logicalId?: LogicalId;
  version?: string;
  status?: string;
}

function header(reader: ObjectReader): Header {
  const id = reader.attribute('id');
  if (id === undefined) reader.tell('documents.xds.missing', 'error', 'id');
  const lid = reader.attribute('lid');
  const logicalId = lid === undefined ? undefined : parseLogicalId(lid);
  if (lid !== undefined && logicalId === undefined) reader.tell('documents.xds.identifier', 'warning', 'lid');
  const version = reader.version();
  const status = reader.attribute('status');
  return {
    id: parseEntryUuid(id ?? '') ?? id ?? '',
    ...(logicalId === undefined ? {} : { logicalId }),
    ...(version === undefined ? {} : { version }),
    ...(status === undefined ? {} : { status }),
  };
}

function texts(reader: ObjectReader): { title?: string; comments?: string } {
  const title = reader.localized('Name');
  const comments = reader.localized('Description');
  return { ...(title === undefined ? {} : { title }), ...(comments === undefined ? {} : { comments }) };
}

function uniqueIdOf(reader: ObjectReader, scheme: string): UniqueId {
  const text = reader.identifier(scheme, 'uniqueId');
  const id = text === undefined ? undefined : parseUniqueId(text);
  if (id === undefined) {
    reader.tell(text === undefined ? 'documents.xds.missing' : 'documents.xds.identifier', 'error', 'uniqueId');
  }
  return id ?? ((text ?? '') as UniqueId);
}

function patientOf(reader: ObjectReader, text: string | undefined, field: string): XdsPatientId {
  const id = text === undefined ? undefined : decodeCx(text);
  if (id === undefined) {
    reader.tell(text === undefined ? 'documents.xds.missing' : 'documents.xds.identifier', 'error', field);
  }
  return id ?? { extension: '', oid: '' };
}

function time(reader: ObjectReader, field: string): string | undefined {
  const value = reader.value(field);
  if (value !== undefined && !isXdsTime(value)) reader.tell('documents.xds.time', 'error', field);
  return value;
}

function requiredTime(reader: ObjectReader, field: string): string {
  const value = time(reader, field);
  if (value === undefined) reader.tell('documents.xds.missing', 'error', field);
  return value ?? '';
}

function submissionSet(reader: ObjectReader): SubmissionSet {
  const sourceId = reader.identifier(SET.sourceId, 'sourceId');
  if (sourceId === undefined) reader.tell('documents.xds.missing', 'error', 'sourceId');
  return {
    ...header(reader),
    uniqueId: uniqueIdOf(reader, SET.uniqueId),
    sourceId: sourceId ?? '',
    patientId: patientOf(reader, reader.identifier(SET.patientId, 'patientId'), 'patientId'),
    submissionTime: requiredTime(reader, 'submissionTime'),
    contentType: reader.code(SET.contentTypeCode, 'contentType'),
    authors: reader.authors(SET.author),
    ...texts(reader),
    extraSlots: reader.extra(),
  };
}

function folder(reader: ObjectReader): Folder {
  const lastUpdateTime = time(reader, 'lastUpdateTime');
  return {
    ...header(reader),
    uniqueId: uniqueIdOf(reader, FOLDER.uniqueId),
    patientId: patientOf(reader, reader.identifier(FOLDER.patientId, 'patientId'), 'patientId'),
    ...(lastUpdateTime === undefined ? {} : { lastUpdateTime }),
    codes: reader.codes(FOLDER.codeList, 'codes'),
    ...texts(reader),
    extraSlots: reader.extra(),
  };
}

function documentEntry(reader: ObjectReader): DocumentEntry {
  const hash = reader.value('hash')?.toLowerCase();
  const size = number(reader, 'size');
  const start = time(reader, 'serviceStartTime');
  const stop = time(reader, 'serviceStopTime');
  const authenticator = reader.value('legalAuthenticator');
  const legalAuthenticator = authenticator === undefined ? undefined : decodeXcn(authenticator);
  const info = reader.values('sourcePatientInfo');
  const repositoryUniqueId = reader.value('repositoryUniqueId');
  const uri = uriOf(reader.values('URI'));
  const mimeType = reader.attribute('mimeType');
  if (mimeType === undefined) reader.tell('documents.xds.missing', 'error', 'mimeType');
  const entry: DocumentEntry = {
    ...header(reader),
    uniqueId: uniqueIdOf(reader, ENTRY.uniqueId),
    patientId: patientOf(reader, reader.identifier(ENTRY.patientId, 'patientId'), 'patientId'),
    sourcePatientId: patientOf(reader, reader.value('sourcePatientId'), 'sourcePatientId'),
    ...(info.length === 0 ? {} : { sourcePatientInfo: info }),
    mimeType: mimeType ?? '',
    ...(hash === undefined ? {} : { hash }),
    ...(size === undefined ? {} : { size }),
    creationTime: requiredTime(reader, 'creationTime'),
    ...(start === undefined ? {} : { serviceStartTime: start }),
    ...(stop === undefined ? {} : { serviceStopTime: stop }),
    languageCode: reader.required('languageCode'),
    authors: reader.authors(ENTRY.author),
    ...(legalAuthenticator === undefined ? {} : { legalAuthenticator }),
    ...texts(reader),
    classCode: reader.code(ENTRY.classCode, 'classCode'),
    typeCode: reader.code(ENTRY.typeCode, 'typeCode'),
    formatCode: reader.code(ENTRY.formatCode, 'formatCode'),
    confidentiality: reader.codes(ENTRY.confidentialityCode, 'confidentiality'),
    healthcareFacilityType: reader.code(ENTRY.healthcareFacilityTypeCode, 'healthcareFacilityType'),
    practiceSetting: reader.code(ENTRY.practiceSettingCode, 'practiceSetting'),
    events: reader.codes(ENTRY.eventCodeList, 'events'),
    referenceIds: reader
      .values(REFERENCE_ID_LIST)
      .map(decodeCxi)
      .filter((item) => item !== undefined),
    ...(repositoryUniqueId === undefined ? {} : { repositoryUniqueId }),
    ...(uri === undefined ? {} : { uri }),
    extraSlots: reader.extra(),
  };
  if (isReadWhole(reader.element, entry)) return entry;
  const unread = unreadParts(reader.element, encodeDocumentEntry(entry));
  return unread.length === 0 ? entry : { ...entry, unread };
}

/** A long URI is cut in several values, each with its rank and a bar (IHE ITI TF-3 table 4.2.3.2-1). */
function uriOf(values: readonly string[]): string | undefined {
  if (values.length === 0) return undefined;
  const parts = values.map((value) => /^(\d{1,3})\|(.*)$/s.exec(value));
  if (parts.some((part) => part === null)) return values[0];
  return parts
    .map((part) => ({ rank: Number(part?.[1]), text: part?.[2] ?? '' }))
    .sort((a, b) => a.rank - b.rank)
    .map((part) => part.text)
    .join('');
}

function number(reader: ObjectReader, field: string): number | undefined {
  const value = reader.value(field);
  if (value === undefined) return undefined;
  const read = /^\d{1,15}$/.test(value) ? Number(value) : undefined;
  if (read === undefined) reader.tell('documents.xds.number', 'error', field);
  return read;
}

function association(reader: ObjectReader): Association {
  const end = (name: 'associationType' | 'sourceObject' | 'targetObject'): string => {
    const value = reader.attribute(name);
    if (value === undefined) reader.tell('documents.xds.missing', 'error', name);
    return value ?? '';
  };
  const { id, logicalId, status } = header(reader);
  return {
    id,
    ...(logicalId === undefined ? {} : { logicalId }),
    ...(status === undefined ? {} : { status }),
    type: end('associationType'),
    source: reference(end('sourceObject')),
    target: reference(end('targetObject')),
    slots: reader.extra(),
  };
}

/** An entryUUID in its one form, so that it compares; a symbolic name as it stands. */
function reference(text: string): string {
  return parseEntryUuid(text) ?? text;
}
