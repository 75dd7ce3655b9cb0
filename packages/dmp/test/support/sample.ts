import { createHash } from 'node:crypto';
import type { Coded } from '@socle-sante/core/coded';
import { INS_OIDS, type InsIdentifier, parseInsIdentifier } from '@socle-sante/core/ins-identifier';
import type { IdentityState } from '@socle-sante/core/rniv';
import {
  ASSOCIATION_TYPES,
  type DocumentEntry,
  type PreparedSubmission,
  type SubmissionSet,
  uniqueId,
  type XdsAuthor,
} from '@socle-sante/documents/xds';
import { dmpEnvironment } from '../../src/environments.js';
import type { DmpAnswerContext, DmpCallContext } from '../../src/operations.js';

const parsed = parseInsIdentifier({ matricule: '279035121518989', oid: INS_OIDS.nirTest });
if (!parsed.ok) throw new Error('test identity refused');
/** Official test identity PAT-TROIS DOMINIQUE. */
export const INS: InsIdentifier = parsed.value;

export const PATIENT: IdentityState = {
  traits: {
    nomNaissance: 'PAT-TROIS',
    listePrenoms: 'DOMINIQUE MARIE-LOUISE',
    premierPrenom: 'DOMINIQUE',
    sexe: 'F',
    dateNaissance: '1979-03-28',
    lieuNaissance: '51215',
  },
  ins: INS,
  insi: true,
  document: { type: 'CN', date: '2026-01-05', trust: 'high' },
  attributes: [],
  history: [],
};

export const VENDOR = '1.2.250.1.999.1.1.8121';
export const STRUCTURE = '499900063480001';

const coded = (code: string, codeSystem: string, displayName: string): Coded => ({ code, codeSystem, displayName });

export const AUTHOR: XdsAuthor = {
  person: {
    id: '899900063480',
    family: 'LIBRE',
    given: 'MAX',
    authority: '1.2.250.1.71.4.2.1',
    nameType: 'D',
    idType: 'IDNPS',
  },
  institutions: [{ name: 'CABINET EXEMPLE', authority: '1.2.250.1.71.4.2.2', idType: 'IDNST', id: STRUCTURE }],
  roles: ['Médecin traitant'],
  specialties: [coded('G15_10/SM26', '1.2.250.1.213.1.1.4.5', 'Médecin - Qualifié en Médecine Générale (SM)')],
};

export const CONTENT_TYPE = coded('07', '1.2.250.1.213.2.2', 'Consultations soins externes');

const PATIENT_ID = { extension: INS.matricule, oid: INS.oid, type: 'NH' };

export function entryOf(id: string, bytes: Uint8Array, own: string, more: Partial<DocumentEntry> = {}): DocumentEntry {
  return {
    id,
    uniqueId: uniqueId(own),
    patientId: PATIENT_ID,
    sourcePatientId: { extension: 'P000042', oid: `${VENDOR}.8`, type: 'PI' },
    sourcePatientInfo: ['PID-5|PAT-TROIS^DOMINIQUE^^^^^L', 'PID-7|19790328', 'PID-8|F'],
    mimeType: 'text/xml',
    hash: createHash('sha1').update(bytes).digest('hex'),
    size: bytes.byteLength,
    creationTime: '20260901063000',
    serviceStartTime: '20260901061500',
    languageCode: 'fr-FR',
    authors: [AUTHOR],
    ...(AUTHOR.person === undefined ? {} : { legalAuthenticator: AUTHOR.person }),
    title: 'Compte rendu de consultation',
    classCode: coded('10', '1.2.250.1.213.1.1.4.1', 'Compte rendu'),
    typeCode: coded('11488-4', '2.16.840.1.113883.6.1', 'CR ou fiche de consultation ou de visite'),
    formatCode: coded('urn:ihe:iti:xds-sd:text:2008', '1.3.6.1.4.1.19376.1.2.3', 'Texte'),
    confidentiality: [coded('N', '2.16.840.1.113883.5.25', 'Normal')],
    healthcareFacilityType: coded('SA07', '1.2.250.1.71.4.2.4', 'Cabinet individuel'),
    practiceSetting: coded('AMBULATOIRE', '1.2.250.1.213.1.1.4.9', 'Ambulatoire'),
    events: [],
    referenceIds: [],
    extraSlots: {},
    ...more,
  };
}

