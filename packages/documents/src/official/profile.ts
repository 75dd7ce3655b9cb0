import { ELEMENT, type XDocument, type XNode } from '@socle-sante/schematron';
import type { DocumentProfile } from './select.js';

const HL7 = 'urn:hl7-org:v3';

/**
 * What says which rules a document must hold, read from its header. A style sheet may wrap the document: the first
 * `ClinicalDocument` counts. `undefined`: not a CDA document.
 */
export function documentProfile(document: XDocument): DocumentProfile | undefined {
  const root = clinicalDocument(document);
  if (root === undefined) return undefined;
  const templateIds: { root: string; extension?: string }[] = [];
  let code: string | undefined;
  let effectiveTime: string | undefined;
  for (let child = root.first; child !== null; child = child.next) {
    if (child.kind !== ELEMENT || child.qname?.uri !== HL7) continue;
    const local = child.qname.local;
    if (local === 'templateId') {
      const value = attribute(child, 'root');
      const extension = attribute(child, 'extension');
      if (value !== undefined) templateIds.push({ root: value, ...(extension === undefined ? {} : { extension }) });
    } else if (local === 'code') code ??= attribute(child, 'code');
    else if (local === 'effectiveTime') effectiveTime ??= attribute(child, 'value');
    // All that is looked for stands before.
    else if (local === 'recordTarget') break;
  }
  return {
    templateIds,
    ...(code === undefined ? {} : { code }),
    ...(effectiveTime === undefined ? {} : { effectiveTime }),
  };
}

/** How deep a wrapper may hold the document: a style sheet, a signature. */
const DEEPEST_WRAPPER = 8;

function clinicalDocument(node: XNode, depth = 0): XNode | undefined {
  for (let child = node.first; child !== null; child = child.next) {
    if (child.kind !== ELEMENT) continue;
    if (child.qname?.local === 'ClinicalDocument' && child.qname.uri === HL7) return child;
    const inside = depth < DEEPEST_WRAPPER ? clinicalDocument(child, depth + 1) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function attribute(element: XNode, local: string): string | undefined {
  return element.attributes.find(({ qname }) => qname?.local === local && qname.uri === '')?.value;
}
