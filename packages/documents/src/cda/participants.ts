import type { XmlElementNode } from '@socle-sante/wire/xml';
import type {
  Authenticator,
  Consent,
  Custodian,
  DataEnterer,
  Informant,
  LegalAuthenticator,
  Order,
  Participant,
  Recipient,
} from '../submission/header.js';
import { ROOTS } from './oids.js';
import { assignedEntity, organizationNode, type PatientParty, patientEntity } from './people.js';
import { h, hx } from './tree.js';
import { codeNode, contactNodes, idNode, interval, nameNode, time } from './values.js';

export function dataEntererNode({ time: at, professional }: DataEnterer): XmlElementNode {
  return h('dataEnterer', {}, [at !== undefined && h('time', { value: time(at) }), assignedEntity(professional)]);
}

export function informantNode(informant: Informant): XmlElementNode {
  if (informant.kind === 'professional') return h('informant', {}, [assignedEntity(informant.professional)]);
  return h('informant', {}, [
    h('relatedEntity', { classCode: informant.relation }, [
      codeNode('code', informant.relationship),
      ...contactNodes(informant),
      h('relatedPerson', {}, [nameNode(informant.name)]),
    ]),
  ]);
}

export function custodianNode(custodian: Custodian): XmlElementNode {
  const root = custodian.patientHost ? ROOTS.patientHost : ROOTS.organization;
  // The schema has one telecom and one address here.
  const { addresses = [], telecoms = [] } = custodian;
  return h('custodian', {}, [
    h('assignedCustodian', {}, [
      h('representedCustodianOrganization', {}, [
        idNode({ root, extension: custodian.idNat }),
        custodian.name !== undefined && h('name', {}, [custodian.name]),
        ...contactNodes({ addresses: addresses.slice(0, 1), telecoms: telecoms.slice(0, 1) }, 'telecomFirst'),
      ]),
    ]),
  ]);
}

export function recipientNode(recipient: Recipient): XmlElementNode {
  const { idNat, name, organization } = recipient;
  return h('informationRecipient', {}, [
    h('intendedRecipient', {}, [
      idNat !== undefined && idNode({ root: ROOTS.professional, extension: idNat }),
      ...contactNodes(recipient),
      name && h('informationRecipient', {}, [nameNode(name)]),
      organization && organizationNode('receivedOrganization', organization),
    ]),
  ]);
}

export function legalAuthenticatorNode(
  { time: at, signatory }: LegalAuthenticator,
  createdAt: string,
  patient?: PatientParty,
): XmlElementNode {
  const entity = 'kind' in signatory ? patient && patientEntity(patient) : assignedEntity(signatory);
  return h('legalAuthenticator', {}, [
    h('time', { value: time(at ?? createdAt) }),
    h('signatureCode', { code: 'S' }),
    entity,
  ]);
}

export function authenticatorNode({ time: at, professional, templateId }: Authenticator): XmlElementNode {
  return h('authenticator', {}, [
    templateId !== undefined && h('templateId', { root: templateId }),
    h('time', { value: time(at) }),
    h('signatureCode', { code: 'S' }),
    assignedEntity(professional),
  ]);
}

export function participantNode(participant: Participant): XmlElementNode {
  const { id, specialty, name, organization, templateId } = participant;
  return h('participant', { typeCode: participant.type }, [
    templateId !== undefined && h('templateId', { root: templateId }),
    codeNode('functionCode', participant.function),
    interval('time', participant.time),
    h('associatedEntity', { classCode: participant.class }, [
      id && idNode(id),
      codeNode('code', specialty),
      ...contactNodes(participant),
      name && h('associatedPerson', {}, [nameNode(name)]),
      organization && organizationNode('scopingOrganization', organization),
    ]),
  ]);
}

export function orderNode({ id, code, accessionNumber }: Order): XmlElementNode {
  return h('inFulfillmentOf', {}, [
    h('order', {}, [
      idNode(id),
      codeNode('code', code),
      accessionNumber &&
        hx('ps3-20', 'accessionNumber', { root: accessionNumber.root, extension: accessionNumber.extension }),
    ]),
  ]);
}

export function consentNode({ ids = [], code }: Consent): XmlElementNode {
  return h('authorization', {}, [
    h('consent', { classCode: 'CONS', moodCode: 'EVN' }, [
      ...ids.map(idNode),
      codeNode('code', code),
      h('statusCode', { code: 'completed' }),
    ]),
  ]);
}
