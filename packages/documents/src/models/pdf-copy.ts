import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h } from '../cda/tree.js';
import { attachedDocument } from './attached-documents.js';
import { loinc, type Narrator } from './narrative.js';

/** The PDF copy of a structured document (FR-Document-PDF-copie 1.2.250.1.213.1.1.2.243), which readers show first. */
export function pdfCopySection(narrator: Narrator, pdf: Uint8Array): XmlElementNode {
  const copy = loinc('55108-5', 'Copie du document');
  const media = narrator.mediaId();
  const paragraph = narrator.mediaId();
  const text = h('text', {}, [h('reference', { value: `#${paragraph}` })]);
  return h('section', {}, [
    h('templateId', { root: '1.2.250.1.213.1.1.2.243' }),
    narrator.id(),
    h('code', copy),
    h('title', {}, ['Copie du document']),
    h('text', {}, [h('paragraph', { ID: paragraph }, [h('renderMultiMedia', { referencedObject: media })])]),
    h('entry', {}, [
      attachedDocument(narrator, { media, text, value: h('value', { 'xsi:type': 'CD', ...copy }), pdf }),
    ]),
  ]);
}
