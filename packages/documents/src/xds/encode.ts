import type { Coded } from '@socle-sante/core/coded';
import { element, type QName, type XmlElementNode } from '@socle-sante/wire/xml';
import { encodeCx, encodeCxi, encodeSpecialty, encodeXcn, encodeXon } from './hl7.js';
import type {
  Association,
  DocumentEntry,
  Folder,
  RegistryObjects,
  SubmissionSet,
  XdsAuthor,
  XdsPatientId,
  XdsSlots,
} from './types.js';
import { withUnreadParts } from './unread.js';
import { XDS_NAMESPACES } from './uris.js';
import { ASSOCIATION_OBJECT_TYPE, ENTRY, FOLDER, REFERENCE_ID_LIST, SET } from './vocabulary.js';

const XML = 'http://www.w3.org/XML/1998/namespace';

/**
 * Writes objects as `rim:RegistryObjectList` (ebRIM 3.0, IHE ITI TF-3 §4.2): every classification and external identifier
 * says its object (`classifiedObject`, `registryObject`), names are `charset="UTF8" xml:lang="FR"`, slots are in
 * alphabetical order. The identifiers of classifications count from `c1` in the list: the same objects give the same bytes.
 */
export function encodeRegistryObjectList(objects: Partial<RegistryObjects>): XmlElementNode {
  const ids = counter();
  return rim('RegistryObjectList', {}, [
    ...(objects.submissionSets ?? []).map((item) => submissionSet(item, ids)),
    ...(objects.documentEntries ?? []).map((item) => documentEntry(item, ids)),
    ...(objects.folders ?? []).map((item) => folder(item, ids)),
    ...(objects.associations ?? []).map((item) => association(item)),
    ...(objects.objectRefs ?? []).map((id) => rim('ObjectRef', { id })),
  ]);
}

/** Writes `lcm:SubmitObjectsRequest` around {@link encodeRegistryObjectList}: the body of ITI-57, a part of ITI-41. */
export function encodeSubmitObjectsRequest(objects: Partial<RegistryObjects>): XmlElementNode {
  const name: QName = { prefix: 'lcm', namespace: XDS_NAMESPACES.lcm, local: 'SubmitObjectsRequest' };
  return element(name, {}, [encodeRegistryObjectList(objects)]);
}

/** One entry alone, as the model writes it. */
export function encodeDocumentEntry(entry: DocumentEntry): XmlElementNode {
  return documentEntry(entry, counter());
}

type Ids = (letter: string) => string;

function counter(): Ids {
  let last = 0;
  return (letter) => {
    last += 1;
    return `${letter}${last}`;
  };
}

const names = new Map<string, QName>();

/** The name of an element of `rim`, one object for each. */
function rimName(local: string): QName {
  const known = names.get(local);
  if (known !== undefined) return known;
  const made: QName = { prefix: '', namespace: XDS_NAMESPACES.rim, local };
  names.set(local, made);
  return made;
}

const NO_ATTRIBUTES: Readonly<Record<string, string | undefined>> = Object.freeze({});
const CHARSET = { local: 'charset', value: 'UTF8' };
const LANG = { prefix: 'xml', namespace: XML, local: 'lang', value: 'FR' };

function rim(
  local: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly (XmlElementNode | string | undefined | false)[] = [],
): XmlElementNode {
  return element(rimName(local), attributes, children);
}

function submissionSet(set: SubmissionSet, ids: Ids): XmlElementNode {
  return rim('RegistryPackage', common(set), [
    ...slots({ submissionTime: [set.submissionTime], ...set.extraSlots }),
    ...texts(set),
    version(set.version),
    ...set.authors.map((item) => author(item, SET.author, set.id, ids)),
    coded(set.contentType, SET.contentTypeCode, set.id, ids),
    rim('Classification', { id: ids('c'), classificationNode: SET.marker, classifiedObject: set.id }),
    patient(set.patientId, SET.patientId, 'XDSSubmissionSet', set.id, ids),
    external(set.sourceId, SET.sourceId, 'XDSSubmissionSet.sourceId', set.id, ids),
    external(set.uniqueId, SET.uniqueId, 'XDSSubmissionSet.uniqueId', set.id, ids),
  ]);
}

function folder(item: Folder, ids: Ids): XmlElementNode {
  return rim('RegistryPackage', common(item), [
    ...slots({ ...list('lastUpdateTime', item.lastUpdateTime), ...item.extraSlots }),
    ...texts(item),
    version(item.version),
    ...item.codes.map((code) => coded(code, FOLDER.codeList, item.id, ids)),
    rim('Classification', { id: ids('c'), classificationNode: FOLDER.marker, classifiedObject: item.id }),
    patient(item.patientId, FOLDER.patientId, 'XDSFolder', item.id, ids),
    external(item.uniqueId, FOLDER.uniqueId, 'XDSFolder.uniqueId', item.id, ids),
  ]);
}

