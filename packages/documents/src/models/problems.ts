import { SYSTEMS } from '../cda/oids.js';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import type { Line, Narrator } from './narrative.js';
import type { Problem } from './schema/shared.js';
import { coded, codedElement, shownDate, span } from './values.js';

const DIAGNOSIS = coded('282291009', 'interprétation diagnostique', SYSTEMS.snomed, 'SNOMED CT');

/** A pathology as a concern (FR-Liste-des-problemes 1.2.250.1.213.1.1.3.39) that holds one problem (FR-Probleme ….3.37). */
export function problemLine(narrator: Narrator, problem: Problem, status: 'active' | 'completed'): Line {
  const { name, since, until } = problem;
  const anchor = narrator.anchor(name.text);
  const done = status === 'completed';
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN', negationInd: 'false' }, [
    h('templateId', { root: '2.16.840.1.113883.10.20.1.28' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.5' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.37' }),
    narrator.id(),
    h('code', codeAttributes(DIAGNOSIS)),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    span({ since, until }, until !== undefined),
    codedElement('value', name, anchor, { 'xsi:type': 'CD' }),
  ]);
  const entry = h('act', { classCode: 'ACT', moodCode: 'EVN' }, [
    h('templateId', { root: '2.16.840.1.113883.10.20.1.27' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.5.1' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.5.2' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.39' }),
    narrator.id(),
    h('code', { nullFlavor: 'NA' }),
    h('statusCode', { code: status }),
    span({ since, until }, done),
    h('entryRelationship', { typeCode: 'SUBJ', inversionInd: 'false' }, [observation]),
  ]);
  const dates = done || until !== undefined ? `${shownDate(since)} – ${shownDate(until)}` : shownDate(since);
  return { cells: [dates, anchor.content], entry };
}
