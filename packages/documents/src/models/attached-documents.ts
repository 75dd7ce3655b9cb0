import type { XmlElementNode } from '@socle-sante/wire/xml';
import { base64, h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import type { Attachment } from '../submission/structured.js';
import type { AttachmentsPlace } from './definition.js';
import { loinc, type Narrator } from './narrative.js';
import { clinicalTime, shownDate } from './values.js';

/** A PDF and what it is (FR-Document-attache 1.2.250.1.213.1.1.3.18), under the `ID` of the text that names it. */
export function attachedDocument(
  narrator: Narrator,
  document: {
    readonly media: string;
    readonly text: XmlElementNode;
    readonly value: XmlElementNode;
    readonly at?: string;
    readonly pdf: Uint8Array;
  },
): XmlElementNode {
  const { media, text, value, at, pdf } = document;
  return h('organizer', { classCode: 'CLUSTER', moodCode: 'EVN' }, [
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
        text,
        h('statusCode', { code: 'completed' }),
        h('effectiveTime', at === undefined ? { nullFlavor: 'NA' } : { value: clinicalTime(at) }),
        value,
      ]),
    ]),
    h('component', {}, [
      h('observationMedia', { classCode: 'OBS', moodCode: 'EVN', ID: media }, [
        h('value', { mediaType: 'application/pdf', representation: 'B64' }, [base64(pdf)]),
      ]),
    ]),
  ]);
}

/** FR-Documents-ajoutes (1.2.250.1.213.1.1.2.37). */
const ADDED_DOCUMENTS: AttachmentsPlace = {
  templateId: '1.2.250.1.213.1.1.2.37',
  code: loinc('55107-7', 'Documents ajoutés'),
  title: 'Documents joints',
};

/** The documents that come along, in the section that the model gives them. */
export function attachmentsSection(
  narrator: Narrator,
  attachments: readonly Attachment[],
  place: true | AttachmentsPlace,
): XmlElementNode {
  const { templateId, code, title: heading } = place === true ? ADDED_DOCUMENTS : place;
  const made = attachments.map(({ title, type, at, content }) => {
    const media = narrator.mediaId();
    const anchor = narrator.anchor(title);
    const value = h('value', { 'xsi:type': 'CD', ...(type ? codeAttributes(type) : {}) }, [anchor.originalText]);
    return {
      paragraph: h('paragraph', {}, [
        anchor.content,
        at !== undefined && ` (${shownDate(at)})`,
        h('br'),
        h('renderMultiMedia', { referencedObject: media }),
      ]),
      entry: attachedDocument(narrator, { media, text: anchor.text, value, at, pdf: content }),
    };
  });
  return h('section', {}, [
    h('templateId', { root: templateId }),
    narrator.id(),
    h('code', codeAttributes(code)),
    h('title', {}, [heading]),
    h(
      'text',
      {},
      made.map(({ paragraph }) => paragraph),
    ),
    ...made.map(({ entry }) => h('entry', {}, [entry])),
  ]);
}
