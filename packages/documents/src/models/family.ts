import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { ABSENCES, known } from './absences.js';
import { type Anchor, type Line, loinc, type Narrator, section } from './narrative.js';
import { absentValue } from './problems.js';
import { commentRemark, relations, templates } from './remarks.js';
import type { FamilyProblem } from './schema/history.js';
import type { Known } from './schema/shared.js';
import { at, coded, codedElement, shownDate } from './values.js';

const GENDERS = {
  F: { code: 'F', displayName: 'Féminin' },
  M: { code: 'M', displayName: 'Masculin' },
  I: { code: 'UN', displayName: 'Inconnu' },
} as const;

const DIAGNOSIS = coded('282291009', 'interprétation diagnostique', SYSTEMS.snomed, 'SNOMED CT');
const PROBLEM = coded('55607006', 'problème', SYSTEMS.snomed, 'SNOMED CT');

/** FR-Antecedents-familiaux (1.2.250.1.213.1.1.2.139). */
export function familySection(narrator: Narrator, list: Known<FamilyProblem>): XmlElementNode {
  const { items, absent } = known(list, ABSENCES.problems);
  return section(narrator, {
    templateIds: [
      '2.16.840.1.113883.10.20.1.4',
      '1.3.6.1.4.1.19376.1.5.3.1.3.14',
      '1.3.6.1.4.1.19376.1.5.3.1.3.15',
      '1.2.250.1.213.1.1.2.139',
    ],
    code: loinc('10157-6', 'Historique des pathologies familiales'),
    title: 'Antécédents familiaux',
    ...(absent
      ? { lines: [noProblemLine(narrator, absent)] }
      : {
          head: ['Lien de parenté', 'Antécédent', 'Depuis', 'Commentaire'],
          lines: items.map((item) => familyLine(narrator, item)),
        }),
  });
}

function familyLine(narrator: Narrator, { relation, sexe, name, since, comment }: FamilyProblem): Line {
  const who = narrator.anchor(relation.displayName);
  const what = narrator.anchor(name.text);
  const said = comment === undefined ? undefined : commentRemark(narrator, comment);
  const relative = h('relatedSubject', { classCode: 'PRS' }, [
    h('code', codeAttributes(relation), [who.originalText]),
    h('subject', {}, [h('administrativeGenderCode', { ...GENDERS[sexe], codeSystem: '2.16.840.1.113883.5.1' })]),
  ]);
  const entry = organizer(relative, [
    ...observation(narrator, DIAGNOSIS, what, at(since)),
    codedElement('value', name, what, { 'xsi:type': 'CD' }),
    ...relations(said),
  ]);
  return { cells: [who.content, what.content, since !== undefined && shownDate(since), said?.shown], entry };
}

/** That no problem of the family is known, or that nobody knows. */
function noProblemLine(narrator: Narrator, absent: Coded): Line {
  const anchor = narrator.anchor(absent.displayName);
  const nobody = h('relatedSubject', { classCode: 'PRS' }, [h('code', { nullFlavor: 'UNK' })]);
  const entry = organizer(nobody, [
    ...observation(narrator, PROBLEM, anchor, h('effectiveTime', { nullFlavor: 'NA' })),
    absentValue(absent, anchor),
  ]);
  return { cells: [anchor.content], entry };
}

/** FR-Organizer-antecedents-familiaux (1.2.250.1.213.1.1.3.59) of one relative (….3.60) and one problem (….3.51). */
function organizer(relative: XmlElementNode, children: readonly XmlElementNode[]): XmlElementNode {
  return h('organizer', { classCode: 'CLUSTER', moodCode: 'EVN' }, [
    ...templates('2.16.840.1.113883.10.20.1.23', '1.3.6.1.4.1.19376.1.5.3.1.4.15', '1.2.250.1.213.1.1.3.59'),
    h('statusCode', { code: 'completed' }),
    h('subject', { typeCode: 'SBJ' }, [
      ...templates('1.3.6.1.4.1.19376.1.5.3.1.4.15.2', '1.2.250.1.213.1.1.3.60'),
      relative,
    ]),
    h('component', { typeCode: 'COMP' }, [h('observation', { classCode: 'OBS', moodCode: 'EVN' }, children)]),
  ]);
}

function observation(narrator: Narrator, kind: Coded, { text }: Anchor, when: XmlElementNode): XmlElementNode[] {
  return [
    ...templates(
      '2.16.840.1.113883.10.20.1.22',
      '1.3.6.1.4.1.19376.1.5.3.1.4.13',
      '1.3.6.1.4.1.19376.1.5.3.1.4.13.3',
      '1.2.250.1.213.1.1.3.51',
    ),
    narrator.id(),
    h('code', codeAttributes(kind)),
    text,
    h('statusCode', { code: 'completed' }),
    when,
  ];
}
