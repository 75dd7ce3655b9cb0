import { sameCode } from '@socle-sante/core/coded';
import type { Finding } from '@socle-sante/core/finding';
import { checkUniqueId, type Path, problem } from './check-values.js';
import { SIGNATURE_CODES } from './codes.js';
import { encodeXcn, samePatient } from './hl7.js';
import type { DocumentEntry, SubmissionSet } from './types.js';

/** The entry of a signature, attribute by attribute, against what the DMP is sent. */
export function checkSignatureEntry(entry: DocumentEntry, set: SubmissionSet, path: Path): Finding[] {
  const [author] = entry.authors;
  const submitter = set.authors[0]?.person;
  const codes = entry.confidentiality.map((item) => item.code);
  const same = submitter === undefined ? '' : encodeXcn(submitter);
  const expected: readonly (readonly [string, boolean])[] = [
    ['mimeType', entry.mimeType === 'text/xml'],
    ['creationTime', entry.creationTime === set.submissionTime],
    ['serviceStartTime', entry.serviceStartTime === set.submissionTime],
    ['serviceStopTime', entry.serviceStopTime === set.submissionTime],
    ['languageCode', entry.languageCode === 'art'],
    ['legalAuthenticator', entry.legalAuthenticator !== undefined && encodeXcn(entry.legalAuthenticator) === same],
    ['authors', entry.authors.length === 1 && author?.person !== undefined && encodeXcn(author.person) === same],
    ['sourcePatientId', samePatient(entry.sourcePatientId, entry.patientId) && entry.sourcePatientId.type === 'NH'],
    ['sourcePatientInfo', entry.sourcePatientInfo === undefined],
    ['title', entry.title === 'Source'],
    ['typeCode', sameCode(entry.typeCode, SIGNATURE_CODES.typeCode)],
    ['classCode', sameCode(entry.classCode, SIGNATURE_CODES.classCode)],
    ['formatCode', sameCode(entry.formatCode, SIGNATURE_CODES.formatCode)],
    ['confidentiality', codes.join() === 'N,MASQUE_PS,INVISIBLE_PATIENT'],
    ['events', entry.events.some((code) => sameCode(code, SIGNATURE_CODES.event))],
  ];
  return [
    ...checkUniqueId(entry.uniqueId, [...path, 'uniqueId']),
    ...expected
      .filter(([, right]) => !right)
      .map(([field]) => problem('signatureEntry', 'error', [...path, field], { field })),
  ];
}
