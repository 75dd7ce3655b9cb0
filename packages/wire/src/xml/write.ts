import { XmlWriteError } from '../errors/xml-error.js';
import { escapeAttribute, escapeText } from './escape.js';
import { parseXml } from './parse.js';

/** A qualified name. An empty prefix with a namespace writes a default namespace declaration. */
export interface QName {
  readonly prefix: string;
  readonly namespace: string;
  readonly local: string;
}

/** An attribute to write. Without `namespace` it is unprefixed. */
export interface XmlAttributeInput {
  readonly local: string;
  readonly value: string;
  readonly prefix?: string;
  readonly namespace?: string;
}

/** Attributes in the order they will be written. The record form is for unprefixed ones; `undefined` leaves one out. */
export type XmlAttributes = Readonly<Record<string, string | undefined>> | readonly XmlAttributeInput[];

/** An element to write. */
export interface XmlElementNode {
  readonly kind: 'element';
  readonly name: QName;
  readonly attributes: readonly XmlAttributeInput[];
  readonly children: readonly XmlNode[];
  /** Declarations written on this element although it does not use them itself: prefix to URI. */
  readonly namespaces: Readonly<Record<string, string>>;
}

/** XML that is already serialised, and is written byte for byte: a signed assertion. */
export interface XmlRaw {
  readonly kind: 'raw';
  readonly xml: string;
}

export type XmlNode = XmlElementNode | XmlRaw | string;

const ncName = /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u;

const NO_NAMESPACES: Readonly<Record<string, string>> = Object.freeze({});

/** Makes an element. Children are elements, texts, raw parts; `undefined` and `false` are left out. */
export function element(
  name: QName,
  attributes: XmlAttributes = {},
  children: readonly (XmlNode | undefined | false)[] = [],
  namespaces: Readonly<Record<string, string>> = NO_NAMESPACES,
): XmlElementNode {
  let list: readonly XmlAttributeInput[];
  if (isList(attributes)) list = [...attributes];
  else {
    const given: XmlAttributeInput[] = [];
    for (const local of Object.keys(attributes)) {
      const value = attributes[local];
      if (value !== undefined) given.push({ local, value });
    }
    list = given;
  }
  const kept: XmlNode[] = [];
  for (const node of children) if (node !== undefined && node !== false) kept.push(node);
  return { kind: 'element', name, attributes: list, children: kept, namespaces };
}

function isList(attributes: XmlAttributes): attributes is readonly XmlAttributeInput[] {
  return Array.isArray(attributes);
}

/**
 * Inserts XML that was serialised elsewhere, unchanged to the byte: a signed assertion, whose digest would not survive
 * a rewriting. It must be one well-formed element that declares every prefix it uses, without XML declaration.
 * Throws {@link XmlError} when it is not.
 */
export function raw(xml: string): XmlRaw {
  if (xml.trimStart().startsWith('<?')) {
    throw new XmlWriteError('xml.invalidName', 'A raw part must be an element, without XML declaration.');
  }
  // What was just written and signed here is well-formed for certain.
  if (!justWritten.delete(xml)) parseXml(xml, { maxBytes: 64 * 1_048_576, maxTextLength: 64 * 1_048_576 });
  return { kind: 'raw', xml };
}

const justWritten = new Set<string>();
/** Assertions on their way into a message: as many as calls are under way at once. */
const MAX_WRITTEN = 16;

/** Tells {@link raw} that a text was written by this package, one well-formed element that stands alone. It counts once. */
export function rememberWritten(xml: string): void {
  const [oldest] = justWritten;
  if (justWritten.size >= MAX_WRITTEN && oldest !== undefined) justWritten.delete(oldest);
  justWritten.add(xml);
}

export interface SerializeOptions {
  /** Writes `<?xml version="1.0" encoding="UTF-8"?>` first. Default false. */
  readonly declaration?: boolean;
}

/**
 * Writes a tree: no indentation, no self-closing tag, attributes in the given order, namespaces declared where they are
 * first used and sorted by prefix, texts escaped as Canonical XML does. The same tree always gives the same bytes.
 * Throws {@link XmlWriteError} for a name or a character that XML cannot carry.
 */
export function serializeXml(node: XmlElementNode, options: SerializeOptions = {}): string {
  return (options.declaration ? '<?xml version="1.0" encoding="UTF-8"?>' : '') + write(node, OUTSIDE);
}

type Scope = ReadonlyMap<string, string>;

const OUTSIDE: Scope = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

