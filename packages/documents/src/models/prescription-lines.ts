import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { type Child, h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { type Cell, type Narrator, stacked } from './narrative.js';
import { subject, templates } from './remarks.js';
import { clinicalTime, coded } from './values.js';

/** One fact of a line: its name, and what is said of it; nothing when it is not known. */
export type Fact = readonly [label: string, said: Cell];

/** The facts of one line, one under the other: a title and what is said on each row. */
export function factsTable(facts: readonly Fact[]): XmlElementNode {
  return h('table', { border: '0' }, [
    h(
      'tbody',
      {},
      facts.flatMap(([label, said]) => {
        const children = contents(said);
        if (children.length === 0) return [];
        return [h('tr', {}, [h('th', { scope: 'row' }, [label]), h('td', {}, children)])];
      }),
    ),
  ]);
}

function contents(cell: Cell): Child[] {
  const list: readonly Child[] = isList(cell) ? cell : [cell];
  return list.filter((child) => child !== undefined && child !== false);
}

function isList(cell: Cell): cell is readonly Child[] {
  return Array.isArray(cell);
}

/** Cells of several parts, one under the other. */
export function stackedCells(cells: readonly Cell[]): Cell {
  return stacked(cells.map(contents).filter((part) => part.length > 0));
}

/** Something that is so or is not, said of a line. Last number of the template under 1.2.250.1.213.1.1.3.48, then the code. */
const FLAGS = {
  ald: ['13', 'MED-574', 'En rapport avec une ALD'],
  accidentTravail: ['14', 'GEN-180', 'En rapport avec un accident du travail ou une maladie professionnelle'],
  prevention: ['34', 'GEN-295', 'En rapport avec la prévention'],
  nonRemboursable: ['15', 'GEN-181', 'Non remboursable'],
  horsAmm: ['12', 'GEN-179', 'Hors Autorisation de Mise sur le Marché (AMM)'],
} as const;

export type Flag = keyof typeof FLAGS;

/** A flag of a line: its fact, and its observation. */
export function flagOf(narrator: Narrator, flag: Flag, yes: boolean, at: string) {
  const [template, code, label] = FLAGS[flag];
  const anchor = narrator.anchor(yes ? 'Oui' : 'Non');
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN' }, [
    ...templates('1.3.6.1.4.1.19376.1.5.3.1.4.13', '1.2.250.1.213.1.1.3.48', `1.2.250.1.213.1.1.3.48.${template}`),
    narrator.id(),
    h('code', codeAttributes(coded(code, label, SYSTEMS.taAsip, 'TA_ASIP'))),
    anchor.text,
    h('statusCode', { code: 'completed' }),
    h('effectiveTime', { value: clinicalTime(at) }),
    h('value', { 'xsi:type': 'BL', value: String(yes) }),
  ]);
  const fact: Fact = [label, anchor.content];
  return { fact, relation: component(observation) };
}

export function component(inner: XmlElementNode): XmlElementNode {
  return h('entryRelationship', { typeCode: 'COMP' }, [inner]);
}

const INSTRUCTIONS = {
  /** FR-Instructions-au-patient. */
  patient: {
    templates: ['2.16.840.1.113883.10.20.1.49', '1.3.6.1.4.1.19376.1.5.3.1.4.3', '1.2.250.1.213.1.1.3.33'],
    code: 'PINSTRUCT',
  },
  /** FR-Instructions-au-dispensateur. */
  dispenser: {
    templates: ['2.16.840.1.113883.10.20.1.43', '1.3.6.1.4.1.19376.1.5.3.1.4.3.1', '1.2.250.1.213.1.1.3.34'],
    code: 'FINSTRUCT',
  },
  /** FR-Notes-du-dispensateur. */
  notes: {
    templates: ['2.16.840.1.113883.10.20.1.43', '1.3.6.1.4.1.19376.1.5.3.1.4.3.1', '1.2.250.1.213.1.1.3.207'],
    code: 'FINSTRUCT',
  },
} as const;

/** What is said to the patient or to the dispenser, or by the dispenser; `text` refers to the narrative. */
export function instructionRelation(whom: keyof typeof INSTRUCTIONS, text: XmlElementNode): XmlElementNode {
  const { templates: roots, code } = INSTRUCTIONS[whom];
  return subject(
    h('act', { classCode: 'ACT', moodCode: 'INT' }, [
      ...templates(...roots),
      h('code', { code, codeSystem: '1.3.6.1.4.1.19376.1.5.3.2', codeSystemName: 'IHEActCode' }),
      text,
      h('statusCode', { code: 'completed' }),
    ]),
  );
}
