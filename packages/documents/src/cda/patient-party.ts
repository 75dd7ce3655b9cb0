import { toCdaId } from '@socle-sante/core/ins-identifier';
import { requireIns } from '../patient/transmit.js';
import type { SubmissionDocument, SubmissionPatient } from '../submission/types.js';
import type { PatientParty } from './people.js';

/** The patient as author or signatory: by the INS, so only for a qualified identity. */
export function patientParty(patient: SubmissionPatient): PatientParty | undefined {
  const allowed = requireIns(patient.identity);
  if (!allowed.ok) return undefined;
  const { nomUtilise, prenomUtilise } = patient.identity.traits;
  return {
    id: toCdaId(allowed.ins),
    family: nomUtilise || allowed.traits.nomNaissance,
    given: prenomUtilise || allowed.traits.premierPrenom,
  };
}

/** True when the document cannot be written without the INS of the patient. */
export function needsPatientParty(document: SubmissionDocument): boolean {
  return document.authors.some(({ kind }) => kind === 'patient') || 'kind' in document.legalAuthenticator.signatory;
}