function write(node: XmlNode, scope: Scope): string {
  if (typeof node === 'string') return escapeText(node);
  if (node.kind === 'raw') return node.xml;
  const declared = declarationsOf(node, scope);
  const tag = qualified(node.name.prefix, node.name.local);
  let out = `<${tag}`;
  if (declared !== undefined) {
    for (const prefix of [...declared.keys()].sort(byCodePoint)) {
      out += `${prefix === '' ? ' xmlns' : ` xmlns:${prefix}`}="${escapeAttribute(declared.get(prefix) ?? '')}"`;
    }
  }
  const { attributes } = node;
  for (let index = 0; index < attributes.length; index += 1) {
    const item = attributes[index];
    if (item !== undefined) out += attributeText(item, index, attributes);
  }
  out += '>';
  const below: Scope = declared === undefined ? scope : new Map([...scope, ...declared]);
  const { children } = node;
  for (let index = 0; index < children.length; index += 1) {
    const inner = children[index];
    if (typeof inner === 'string') out += escapeText(inner);
    else if (inner !== undefined) out += write(inner, below);
  }
  return `${out}</${tag}>`;
}

function attributeText(item: XmlAttributeInput, index: number, all: readonly XmlAttributeInput[]): string {
  const name = qualified(item.namespace ? (item.prefix ?? '') : '', item.local);
  if (item.local === 'xmlns' && !item.namespace) {
    throw new XmlWriteError('xml.invalidName', 'Namespaces are declared by names, not by an xmlns attribute.');
  }
  for (let before = 0; before < index; before += 1) {
    const other = all[before];
    if (other?.local === item.local && (other.namespace ?? '') === (item.namespace ?? '')) {
      throw new XmlWriteError('xml.duplicateAttribute', `The attribute "${item.local}" is given twice.`);
    }
  }
  return ` ${name}="${escapeAttribute(item.value)}"`;
}

/** The namespaces that an element must declare, `undefined` for none: nearly all of them. */
function declarationsOf(node: XmlElementNode, scope: Scope): Map<string, string> | undefined {
  if (usesItsNameAlone(node) && node.name.namespace !== '' && scope.get(node.name.prefix) === node.name.namespace) {
    return undefined;
  }
  let declared: Map<string, string> | undefined;
  // What the names of the element mean: a declaration on it must not change it.
  const used = new Map<string, string>();
  const use = (prefix: string, namespace: string, own: boolean): void => {
    if ((used.get(prefix) ?? namespace) !== namespace) {
      throw new XmlWriteError('xml.unboundPrefix', `The prefix "${prefix}" would have two meanings on one element.`);
    }
    used.set(prefix, namespace);
    const bound = scope.get(prefix) ?? '';
    // What is in scope was checked when it was declared.
    if (bound === namespace && namespace !== '') return;
    checkBinding(prefix, namespace);
    if (bound === namespace) return;
    declared ??= new Map();
    if (own || prefix !== '') declared.set(prefix, namespace);
  };
  use(node.name.prefix, node.name.namespace, true);
  for (const item of node.attributes) {
    if (item.namespace) {
      if (!item.prefix) throw new XmlWriteError('xml.unboundPrefix', 'An attribute in a namespace needs a prefix.');
      use(item.prefix, item.namespace, false);
    }
  }
  for (const prefix of Object.keys(node.namespaces)) use(prefix, node.namespaces[prefix] ?? '', true);
  return declared;
}

function usesItsNameAlone(node: XmlElementNode): boolean {
  if (node.namespaces !== NO_NAMESPACES) return false;
  for (const item of node.attributes) if (item.namespace) return false;
  return true;
}

// A message has few names, each many times: those that were found valid, by prefix.
const known = new Map<string, Map<string, string>>();
const MAX_KNOWN = 2_000;
let knownNames = 0;

function qualified(prefix: string, local: string): string {
  const found = known.get(prefix)?.get(local);
  if (found !== undefined) return found;
  if (!ncName.test(local) || (prefix !== '' && !ncName.test(prefix))) {
    throw new XmlWriteError('xml.invalidName', 'A name is not a valid XML name.');
  }
  const name = prefix === '' ? local : `${prefix}:${local}`;
  if (knownNames < MAX_KNOWN) {
    const own = known.get(prefix) ?? new Map<string, string>();
    known.set(prefix, own.set(local, name));
    knownNames += 1;
  }
  return name;
}

function checkBinding(prefix: string, namespace: string): void {
  if (prefix === 'xmlns' || (prefix !== '' && namespace === '')) {
    throw new XmlWriteError('xml.unboundPrefix', `The prefix "${prefix}" has no namespace.`);
  }
  if ((prefix === 'xml') !== (namespace === 'http://www.w3.org/XML/1998/namespace')) {
    throw new XmlWriteError('xml.unboundPrefix', 'The prefix "xml" and its namespace belong to each other.');
  }
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
