import type { Finding } from '@socle-sante/core/finding';
import { isOid } from '@socle-sante/core/oid';
import { checkAuthor, checkCode, checkPatient, checkTitle, checkUniqueId, problem } from './check-values.js';
import { isXdsTime } from './time.js';
import type { SubmissionSet } from './types.js';
import type { ValidateMetadataOptions } from './validate.js';

/** The set: identifiers, patient, instant, type of activity, exactly one author. */
export function checkSet(set: SubmissionSet, options: ValidateMetadataOptions): Finding[] {
  const path = ['submissionSet'];
  const findings = [
    ...checkUniqueId(set.uniqueId, [...path, 'uniqueId']),
    ...checkPatient(set.patientId, [...path, 'patientId'], options),
    ...checkCode(set.contentType, 'contentType', [...path, 'contentType'], options),
    ...checkTitle(set.title, false, [...path, 'title']),
    ...set.authors.flatMap((author, index) => checkAuthor(author, [...path, 'authors', index], options)),
  ];
  if (!isOid(set.sourceId) || set.sourceId.length > 64) {
    findings.push(problem('sourceId', 'error', [...path, 'sourceId']));
  }
  if (set.submissionTime.length !== 14 || !isXdsTime(set.submissionTime)) {
    findings.push(problem('time', 'error', [...path, 'submissionTime'], { field: 'submissionTime' }));
  }
  if (set.authors.length !== 1) {
    findings.push(problem('oneAuthor', 'error', [...path, 'authors'], { count: set.authors.length }));
  }
  const { structure } = options;
  const institutions = set.authors.flatMap((author) => author.institutions);
  if (structure !== undefined && !institutions.some((item) => item.id === structure)) {
    findings.push(problem('structure', 'error', [...path, 'authors']));
  }
  return findings;
}
