import { type Finding, finding } from '@socle-sante/core/finding';
import { canTransmitIns } from '@socle-sante/core/rniv';
import type { Submission, SubmissionDocument } from './types.js';
import { hasTexts } from './walk.js';

const OTHER_AUTHORS = '1.2.250.1.213.1.1.4.6';

/** What each kind of author must have (CI-SIS, header `author`; IG-document-core), the signatory and the custodian. */
export function checkAuthors(document: SubmissionDocument, { patient }: Submission): Finding[] {
  const findings: Finding[] = [];
  const insKnown = canTransmitIns(patient.identity).ok;
  if (document.authors.length === 0) findings.push(finding('documents.author.none', 'error', ['authors']));
  for (const [index, author] of document.authors.entries()) {
    const path = ['authors', index];
    if (author.kind === 'patient' && !insKnown) findings.push(finding('documents.patientAuthor.ins', 'error', path));
    if (author.kind !== 'patient' && !hasTexts(author.organization, 'idNat', 'name')) {
      findings.push(finding('documents.author.organization', 'error', [...path, 'organization']));
    }
    if (author.kind === 'system' && author.specialty.codeSystem !== OTHER_AUTHORS) {
      findings.push(finding('documents.author.system', 'error', [...path, 'specialty']));
    }
    if (author.kind === 'professional' && author.specialty.codeSystem === OTHER_AUTHORS) {
      const person = author.specialty.code === 'SECRETARIAT_MEDICAL';
      if (!person) findings.push(finding('documents.author.professional', 'error', [...path, 'specialty']));
    }
  }
  const { signatory } = document.legalAuthenticator;
  if ('kind' in signatory && !insKnown) {
    findings.push(finding('documents.patientAuthor.ins', 'error', ['legalAuthenticator', 'signatory']));
  }
  if (!('kind' in signatory) && signatory.name.family.trim() === '') {
    findings.push(finding('documents.signatory.name', 'error', ['legalAuthenticator', 'signatory', 'name']));
  }
  return [...findings, ...checkCustodian(document)];
}

function checkCustodian({ authors, custodian }: SubmissionDocument): Finding[] {
  const byPatient = authors.length > 0 && authors.every(({ kind }) => kind === 'patient');
  if (custodian === undefined) {
    return byPatient ? [finding('documents.custodian.missing', 'error', ['custodian'])] : [];
  }
  const findings: Finding[] = [];
  if (custodian.patientHost === true && !byPatient) {
    findings.push(finding('documents.custodian.patientHost', 'warning', ['custodian', 'patientHost']));
  }
  for (const field of ['addresses', 'telecoms'] as const) {
    const count = custodian[field]?.length ?? 0;
    if (count > 1)
      findings.push(finding('documents.custodian.contacts', 'warning', ['custodian', field], { field, count }));
  }
  return findings;
}
