import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { ACTIVITIES, EDUCATIONS, OCCUPATIONS, ta } from './cse-codes.js';
import { parentLines } from './cse-people.js';
import { type Block, type Line, loinc, type Narrator } from './narrative.js';
import type { Education, Mother } from './schema/child-certificate.js';
import { choice, type ObservedValue, observationLine } from './simple-observation.js';

/** FR-Habitus-Mode-de-vie (1.2.250.1.213.1.1.3.52), of the child or of the one whom `subject` names. */
export function habitFact(
  narrator: Narrator,
  label: string,
  code: XmlElementNode,
  value: ObservedValue,
  subject?: XmlElementNode,
): Line {
  const templateIds = [
    '2.16.840.1.113883.10.20.1.33',
    '1.3.6.1.4.1.19376.1.5.3.1.4.13',
    '1.3.6.1.4.1.19376.1.5.3.1.4.13.4',
    '1.2.250.1.213.1.1.3.52',
  ];
  return observationLine(narrator, { label, code, value, templateIds, subject });
}

/** « Autre élément social », made precise. */
export function otherHabit(what: Coded): XmlElementNode {
  return h('code', loinc('11345-6', 'Autre élément social'), [h('qualifier', {}, [h('value', codeAttributes(what))])]);
}

/** What is told of a parent: who it is, then studies, occupation and activity as data. */
export function parentBlock(
  narrator: Narrator,
  caption: string,
  parent: Mother & { readonly education?: Education },
  subject: () => XmlElementNode,
  more: readonly Line[] = [],
): Block {
  const { education, occupation, activity } = parent;
  const facts: [Coded, Coded | undefined][] = [
    [loinc('82589-3', "Niveau d'études"), education && EDUCATIONS[education]],
    [ta('ORG-099', 'Profession'), occupation && OCCUPATIONS[occupation]],
    [ta('ORG-075', 'Activité professionnelle'), activity && ACTIVITIES[activity]],
  ];
  const lines = facts.flatMap(([what, value]) =>
    value === undefined ? [] : [habitFact(narrator, what.displayName, otherHabit(what), choice(value), subject())],
  );
  return { caption, head: HABIT_HEAD, lines: [...parentLines(parent), ...lines, ...more] };
}

export const HABIT_HEAD = ['Élément', 'Précision'] as const;
