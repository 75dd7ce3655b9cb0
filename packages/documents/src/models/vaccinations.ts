import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { authorNode } from '../cda/people.js';
import { type Attributes, type Child, h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import type { DocumentAuthor } from '../submission/header.js';
import { ABSENCES, known } from './absences.js';
import { commentAct } from './comments.js';
import { performerNode, shownDoer } from './doers.js';
import { type Anchor, type Line, loinc, type Narrator, section, stacked } from './narrative.js';
import { reactionRelation } from './problems.js';
import { noProductNode, productNode, shownComposition } from './products.js';
import { type Remark, reasonRemark, relations, remark, templates } from './remarks.js';
import type { Known } from './schema/shared.js';
import type { PlannedVaccination, Vaccination } from './schema/vaccination.js';
import { at, coded, decimal, shownDate, shownQuantity, span } from './values.js';

const ACT_CODE = '2.16.840.1.113883.5.4';
/** JDV_HL7_ActSubstanceAdministrationImmunizationCode_CISIS (2.16.840.1.113883.1.11.19709). */
const SERIES: Readonly<Record<NonNullable<Vaccination['series']>, Coded>> = {
  initial: coded('INITIMMUNIZ', '1ère série vaccinante', ACT_CODE),
  booster: coded('BOOSTER', 'Rappel de vaccin', ACT_CODE),
  unspecified: coded('IMMUNIZ', 'Vaccination sans autre précision', ACT_CODE),
};

const VACCINATION = [
  '2.16.840.1.113883.10.20.1.24',
  '1.3.6.1.4.1.19376.1.5.3.1.4.12',
  '1.2.250.1.213.1.1.3.45',
] as const;

const PLANNED = ['2.16.840.1.113883.10.20.1.25', '1.3.6.1.4.1.19376.1.5.3.1.4.12.2', '1.2.250.1.213.1.1.3.47'] as const;

const HEAD = [
  'Date',
  'Vaccin',
  'Type',
  'Rang',
  'Lot n°',
  'Dose',
  'Voie d’administration',
  'Région d’administration',
  'Motif',
  'Réaction observée',
  'Vaccinateur',
  'Commentaire',
] as const;

/** FR-Vaccination (1.2.250.1.213.1.1.3.45). `author` vouches that it was done. */
function vaccinationLine(narrator: Narrator, one: Vaccination, author?: DocumentAuthor): Line {
  const { vaccine, notDone = false, series, rank, reason, reactions = [], by, comment } = one;
  const anchor = narrator.anchor(vaccine.text);
  const why = reason && reasonRemark(narrator, reason);
  const felt = reactions.map((item) => reactionRelation(narrator, item, 'CAUS'));
  const ranked = rank === undefined ? undefined : rankRelation(rank);
  const said = comment === undefined ? undefined : aside(narrator.anchor(comment));
  const substance = substanceAdministration(narrator, { moodCode: 'EVN', negationInd: String(notDone) }, VACCINATION, [
    h('code', codeAttributes(SERIES[series ?? 'unspecified'])),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    notDone && one.at === undefined ? h('effectiveTime', { nullFlavor: 'NA' }) : at(one.at),
    ...howGiven(one),
    productNode(vaccine, anchor, 'CSM'),
    by && performerNode(by),
    author && h('author', { typeCode: 'AUT', contextControlCode: 'OP' }, authorNode(author, '').children),
    ranked,
    ...felt.map(({ relation }) => relation),
    ...relations(why, said),
    // The official rule of these relations knows a rank, a comment, a prescription: one of them must be there (E_immunizations_fr).
    !ranked && !said && (why || felt.length > 0) ? subjectComment(anchor) : undefined,
  ]);
  const cells = [
    notDone ? stacked([['Non réalisée'], ...(one.at === undefined ? [] : [[shownDate(one.at)]])]) : shownDate(one.at),
    vaccineCell(anchor, vaccine),
    series && SERIES[series].displayName,
    rank === undefined ? undefined : String(rank),
    vaccine.lot,
    ...shownHow(one),
    why?.shown,
    stacked(felt.map(({ shown }) => shown)),
    by && shownDoer(by),
    said?.shown,
  ];
  return { cells, entry: substance };
}

/** That no vaccination is known, or that nobody knows. */
function noVaccinationLine(narrator: Narrator, absent: Coded): Line {
  const anchor = narrator.anchor(absent.displayName);
  const entry = substanceAdministration(narrator, { moodCode: 'EVN', negationInd: 'false' }, VACCINATION, [
    h('code', codeAttributes(absent), [anchor.originalText]),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { nullFlavor: 'NA' }),
    noProductNode('CSM'),
  ]);
  return { cells: [anchor.content], entry };
}

function substanceAdministration(
  narrator: Narrator,
  attributes: Attributes,
  roots: readonly string[],
  children: readonly Child[],
): XmlElementNode {
  return h('substanceAdministration', { classCode: 'SBADM', ...attributes }, [
    ...templates(...roots),
    narrator.id(),
    ...children,
  ]);
}

