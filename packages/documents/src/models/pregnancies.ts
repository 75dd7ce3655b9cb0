import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { type Block, type Line, loinc, type Narrator, section } from './narrative.js';
import { commentRemark, relations, templates } from './remarks.js';
import type { PregnancyHistory } from './schema/pregnancy.js';
import type { Value } from './schema/shared.js';
import { clinicalTime, coded, shownDate, valueElement } from './values.js';

/** JDV_StatutGrossesse_CISIS. */
const STATUSES: Readonly<Record<NonNullable<PregnancyHistory['status']>, Coded>> = {
  pregnant: coded('77386006', 'enceinte', SYSTEMS.snomed, 'SNOMED CT'),
  notPregnant: coded('60001007', 'absence de grossesse', SYSTEMS.snomed, 'SNOMED CT'),
  unknown: coded('261665006', 'inconnu', SYSTEMS.snomed, 'SNOMED CT'),
};

interface Fact {
  readonly what: Coded;
  readonly shown: string;
  readonly node: XmlElementNode;
}

/** One thing known of a pregnancy, with what only some models tell. */
export interface PregnancyFact extends Fact {
  /** What the reader sees it called, when it is not the label of its code. */
  readonly label?: string;
  readonly comment?: string | undefined;
  /** It is not so. */
  readonly negated?: boolean;
}

const ofValue = (what: Coded, value: Value): Fact => ({ what, ...valueElement(value) });
const ofDate = (what: Coded, date: string): Fact => ({
  what,
  shown: shownDate(date),
  node: h('value', { 'xsi:type': 'TS', value: clinicalTime(date) }),
});
const ofCount = (what: Coded, count: number): Fact => ({
  what,
  shown: String(count),
  node: h('value', { 'xsi:type': 'INT', value: String(count) }),
});

/** What was given, in the order in which it is told. */
function facts(history: PregnancyHistory): Fact[] {
  const { status, menstruation, lastPeriodAt, deliveryAt, gestationalAge, multiple, others = [] } = history;
  const { livingChildren, terminations, ageAtFirst } = history;
  const many = coded('MED-089', 'Grossesse multiple', SYSTEMS.taAsip, 'TA_ASIP');
  const made: (Fact | undefined)[] = [
    status && ofValue(loinc('11449-6', 'Statut de grossesse'), { kind: 'coded', code: STATUSES[status] }),
    menstruation === undefined
      ? undefined
      : ofValue(loinc('8678-5', "Statut de l'état menstruel"), { kind: 'text', text: menstruation }),
    lastPeriodAt === undefined ? undefined : ofDate(loinc('8665-2', 'Date des dernières règles'), lastPeriodAt),
    deliveryAt === undefined ? undefined : ofDate(loinc('11778-8', "Date estimée de l'accouchement"), deliveryAt),
    gestationalAge &&
      ofValue(loinc('11884-4', 'Age gestationnel du fœtus (estimation clinique)'), {
        kind: 'quantity',
        ...gestationalAge,
      }),
    multiple === undefined
      ? undefined
      : {
          what: many,
          shown: multiple ? 'Oui' : 'Non',
          node: h('value', { 'xsi:type': 'BL', value: String(multiple) }),
        },
    livingChildren === undefined ? undefined : ofCount(loinc('11638-4', "Nombre d'enfants vivants"), livingChildren),
    terminations === undefined
      ? undefined
      : ofCount(loinc('11612-9', "Nombre d'interruptions de grossesse"), terminations),
    ageAtFirst && ofValue(loinc('42797-1', 'Âge à la première grossesse'), { kind: 'quantity', ...ageAtFirst }),
    ...others.map(({ what, value }) => ofValue(what, value)),
  ];
  return made.filter((fact) => fact !== undefined);
}

/** True when the history says something: its section is never without an entry. */
export function tellsPregnancies(history: PregnancyHistory | undefined): history is PregnancyHistory {
  return history !== undefined && facts(history).length > 0;
}

/** FR-Historique-des-grossesses (1.2.250.1.213.1.1.2.77). */
export function pregnanciesSection(narrator: Narrator, history: PregnancyHistory): XmlElementNode {
  const lines = facts(history).map((fact) => pregnancyLine(narrator, fact));
  return pregnanciesSectionOf(narrator, [{ head: ['Observation', 'Précision'], lines }]);
}

/** The same section, of tables made elsewhere; `subject` when it speaks of the mother of the patient. */
export function pregnanciesSectionOf(
  narrator: Narrator,
  blocks: readonly Block[],
  subject?: XmlElementNode,
): XmlElementNode {
  return section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.1.5.3.4', '1.2.250.1.213.1.1.2.77'],
    code: loinc('10162-6', 'Historique des grossesses'),
    title: 'Historique des grossesses',
    blocks,
    ...(subject ? { subject } : {}),
  });
}

/** FR-Observation-sur-la-grossesse (1.2.250.1.213.1.1.3.53). */
export function pregnancyLine(narrator: Narrator, fact: PregnancyFact): Line {
  const { what, label = what.displayName, shown, node, comment, negated = false } = fact;
  const anchor = narrator.anchor(shown);
  const said = comment === undefined ? undefined : commentRemark(narrator, comment);
  const entry = h('observation', { classCode: 'OBS', moodCode: 'EVN', negationInd: String(negated) }, [
    ...templates('1.3.6.1.4.1.19376.1.5.3.1.4.13', '1.3.6.1.4.1.19376.1.5.3.1.4.13.5', '1.2.250.1.213.1.1.3.53'),
    narrator.id(),
    h('code', codeAttributes(what)),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { nullFlavor: 'NA' }),
    node,
    ...relations(said),
  ]);
  return { cells: [label, anchor.content, said?.shown], entry };
}
