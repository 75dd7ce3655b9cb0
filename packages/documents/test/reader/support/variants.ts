import { parseXml, walk, type XmlElement } from '@socle-sante/wire/xml';

/** The same document written otherwise: what a reader claims of it must not change. */
export type Variant = readonly [name: string, write: (text: string) => string];

const body = (text: string): string => text.replace(/^\uFEFF?\s*(<\?xml[^?]*\?>)?/, '');

/** Every element of the default namespace by another prefix, and the types of `xsi:type` too. */
function prefixed(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(\/?)([A-Za-z_][\w.-]*)(?=[\s/>])/g, '<$1cda:$2')
    .replace(/\sxmlns="urn:hl7-org:v3"/g, ' xmlns:cda="urn:hl7-org:v3"')
    .replace(/xsi:type="([A-Z_]+)"/g, 'xsi:type="cda:$1"');
}

/** Comments, instructions and CDATA sections wherever they may stand. */
function littered(text: string): string {
  let count = 0;
  return text.replace(/<!--[\s\S]*?-->/g, '').replace(/>([^<>&]*)(?=<)/g, (whole, content: string) => {
    count += 1;
    if (content.includes(']]')) return whole;
    if (content.trim() === '') return count % 3 === 0 ? `><!-- ${count} < & > --><?other ${count}?>${content}` : whole;
    if (content.length > 1_000) return whole;
    const middle = Math.floor(content.length / 2);
    return count % 2 === 0
      ? `>${content.slice(0, middle)}<!-- ${count} -->${content.slice(middle)}`
      : `><![CDATA[${content}]]><?other?>`;
  });
}

/** Ways in which official documents, or documents of the field, are written. */
export const VARIANTS: readonly Variant[] = [
  ['as it is', (text) => text],
  ['prefixed', prefixed],
  ['with comments, instructions and CDATA', littered],
  [
    'inside its style sheet',
    (text) =>
      `<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet type="text/xsl" href="#"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:n1="urn:hl7-org:v3">
<xsl:template match="/"><html><xsl:apply-templates select="//n1:ClinicalDocument"/></html></xsl:template>
${withoutProlog(text)}
</xsl:stylesheet>`,
  ],
  [
    'inside its signature',
    (text) =>
      `\uFEFF<?xml version='1.0' encoding='utf-8' standalone='yes'?><ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo/><ds:Object Id="o">${withoutProlog(text)}</ds:Object></ds:Signature>`,
  ],
  ['with other line ends', (text) => text.replace(/\r?\n/g, '\r\n')],
];

/** No declaration, no instruction before the root: what one may put inside another document. */
export function withoutProlog(text: string): string {
  return body(text).replace(/^(\s*(<!--[\s\S]*?-->|<\?[\s\S]*?\?>))*/, '');
}

/** A document cut in pieces that may go into another one. */
export interface Pieces {
  readonly text: string;
  readonly root: XmlElement;
  /** `component` elements that hold a section, as text: those of documents without namespace declarations below the root. */
  readonly sections: readonly string[];
}

/** Cuts a document. */
export function pieces(text: string): Pieces {
  const plain = text.replace(/^\uFEFF/, '');
  const root = parseXml(plain, { maxBytes: 1e8, maxTextLength: 1e8 });
  const sections = [...walk(root)]
    .filter(
      (node) =>
        node.local === 'component' &&
        node.children.some((child) => typeof child !== 'string' && child.local === 'section'),
    )
    .map((node) => plain.slice(node.span.start, node.span.end))
    .filter((piece) => piece.length < 20_000);
  return { text: plain, root, sections };
}

const NAMESPACES: Readonly<Record<string, string>> = {
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  sdtc: 'urn:hl7-org:sdtc',
  lab: 'urn:oid:1.3.6.1.4.1.19376.1.3.2',
  pharm: 'urn:ihe:pharm:medication',
  'ps3-20': 'urn:dicom-org:ps3-20',
};

/** A section with sections of other documents below it, `depth` of them one in the other. */
export function nested(list: readonly string[], depth: number, pick: (most: number) => number): string {
  const declared = Object.entries(NAMESPACES)
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
    .join('');
  let inner = '';
  for (let level = 0; level < depth; level += 1) {
    const piece = list[pick(list.length)] ?? '';
    inner = piece.replace(/<\/section>(?=\s*<\/component>\s*$)/, `${inner}</section>`);
  }
  return inner.replace(/^<component/, `<component${declared} xmlns="urn:hl7-org:v3"`);
}