function documentEntry(entry: DocumentEntry, ids: Ids): XmlElementNode {
  const { id, unread } = entry;
  // In alphabetical order already: only slots that the model does not name are put among them.
  const own: (readonly [string, readonly string[] | undefined])[] = [
    ['creationTime', one(entry.creationTime)],
    ['hash', one(entry.hash)],
    ['languageCode', one(entry.languageCode)],
    ['legalAuthenticator', one(entry.legalAuthenticator && encodeXcn(entry.legalAuthenticator))],
    ['repositoryUniqueId', one(entry.repositoryUniqueId)],
    ['serviceStartTime', one(entry.serviceStartTime)],
    ['serviceStopTime', one(entry.serviceStopTime)],
    ['size', one(entry.size === undefined ? undefined : String(entry.size))],
    ['sourcePatientId', one(cx(entry.sourcePatientId))],
    ['sourcePatientInfo', entry.sourcePatientInfo],
    ['URI', one(entry.uri)],
    [REFERENCE_ID_LIST, entry.referenceIds.length === 0 ? undefined : entry.referenceIds.map(encodeCxi)],
  ];
  const node = rim('ExtrinsicObject', { ...common(entry), mimeType: entry.mimeType, objectType: ENTRY.stable }, [
    ...inOrder(own, entry.extraSlots),
    ...texts(entry),
    version(entry.version),
    ...entry.authors.map((item) => author(item, ENTRY.author, id, ids)),
    coded(entry.classCode, ENTRY.classCode, id, ids),
    ...entry.confidentiality.map((code) => coded(code, ENTRY.confidentialityCode, id, ids)),
    ...entry.events.map((code) => coded(code, ENTRY.eventCodeList, id, ids)),
    coded(entry.formatCode, ENTRY.formatCode, id, ids),
    coded(entry.healthcareFacilityType, ENTRY.healthcareFacilityTypeCode, id, ids),
    coded(entry.practiceSetting, ENTRY.practiceSettingCode, id, ids),
    coded(entry.typeCode, ENTRY.typeCode, id, ids),
    patient(entry.patientId, ENTRY.patientId, 'XDSDocumentEntry', id, ids),
    external(entry.uniqueId, ENTRY.uniqueId, 'XDSDocumentEntry.uniqueId', id, ids),
  ]);
  return unread === undefined ? node : withUnreadParts(node, unread, ids);
}

function association(item: Association): XmlElementNode {
  const attributes = {
    ...common(item),
    associationType: item.type,
    objectType: ASSOCIATION_OBJECT_TYPE,
    sourceObject: item.source,
    targetObject: item.target,
  };
  return rim('Association', attributes, slots(item.slots));
}

function common(item: {
  id: string;
  logicalId?: string;
  status?: string;
}): Readonly<Record<string, string | undefined>> {
  return { id: item.id, lid: item.logicalId, status: item.status };
}

function list(name: string, value: string | undefined): XdsSlots {
  return value === undefined || value === '' ? {} : { [name]: [value] };
}

function cx(value: XdsPatientId): string {
  return encodeCx(value);
}

function one(value: string | undefined): readonly string[] | undefined {
  return value === undefined || value === '' ? undefined : [value];
}

function inOrder(
  own: readonly (readonly [string, readonly string[] | undefined])[],
  extra: XdsSlots,
): XmlElementNode[] {
  const given: XmlElementNode[] = [];
  if (Object.keys(extra).length === 0) {
    for (const [name, values] of own) if (values !== undefined) given.push(slot(name, values));
    return given;
  }
  return slots({ ...Object.fromEntries(own.filter(([, values]) => values !== undefined)), ...extra } as XdsSlots);
}

function slots(values: XdsSlots): XmlElementNode[] {
  return Object.keys(values)
    .sort(byName)
    .map((name) => slot(name, values[name] ?? []));
}

function slot(name: string, values: readonly string[]): XmlElementNode {
  return rim('Slot', { name }, [
    rim(
      'ValueList',
      NO_ATTRIBUTES,
      values.map((value) => rim('Value', NO_ATTRIBUTES, [value])),
    ),
  ]);
}

function byName(a: string, b: string): number {
  const x = a.toLowerCase();
  const y = b.toLowerCase();
  return x < y ? -1 : x > y ? 1 : a < b ? -1 : 1;
}

function localized(local: 'Name' | 'Description', value: string): XmlElementNode {
  const attributes = [CHARSET, LANG, { local: 'value', value }];
  return rim(local, NO_ATTRIBUTES, [element(rimName('LocalizedString'), attributes)]);
}

function texts(item: { title?: string; comments?: string }): XmlElementNode[] {
  return [
    ...(item.title === undefined ? [] : [localized('Name', item.title)]),
    ...(item.comments === undefined ? [] : [localized('Description', item.comments)]),
  ];
}

function version(name: string | undefined): XmlElementNode | undefined {
  return name === undefined ? undefined : rim('VersionInfo', { versionName: name });
}

function author(item: XdsAuthor, scheme: string, object: string, ids: Ids): XmlElementNode {
  const values: Record<string, readonly string[]> = {};
  if (item.person !== undefined) values['authorPerson'] = [encodeXcn(item.person)];
  if (item.institutions.length > 0) values['authorInstitution'] = item.institutions.map(encodeXon);
  if (item.roles.length > 0) values['authorRole'] = item.roles;
  if (item.specialties.length > 0) values['authorSpecialty'] = item.specialties.map(encodeSpecialty);
  const attributes = {
    id: ids('c'),
    classificationScheme: scheme,
    classifiedObject: object,
    nodeRepresentation: '',
  };
  return rim('Classification', attributes, slots(values));
}

function coded(code: Coded, scheme: string, object: string, ids: Ids): XmlElementNode {
  const attributes = {
    id: ids('c'),
    classificationScheme: scheme,
    classifiedObject: object,
    nodeRepresentation: code.code,
  };
  return rim('Classification', attributes, [
    slot('codingScheme', [code.codeSystem]),
    localized('Name', code.displayName),
  ]);
}

function patient(id: XdsPatientId, scheme: string, kind: string, object: string, ids: Ids): XmlElementNode {
  return external(cx(id), scheme, `${kind}.patientId`, object, ids);
}

function external(value: string, scheme: string, name: string, object: string, ids: Ids): XmlElementNode {
  const attributes = { id: ids('e'), registryObject: object, identificationScheme: scheme, value };
  return rim('ExternalIdentifier', attributes, [localized('Name', name)]);
}
