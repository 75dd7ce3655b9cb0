import type { XNode } from '../../tree/node.js';
import { XPathError } from '../error.js';
import { XQName } from '../values/qname.js';

/** Namespace of the prefix `xml`, which is in scope everywhere. */
export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** `fn:name`: as written, '' for what has no name. */
export function nodeName(node: XNode | null): string {
  const name = node === null ? null : node.qname;
  if (name === null) return '';
  return name.prefix === '' ? name.local : `${name.prefix}:${name.local}`;
}

/** `fn:local-name`: '' for what has no name. */
export function localName(node: XNode | null): string {
  return node === null || node.qname === null ? '' : node.qname.local;
}

/** `fn:namespace-uri`: '' for what has no name, and for a name in no namespace. */
export function namespaceUri(node: XNode | null): string {
  return node === null || node.qname === null ? '' : node.qname.uri;
}

/** `fn:node-name`. */
export function qnameOf(node: XNode | null): XQName | undefined {
  const name = node === null ? null : node.qname;
  return name === null ? undefined : new XQName(name.uri, name.local, name.prefix);
}

const PLAIN = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
// XML 1.0, fifth edition, §2.3, without the colon.
const START =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const FULL = new RegExp(`^[${START}][${START}0-9.\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}-]*$`, 'u');

/** Is it an NCName of XML 1.0, fifth edition? */
export function isNCName(text: string): boolean {
  return PLAIN.test(text) || FULL.test(text);
}

/** White space around a text. */
const AROUND = /^[\t\n\r ]+|[\t\n\r ]+$/g;

/** Prefix ('' when there is none) and local part of a lexical QName. */
export function splitQName(text: string): { readonly prefix: string; readonly local: string } | undefined {
  const colon = text.indexOf(':');
  const prefix = colon < 0 ? '' : text.slice(0, colon);
  const local = text.slice(colon + 1);
  return isNCName(local) && (colon < 0 || isNCName(prefix)) ? { prefix, local } : undefined;
}

/** The namespace of a prefix in the scope of an element; '' for no prefix when there is no default namespace. */
export function namespaceForPrefix(element: XNode, prefix: string): string | undefined {
  if (prefix === 'xml') return XML_NAMESPACE;
  const uri = element.scope?.get(prefix);
  return prefix === '' ? (uri ?? '') : uri === '' ? undefined : uri;
}

/** Prefixes in scope of an element, `xml` among them, '' when there is a default namespace. */
export function inScopePrefixes(element: XNode): string[] {
  const prefixes = ['xml'];
  for (const [prefix, uri] of element.scope ?? []) if (uri !== '' && prefix !== 'xml') prefixes.push(prefix);
  return prefixes;
}

/** How many texts are remembered for one scope. */
const REMEMBERED = 256;
let scope: ReadonlyMap<string, string> | null = null;
let resolved = new Map<string, XQName>();

/**
 * `fn:resolve-QName` of a text that is there, trimmed: with the namespaces in scope of the element, the default one for a name without prefix.
 * The names of the last scope are remembered: rules about `xsi:type` ask for the same few thousands of times.
 *
 * @throws XPathError FOCA0002 (not a QName), FONS0004 (no such prefix)
 */
export function resolveQName(text: string, element: XNode): XQName {
  if (element.scope !== scope || resolved.size > REMEMBERED) {
    scope = element.scope;
    resolved = new Map();
  }
  const known = resolved.get(text);
  if (known !== undefined) return known;
  const parts = splitQName(text.replace(AROUND, ''));
  if (parts === undefined) throw new XPathError('FOCA0002', `not a QName: '${text}'`);
  const uri = namespaceForPrefix(element, parts.prefix);
  if (uri === undefined) throw new XPathError('FONS0004', `no namespace has the prefix '${parts.prefix}'`);
  const name = new XQName(uri, parts.local, parts.prefix);
  resolved.set(text, name);
  return name;
}

/** `fn:QName`; white space around it is not allowed. @throws XPathError FOCA0002 when it is no QName, or has a prefix and no namespace */
export function makeQName(uri: string, text: string): XQName {
  const parts = splitQName(text);
  if (parts === undefined || (uri === '' && parts.prefix !== ''))
    throw new XPathError('FOCA0002', `not a QName: '${text}'`);
  return new XQName(uri, parts.local, parts.prefix);
}
