import type { IdentityState } from '@socle-sante/core/rniv';
import type { Submission, SubmissionDocument } from '@socle-sante/documents/submission';
import { TEST_PS_ID, TEST_STRUCTURE_ID } from '@socle-sante/sandbox/pki';

export const STAFF = {
  code: 'SECRETARIAT_MEDICAL',
  codeSystem: '1.2.250.1.213.1.1.4.6',
  displayName: 'Secrétariat médical',
};

const LOINC = '2.16.840.1.113883.6.1';
const organization = { idNat: TEST_STRUCTURE_ID, name: 'CENTRE DE SANTÉ DU SIMULATEUR' };
const doctor = {
  idNat: TEST_PS_ID,
  name: { family: 'EXEMPLE', given: 'Alix', prefix: 'MME', suffix: 'DR' },
  specialty: {
    code: 'G15_10/SM26',
    displayName: 'Médecin - Qualifié en Médecine Générale (SM)',
    codeSystem: '1.2.250.1.213.1.1.4.5',
  },
  organization,
} as const;

let next = 0;
const ARC = `1.2.250.1.999.1.1.8121.${process.pid}.${Date.now() % 1_000_000_000}`;

/** An OID that was never used before. */
export function newOid(): string {
  next += 1;
  return `${ARC}.${next}`;
}

export function documentOf(more: Partial<SubmissionDocument> = {}): SubmissionDocument {
  return {
    id: newOid(),
    type: { code: '11488-4', displayName: 'CR ou fiche de consultation ou de visite', codeSystem: LOINC },
    title: 'Compte rendu de consultation',
    createdAt: new Date(Date.now() - 60_000).toISOString().replace(/\.\d+Z$/, '+00:00'),
    authors: [{ kind: 'professional', ...doctor }],
    legalAuthenticator: { signatory: doctor },
    acts: [
      {
        start: new Date(Date.now() - 3_600_000).toISOString().replace(/\.\d+Z$/, '+00:00'),
        performer: {
          professional: { idNat: doctor.idNat },
          organization: {
            idNat: organization.idNat,
            setting: { code: 'AMBULATOIRE', displayName: 'Ambulatoire', codeSystem: '1.2.250.1.213.1.1.4.9' },
          },
        },
      },
    ],
    encounter: {
      start: new Date(Date.now() - 3_600_000).toISOString().replace(/\.\d+Z$/, '+00:00'),
      facility: { type: { code: 'SA05', displayName: 'Centre de santé', codeSystem: '1.2.250.1.71.4.2.4' } },
    },
    body: { kind: 'text', content: new TextEncoder().encode('Texte inventé : tout va bien.') },
    ...more,
  };
}

const secretary = {
  idNat: '10B0999999/CPE00001',
  name: { family: 'SECRETARIAT', given: 'CAMILLE' },
  specialty: STAFF,
  organization,
} as const;

export function submissionFor(
  patient: IdentityState,
  documents: readonly SubmissionDocument[] = [documentOf()],
  more: { readonly staff?: boolean; readonly id?: string; readonly arc?: string } = {},
): Submission {
  const arc = more.arc ?? ARC;
  const submitter = more.staff ? secretary : doctor;
  return {
    vendor: { oid: arc },
    id: more.id ?? newOid(),
    patient: { identity: patient, localIdentifiers: [{ root: `${arc}.900`, extension: 'IPP-000042' }] },
    submitter: { kind: 'professional', ...submitter },
    contentType: { code: '07', displayName: 'Consultations soins externes', codeSystem: '1.2.250.1.213.2.2' },
    title: 'Dépôt de consultation',
    documents,
  };
}
