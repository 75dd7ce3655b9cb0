import type { XmlElementNode } from '@socle-sante/wire/xml';
import type { DocumentAuthor } from '../submission/header.js';
import type { Organization, PersonName, Professional } from '../submission/people.js';
import { ROOTS, SYSTEMS } from './oids.js';
import { type Child, h } from './tree.js';
import { codeNode, contactNodes, idNode, nameNode, time } from './values.js';

/** What the document says of the patient as an author or a signatory. */
export interface PatientParty {
  /** Root and extension of the INS. */
  readonly id: { readonly root: string; readonly extension: string };
  readonly family: string;
  readonly given: string;
}

/** SNR of JDV_J01, the only code of a referenced digital service. */
const SERVICE_CODE = {
  code: 'SNR',
  displayName: 'Service numérique référencé',
  codeSystem: SYSTEMS.authorSpecialty,
} as const;

/** An organisation: its identifier, name, telecoms, addresses and setting, in the order of the schema. */
export function organizationNode(local: string, organization: Partial<Organization>): XmlElementNode {
  const { idNat, name, setting } = organization;
  return h(local, {}, [
    idNat !== undefined && idNode({ root: ROOTS.organization, extension: idNat }),
    name !== undefined && h('name', {}, [name]),
    ...contactNodes(organization, 'telecomFirst'),
    codeNode('standardIndustryClassCode', setting),
  ]);
}

/** A professional of whom only the identifier is sure. */
export type EntityInput = Pick<Professional, 'idNat' | 'specialty' | 'addresses' | 'telecoms'> & {
  readonly name?: PersonName;
  readonly organization?: Partial<Organization>;
};

/** `assignedEntity` of a professional. */
export function assignedEntity(professional: EntityInput): XmlElementNode {
  const { idNat, specialty, name, organization } = professional;
  return h('assignedEntity', {}, [
    idNode({ root: ROOTS.professional, extension: idNat }),
    codeNode('code', specialty),
    ...contactNodes(professional),
    name && h('assignedPerson', {}, [nameNode(name)]),
    organization && organizationNode('representedOrganization', organization),
  ]);
}

/** `assignedEntity` of the patient. */
export function patientEntity(patient: PatientParty): XmlElementNode {
  return h('assignedEntity', {}, [idNode(patient.id), h('assignedPerson', {}, [nameNode(patient)])]);
}

/** `author`, by its kind. `patient` is needed for a patient author only. */
export function authorNode(author: DocumentAuthor, createdAt: string, patient?: PatientParty): XmlElementNode {
  return h('author', {}, [
    author.kind === 'professional' && codeNode('functionCode', author.function),
    h('time', { value: time(author.time ?? createdAt) }),
    h('assignedAuthor', {}, assignedAuthor(author, patient)),
  ]);
}

function assignedAuthor(author: DocumentAuthor, patient: PatientParty | undefined): Child[] {
  const contact = contactNodes(author);
  switch (author.kind) {
    case 'professional':
      return [
        idNode({ root: ROOTS.professional, extension: author.idNat }),
        codeNode('code', author.specialty),
        ...contact,
        h('assignedPerson', {}, [nameNode(author.name)]),
        organizationNode('representedOrganization', author.organization),
      ];
    case 'patient':
      return [patient && idNode(patient.id), ...contact, patient && h('assignedPerson', {}, [nameNode(patient)])];
    case 'system':
      return [
        idNode({ root: ROOTS.professional, extension: author.idNat }),
        codeNode('code', author.specialty),
        ...contact,
        deviceNode(author.device),
        organizationNode('representedOrganization', author.organization),
      ];
    case 'service':
      return [
        idNode({ root: author.oid, extension: author.extension }),
        codeNode('code', SERVICE_CODE),
        ...contact,
        deviceNode(author.device),
        organizationNode('representedOrganization', author.organization),
      ];
  }
}

function deviceNode(device: { readonly model: string; readonly software: string }): XmlElementNode {
  return h('assignedAuthoringDevice', {}, [
    h('manufacturerModelName', {}, [device.model]),
    h('softwareName', {}, [device.software]),
  ]);
}
