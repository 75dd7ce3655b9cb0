import type { XmlElement } from '@socle-sante/wire/xml';
import { NS, visit } from './dom.js';
import { CdaReadError } from './error.js';
import type { CdaWrapper } from './parsed.js';

/**
 * The one `ClinicalDocument` of a tree, and what stands around it: `xsl:stylesheet` of a self-presentable document,
 * `ds:Signature` that envelops it (which is not verified here). Two of them are refused: which one would a reader show?
 * @throws CdaReadError `cda.notCda`, `cda.severalDocuments`.
 */
export function unwrap(root: XmlElement): { readonly document: XmlElement; readonly wrapper: CdaWrapper } {
  const found: XmlElement[] = [];
  visit(root, (node) => {
    if (node.local === 'ClinicalDocument' && node.namespace === NS.hl7) found.push(node);
  });
  const [document, second] = found;
  if (second !== undefined) {
    throw new CdaReadError('cda.severalDocuments', 'The XML holds more than one ClinicalDocument.');
  }
  if (document === undefined) {
    throw new CdaReadError('cda.notCda', 'The XML holds no ClinicalDocument of the namespace urn:hl7-org:v3.');
  }
  return { document, wrapper: wrapperOf(root, document) };
}

function wrapperOf(root: XmlElement, document: XmlElement): CdaWrapper {
  if (root === document) return 'none';
  if (root.namespace === NS.xsl && (root.local === 'stylesheet' || root.local === 'transform')) return 'stylesheet';
  return root.namespace === NS.ds && root.local === 'Signature' ? 'signature' : 'other';
}
