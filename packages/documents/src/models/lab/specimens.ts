import type { XmlElementNode } from '@socle-sante/wire/xml';
import { assignedEntity } from '../../cda/people.js';
import { h } from '../../cda/tree.js';
import { codeAttributes, idNode } from '../../cda/values.js';
import { type Line, loinc, type Narrator } from '../narrative.js';
import type { LabSpecimen } from '../schema/lab.js';
import { clinicalTime, shownDate } from '../values.js';
import { shownProfessional } from './people.js';
import { namedCode } from './results.js';

export const SPECIMEN_HEAD = [
  'Prélèvement',
  'Nature de l’échantillon',
  'Localisation',
  'Date',
  'Préleveur',
  'Réception',
] as const;

/** A sample: FR-Prelevement (1.2.250.1.213.1.1.3.77), with FR-Echantillon-date-reception (….3.107). */
export function specimenLine(narrator: Narrator, specimen: LabSpecimen): Line & { readonly entry: XmlElementNode } {
  const { id, material, act, collectedAt, collectedBy, site, receivedAt } = specimen;
  const actAnchor = act && narrator.anchor(act.text);
  const materialAnchor = narrator.anchor(material.text);
  const entry = h('procedure', { classCode: 'PROC', moodCode: 'EVN' }, [
    h('templateId', { root: '1.3.6.1.4.1.19376.1.3.1.2' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.77' }),
    act && actAnchor ? namedCode('code', act, actAnchor) : h('code', loinc('33882-2', 'Prélèvement')),
    h('effectiveTime', collectedAt === undefined ? { nullFlavor: 'UNK' } : {}, [
      collectedAt !== undefined && h('high', { value: clinicalTime(collectedAt) }),
    ]),
    site && h('targetSiteCode', codeAttributes(site)),
    collectedBy && h('performer', {}, [assignedEntity(collectedBy)]),
    h('participant', { typeCode: 'PRD' }, [
      h('participantRole', { classCode: 'SPEC' }, [
        id ? idNode(id) : narrator.id(),
        h('playingEntity', {}, [namedCode('code', material, materialAnchor)]),
      ]),
    ]),
    receivedAt !== undefined &&
      h('entryRelationship', { typeCode: 'COMP' }, [
        h('act', { classCode: 'ACT', moodCode: 'EVN' }, [
          h('templateId', { root: '1.3.6.1.4.1.19376.1.3.1.3' }),
          h('templateId', { root: '1.2.250.1.213.1.1.3.107' }),
          h('code', {
            code: 'SPRECEIVE',
            displayName: 'Échantillon reçu',
            codeSystem: '1.3.5.1.4.1.19376.1.5.3.2',
            codeSystemName: 'IHEActCode',
          }),
          h('effectiveTime', { value: clinicalTime(receivedAt) }),
        ]),
      ]),
  ]);
  const cells = [
    actAnchor?.content,
    materialAnchor.content,
    site?.displayName,
    collectedAt === undefined ? undefined : shownDate(collectedAt),
    collectedBy && shownProfessional(collectedBy),
    receivedAt === undefined ? undefined : shownDate(receivedAt),
  ];
  return { cells, entry };
}