function vaccineCell({ content }: Anchor, vaccine: Vaccination['vaccine']): readonly Child[] {
  const composition = shownComposition(vaccine);
  return composition === undefined ? [content] : [content, ` (${composition})`];
}

type Administration = Pick<Vaccination, 'route' | 'site' | 'dose'>;

function howGiven({ route, site, dose }: Administration): Child[] {
  return [
    route && h('routeCode', codeAttributes(route)),
    site && h('approachSiteCode', codeAttributes(site)),
    dose && h('doseQuantity', { value: decimal(dose.value), unit: dose.unit }),
  ];
}

function shownHow({ route, site, dose }: Administration): (string | undefined)[] {
  return [dose && shownQuantity(dose), route?.displayName, site?.displayName];
}

/** FR-Rang-de-la-vaccination (1.2.250.1.213.1.1.3.82). */
function rankRelation(rank: number): XmlElementNode {
  return h('entryRelationship', { typeCode: 'SUBJ' }, [
    h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
      ...templates('2.16.840.1.113883.10.20.1.46', '1.2.250.1.213.1.1.3.82'),
      h('code', loinc('30973-2', 'Rang de la vaccination')),
      h('statusCode', { code: 'completed' }),
      h('value', { 'xsi:type': 'INT', value: String(rank) }),
    ]),
  ]);
}

function subjectComment(anchor: Anchor): XmlElementNode {
  return h('entryRelationship', { typeCode: 'SUBJ' }, [commentAct(anchor)]);
}

function aside(anchor: Anchor): Remark {
  return remark(anchor, subjectComment(anchor));
}

/** FR-Vaccinations (1.2.250.1.213.1.1.2.147). An empty list says that none is known. */
export function vaccinationsSection(
  narrator: Narrator,
  list: Known<Vaccination>,
  { title = 'Vaccinations', author }: { readonly title?: string; readonly author?: DocumentAuthor } = {},
): XmlElementNode {
  const { items, absent } = known(list, ABSENCES.vaccinations);
  return section(narrator, {
    templateIds: ['2.16.840.1.113883.10.20.1.6', '1.3.6.1.4.1.19376.1.5.3.1.3.23', '1.2.250.1.213.1.1.2.147'],
    code: loinc('11369-6', 'Historique des vaccinations'),
    title,
    ...(absent
      ? { lines: [noVaccinationLine(narrator, absent)] }
      : { head: HEAD, lines: items.map((item) => vaccinationLine(narrator, item, author)) }),
  });
}

const PLANNED_HEAD = [
  'Période',
  'Vaccin',
  'Intention',
  'Type',
  'Rang',
  'Dose',
  'Voie d’administration',
  'Région d’administration',
  'Commentaire',
] as const;

/** FR-Vaccin-recommande (1.2.250.1.213.1.1.3.47). */
function plannedLine(narrator: Narrator, one: PlannedVaccination): Line {
  const { vaccine, start, end, intent = 'planned', avoid = false, series, rank, comment } = one;
  const anchor = narrator.anchor(vaccine.text);
  const said = comment === undefined ? undefined : aside(narrator.anchor(comment));
  const moodCode = intent === 'planned' ? 'INT' : 'PRP';
  const entry = substanceAdministration(narrator, { moodCode, negationInd: String(avoid) }, PLANNED, [
    h('code', codeAttributes(SERIES[series ?? 'unspecified'])),
    anchor.text,
    h('statusCode', { code: 'active' }),
    span({ since: start, until: end }, true, 'IVL_TS'),
    ...howGiven(one),
    productNode(vaccine, anchor, 'CSM'),
    rank === undefined ? undefined : rankRelation(rank),
    ...relations(said),
  ]);
  const cells = [
    start === undefined && end === undefined ? undefined : `${shownDate(start)} – ${shownDate(end)}`,
    vaccineCell(anchor, vaccine),
    avoid ? 'À ne pas administrer' : intent === 'planned' ? 'Prévue' : 'Proposée',
    series && SERIES[series].displayName,
    rank === undefined ? undefined : String(rank),
    ...shownHow(one),
    said?.shown,
  ];
  return { cells, entry };
}

/** Head and lines of the vaccinations to come. */
export function plannedVaccinationTable(narrator: Narrator, planned: readonly PlannedVaccination[]) {
  return { head: PLANNED_HEAD, lines: planned.map((item) => plannedLine(narrator, item)) };
}

/** FR-Vaccins-recommandes (1.2.250.1.213.1.1.2.120): what is planned, what is advised, what must not be given. */
export function plannedVaccinationsSection(narrator: Narrator, planned: readonly PlannedVaccination[]): XmlElementNode {
  return section(narrator, {
    templateIds: ['1.3.6.1.4.1.19376.1.5.3.1.1.18.3.1', '1.2.250.1.213.1.1.2.120'],
    code: loinc('18776-5', 'Plan de soins'),
    title: 'Vaccinations à venir',
    ...plannedVaccinationTable(narrator, planned),
  });
}
