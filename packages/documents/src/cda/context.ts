import type { XmlElementNode } from '@socle-sante/wire/xml';
import type { Encounter, Performer, ServiceEvent } from '../submission/header.js';
import { assignedEntity } from './people.js';
import { h, hx } from './tree.js';
import { addressNode, codeNode, idNode, interval } from './values.js';

export function serviceEventNode(act: ServiceEvent): XmlElementNode {
  const { information, ids = [], code, translations, start, stop, status, performer } = act;
  return h('documentationOf', {}, [
    h('serviceEvent', { classCode: information ? 'INFO' : undefined }, [
      ...ids.map(idNode),
      codeNode('code', code, translations),
      status !== undefined && hx('lab', 'statusCode', { code: status }),
      (start !== undefined || stop !== undefined) && interval('effectiveTime', { start, stop }),
      performer && performerNode(performer),
    ]),
  ]);
}

function performerNode({ templateId, professional, time, organization }: Performer): XmlElementNode {
  return h('performer', { typeCode: 'PRF' }, [
    templateId !== undefined && h('templateId', { root: templateId }),
    codeNode('functionCode', professional.function),
    time && interval('time', time),
    assignedEntity({ ...professional, organization }),
  ]);
}

export function encounterNode(encounter: Encounter): XmlElementNode {
  const { ids = [], code, start, stop, disposition, responsible, participants = [], facility } = encounter;
  const hasPlace = facility.name !== undefined || facility.address !== undefined;
  return h('componentOf', {}, [
    h('encompassingEncounter', {}, [
      ...ids.map(idNode),
      codeNode('code', code),
      interval('effectiveTime', { start, stop }),
      codeNode('dischargeDispositionCode', disposition),
      responsible && h('responsibleParty', {}, [assignedEntity(responsible)]),
      ...participants.map(({ type, time, professional }) =>
        h('encounterParticipant', { typeCode: type }, [time && interval('time', time), assignedEntity(professional)]),
      ),
      h('location', {}, [
        h('healthCareFacility', {}, [
          ...(facility.ids ?? []).map(idNode),
          codeNode('code', facility.type),
          hasPlace &&
            h('location', {}, [
              facility.name !== undefined && h('name', {}, [facility.name]),
              facility.address && addressNode(facility.address),
            ]),
        ]),
      ]),
    ]),
  ]);
}
