import { type Finding, finding } from '@socle-sante/core/finding';
import { ageAt, parseDateLunaire } from '@socle-sante/core/lunar-date';
import type { SubmissionProfile } from './profile.js';
import type { Submission, SubmissionDocument } from './types.js';

const MAJORITY = 18;

/** Confidentiality and masks (JDV_J58; DMP: PDSM, ARA). */
export function checkVisibility(
  document: SubmissionDocument,
  { patient }: Submission,
  profile: SubmissionProfile,
): Finding[] {
  const { visibility = {}, confidentiality = 'N', authors, replaces } = document;
  const findings: Finding[] = [];
  const masks = Object.values(visibility).some((mask) => mask === true);
  if (masks && profile === 'mss') findings.push(finding('documents.visibility.mss', 'warning', ['visibility']));
  if (profile === 'dmp' && confidentiality !== 'N') {
    findings.push(finding('documents.confidentiality.dmp', 'error', ['confidentiality'], { code: confidentiality }));
  }
  if (visibility.hiddenFromPatient && authors.some(({ kind }) => kind === 'patient')) {
    findings.push(finding('documents.visibility.patientAuthor', 'error', ['visibility', 'hiddenFromPatient']));
  }
  if (visibility.hiddenFromPatient && replaces) {
    findings.push(finding('documents.visibility.hiddenAgain', 'warning', ['visibility', 'hiddenFromPatient']));
  }
  if (visibility.hiddenFromLegalRepresentatives && isAdult(patient.identity.traits.dateNaissance, document.createdAt)) {
    findings.push(finding('documents.visibility.adult', 'error', ['visibility', 'hiddenFromLegalRepresentatives']));
  }
  return findings;
}

function isAdult(dateNaissance: string, createdAt: string): boolean {
  const born = parseDateLunaire(dateNaissance);
  const [year = 0, month = 0, day = 0] = createdAt.slice(0, 10).split('-').map(Number);
  const age = born.ok ? ageAt(born.value, { year, month, day }) : undefined;
  return age !== undefined && age >= MAJORITY;
}
