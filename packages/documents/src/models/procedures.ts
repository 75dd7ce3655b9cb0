import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { h } from '../cda/tree.js';
import { codeAttributes, codeNode } from '../cda/values.js';
import { ABSENCES, known } from './absences.js';
import { authorNode, shownDoer } from './doers.js';
import { type Anchor, type Line, loinc, type Narrator, section } from './narrative.js';
import { commentRemark, reasonRemark, relations, templates } from './remarks.js';
import type { CodedText, Known, Procedure } from './schema/shared.js';
import { at, coded, codedElement, shownDate, span } from './values.js';

/** FR-Acte (1.2.250.1.213.1.1.3.62) that was done. */
export const PROCEDURE = [
  '1.3.6.1.4.1.19376.1.5.3.1.4.19',
  '2.16.840.1.113883.10.20.1.29',
  '1.2.250.1.213.1.1.3.62',
] as const;

/** A procedure that was done (FR-Acte 1.2.250.1.213.1.1.3.62). */
export function procedureLine(narrator: Narrator, procedure: Procedure): Line {
  const { name, until, priority, approach, site, by } = procedure;
  const anchor = narrator.anchor(name.text);
  const reason = procedure.reason && reasonRemark(narrator, procedure.reason);
  const comment = procedure.comment === undefined ? undefined : commentRemark(narrator, procedure.comment);
  const entry = h('procedure', { classCode: 'PROC', moodCode: 'EVN' }, [
    ...templates(...PROCEDURE),
    narrator.id(),
    procedureCode(name, anchor),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    until === undefined ? at(procedure.at) : span({ since: procedure.at, until }, true),
    codeNode('priorityCode', priority),
    codeNode('approachSiteCode', approach),
    codeNode('targetSiteCode', site),
    by && authorNode(by, procedure.at),
    ...relations(reason, comment),
  ]);
  const cells = [
    until === undefined ? shownDate(procedure.at) : `${shownDate(procedure.at)} – ${shownDate(until)}`,
    anchor.content,
    priority?.displayName,
    approach?.displayName,
    site?.displayName,
    by && shownDoer(by),
    reason?.shown,
    comment?.shown,
  ];
  return { cells, entry };
}

const OTHER = coded('GEN-092.04.13', 'Autre acte', SYSTEMS.taAsip, 'TA_ASIP');

/** The code of a procedure; without one, that of the CI-SIS for another act, beside its name. */
export function procedureCode({ text, code }: CodedText, anchor: Anchor): XmlElementNode {
  return codedElement('code', { text, code: code ?? OTHER }, anchor);
}

/** That no procedure is known, or that nobody knows. */
function noProcedureLine(narrator: Narrator, absent: Coded, asked: boolean): Line {
  const anchor = narrator.anchor(absent.displayName);
  const entry = h('procedure', { classCode: 'PROC', moodCode: 'EVN', negationInd: String(asked) }, [
    ...templates(...PROCEDURE),
    narrator.id(),
    h('code', codeAttributes(absent), [anchor.originalText]),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { nullFlavor: 'NA' }),
  ]);
  return { cells: [anchor.content], entry };
}

const HEAD = ['Date', 'Acte', 'Priorité', "Voie d'abord", 'Localisation', 'Réalisé par', 'Motif', 'Commentaire'];

/** FR-Historique-des-actes (1.2.250.1.213.1.1.2.136). */
export function proceduresSection(narrator: Narrator, list: Known<Procedure>, title: string): XmlElementNode {
  const { items, absent, asked } = known(list, ABSENCES.procedures);
  return section(narrator, {
    templateIds: [
      '2.16.840.1.113883.10.20.1.12',
      '1.3.6.1.4.1.19376.1.5.3.1.3.11',
      '1.3.6.1.4.1.19376.1.5.3.1.3.12',
      '1.2.250.1.213.1.1.2.136',
    ],
    code: loinc('47519-4', 'Historique des actes'),
    title,
    ...(absent
      ? { lines: [noProcedureLine(narrator, absent, asked)] }
      : { head: HEAD, lines: items.map((item) => procedureLine(narrator, item)) }),
  });
}
