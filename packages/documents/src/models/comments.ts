import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h } from '../cda/tree.js';
import { type Anchor, loinc } from './narrative.js';

/** FR-Commentaire-ER (1.2.250.1.213.1.1.3.32): a free text that speaks of what holds it. */
export function commentAct(anchor: Anchor): XmlElementNode {
  return h('act', { classCode: 'ACT', moodCode: 'EVN' }, [
    h('templateId', { root: '2.16.840.1.113883.10.20.1.40' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.2' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.32' }),
    h('code', loinc('48767-8', 'Commentaire')),
    anchor.text,
    h('statusCode', { code: 'completed' }),
  ]);
}
