import { h } from '../cda/tree.js';
import type { Line, Narrator } from './narrative.js';
import type { Procedure } from './schema/shared.js';
import { at, codedElement, shownDate } from './values.js';

/** A procedure that was done (FR-Acte 1.2.250.1.213.1.1.3.62). */
export function procedureLine(narrator: Narrator, procedure: Procedure): Line {
  const anchor = narrator.anchor(procedure.name.text);
  const entry = h('procedure', { classCode: 'PROC', moodCode: 'EVN' }, [
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.19' }),
    h('templateId', { root: '2.16.840.1.113883.10.20.1.29' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.62' }),
    narrator.id(),
    codedElement('code', procedure.name, anchor),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    at(procedure.at),
  ]);
  return { cells: [shownDate(procedure.at), anchor.content], entry };
}
