import { attribute, elements, text, type XmlElement } from '@socle-sante/wire/xml';
import { encodeCx, encodeSpecialty, encodeXcn, encodeXon } from './hl7.js';
import type { DocumentEntry, XdsAuthor } from './types.js';
import { XDS_NAMESPACES } from './uris.js';
import { ENTRY, REFERENCE_ID_LIST } from './vocabulary.js';

const RIM = XDS_NAMESPACES.rim;
const OWN = new Set(['id', 'lid', 'status', 'mimeType']);
const IN_PARTS = new Set([
  'id',
  'lid',
  'status',
  'classifiedObject',
  'registryObject',
  'value',
  'name',
  'lang',
  'charset',
]);
const SCHEMES = new Set(['classificationScheme', 'identificationScheme', 'nodeRepresentation']);
const STANDARD_TYPE = 'urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:';
const ONE_VALUE = new Set([
  'creationTime',
  'hash',
  'languageCode',
  'repositoryUniqueId',
  'serviceStartTime',
  'serviceStopTime',
]);
const ONE_CODE: ReadonlySet<string> = new Set([
  ENTRY.classCode,
  ENTRY.typeCode,
  ENTRY.formatCode,
  ENTRY.healthcareFacilityTypeCode,
  ENTRY.practiceSettingCode,
]);
const CODES: ReadonlySet<string> = new Set([...ONE_CODE, ENTRY.confidentialityCode, ENTRY.eventCodeList]);

/**
 * True when an entry plainly says nothing more than the model read of it: the case of nearly every entry, told without writing it
 * again. False where a closer look is needed.
 */
export function isReadWhole(element: XmlElement, entry: DocumentEntry): boolean {
  for (const { local, namespace, value } of element.attributes) {
    if (namespace === '' && !OWN.has(local) && value !== EXPECTED[local]) return false;
  }
  const seen = new Set<string>();
  const once = (key: string): boolean => !seen.has(key) && seen.add(key).size > 0;
  let authors = 0;
  for (const item of elements(element)) {
    if (item.namespace !== RIM) return false;
    const { local } = item;
    if (local === 'VersionInfo') continue;
    if (local === 'Name' || local === 'Description') {
      if (!once(local) || !isOneText(item)) return false;
    } else if (local === 'Slot') {
      if (!once(`slot ${attribute(item, 'name')}`) || !isSlotWhole(item, entry)) return false;
    } else if (local === 'Classification') {
      const scheme = attribute(item, 'classificationScheme')?.trim().toLowerCase() ?? '';
      if (!hasUsualAttributes(item)) return false;
      if (scheme === ENTRY.author) {
        if (!isAuthorWhole(item, entry.authors[authors])) return false;
        authors += 1;
      } else if (!CODES.has(scheme) || !isCodeWhole(item) || (ONE_CODE.has(scheme) && !once(scheme))) return false;
    } else if (local !== 'ExternalIdentifier' || !isIdentifierWhole(item, entry, once)) return false;
  }
  return true;
}

const EXPECTED: Readonly<Record<string, string>> = { objectType: ENTRY.stable, isOpaque: 'false', home: '' };

function hasUsualAttributes(item: XmlElement): boolean {
  return item.attributes.every(
    ({ local, namespace, value }) =>
      (namespace === '' && (IN_PARTS.has(local) || SCHEMES.has(local))) ||
      (namespace === '' && local === 'objectType' && value.startsWith(STANDARD_TYPE)),
  );
}

/** Nothing, or a text in one language. */
function isOneText(holder: XmlElement): boolean {
  const inside = elements(holder);
  const [first] = inside;
  return (
    inside.length === 0 ||
    (inside.length === 1 &&
      first?.local === 'LocalizedString' &&
      first.attributes.every(({ local }) => IN_PARTS.has(local)))
  );
}

/** The values of a slot; `undefined` when it holds anything else. */
function valuesOf(slot: XmlElement): string[] | undefined {
  if (slot.attributes.length !== 1) return undefined;
  const [list, ...more] = elements(slot);
  if (list === undefined || more.length > 0 || list.local !== 'ValueList') return undefined;
  const values = elements(list);
  return values.every(({ local, attributes }) => local === 'Value' && attributes.length === 0)
    ? values.map(text)
    : undefined;
}

function isSlotWhole(slot: XmlElement, entry: DocumentEntry): boolean {
  const name = attribute(slot, 'name') ?? '';
  const values = valuesOf(slot);
  if (values === undefined || name === '') return false;
  const [first = ''] = values;
  const single = values.length === 1;
  if (ONE_VALUE.has(name)) return single;
  if (name === 'size') return single && entry.size !== undefined && String(entry.size) === first.trim();
  if (name === 'legalAuthenticator')
    return single && entry.legalAuthenticator !== undefined && encodeXcn(entry.legalAuthenticator) === first.trim();
  if (name === 'sourcePatientId') return single && encodeCx(entry.sourcePatientId) === withoutDates(first);
  // Kept as they were, like the slots that the model does not name.
  return name !== 'URI' && name !== REFERENCE_ID_LIST;
}

function isCodeWhole(item: XmlElement): boolean {
  const inside = elements(item);
  let slots = 0;
  for (const part of inside) {
    if (part.local === 'Slot') {
      slots += 1;
      if (attribute(part, 'name') !== 'codingScheme' || valuesOf(part)?.length !== 1) return false;
    } else if (part.local === 'VersionInfo') continue;
    else if ((part.local !== 'Name' && part.local !== 'Description') || !isOneText(part)) return false;
    else if (part.local === 'Description' && elements(part).length > 0) return false;
  }
  return slots <= 1;
}

function isAuthorWhole(item: XmlElement, author: XdsAuthor | undefined): boolean {
  if (author === undefined || (attribute(item, 'nodeRepresentation') ?? '') !== '') return false;
  const { person } = author;
  const written: Readonly<Record<string, readonly string[]>> = {
    authorPerson: person === undefined ? [] : [encodeXcn(person)],
    authorInstitution: author.institutions.map(encodeXon),
    authorRole: author.roles,
    authorSpecialty: author.specialties.map(encodeSpecialty),
  };
  return elements(item).every((part) => {
    if (part.local !== 'Slot') return elements(part).length === 0;
    const own = written[attribute(part, 'name') ?? ''];
    const values = valuesOf(part);
    return own !== undefined && values?.length === own.length && values.every((value, at) => value.trim() === own[at]);
  });
}

function isIdentifierWhole(item: XmlElement, entry: DocumentEntry, once: (key: string) => boolean): boolean {
  const scheme = attribute(item, 'identificationScheme')?.trim().toLowerCase() ?? '';
  const value = attribute(item, 'value') ?? '';
  const usual = hasUsualAttributes(item) && once(scheme);
  const named = elements(item).every(({ local }) => local === 'Name' || local === 'VersionInfo');
  if (!usual || !named || !elements(item).every((part) => part.local !== 'Name' || isOneText(part))) return false;
  if (scheme === ENTRY.uniqueId) return value.trim() === entry.uniqueId;
  return scheme === ENTRY.patientId && withoutDates(value) === encodeCx(entry.patientId);
}

/** A CX without CX.6 and what follows, which are accepted and never written again. */
export function withoutDates(cx: string): string {
  return cx.trim().split('^').slice(0, 5).join('^');
}
