import type { XmlElementNode } from '@socle-sante/wire/xml';
import { ROOTS } from '../../cda/oids.js';
import { assignedEntity } from '../../cda/people.js';
import { h } from '../../cda/tree.js';
import { codeNode, contactNodes, idNode, nameNode } from '../../cda/values.js';
import type { Contact } from '../../submission/contact.js';
import type { Professional } from '../../submission/people.js';
import type { LabPerformer, LabValidation } from '../schema/lab.js';
import { clinicalTime, shownDate } from '../values.js';

/** Addresses and telecoms, each said to be unknown when there is none: the entries of biology want both. */
function withContact<Someone extends Contact>(someone: Someone): Someone {
  const { addresses = [], telecoms = [] } = someone;
  return {
    ...someone,
    addresses: addresses.length > 0 ? addresses : [{ nullFlavor: 'NAV' }],
    telecoms: telecoms.length > 0 ? telecoms : [{ nullFlavor: 'NAV' }],
  };
}

/** FR-Laboratoire-executant (1.2.250.1.213.1.1.3.23): a laboratory that is not that of the header. */
export function labPerformerNode({ at, professional, organization }: LabPerformer): XmlElementNode {
  return h('performer', { typeCode: 'PRF' }, [
    h('templateId', { root: '1.3.6.1.4.1.19376.1.3.3.1.7' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.23' }),
    h('time', { value: clinicalTime(at) }),
    assignedEntity({ ...withContact(professional), organization: withContact(organization) }),
  ]);
}

/** FR-Participant (1.2.250.1.213.1.1.3.109), AUTHEN: the biologist who validated what holds it. */
export function labValidationNode({ at, professional }: LabValidation): XmlElementNode {
  return h('participant', { typeCode: 'AUTHEN' }, [
    h('templateId', { root: '1.3.6.1.4.1.19376.1.3.3.1.5' }),
    h('templateId', { root: '1.2.250.1.213.1.1.3.109' }),
    h('time', {}, [h('high', { value: clinicalTime(at) })]),
    h('participantRole', {}, [
      idNode({ root: ROOTS.professional, extension: professional.idNat }),
      codeNode('code', professional.specialty),
      ...contactNodes(withContact(professional)),
      h('playingEntity', {}, [nameNode(professional.name)]),
    ]),
  ]);
}

interface Participations {
  readonly performer?: LabPerformer;
  readonly validation?: LabValidation;
}

/** Who did the work and who validated it, in the order of the schema. */
export function participationNodes({ performer, validation }: Participations): XmlElementNode[] {
  return [...(performer ? [labPerformerNode(performer)] : []), ...(validation ? [labValidationNode(validation)] : [])];
}

/** The same, for the reader. */
export function participationTexts({ performer, validation }: Participations): string[] {
  return [
    ...(performer ? [`Examens exécutés par ${performer.organization.name}, le ${shownDate(performer.at)}`] : []),
    ...(validation
      ? [`Résultats validés par ${shownProfessional(validation.professional)}, le ${shownDate(validation.at)}`]
      : []),
  ];
}

/** A person, and for whom, as a reader writes it. */
export function shownProfessional({ name, organization }: Professional): string {
  const person = [name.suffix ?? name.prefix, name.given, name.family].filter(Boolean).join(' ');
  return organization ? `${person} (${organization.name})` : person;
}
