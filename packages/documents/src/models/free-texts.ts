import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h } from '../cda/tree.js';
import { loinc, type Narrator } from './narrative.js';

/** FR-Commentaire-non-code (1.2.250.1.213.1.1.2.73): a free text of the document; each line is a paragraph. */
export function freeTextSection(narrator: Narrator, title: string, text: string): XmlElementNode {
  return h('section', {}, [
    h('templateId', { root: '2.16.840.1.113883.10.12.201' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.4.1.2.16' }),
    h('templateId', { root: '1.2.250.1.213.1.1.2.73' }),
    narrator.id(),
    h('code', loinc('55112-7', 'Commentaire')),
    h('title', {}, [title]),
    h(
      'text',
      {},
      text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => h('paragraph', {}, [line])),
    ),
  ]);
}