const SIGNATURE_CLASS = coded('urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1', 'URN', 'Digital Signature');

/** A set of one or several documents and a signature whose bytes only look like one. */
export function submissionOf(
  name = 'd',
  contents: readonly Uint8Array[] = [bytes('<ClinicalDocument/>')],
): PreparedSubmission {
  const own = [...name].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) % 1_000_000;
  const documents = contents.map((content, index) => ({
    id: `D${index + 1}`,
    content,
    oid: `${VENDOR}.1.${own}.${index + 1}`,
  }));
  const signature = bytes('<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>');
  const submissionSet: SubmissionSet = {
    id: 'SS',
    uniqueId: uniqueId(`${VENDOR}.2.${own}`),
    sourceId: `${VENDOR}.7`,
    patientId: PATIENT_ID,
    submissionTime: '20260901063500',
    contentType: CONTENT_TYPE,
    authors: [AUTHOR],
    title: 'Dépôt consultation',
    extraSlots: {},
  };
  const entries = [
    ...documents.map(({ id, content, oid }) => entryOf(id, content, oid)),
    entryOf('SIG1', signature, `${VENDOR}.4.${own}`, {
      classCode: SIGNATURE_CLASS,
      typeCode: coded('E1762', 'ASTM', 'Full Document'),
      formatCode: coded('http://www.w3.org/2000/09/xmldsig#', 'URN', 'Default Signature Style'),
      languageCode: 'art',
      title: 'Source',
    }),
  ];
  return {
    submissionSet,
    entries,
    associations: [
      ...entries.map(({ id }, index) => ({
        id: `a${index + 1}`,
        type: ASSOCIATION_TYPES.hasMember,
        source: 'SS',
        target: id,
        slots: { SubmissionSetStatus: ['Original'] },
      })),
      {
        id: 'a99',
        type: ASSOCIATION_TYPES.signs,
        source: 'SIG1',
        target: 'SS',
        slots: { SubmissionSetStatus: ['Original'] },
      },
    ],
    documents: entries.map((entry, index) => ({
      entryId: entry.id,
      uniqueId: entry.uniqueId,
      mimeType: entry.mimeType,
      bytes: documents[index]?.content ?? signature,
    })),
    findings: [],
  };
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export const ENVIRONMENT = dmpEnvironment({
  kind: 'test',
  baseUrl: 'https://dmp.sim.invalid',
  webHost: 'web.sim.invalid',
});

/** Not signed: the message is what is looked at. */
export const ASSERTION =
  '<saml2:Assertion xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a" IssueInstant="2026-09-01T06:35:00.120Z" Version="2.0"><saml2:Issuer>CN=T</saml2:Issuer></saml2:Assertion>';

export function counterRandom(): (n: number) => Uint8Array {
  let next = 0;
  return (n) => Uint8Array.from({ length: n }, () => (next++ * 37) % 256);
}

export function context(more: Partial<DmpCallContext> = {}): DmpCallContext {
  return {
    environment: ENVIRONMENT,
    software: { oid: VENDOR, name: 'Demo LPS' },
    messageId: 'urn:uuid:6d0f2f8e-0a53-4f0e-9a0a-0d2d2f3c1a11',
    assertion: ASSERTION,
    at: new Date('2026-09-01T06:35:00Z'),
    random: counterRandom(),
    ...more,
  };
}

export const ANSWER: DmpAnswerContext = { messageId: 'urn:uuid:6d0f2f8e-0a53-4f0e-9a0a-0d2d2f3c1a11' };
