import type { XmlElementNode } from '@socle-sante/wire/xml';
import { base64, h } from '../../cda/tree.js';
import { sniff } from '../../narrative/sniff.js';
import type { Narrator } from '../narrative.js';
import type { LabImage } from '../schema/lab.js';

export interface MadeImage {
  /** What shows it, in the text. */
  readonly paragraph: XmlElementNode;
  /** FR-Image-illustrative (1.2.250.1.213.1.1.3.103). */
  readonly media: XmlElementNode;
}

/** An image of a report, and where the text shows it. */
export function imageOf(narrator: Narrator, { content, caption }: LabImage): MadeImage {
  const id = narrator.mediaId();
  return {
    paragraph: h('paragraph', {}, [
      caption !== undefined && caption,
      caption !== undefined && h('br'),
      h('renderMultiMedia', { referencedObject: id }),
    ]),
    media: h('observationMedia', { classCode: 'OBS', moodCode: 'EVN', ID: id }, [
      h('templateId', { root: '2.16.840.1.113883.10.12.304' }),
      h('templateId', { root: '1.2.250.1.213.1.1.3.103' }),
      h('value', { mediaType: sniff(content), representation: 'B64' }, [base64(content)]),
    ]),
  };
}
