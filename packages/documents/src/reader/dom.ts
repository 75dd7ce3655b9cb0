import { attribute, text, type XmlElement } from '@socle-sante/wire/xml';

/** Namespaces of French CDA documents (CI-SIS, volet Structuration minimale, and CDA_extended.xsd of the ANS kit). */
export const NS = {
  hl7: 'urn:hl7-org:v3',
  sdtc: 'urn:hl7-org:sdtc',
  lab: 'urn:oid:1.3.6.1.4.1.19376.1.3.2',
  pharmacy: 'urn:ihe:pharm:medication',
  dicom: 'urn:dicom-org:ps3-20',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  xsl: 'http://www.w3.org/1999/XSL/Transform',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
} as const;

/** The children of that local name in the HL7 namespace. */
export function all(parent: XmlElement | undefined, local: string, namespace: string = NS.hl7): XmlElement[] {
  const found: XmlElement[] = [];
  if (parent === undefined) return found;
  for (const node of parent.children) {
    if (typeof node !== 'string' && node.local === local && node.namespace === namespace) found.push(node);
  }
  return found;
}

/** The first child of that local name, down a path of local names, in the HL7 namespace. */
export function first(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let current = parent;
  for (const local of path) current = current === undefined ? undefined : child(current, local);
  return current;
}

function child(parent: XmlElement, local: string): XmlElement | undefined {
  for (const node of parent.children) {
    if (typeof node !== 'string' && node.local === local && node.namespace === NS.hl7) return node;
  }
  return undefined;
}

/** Shows an element and all its descendants, in document order. */
export function visit(element: XmlElement, see: (element: XmlElement) => void): void {
  see(element);
  for (const node of element.children) if (typeof node !== 'string') visit(node, see);
}

/** Value of an unprefixed attribute. */
export function attr(element: XmlElement | undefined, local: string): string | undefined {
  if (element === undefined) return undefined;
  for (const item of element.attributes) if (item.local === local && item.namespace === '') return item.value;
  return undefined;
}

/** Trimmed text of an element, white space collapsed; `undefined` when there is none. */
export function plain(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const value = text(element).replace(/\s+/g, ' ').trim();
  return value === '' ? undefined : value;
}

/** Trimmed text of an element itself, texts of its children left out. */
export function ownText(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  let value = '';
  for (const node of element.children) if (typeof node === 'string') value += node;
  value = value.replace(/\s+/g, ' ').trim();
  return value === '' ? undefined : value;
}

/**
 * Trimmed text of an `ED`: everything under it, but what its `reference` and its `thumbnail` hold. A text may have elements of
 * its own where its media type is not `text/plain`.
 */
export function dataText(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  let value = '';
  for (const node of element.children) {
    if (typeof node === 'string') value += node;
    else if (node.namespace !== NS.hl7 || (node.local !== 'reference' && node.local !== 'thumbnail'))
      value += text(node);
  }
  value = value.replace(/\s+/g, ' ').trim();
  return value === '' ? undefined : value;
}

/** A boolean attribute; `undefined` when it is absent, or says neither. */
export function flag(element: XmlElement | undefined, local: string): boolean | undefined {
  const value = attr(element, local)?.trim();
  if (value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' ? false : undefined;
}

/** White-space separated tokens of an attribute. */
export function tokens(value: string | undefined): readonly string[] {
  return value === undefined ? [] : value.split(/\s+/).filter((token) => token !== '');
}

/**
 * The local part of `xsi:type`, `undefined` when it is not stated. The prefix is not resolved: documents write `CD`, `hl7:CD`
 * or `cda:CD`, and the types of other namespaces bear other names.
 */
export function xsiType(element: XmlElement): string | undefined {
  const value = attribute(element, 'type', NS.xsi);
  return value === undefined ? undefined : value.trim().replace(/^[^:]*:/, '');
}

/** The members that may be left out may also be given as `undefined`. */
type Loose<T> = { [K in keyof T]: Record<string, never> extends Pick<T, K> ? T[K] | undefined : T[K] };

/** The same object without the members that are `undefined`. */
export function compact<T extends object>(value: Loose<T>): T {
  const out: Partial<Record<keyof T, unknown>> = {};
  for (const key in value) {
    const member = value[key as keyof T];
    if (member !== undefined) out[key as keyof T] = member;
  }
  return out as T;
}
