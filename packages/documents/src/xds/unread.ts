import {
  elements,
  parseXml,
  serializeXml,
  text,
  type XmlElement,
  type XmlElementNode,
  type XmlNode,
} from '@socle-sante/wire/xml';
import type { UnreadMetadata } from './types.js';
import { XDS_NAMESPACES } from './uris.js';
import { ENTRY } from './vocabulary.js';
import { withoutDates } from './whole.js';

const RIM = XDS_NAMESPACES.rim;
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** What the registry manages, or what says where a part stands: not metadata of the document. */
const MANAGED: readonly string[] = [
  'id',
  'lid',
  'status',
  'classifiedObject',
  'registryObject',
  'sourceObject',
  'targetObject',
];
const OWN: readonly string[] = ['id', 'lid', 'status', 'mimeType'];
const STANDARD_TYPE = 'urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:';
/** CX of the patient: what follows the type is accepted and never written again. */
const PATIENT_SLOT = 'sourcePatientId';

/**
 * The parts of an entry that the model reads less of than the registry wrote: components of a name, classifications, identifiers,
 * languages. `written` is what the model would write. Empty for nearly every entry.
 */
export function unreadParts(element: XmlElement, written: XmlElementNode): UnreadMetadata[] {
  const own = groups(written.children);
  const out: UnreadMetadata[] = [];
  const extra = element.attributes.filter(
    ({ local, namespace, value }) =>
      namespace === '' &&
      !OWN.includes(local) &&
      value !== (local === 'objectType' ? ENTRY.stable : local === 'isOpaque' ? 'false' : ''),
  );
  if (extra.length > 0) {
    const attributes = extra.map(({ local, value }) => ({ local, value }));
    out.push({ key: ATTRIBUTES, xml: [serializeXml({ ...written, attributes, children: [], namespaces: {} })] });
  }
  const nodes = elements(element)
    .filter((item) => item.local !== 'VersionInfo')
    .map(nodeOf);
  for (const [key, parts] of groups(nodes)) {
    const said = meaning(parts);
    const known = meaning(own.get(key) ?? []);
    if (said === '' || said === known) continue;
    const xml = parts.filter((part) => meaning([part]) !== '').map((part) => serializeXml(part));
    out.push({ key, xml, ...(own.has(key) ? { as: known } : {}) });
  }
  return out;
}

/** The entry as the model writes it, with the parts that it does not read put back: those that the model did not change since. */
export function withUnreadParts(
  node: XmlElementNode,
  unread: readonly UnreadMetadata[],
  nextId: (letter: string) => string,
): XmlElementNode {
  const id = node.attributes.find(({ local }) => local === 'id')?.value ?? '';
  const byKey = groups(node.children);
  const attributes = [...node.attributes];
  for (const { key, xml, as } of unread) {
    const own = byKey.get(key);
    // Removed or changed by who sends it again: what the model says counts.
    if (as !== undefined && (own === undefined || meaning(own) !== as)) continue;
    const parts = xml.map((part) => nodeOf(parseXml(part)));
    if (key === ATTRIBUTES) {
      for (const item of parts[0]?.attributes ?? []) {
        const at = attributes.findIndex(({ local }) => local === item.local);
        if (at < 0) attributes.push(item);
        else attributes[at] = item;
      }
    } else
      byKey.set(
        key,
        parts.map((part) => placed(part, id, nextId)),
      );
  }
  // The order of ebRIM: IdentifiableType, RegistryObjectType, then ExtrinsicObjectType.
  const children = [...byKey.values()].flat();
  return { ...node, attributes, children: [...children].sort((a, b) => rank(a) - rank(b)) };
}

const ATTRIBUTES = '@';
const ORDER: readonly string[] = ['Slot', 'Name', 'Description', 'VersionInfo', 'Classification', 'ExternalIdentifier'];

function rank(node: XmlElementNode): number {
  const at = node.name.namespace === RIM ? ORDER.indexOf(node.name.local) : -1;
  return at < 0 ? ORDER.length : at;
}

/** A part of this message: its own identifier, and the object that it belongs to. */
function placed(node: XmlElementNode, object: string, nextId: (letter: string) => string): XmlElementNode {
  const { local } = node.name;
  const owner =
    local === 'Classification' ? 'classifiedObject' : local === 'ExternalIdentifier' ? 'registryObject' : undefined;
  if (owner === undefined) return node;
  const rest = node.attributes.filter((item) => item.namespace !== undefined || !MANAGED.includes(item.local));
  const id = nextId(local === 'Classification' ? 'c' : 'e');
  return { ...node, attributes: [{ local: 'id', value: id }, { local: owner, value: object }, ...rest] };
}

