import { XmlError } from '../errors/xml-error.js';
import { defaultXmlLimits, type XmlLimits } from '../xml/limits.js';
import { decodeInput, parseXml } from '../xml/parse.js';
import { isUniqueId } from './ids.js';
import { withLibDocument } from './libxml2.js';
import type { CanonicalizeOptions } from './types.js';

/**
 * Canonical octets of a document, or of one element with its descendants in the namespace context where it stands.
 * The document goes through the safe reader first. libxml2 is loaded on first use.
 *
 * Throws {@link XmlError}: what {@link parseXml} throws, and 'xml.malformed' when `node` matches no element or several.
 */
export async function canonicalize(
  xml: string | Uint8Array,
  options: CanonicalizeOptions,
  limits: Partial<XmlLimits> = {},
): Promise<Uint8Array> {
  const source = decodeInput(xml, limits.maxBytes ?? defaultXmlLimits.maxBytes);
  const root = parseXml(source, limits);
  const { node } = options;
  const unique = node !== undefined && isUniqueId(root, node.idAttribute, node.id);
  return withLibDocument(source, (document) => {
    if (node === undefined) return document.canonicalize(options.method, undefined, options.inclusivePrefixes);
    const target = unique ? document.byId(node.idAttribute, node.id) : undefined;
    if (target === undefined) {
      throw new XmlError('xml.malformed', 'The element to canonicalise is not the only one to carry the identifier.');
    }
    return document.canonicalize(options.method, target, options.inclusivePrefixes);
  });
}
