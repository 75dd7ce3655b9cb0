import type { XmlElementNode } from '@socle-sante/wire/xml';
import type { Custodian } from '../submission/header.js';
import type { SubmissionDocument } from '../submission/types.js';
import { encounterNode, serviceEventNode } from './context.js';
import { CONFIDENTIALITY_LABELS, SYSTEMS, TEMPLATES } from './oids.js';
import {
  authenticatorNode,
  consentNode,
  custodianNode,
  dataEntererNode,
  informantNode,
  legalAuthenticatorNode,
  orderNode,
  participantNode,
  recipientNode,
} from './participants.js';
import { authorNode, type PatientParty } from './people.js';
import { h } from './tree.js';
import { codeNode, time } from './values.js';

export interface HeaderInput {
  readonly document: SubmissionDocument;
  readonly id: string;
  readonly setId: string;
  readonly version: number;
  readonly recordTarget: XmlElementNode;
  readonly patient: PatientParty | undefined;
  readonly custodian: Custodian;
  /** Templates after the two that every document has. */
  readonly templateIds: readonly { readonly root: string; readonly extension?: string }[];
  /** The body, as `component`. */
  readonly component: XmlElementNode;
}

/** The whole document, in the order of the schema (CI-SIS, volet Structuration minimale 1.16; CDA R2 `POCD_HD000040`). */
export function clinicalDocument(input: HeaderInput): XmlElementNode {
  const { document, patient } = input;
  const { confidentiality = 'N', createdAt, replaces } = document;
  const many = <T>(items: readonly T[] | undefined, node: (item: T) => XmlElementNode) => (items ?? []).map(node);
  return h('ClinicalDocument', {}, [
    h('realmCode', { code: 'FR' }),
    h('typeId', { root: '2.16.840.1.113883.1.3', extension: 'POCD_HD000040' }),
    h('templateId', { root: TEMPLATES.hl7France }),
    h('templateId', { root: TEMPLATES.ciSis }),
    ...input.templateIds.map(({ root, extension }) => h('templateId', { root, extension })),
    h('id', { root: input.id }),
    codeNode('code', document.type, document.typeTranslations),
    h('title', {}, [document.title]),
    h('effectiveTime', { value: time(createdAt) }),
    codeNode('confidentialityCode', {
      code: confidentiality,
      displayName: CONFIDENTIALITY_LABELS[confidentiality],
      codeSystem: SYSTEMS.confidentiality,
    }),
    h('languageCode', { code: document.language ?? 'fr-FR' }),
    h('setId', { root: input.setId }),
    h('versionNumber', { value: String(input.version) }),
    input.recordTarget,
    ...document.authors.map((author) => authorNode(author, createdAt, patient)),
    document.dataEnterer && dataEntererNode(document.dataEnterer),
    ...many(document.informants, informantNode),
    custodianNode(input.custodian),
    ...many(document.recipients, recipientNode),
    legalAuthenticatorNode(document.legalAuthenticator, createdAt, patient),
    ...many(document.authenticators, authenticatorNode),
    ...many(document.participants, participantNode),
    ...many(document.orders, orderNode),
    ...document.acts.map(serviceEventNode),
    replaces &&
      h('relatedDocument', { typeCode: 'RPLC' }, [
        h('parentDocument', {}, [
          h('id', { root: replaces.uniqueId }),
          replaces.setId !== undefined && h('setId', { root: replaces.setId }),
          replaces.version !== undefined && h('versionNumber', { value: String(replaces.version) }),
        ]),
      ]),
    ...many(document.consents, consentNode),
    encounterNode(document.encounter),
    input.component,
  ]);
}