function groups(nodes: readonly XmlNode[]): Map<string, XmlElementNode[]> {
  const out = new Map<string, XmlElementNode[]>();
  for (const node of nodes) {
    if (typeof node === 'string' || node.kind !== 'element') continue;
    const key = keyOf(node);
    const found = out.get(key);
    if (found === undefined) out.set(key, [node]);
    else found.push(node);
  }
  return out;
}

/** What makes two parts alternatives of each other: the name of a slot, a scheme, and the code of what may come several times. */
function keyOf(node: XmlElementNode): string {
  const { local, namespace } = node.name;
  const get = (name: string): string => attributeOf(node, name).toLowerCase();
  if (namespace !== RIM) return `{${namespace}}${local}`;
  if (local === 'Slot') return `slot ${attributeOf(node, 'name')}`;
  if (local === 'ExternalIdentifier') return `identifier ${get('identificationScheme')}`;
  if (local !== 'Classification') return local;
  const scheme = get('classificationScheme') || `node ${get('classificationNode')}`;
  if (scheme === ENTRY.author) return `classification ${scheme}`;
  const system = slotValues(node, 'codingScheme')[0]?.trim() ?? '';
  return `classification ${scheme} ${attributeOf(node, 'nodeRepresentation').trim()} ${system}`;
}

function attributeOf(node: XmlElementNode, name: string): string {
  return node.attributes.find((item) => item.local === name && !item.namespace)?.value ?? '';
}

function childrenOf(node: XmlElementNode): XmlElementNode[] {
  return node.children.filter((item): item is XmlElementNode => typeof item !== 'string' && item.kind === 'element');
}

function slotValues(node: XmlElementNode, name: string): string[] {
  const slot = childrenOf(node).find((item) => item.name.local === 'Slot' && attributeOf(item, 'name') === name);
  return slot === undefined ? [] : childrenOf(slot).flatMap(childrenOf).map(textOf);
}

function textOf(node: XmlElementNode): string {
  return node.children.filter((item) => typeof item === 'string').join('');
}

/** What parts say, whatever their identifiers, their order and the habits of who wrote them. Empty when they say nothing. */
function meaning(parts: readonly XmlElementNode[]): string {
  return parts
    .map((part) => sense(part, ''))
    .filter((part) => part !== '')
    .join('\n');
}

function sense(node: XmlElementNode, slot: string): string {
  const { local, namespace } = node.name;
  const name = namespace === RIM && local === 'Slot' ? attributeOf(node, 'name') : slot;
  const inside = childrenOf(node);
  const single = inside.length < 2;
  const parts = inside
    .filter((item) => item.name.local !== 'VersionInfo')
    .map((item) => sense(single && item.name.local === 'LocalizedString' ? languageLeftOut(item) : item, name))
    .filter((part) => part !== '');
  if (local === 'Classification') parts.sort();
  const said = node.attributes
    .filter((item) => item.value.trim() !== '' && !(item.namespace === undefined && MANAGED.includes(item.local)))
    .filter((item) => !(item.local === 'objectType' && item.value.startsWith(STANDARD_TYPE)))
    .map((item) => `${item.local}=${attributeText(node, item.local, item.value)}`)
    .sort();
  const own = inside.length > 0 ? '' : value(textOf(node), name);
  const isHolder = ['Slot', 'ValueList', 'Name', 'Description'].includes(local) && namespace === RIM;
  if (isHolder ? parts.length === 0 : parts.length === 0 && own === '' && said.length === 0) return '';
  return JSON.stringify([local, said, own, parts]);
}

function attributeText(node: XmlElementNode, attribute: string, text: string): string {
  if (/Scheme$|Node$/.test(attribute)) return text.trim().toLowerCase();
  const patient = attribute === 'value' && attributeOf(node, 'identificationScheme').toLowerCase() === ENTRY.patientId;
  return patient ? withoutDates(text) : text.trim();
}

function value(text: string, slot: string): string {
  if (slot === PATIENT_SLOT) return withoutDates(text);
  return slot === 'hash' ? text.trim().toLowerCase() : text.trim();
}

function languageLeftOut(node: XmlElementNode): XmlElementNode {
  return { ...node, attributes: node.attributes.filter(({ local }) => local === 'value') };
}

/** What was read, to be written again. White space between elements is not kept, that of values is. */
function nodeOf(item: XmlElement): XmlElementNode {
  const inside = elements(item);
  return {
    kind: 'element',
    name: { prefix: item.namespace === RIM ? '' : item.prefix, namespace: item.namespace, local: item.local },
    // A type names a prefix of where it stood; it says nothing that the schema does not.
    attributes: item.attributes
      .filter(({ namespace }) => namespace !== XSI)
      .map(({ local, prefix, namespace, value: own }) =>
        namespace === ''
          ? { local, value: own }
          : { local, prefix: namespace === XML ? 'xml' : prefix, namespace, value: own },
      ),
    children: inside.length > 0 ? inside.map(nodeOf) : text(item) === '' ? [] : [text(item)],
    namespaces: {},
  };
}
