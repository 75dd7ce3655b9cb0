import { computeMatriculeKey, isMatricule, type MatriculeIns } from '@socle-sante/core/matricule';
import type { IdentityState } from '@socle-sante/core/rniv';
import type { Submission, SubmissionDocument } from '../../src/submission.ts';

/** Official test identity ADRUN (INSi, CNDA set), never a real person. */
export const ADRUN_MATRICULE = checkedMatricule('2751263220749');

function checkedMatricule(nir13: string): MatriculeIns {
  const matricule = nir13 + computeMatriculeKey(nir13);
  if (!isMatricule(matricule)) throw new Error('The test matricule is wrong.');
  return matricule;
}

/** A qualified identity, under the test OID. */
export const qualifiedIdentity: IdentityState = {
  traits: {
    nomNaissance: 'ADRUN',
    listePrenoms: 'ZOE',
    premierPrenom: 'ZOE',
    sexe: 'F',
    dateNaissance: '1975-12-31',
    lieuNaissance: '63220',
  },
  ins: { matricule: ADRUN_MATRICULE, oid: '1.2.250.1.213.1.4.10' },
  insi: true,
  document: { type: 'CN', date: '2026-01-10', trust: 'high' },
  attributes: [],
  history: [],
};

const loinc = '2.16.840.1.113883.6.1';
const organization = { idNat: '10B0999999', name: 'CABINET FICTIF' };
const specialty = {
  code: 'G15_10/SM54',
  displayName: 'Médecin - Médecine Générale (SM)',
  codeSystem: '1.2.250.1.213.1.1.4.5',
};
const doctor = {
  idNat: '899900000017',
  name: { family: 'EXEMPLE', given: 'Lise', prefix: 'MME', suffix: 'DR' },
  specialty,
  organization,
} as const;

export const sampleDocument: SubmissionDocument = {
  id: '2.999.7.1.20260115.42',
  type: { code: '11488-4', displayName: 'CR ou fiche de consultation ou de visite', codeSystem: loinc },
  title: 'Compte rendu de consultation',
  createdAt: '2026-01-15T10:15:00+01:00',
  authors: [{ kind: 'professional', ...doctor }],
  legalAuthenticator: { signatory: doctor },
  acts: [
    {
      start: '2026-01-15T10:00:00+01:00',
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
    start: '2026-01-15T10:00:00+01:00',
    facility: { type: { code: 'SA07', displayName: 'Cabinet individuel', codeSystem: '1.2.250.1.71.4.2.4' } },
  },
  body: { kind: 'text', content: new TextEncoder().encode('Consultation du 15 janvier 2026 : tout va bien.') },
};

export const sampleSubmission: Submission = {
  vendor: { oid: '2.999.7' },
  patient: {
    identity: qualifiedIdentity,
    localIdentifiers: [{ root: '2.999.7.2', extension: 'IPP-000042' }],
    addresses: [{ houseNumber: '28', streetName: 'rue des Exemples', postalCode: '63000', city: 'CLERMONT-FERRAND' }],
    telecoms: [{ value: 'tel:0600000000', use: 'MC' }],
  },
  submitter: { kind: 'professional', ...doctor },
  contentType: { code: '07', displayName: 'Consultation', codeSystem: '1.2.250.1.213.2.2' },
  title: 'Consultation',
  documents: [sampleDocument],
};

/** The structure of a PDF/A-1 without any page: enough for what is checked before a document leaves. */
export const samplePdf = new TextEncoder().encode(
  [
    '%PDF-1.4',
    '1 0 obj <</Type /Catalog /Metadata 2 0 R /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1>>]>> endobj',
    '2 0 obj <</Type /Metadata /Subtype /XML /Length 66>>',
    'stream',
    '<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>',
    'endstream endobj',
    'trailer <</Root 1 0 R /ID [<01> <01>]>>',
    'startxref',
    '9',
    '%%EOF',
    '',
  ].join('\n'),
);

/** A clock that stands still and a chance that is always the same, for one seed. */
export function fixedOptions(seed: number) {
  let state = seed;
  const random = (n: number) =>
    Uint8Array.from({ length: n }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return state & 0xff;
    });
  return { clock: () => new Date('2026-01-15T09:15:00Z'), random };
}
