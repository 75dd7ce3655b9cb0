import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { h } from '../cda/tree.js';
import { codeAttributes, codeNode } from '../cda/values.js';
import { performerNode, shownDoer } from './doers.js';
import { type Block, type Line, loinc, type Narrator, section } from './narrative.js';
import { procedureCode } from './procedures.js';
import { commentRemark, relations, templates } from './remarks.js';
import type { CarePlan } from './schema/care-plan.js';
import { plannedTreatmentTable } from './treatments.js';
import { plannedVaccinationTable } from './vaccinations.js';
import { at, coded, codedElement, shownDate, valueElement } from './values.js';

type Item<Key extends keyof CarePlan> = NonNullable<CarePlan[Key]>[number];

/** True when the plan holds something. */
export function plansCare(plan: CarePlan | undefined): plan is CarePlan {
  return plan !== undefined && Object.values(plan).some((items) => (items?.length ?? 0) > 0);
}

/** FR-Plan-de-soins (1.2.250.1.213.1.1.2.158): a table for each sort of thing. */
export function carePlanSection(narrator: Narrator, plan: CarePlan): XmlElementNode {
  const { treatments = [], examinations = [], procedures = [], encounters = [], vaccinations = [] } = plan;
  const blocks: Block[] = [
    { caption: 'Traitements médicamenteux', ...plannedTreatmentTable(narrator, treatments) },
    {
      caption: "Demandes d'examens ou de suivis",
      head: ['Date envisagée', 'Demande', 'Objectif', 'Commentaire'],
      lines: examinations.map((item) => examinationLine(narrator, item)),
    },
    {
      caption: 'Actes',
      head: ['Date envisagée', 'Acte', 'Priorité', 'Commentaire'],
      lines: procedures.map((item) => procedureLine(narrator, item)),
    },
    {
      caption: 'Rencontres',
      head: ['Date envisagée', 'Type de rencontre', 'Personne', 'Lieu', 'Commentaire'],
      lines: encounters.map((item) => encounterLine(narrator, item)),
    },
    { caption: 'Vaccins recommandés', ...plannedVaccinationTable(narrator, vaccinations) },
  ];
  return section(narrator, {
    templateIds: ['2.16.840.1.113883.10.20.1.10', '1.3.6.1.4.1.19376.1.5.3.1.3.36', '1.2.250.1.213.1.1.2.158'],
    code: loinc('18776-5', 'Plan de soins'),
    title: 'Plan de soins',
    blocks,
  });
}

/** FR-Demande-d-examen-ou-de-suivi (1.2.250.1.213.1.1.3.27): intended, or a goal. */
function examinationLine(narrator: Narrator, item: Item<'examinations'>): Line {
  const { what, goal } = item;
  const anchor = narrator.anchor(what.text);
  const said = remarkOf(narrator, item);
  const aimed = goal && valueElement(goal);
  const other = coded('GEN-092.04.20', "Autre demande d'examen ou de suivi", SYSTEMS.taAsip, 'TA_ASIP');
  const entry = h('observation', { classCode: 'OBS', moodCode: aimed ? 'GOL' : 'INT' }, [
    ...templates('2.16.840.1.113883.10.20.1.25', '1.3.6.1.4.1.19376.1.5.3.1.1.20.3.1', '1.2.250.1.213.1.1.3.27'),
    narrator.id(),
    codedElement('code', { text: what.text, code: what.code ?? other }, anchor),
    anchor.text,
    h('statusCode', { code: 'active' }),
    at(item.at),
    aimed?.node,
    ...relations(said),
  ]);
  return { cells: [planned(item), anchor.content, aimed?.shown, said?.shown], entry };
}

/** FR-Acte (1.2.250.1.213.1.1.3.62), intended. */
function procedureLine(narrator: Narrator, item: Item<'procedures'>): Line {
  const { name, priority } = item;
  const anchor = narrator.anchor(name.text);
  const said = remarkOf(narrator, item);
  const entry = h('procedure', { classCode: 'PROC', moodCode: 'INT' }, [
    ...templates('1.3.6.1.4.1.19376.1.5.3.1.4.19', '2.16.840.1.113883.10.20.1.25', '1.2.250.1.213.1.1.3.62'),
    narrator.id(),
    procedureCode(name, anchor),
    anchor.text,
    h('statusCode', { code: 'active' }),
    at(item.at),
    codeNode('priorityCode', priority),
    ...relations(said),
  ]);
  return { cells: [planned(item), anchor.content, priority?.displayName, said?.shown], entry };
}

/** FR-Rencontre (1.2.250.1.213.1.1.3.58), to be agreed. */
function encounterLine(narrator: Narrator, item: Item<'encounters'>): Line {
  const { kind, by, place } = item;
  const anchor = narrator.anchor(kind.displayName);
  const said = remarkOf(narrator, item);
  const entry = h('encounter', { classCode: 'ENC', moodCode: 'ARQ' }, [
    ...templates('2.16.840.1.113883.10.20.1.25', '1.3.6.1.4.1.19376.1.5.3.1.4.14', '1.2.250.1.213.1.1.3.58'),
    narrator.id(),
    h('code', codeAttributes(kind)),
    anchor.text,
    at(item.at),
    by && performerNode(by),
    place && placeNode(place),
    ...relations(said),
  ]);
  return { cells: [planned(item), anchor.content, by && shownDoer(by), place?.name, said?.shown], entry };
}

function placeNode({ name, telephone }: NonNullable<Item<'encounters'>['place']>): XmlElementNode {
  const number = telephone?.replace(/[^+\d]/g, '');
  return h('participant', { typeCode: 'LOC' }, [
    h('participantRole', { classCode: 'SDLOC' }, [
      h('id', { nullFlavor: 'UNK' }),
      h('code', { nullFlavor: 'NAV' }),
      h('addr', { nullFlavor: 'NAV' }),
      h('telecom', number ? { value: `tel:${number}`, use: 'WP' } : { nullFlavor: 'NAV' }),
      h('playingEntity', { classCode: 'PLC', determinerCode: 'INSTANCE' }, [h('name', {}, [name])]),
    ]),
  ]);
}

function planned(item: { readonly at?: string | undefined }): string | undefined {
  return item.at === undefined ? undefined : shownDate(item.at);
}

function remarkOf(narrator: Narrator, { comment }: { readonly comment?: string | undefined }) {
  return comment === undefined ? undefined : commentRemark(narrator, comment);
}
