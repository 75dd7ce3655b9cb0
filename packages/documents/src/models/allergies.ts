import { SYSTEMS } from '../cda/oids.js';
import { h } from '../cda/tree.js';
import { codeAttributes } from '../cda/values.js';
import { type Line, loinc, type Narrator } from './narrative.js';
import type { Allergy } from './schema/shared.js';
import { coded, codedElement, shownDate, span } from './values.js';

const KINDS = {
  allergie: coded('419199007', 'allergie à une substance', SYSTEMS.snomed, 'SNOMED CT'),
  medicamenteuse: coded('416098002', 'allergie médicamenteuse', SYSTEMS.snomed, 'SNOMED CT'),
  alimentaire: coded('414285001', 'allergie alimentaire', SYSTEMS.snomed, 'SNOMED CT'),
  intolerance: coded('782197009', 'intolérance à une substance', SYSTEMS.snomed, 'SNOMED CT'),
} as const;

const STATUSES = {
  active: { code: 'active', displayName: 'Actif' },
  inactive: { code: 'inactive', displayName: 'Inactif' },
  resolved: { code: 'resolved', displayName: 'Résolu' },
} as const;
const STATUS_SYSTEM = '2.16.840.1.113883.4.642.4.1373';

/** An allergy (FR-Allergie-ou-hypersensibilite 1.2.250.1.213.1.1.3.41) in its concern (….3.40). */
export function allergyLine(narrator: Narrator, allergy: Allergy): Line {
  const { agent, since, kind = 'allergie', status = 'active' } = allergy;
  const type = KINDS[kind];
  const typeAnchor = narrator.anchor(type.displayName);
  const agentAnchor = narrator.anchor(agent.text);
  const statusAnchor = narrator.anchor(STATUSES[status].displayName);
  const observation = h('observation', { classCode: 'OBS', moodCode: 'EVN', negationInd: 'false' }, [
    h('templateId', { root: '2.16.840.1.113883.10.20.1.18' }),
    h('templateId', { root: '2.16.840.1.113883.10.20.1.28' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.5' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.6' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.41' }),
    narrator.id(),
    h('code', codeAttributes(type)),
    typeAnchor.text,
    h('statusCode', { code: 'completed' }),
    span({ since }, false, 'IVL_TS'),
    h('value', { 'xsi:type': 'CD' }, [agentAnchor.originalText]),
    h('participant', { typeCode: 'CSM' }, [
      h('participantRole', { classCode: 'MANU' }, [
        h('playingEntity', { classCode: 'MMAT' }, [
          codedElement('code', agent, agentAnchor),
          h('name', {}, [agent.text]),
        ]),
      ]),
    ]),
    h('entryRelationship', { typeCode: 'REFR', inversionInd: 'false' }, [
      h('observation', { classCode: 'OBS', moodCode: 'EVN', negationInd: 'false' }, [
        h('templateId', { root: '2.16.840.1.113883.10.20.1.50' }),
        h('templateId', { root: '2.16.840.1.113883.10.20.1.57' }),
        h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.1.1' }),
        h('templateId', { root: '1.2.250.1.213.1.1.3.30' }),
        h('code', loinc('33999-4', 'Status')),
        statusAnchor.text,
        h('statusCode', { code: 'completed' }),
        h('value', { 'xsi:type': 'CE', ...STATUSES[status], codeSystem: STATUS_SYSTEM }),
      ]),
    ]),
  ]);
  const entry = h('act', { classCode: 'ACT', moodCode: 'EVN' }, [
    h('templateId', { root: '2.16.840.1.113883.10.20.1.27' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.5.1' }),
    h('templateId', { root: '1.3.6.1.4.1.19376.1.5.3.1.4.5.3' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.40' }),
    narrator.id(),
    h('code', { nullFlavor: 'NA' }),
    h('statusCode', { code: 'active' }),
    span({ since }, false),
    h('entryRelationship', { typeCode: 'SUBJ', inversionInd: 'false' }, [observation]),
  ]);
  return { cells: [shownDate(since), typeAnchor.content, agentAnchor.content, statusAnchor.content], entry };
}
