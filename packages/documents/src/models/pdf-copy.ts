import type { XmlElementNode } from '@socle-sante/wire/xml';
import { base64, h } from '../cda/tree.js';
import { loinc, type Narrator } from './narrative.js';

/** The PDF copy of a structured document (FR-Document-PDF-copie 1.2.250.1.213.1.1.2.243), which readers show first. */
export function pdfCopySection(narrator: Narrator, pdf: Uint8Array): XmlElementNode {
  const copy = loinc('55108-5', 'Copie du document');
  const media = narrator.mediaId();
  const paragraph = narrator.mediaId();
  return h('section', {}, [
    h('templateId', { root: '1.2.250.1.213.1.1.2.243' }),
    narrator.id(),
    h('code', copy),
    h('title', {}, ['Copie du document']),
    h('text', {}, [h('paragraph', { ID: paragraph }, [h('renderMultiMedia', { referencedObject: media })])]),
    h('entry', {}, [
      h('organizer', { classCode: 'CLUSTER', moodCode: 'EVN' }, [
        h('templateId', { root: '1.2.250.1.213.1.1.3.18' }),
        narrator.id(),
        h('code', loinc('55107-7', 'Document attaché')),
        h('statusCode', { code: 'completed' }),
        h('component', {}, [
          h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
            h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.13' }),
            h('templateId', { root: '1.2.250.1.213.1.1.3.48' }),
            h('templateId', { root: '1.2.250.1.213.1.1.3.48.18' }),
            narrator.id(),
            h('code', loinc('69764-9', 'Type de document')),
            h('text', {}, [h('reference', { value: `#${paragraph}` })]),
            h('statusCode', { code: 'completed' }),
            h('effectiveTime', { nullFlavor: 'NA' }),
            h('value', { 'xsi:type': 'CD', ...copy }),
          ]),
        ]),
        h('component', {}, [
          h('observationMedia', { classCode: 'OBS', moodCode: 'EVN', ID: media }, [
            h('value', { mediaType: 'application/pdf', representation: 'B64' }, [base64(pdf)]),
          ]),
        ]),
      ]),
    ]),
  ]);
}
