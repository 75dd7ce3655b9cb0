import { parseXml, type XmlElement, XmlError } from '@socle-sante/wire/xml';
import { attr, compact, ownText, visit } from './dom.js';
import { elideLongTexts } from './elide.js';
import { type CdaLimits, defaultCdaLimits } from './limits.js';
import { readMedia } from './media.js';
import { identifyModel } from './model.js';
import type { ParsedCda } from './parsed.js';
import { readBody } from './read-body.js';
import { readHeader } from './read-header.js';
import { checkReferences } from './references.js';
import { unwrap } from './unwrap.js';

/** What an XML document holds, long base64 contents apart. */
export interface CdaTree {
  readonly root: XmlElement;
  readonly elided: ReadonlyMap<XmlElement, Uint8Array>;
}

/**
 * Reads the XML of a document of any size, without its long base64 contents, which stay in `bytes`: in their place the tree
 * has line feeds only. No DOCTYPE, no entity, no external load. The same tree serves the rules and the typed reader.
 * @throws XmlError `xml.*`.
 */
export function parseCdaTree(bytes: Uint8Array, limits: Partial<CdaLimits> = {}): CdaTree {
  const bounds = { ...defaultCdaLimits, ...compact<Partial<CdaLimits>>(limits) };
  if (bytes.byteLength > bounds.maxBytes) {
    throw new XmlError('xml.tooLarge', `The document is larger than ${bounds.maxBytes} bytes.`);
  }
  const { maxMarkupBytes, maxBytes: _, ...rest } = bounds;
  const options = { ...rest, maxBytes: maxMarkupBytes };
  const keep = new Set<number>();
  for (;;) {
    const reduced = elideLongTexts(bytes, keep);
    if (reduced === undefined) return { root: parseXml(bytes, options), elided: new Map() };
    const root = parseXml(reduced.text, options);
    const carriers = new Map<number, XmlElement>();
    visit(root, (node) => {
      if (attr(node, 'representation') === 'B64') carriers.set(node.span.open, node);
    });
    const elided = new Map<XmlElement, Uint8Array>();
    const wrong = reduced.elisions.filter(({ at, encoded }) => {
      const carrier = carriers.get(at);
      if (carrier === undefined || ownText(carrier) !== undefined) return true;
      elided.set(carrier, encoded);
      return false;
    });
    if (wrong.length === 0) return { root, elided };
    // A comment, a CDATA section, a text that is not declared base64: it stays in the tree, and the bounds judge it.
    for (const { encoded } of wrong) keep.add(encoded.byteOffset - bytes.byteOffset);
  }
}

/**
 * Reads a CDA document: typed header and body, generic tree kept, base64 contents not yet decoded. A document inside
 * `xsl:stylesheet` or `ds:Signature` is taken out of it. It is a tolerant reader: a document that breaks the rules of the
 * volet is read as far as it goes, `validateCda` says what is wrong.
 *
 * Memory: the bytes that were given, which are kept as long as the answer is, and the tree of the markup.
 * @throws XmlError `xml.malformed`, `xml.doctype`, `xml.tooLarge`, `xml.tooDeep`, `xml.tooMany`, `xml.tooSlow`, `xml.encoding`.
 * @throws CdaReadError `cda.notCda`, `cda.severalDocuments`.
 */
export function parseCda(bytes: Uint8Array, limits: Partial<CdaLimits> = {}): ParsedCda {
  return readCda(parseCdaTree(bytes, limits));
}

/** The typed reading of a tree that was parsed already. @throws CdaReadError */
export function readCda(tree: CdaTree): ParsedCda {
  const { document, wrapper } = unwrap(tree.root);
  const header = readHeader(document);
  const body = readBody(document, (element, carrier) => readMedia(element, carrier, tree.elided.get(element)));
  const { ids, findings } = checkReferences(document);
  return {
    root: tree.root,
    document,
    wrapper,
    header,
    body,
    model: identifyModel(header.templateIds, body.kind),
    ids,
    elided: tree.elided,
    findings,
  };
}
