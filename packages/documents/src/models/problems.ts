import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { type Child, h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { ABSENCES, known } from './absences.js';
import { type Anchor, type Line, loinc, type Narrator, section } from './narrative.js';
import {
  certaintyRemark,
  commentRemark,
  healthRemark,
  problemStatusRemark,
  relations,
  severityRemark,
  templates,
} from './remarks.js';
import type { Known, Problem, Reaction } from './schema/shared.js';
import { coded, codedElement, shownDate, span } from './values.js';

const snomed = (code: string, displayName: string) => coded(code, displayName, SYSTEMS.snomed, 'SNOMED CT');

/** JDV_ProblemCodes_CISIS. */
const KINDS: Readonly<Record<NonNullable<Problem['kind']>, Coded>> = {
  diagnosis: snomed('282291009', 'interprétation diagnostique'),
  problem: snomed('55607006', 'problème'),
  disease: snomed('64572001', 'maladie'),
  symptom: snomed('418799008', 'symptôme rapporté par le patient ou le répondant'),
  complaint: snomed('1269496002', 'plainte'),
  finding: snomed('404684003', 'constatation clinique'),
  functionalLimitation: snomed('248536006', "constatation à propos de la performance fonctionnelle et l'activité"),
};

const PROBLEM = ['2.16.840.1.113883.10.20.1.28', '1.3.6.1.4.1.19376.1.5.3.1.4.5', '1.2.250.1.213.1.1.3.37'] as const;

/** A pathology as a concern (FR-Liste-des-problemes 1.2.250.1.213.1.1.3.39) that holds one problem (FR-Probleme ….3.37). */
export function problemLine(narrator: Narrator, problem: Problem, status: 'active' | 'completed'): Line {
  const { name, since, until, kind, severity, certainty, link } = problem;
  const anchor = narrator.anchor(name.text);
  const done = status === 'completed';
  const said = {
    severity: severity && severityRemark(narrator, severity),
    status: problem.status && problemStatusRemark(narrator, problem.status),
    health: problem.health && healthRemark(narrator, problem.health),
    certainty: certainty && certaintyRemark(narrator, certainty),
    comment: problem.comment === undefined ? undefined : commentRemark(narrator, problem.comment),
  };
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN', negationInd: 'false' }, [
    ...templates(...PROBLEM),
    narrator.id(),
    h('code', codeAttributes(KINDS[kind ?? 'diagnosis'])),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    span({ since, until }, until !== undefined),
    codedElement('value', name, anchor, { 'xsi:type': 'CD' }),
    ...relations(said.severity, said.status, said.health, said.certainty, said.comment),
    link !== undefined && externalReference(link),
  ]);
  const dates = done || until !== undefined ? `${shownDate(since)} – ${shownDate(until)}` : shownDate(since);
  const cells = [
    dates,
    kind && KINDS[kind].displayName,
    anchor.content,
    said.severity?.shown,
    said.status?.shown,
    said.health?.shown,
    said.certainty?.shown,
    said.comment?.shown,
    link !== undefined && h('linkHtml', { href: link }, [link]),
  ];
  return { cells, entry: concern(narrator, [observation], status, { since, until }) };
}

/** Something that a model asks of everyone: there, or not. */
export interface AskedProblem {
  readonly label: string;
  readonly code: Coded;
  readonly there: boolean;
  readonly comment?: string | undefined;
  /** What speaks of it, besides the comment. */
  readonly relations?: readonly XmlElementNode[];
}

type AskedLine = Line & { readonly observation: XmlElementNode };

/** A problem (FR-Probleme 1.2.250.1.213.1.1.3.37) that is there or not, to be held by a concern: {@link problemsConcern}. */
export function problemOfConcern(narrator: Narrator, asked: AskedProblem): AskedLine {
  const { label, code, there, comment, relations: others = [] } = asked;
  const anchor = narrator.anchor(there ? 'Oui' : 'Non');
  const said = comment === undefined ? undefined : commentRemark(narrator, comment);
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN', negationInd: String(!there) }, [
    ...templates(...PROBLEM),
    narrator.id(),
    h('code', codeAttributes(KINDS.diagnosis)),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    span({}, false),
    codedElement('value', { text: label, code }, anchor, { 'xsi:type': 'CD' }),
    ...relations(said),
    ...others,
  ]);
  return { cells: [label, anchor.content, said?.shown], observation };
}

/** One concern (FR-Liste-des-problemes 1.2.250.1.213.1.1.3.39) that holds several problems. */
export function problemsConcern(
  narrator: Narrator,
  problems: readonly AskedLine[],
  status: 'active' | 'completed',
): XmlElementNode {
  return concern(
    narrator,
    problems.map(({ observation }) => observation),
    status,
    {},
  );
}

