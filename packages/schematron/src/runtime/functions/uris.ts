import { XPathError } from '../error.js';
import { normalizeSpace } from './strings.js';
import { normalizeUri, parseUri, resolveAgainst, type UriParts, writeUri } from './uri-syntax.js';

function percent(text: string): string {
  let result = '';
  for (const byte of new TextEncoder().encode(text)) result += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  return result;
}

/** `fn:encode-for-uri`: everything but letters, digits and `- _ . ~` of ASCII. */
export function encodeForUri(text: string): string {
  return text.replace(/[^A-Za-z0-9_.~-]+/g, percent);
}

/** `fn:iri-to-uri`: what is not ASCII, and the characters that no URI has; `%` stays. */
export function iriToUri(text: string): string {
  return text.replace(/[^!#-;=?-[\]_a-z~]+/g, percent);
}

/** `fn:escape-html-uri`: what is not printable ASCII. */
export function escapeHtmlUri(text: string): string {
  return text.replace(/[^ -~]+/g, percent);
}

/**
 * `fn:resolve-uri`, by the rules of RFC 2396 as the reference engine follows them: `?q` against `http://h/p` is `http://h/?q`, and
 * `..` in excess stay
 * but at the end, slashes in a row are one. Spaces are allowed, and collapsed.
 *
 * @throws XPathError FORG0002 when one of them is no URI, or the base is not absolute, is not hierarchical or has a fragment
 */
export function resolveUri(relative: string, base: string): string {
  const spaced = relative.includes(' ') || base.includes(' ');
  const reference = parse(relative, 'reference');
  if (reference.scheme !== undefined) return relative.replaceAll(' ', '%20');
  const absolute = parse(base, 'base');
  if (absolute.scheme === undefined) throw invalid('base', base, 'it is not absolute');
  if (absolute.opaque !== undefined) throw invalid('base', base, 'it has no hierarchy');
  if (absolute.fragment !== undefined) throw invalid('base', base, 'it has a fragment');
  const from = normalizeUri(absolute);
  const resolved =
    relative === '' ? (from.path === absolute.path ? base : writeUri(from)) : writeUri(resolveAgainst(reference, from));
  const result = resolved.replace(/(?:\.\.)+$/, '').replace(/(?:\.\.\/)+$/, '');
  return spaced ? normalizeSpace(result.replaceAll('%20', ' ')) : result;
}

/** Is it a URI with a scheme? */
export function isAbsoluteUri(text: string): boolean {
  const parts = parseUri(text.replaceAll(' ', '%20'));
  return typeof parts !== 'string' && parts.scheme !== undefined;
}

function parse(text: string, what: string): UriParts {
  const parts = parseUri(text.replaceAll(' ', '%20'));
  if (typeof parts === 'string') throw invalid(what, text, parts);
  return parts;
}

function invalid(what: string, uri: string, why: string): XPathError {
  return new XPathError('FORG0002', `${what} URI '${uri}': ${why}`);
}
