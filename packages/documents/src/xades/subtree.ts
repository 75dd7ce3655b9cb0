import { canonicalizeDocument } from '@socle-sante/wire/c14n-stream';
import { escapeAttribute, type XmlElement } from '@socle-sante/wire/xml';

const XML = 'http://www.w3.org/XML/1998/namespace';

/**
 * Inclusive Canonical XML 1.0 of one element with its descendants, where it stands: its apex takes in the namespaces and the
 * `xml:` attributes of its ancestors (§2.4). `ancestors` go from the root to the parent; `source` is the text that the
 * elements were read from.
 */
export function canonicalSubtree(
  source: string,
  ancestors: readonly XmlElement[],
  target: XmlElement,
  comments: boolean,
): Uint8Array {
  const namespaces = new Map<string, string>();
  const inherited = new Map<string, string>();
  for (const ancestor of ancestors) {
    for (const [prefix, uri] of Object.entries(ancestor.namespaces)) namespaces.set(prefix, uri);
    for (const item of ancestor.attributes) if (item.namespace === XML) inherited.set(item.local, item.value);
  }
  for (const prefix of Object.keys(target.namespaces)) namespaces.delete(prefix);
  for (const item of target.attributes) if (item.namespace === XML) inherited.delete(item.local);
  let injected = '';
  for (const [prefix, uri] of namespaces) {
    if (uri !== '')
      injected += prefix === '' ? ` xmlns="${escapeAttribute(uri)}"` : ` xmlns:${prefix}="${escapeAttribute(uri)}"`;
  }
  for (const [local, value] of inherited) injected += ` xml:${local}="${escapeAttribute(value)}"`;
  const name = target.prefix === '' ? target.local : `${target.prefix}:${target.local}`;
  const at = target.span.start + 1 + name.length;
  const text = source.slice(target.span.start, at) + injected + source.slice(at, target.span.end);
  return canonicalizeDocument(new TextEncoder().encode(text), { comments });
}
