import type { Coded } from '@socle-sante/core/coded';
import type { XmlElementNode } from '@socle-sante/wire/xml';
import { SYSTEMS } from '../cda/oids.js';
import { type Child, h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { ABSENCES, known } from './absences.js';
import { type Anchor, type Line, loinc, type Narrator, section, stacked } from './narrative.js';
import { absentValue, reactionRelation } from './problems.js';
import {
  allergyStatusRemark,
  certaintyRemark,
  commentRemark,
  criticalityRemark,
  relations,
  severityRemark,
  templates,
} from './remarks.js';
import type { Allergy, Known } from './schema/shared.js';
import { coded, codedElement, shownDate, span } from './values.js';

const snomed = (code: string, displayName: string) => coded(code, displayName, SYSTEMS.snomed, 'SNOMED CT');

/** JDV_TypeEvenementIndesirablePrevisible_CISIS. */
const KINDS: Readonly<Record<NonNullable<Allergy['kind']>, Coded>> = {
  allergie: snomed('419199007', 'allergie à une substance'),
  medicamenteuse: snomed('416098002', 'allergie médicamenteuse'),
  alimentaire: snomed('414285001', 'allergie alimentaire'),
  hypersensibilite: snomed('609396006', 'hypersensibilité non allergique'),
  hypersensibiliteMedicamenteuse: snomed('609398007', 'hypersensibilité non allergique à une drogue ou un médicament'),
  hypersensibiliteAlimentaire: snomed('735449006', 'hypersensibilité non allergique alimentaire'),
  intolerance: snomed('782197009', 'intolérance à une substance'),
  intoleranceMedicamenteuse: snomed('59037007', 'intolérance aux drogues et/ou médicaments'),
  intoleranceAlimentaire: snomed('235719002', 'intolérance alimentaire'),
  idiosyncrasie: snomed('56840009', 'idiosyncrasie'),
  effetIndesirable: snomed('420134006', 'propension aux effets indésirables'),
};

/** An allergy (FR-Allergie-ou-hypersensibilite 1.2.250.1.213.1.1.3.41) in its concern (….3.40). */
export function allergyLine(narrator: Narrator, allergy: Allergy): Line {
  const { agent, since, kind = 'allergie', status = 'active', criticality, certainty, severity } = allergy;
  const type = narrator.anchor(KINDS[kind].displayName);
  const agentAnchor = narrator.anchor(agent.text);
  const said = {
    status: allergyStatusRemark(narrator, status),
    criticality: criticality && criticalityRemark(narrator, criticality),
    certainty: certainty && certaintyRemark(narrator, certainty),
    severity: severity && severityRemark(narrator, severity),
    comment: allergy.comment === undefined ? undefined : commentRemark(narrator, allergy.comment),
  };
  const reactions = (allergy.reactions ?? []).map((one) => reactionRelation(narrator, one, 'MFST'));
  const observation = allergyObservation(narrator, KINDS[kind], type, { since }, [
    h('value', { 'xsi:type': 'CD' }, [agentAnchor.originalText]),
    h('participant', { typeCode: 'CSM' }, [
      h('participantRole', { classCode: 'MANU' }, [
        h('playingEntity', { classCode: 'MMAT' }, [
          codedElement('code', agent, agentAnchor),
          h('name', {}, [agent.text]),
        ]),
      ]),
    ]),
    ...relations(said.status, said.criticality, said.certainty, said.severity),
    ...reactions.map(({ relation }) => relation),
    ...relations(said.comment),
  ]);
  const cells = [
    shownDate(since),
    type.content,
    agentAnchor.content,
    said.status.shown,
    said.criticality?.shown,
    said.certainty?.shown,
    said.severity?.shown,
    stacked(reactions.map(({ shown }) => shown)),
    said.comment?.shown,
  ];
  return { cells, entry: concern(narrator, observation, 'active', { since }) };
}

/** That no allergy is known, or that nobody knows. */
function noAllergyLine(narrator: Narrator, absent: Coded): Line {
  const anchor = narrator.anchor(absent.displayName);
  const observation = allergyObservation(narrator, KINDS.allergie, anchor, {}, [absentValue(absent, anchor)]);
  return { cells: [anchor.content], entry: concern(narrator, observation, 'completed', {}) };
}

function allergyObservation(
  narrator: Narrator,
  kind: Coded,
  { text }: Anchor,
  dates: { readonly since?: string },
  rest: readonly Child[],
): XmlElementNode {
  return h('observation', { classCode: 'OBS', moodCode: 'EVN', negationInd: 'false' }, [
    ...templates(
      '2.16.840.1.113883.10.20.1.18',
      '2.16.840.1.113883.10.20.1.28',
      '1.3.6.1.4.1.19376.1.5.3.1.4.5',
      '1.3.6.1.4.1.19376.1.5.3.1.4.6',
      '1.2.250.1.213.1.1.3.41',
    ),
    narrator.id(),
    h('code', codeAttributes(kind)),
    text,
    h('statusCode', { code: 'completed' }),
    span(dates, false, 'IVL_TS'),
    ...rest,
  ]);
}

function concern(
  narrator: Narrator,
  observation: XmlElementNode,
  status: 'active' | 'completed',
  dates: { readonly since?: string },
): XmlElementNode {
  return h('act', { classCode: 'ACT', moodCode: 'EVN' }, [
    ...templates(
      '2.16.840.1.113883.10.20.1.27',
      '1.3.6.1.4.1.19376.1.5.3.1.4.5.1',
      '1.3.6.1.4.1.19376.1.5.3.1.4.5.3',
      '1.2.250.1.213.1.1.3.40',
    ),
    narrator.id(),
    h('code', { nullFlavor: 'NA' }),
    h('statusCode', { code: status }),
    span(dates, status === 'completed'),
    h('entryRelationship', { typeCode: 'SUBJ', inversionInd: 'false' }, [observation]),
  ]);
}

const HEAD = [
  'Date',
  'Type',
  'Agent responsable',
  'Statut',
  'Criticité',
  'Certitude',
  'Sévérité',
  'Réactions',
  'Commentaire',
];

/** FR-Allergies-et-hypersensibilites (1.2.250.1.213.1.1.2.137). */
export function allergiesSection(narrator: Narrator, list: Known<Allergy>): XmlElementNode {
  const { items, absent } = known(list, ABSENCES.allergies);
  return section(narrator, {
    templateIds: ['2.16.840.1.113883.10.20.1.2', '1.3.6.1.4.1.19376.1.5.3.1.3.13', '1.2.250.1.213.1.1.2.137'],
    code: loinc('48765-2', 'Allergies et hypersensibilités'),
    title: 'Allergies et hypersensibilités',
    ...(absent
      ? { lines: [noAllergyLine(narrator, absent)] }
      : { head: HEAD, lines: items.map((item) => allergyLine(narrator, item)) }),
  });
}
