import { confidentialityCodes, SIGNATURE_CODES } from './codes.js';
import type { UniqueId } from './ids.js';
import type { DocumentEntry, SubmissionSet } from './types.js';

/** What is known of the bytes of the signature. */
export interface SignatureContent {
  readonly uniqueId: UniqueId;
  readonly hash: string;
  readonly size: number;
}

/** Symbolic name of the signature in a message. */
export const SIGNATURE_ID = 'SIG1';

/**
 * The entry of the signature of a set, as the DMP has it: every time is that of the submission, author and legal
 * authenticator are the submitter, hidden from everybody, place and setting are those of the first document.
 */
export function signatureEntry(set: SubmissionSet, first: DocumentEntry, content: SignatureContent): DocumentEntry {
  const [author] = set.authors;
  return {
    id: SIGNATURE_ID,
    uniqueId: content.uniqueId,
    patientId: set.patientId,
    sourcePatientId: set.patientId,
    mimeType: 'text/xml',
    hash: content.hash,
    size: content.size,
    creationTime: set.submissionTime,
    serviceStartTime: set.submissionTime,
    serviceStopTime: set.submissionTime,
    languageCode: 'art',
    authors: set.authors,
    ...(author?.person === undefined ? {} : { legalAuthenticator: author.person }),
    title: 'Source',
    classCode: SIGNATURE_CODES.classCode,
    typeCode: SIGNATURE_CODES.typeCode,
    formatCode: SIGNATURE_CODES.formatCode,
    confidentiality: confidentialityCodes('N', { maskedFromProfessionals: true, hiddenFromPatient: true }),
    healthcareFacilityType: first.healthcareFacilityType,
    practiceSetting: first.practiceSetting,
    events: [SIGNATURE_CODES.event],
    referenceIds: [],
    extraSlots: {},
  };
}
