import type { XmlAttributeInput, XmlElementNode, XmlNode, XmlRaw } from '@socle-sante/wire/xml';

/** The namespaces of a French CDA document, by the prefix that we give them. */
export const CDA_NAMESPACES = {
  '': 'urn:hl7-org:v3',
  lab: 'urn:oid:1.3.6.1.4.1.19376.1.3.2',
  pharm: 'urn:ihe:pharm:medication',
  'ps3-20': 'urn:dicom-org:ps3-20',
  sdtc: 'urn:hl7-org:sdtc',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
} as const;

type Prefix = Exclude<keyof typeof CDA_NAMESPACES, '' | 'xsi'>;

/** Octets that the writer puts in base64, straight into the final document. */
export interface Base64Node extends XmlRaw {
  readonly bytes: Uint8Array;
}

export type Attributes = Readonly<Record<string, string | undefined>>;
export type Child = XmlNode | undefined | false;

/** An element of `urn:hl7-org:v3`. The attribute `xsi:type` is in its namespace; undefined attributes are left out. */
export function h(local: string, attributes: Attributes = {}, children: readonly Child[] = []): XmlElementNode {
  return make('', local, attributes, children);
}

/** An element of one of the other namespaces. */
export function hx(
  prefix: Prefix,
  local: string,
  attributes: Attributes = {},
  children: readonly Child[] = [],
): XmlElementNode {
  return make(prefix, local, attributes, children);
}

/** Octets, to be written in base64 on one line. */
export function base64(bytes: Uint8Array): Base64Node {
  return { kind: 'raw', xml: '', bytes };
}

function make(prefix: Prefix | '', local: string, attributes: Attributes, children: readonly Child[]): XmlElementNode {
  const list: XmlAttributeInput[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    if (name === 'xsi:type') list.push({ prefix: 'xsi', namespace: CDA_NAMESPACES.xsi, local: 'type', value });
    else list.push({ local: name, value });
  }
  return {
    kind: 'element',
    name: { prefix, namespace: CDA_NAMESPACES[prefix], local },
    attributes: list,
    children: children.filter((node): node is XmlNode => node !== undefined && node !== false),
    namespaces: {},
  };
}