function concern(
  narrator: Narrator,
  observations: readonly XmlElementNode[],
  status: 'active' | 'completed',
  dates: { readonly since?: string; readonly until?: string },
): XmlElementNode {
  return h('act', { classCode: 'ACT', moodCode: 'EVN' }, [
    ...templates(
      '2.16.840.1.113883.10.20.1.27',
      '1.3.6.1.4.1.19376.1.5.3.1.4.5.1',
      '1.3.6.1.4.1.19376.1.5.3.1.4.5.2',
      '1.2.250.1.213.1.1.3.39',
    ),
    narrator.id(),
    h('code', { nullFlavor: 'NA' }),
    h('statusCode', { code: status }),
    span(dates, status === 'completed'),
    ...observations.map((inner) => h('entryRelationship', { typeCode: 'SUBJ', inversionInd: 'false' }, [inner])),
  ]);
}

function externalReference(address: string): XmlElementNode {
  return h('reference', { typeCode: 'REFR' }, [
    h('externalDocument', {}, [h('id', { nullFlavor: 'UNK' }), h('text', {}, [h('reference', { value: address })])]),
  ]);
}

/** That no problem is known, or that nobody knows. */
function noProblemLine(narrator: Narrator, absent: Coded, asked: boolean): Line {
  const anchor = narrator.anchor(absent.displayName);
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN', negationInd: String(asked) }, [
    ...templates(...PROBLEM),
    narrator.id(),
    h('code', codeAttributes(KINDS.problem)),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    span({}, false),
    absentValue(absent, anchor),
  ]);
  return { cells: [anchor.content], entry: concern(narrator, [observation], 'completed', {}) };
}

/** `value` that says what is not there. */
export function absentValue(absent: Coded, anchor: Anchor): XmlElementNode {
  return codedElement('value', { text: absent.displayName, code: absent }, anchor, { 'xsi:type': 'CD' });
}

const HEAD = ['Date', 'Type', 'Problème', 'Sévérité', 'Statut', 'Statut clinique', 'Certitude', 'Commentaire', 'Lien'];

/** Head and lines of a list of problems; an empty list says that none is known. */
export function problemTable(narrator: Narrator, list: Known<Problem>, what: string, status: 'active' | 'completed') {
  const { items, absent, asked } = known(list, ABSENCES.problems);
  if (absent) return { lines: [noProblemLine(narrator, absent, asked)] };
  return {
    head: HEAD.map((title) => (title === 'Problème' ? what : title)),
    lines: items.map((item) => problemLine(narrator, item, status)),
  };
}

/** FR-Problemes-actifs (1.2.250.1.213.1.1.2.132). */
export const ACTIVE_PROBLEMS = {
  templateIds: ['2.16.840.1.113883.10.20.1.11', '1.3.6.1.4.1.19376.1.5.3.1.3.6', '1.2.250.1.213.1.1.2.132'],
  code: loinc('11450-4', 'Liste des problèmes actifs'),
} as const;

/** FR-Antecedents-medicaux (1.2.250.1.213.1.1.2.134). */
export const PAST_ILLNESSES = {
  templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.3.8', '1.2.250.1.213.1.1.2.134'],
  code: loinc('11348-0', 'Antécédents médicaux'),
} as const;

export function activeProblemsSection(narrator: Narrator, problems: Known<Problem>, title = 'Pathologies en cours') {
  return section(narrator, {
    ...ACTIVE_PROBLEMS,
    title,
    ...problemTable(narrator, problems, 'Pathologie', 'active'),
  });
}

export function pastIllnessesSection(narrator: Narrator, problems: Known<Problem>, title = 'Antécédents médicaux') {
  return section(narrator, {
    ...PAST_ILLNESSES,
    title,
    ...problemTable(narrator, problems, 'Antécédent', 'completed'),
  });
}

/** What a patient felt or showed after something: a problem under what caused it (relation `MFST` or `CAUS`). */
export function reactionRelation(
  narrator: Narrator,
  { name, since, severity }: Reaction,
  typeCode: 'MFST' | 'CAUS',
): { readonly shown: readonly Child[]; readonly relation: XmlElementNode } {
  const anchor = narrator.anchor(name.text);
  const how = severity && severityRemark(narrator, severity);
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN', negationInd: 'false' }, [
    ...templates(
      '2.16.840.1.113883.10.20.1.28',
      '1.3.6.1.4.1.19376.1.5.3.1.4.5',
      '2.16.840.1.113883.10.20.1.54',
      '1.2.250.1.213.1.1.3.37',
    ),
    narrator.id(),
    h('code', codeAttributes(KINDS.symptom)),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    span({ since }, false),
    codedElement('value', name, anchor, { 'xsi:type': 'CD' }),
    ...relations(how),
  ]);
  return {
    shown: how ? [anchor.content, ' (', ...how.shown, ')'] : [anchor.content],
    relation: h('entryRelationship', { typeCode, inversionInd: 'false' }, [observation]),
  };
}
