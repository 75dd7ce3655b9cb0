import { walk, type XmlElement } from '../xml/tree.js';

/**
 * Attributes that some reader, somewhere, takes for an identifier: `ID`, `Id`, `id`, `xml:id`, `wsu:Id`, and those of
 * SAML 1.1. A value must be unique among all of them, else two readers may resolve one reference to two elements.
 */
const ID_LIKE = new Set(['id', 'assertionid', 'requestid', 'responseid']);

const ncName = /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u;

/** True for a value that an xs:ID may have. Only such values are put into an XPath expression. */
export function isIdValue(value: string): boolean {
  return ncName.test(value);
}

/** True for the local name of such an attribute. */
export function isIdLike(local: string): boolean {
  return ID_LIKE.has(local.toLowerCase());
}

/** Elements that carry this value in any identifier-like attribute, in document order. */
export function elementsWithId(root: XmlElement, id: string): XmlElement[] {
  const out: XmlElement[] = [];
  for (const element of walk(root)) {
    if (element.attributes.some((item) => item.value === id && isIdLike(item.local))) out.push(element);
  }
  return out;
}

/** Value of the unprefixed identifier attribute. */
export function idOf(element: XmlElement, idAttribute: string): string | undefined {
  return element.attributes.find((item) => item.local === idAttribute && item.namespace === '')?.value;
}

/** True when exactly one element of the document answers to this identifier, and does so through that attribute. */
export function isUniqueId(root: XmlElement, idAttribute: string, id: string): boolean {
  const [found, ...others] = elementsWithId(root, id);
  return found !== undefined && others.length === 0 && idOf(found, idAttribute) === id;
}
