import { XmlError } from '../errors/xml-error.js';
import type { Output } from './output.js';
import type { Scope } from './scope.js';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

// XML 1.0 (fifth edition) productions 4 and 4a, without the colon.
const start =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const NAME = new RegExp(`^[${start}][${start}.\\-0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}]*$`, 'u');

/** True for a name without colon. */
export function isNcName(text: string): boolean {
  return NAME.test(text);
}

export function malformed(what: string): XmlError {
  return new XmlError('xml.malformed', `The document is not well-formed XML: ${what}.`);
}

/** One qualified name, split. */
interface Name {
  readonly prefix: string;
  readonly local: string;
}

function split(text: string): Name {
  const colon = text.indexOf(':');
  const prefix = colon < 0 ? '' : text.slice(0, colon);
  const local = text.slice(colon + 1);
  if (!isNcName(local) || (colon >= 0 && !isNcName(prefix))) throw malformed('a name is not valid');
  return { prefix, local };
}

interface Attribute extends Name {
  readonly name: string;
  readonly value: string;
  readonly namespace: string;
}

/** What a start tag says. */
export interface StartTag {
  readonly name: string;
  readonly empty: boolean;
}

/**
 * Reads the inside of a start tag (between `<` and `>`), declares its namespaces in the scope, and writes its canonical
 * form: Canonical XML 1.0 §2.3, namespace axis then attribute axis, for a node-set that is the whole document.
 */
export function writeStartTag(source: string, scope: Scope, maxAttributes: number, out: Output): StartTag {
  const empty = source.endsWith('/');
  const end = empty ? source.length - 1 : source.length;
  let at = skipName(source, 0, end);
  const name = source.slice(0, at);
  if (at === end) {
    const { prefix } = split(name);
    if (prefix !== '' && scope.find(prefix) === undefined) throw malformed('a prefix is not bound');
    if (prefix === 'xmlns') throw malformed('a prefix is reserved');
    out.byte(0x3c);
    out.text(name);
    out.byte(0x3e);
    return { name, empty };
  }
  const element = split(name);
  const found: { name: string; value: string }[] = [];
  while (at < end) {
    const before = at;
    at = skipSpace(source, at, end);
    if (at === end) break;
    if (at === before) throw malformed('attributes are not separated');
    const from = at;
    at = skipName(source, at, end);
    const attribute = source.slice(from, at);
    at = skipSpace(source, at, end);
    if (source[at] !== '=' || at >= end) throw malformed('an attribute has no value');
    at = skipSpace(source, at + 1, end);
    const quote = source[at];
    const close = quote === '"' || quote === "'" ? source.indexOf(quote, at + 1) : -1;
    if (close < 0 || close >= end) throw malformed('an attribute value has no quotes');
    if (found.length >= maxAttributes) {
      throw new XmlError('xml.tooMany', `An element has more than ${maxAttributes} attributes.`);
    }
    found.push({ name: attribute, value: attributeValue(source.slice(at + 1, close)) });
    at = close + 1;
  }
  out.byte(0x3c);
  out.text(name);
  writeNamespaces(found, scope, out);
  if (element.prefix === 'xmlns' || scope.find(element.prefix) === undefined) throw malformed('a prefix is not bound');
  writeAttributes(found, scope, out);
  out.byte(0x3e);
  return { name, empty };
}

function writeNamespaces(found: readonly { name: string; value: string }[], scope: Scope, out: Output): void {
  const declared: { prefix: string; uri: string; shown: boolean }[] = [];
  for (const { name, value } of found) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const prefix = name === 'xmlns' ? '' : name.slice(6);
    if (name !== 'xmlns' && !isNcName(prefix)) throw malformed('a name is not valid');
    if (declared.some((item) => item.prefix === prefix)) throw malformed('an attribute is given twice');
    checkDeclaration(prefix, value);
    // An inherited declaration of the same value is not written again (§2.3, and §4.6 for the empty default).
    declared.push({ prefix, uri: value, shown: prefix !== 'xml' && scope.find(prefix) !== value });
  }
  for (const { prefix, uri } of declared) scope.declare(prefix, uri);
  declared.sort((a, b) => compare(a.prefix, b.prefix));
  for (const { prefix, uri, shown } of declared) {
    if (shown) out.text(prefix === '' ? ` xmlns="${escapeValue(uri)}"` : ` xmlns:${prefix}="${escapeValue(uri)}"`);
  }
}

function checkDeclaration(prefix: string, uri: string): void {
  if (prefix === 'xmlns' || uri === XMLNS || (prefix === 'xml') !== (uri === XML)) {
    throw malformed('a reserved prefix or namespace is declared');
  }
  if (uri === '' && prefix !== '') throw malformed('a prefix is bound to nothing');
  // Canonical XML 1.0 §1.3: a relative namespace URI has no canonical form.
  if (uri !== '' && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(uri)) throw malformed('a namespace URI is relative');
}

function writeAttributes(found: readonly { name: string; value: string }[], scope: Scope, out: Output): void {
  const list: Attribute[] = [];
  for (const { name, value } of found) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    const { prefix, local } = split(name);
    const namespace = prefix === '' ? '' : scope.find(prefix);
    if (namespace === undefined) throw malformed('a prefix is not bound');
    list.push({ name, prefix, local, namespace, value });
  }
  if (list.length > 1) list.sort((a, b) => compare(a.namespace, b.namespace) || compare(a.local, b.local));
  for (const [index, item] of list.entries()) {
    const before = list[index - 1];
    if (before !== undefined && before.local === item.local && before.namespace === item.namespace) {
      throw malformed('an attribute is given twice');
    }
    out.text(` ${item.name}="${escapeValue(item.value)}"`);
  }
}

function skipName(source: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = source.charCodeAt(at);
    if (code === 0x20 || code === 0x9 || code === 0xa || code === 0xd || code === 0x3d || code === 0x2f) break;
    at += 1;
  }
  return at;
}

function skipSpace(source: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = source.charCodeAt(at);
    if (code !== 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd) break;
    at += 1;
  }
  return at;
}

/** The value that an attribute has: line ends and white space become spaces, references what they name (XML 1.0 §3.3.3). */
function attributeValue(raw: string): string {
  if (raw.includes('<')) throw malformed('an attribute value holds "<"');
  const spaced = /[\t\n\r]/.test(raw) ? raw.replace(/\r\n|[\t\n\r]/g, ' ') : raw;
  if (!spaced.includes('&')) return spaced;
  return spaced.replace(/&([^;&]{0,127})(;?)/g, (_, body: string, semicolon: string) => {
    if (semicolon === '') throw malformed('a reference has no end');
    return reference(body);
  });
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What stands for `&body;`. */
export function reference(body: string): string {
  const predefined = Object.hasOwn(PREDEFINED, body) ? PREDEFINED[body] : undefined;
  if (predefined !== undefined) return predefined;
  const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(body);
  if (digits === null) throw malformed('an entity is not defined');
  const code = digits[1] !== undefined ? Number.parseInt(digits[1], 16) : Number.parseInt(digits[2] ?? '', 10);
  const valid =
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  if (!valid) throw malformed('a character is not allowed');
  return String.fromCodePoint(code);
}

const inAttribute: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

function escapeValue(value: string): string {
  return /[&<"\t\n\r]/.test(value) ? value.replace(/[&<"\t\n\r]/g, (c) => inAttribute[c] ?? c) : value;
}

/** Order of code points, which is that of UTF-8 bytes; UTF-16 units differ from it beyond the basic plane. */
function compare(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
