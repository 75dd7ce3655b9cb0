import { type Finding, finding } from '@socle-sante/core/finding';
import { isOid } from '@socle-sante/core/oid';
import { MAX_OID } from './oids.js';
import type { SubmissionProfile } from './profile.js';
import type { SubmissionDocument } from './types.js';

/** Identifiers and versions: a first version has the number 1; the next keeps `setId`, adds one and names what it replaces. */
export function checkVersions(document: SubmissionDocument, profile: SubmissionProfile): Finding[] {
  const { id, setId, version, replaces } = document;
  const findings: Finding[] = [];
  for (const [path, oid] of [
    [['id'], id],
    [['setId'], setId],
    [['replaces', 'uniqueId'], replaces?.uniqueId],
    [['replaces', 'setId'], replaces?.setId],
  ] as const) {
    if (oid !== undefined && !isOid(oid)) findings.push(finding('documents.id.oid', 'error', path));
    else if (oid !== undefined && oid.length > MAX_OID) {
      const severity = profile === 'dmp' ? 'error' : 'warning';
      findings.push(finding('documents.id.length', severity, path, { length: oid.length, max: MAX_OID }));
    }
  }
  if (version !== undefined && (!Number.isSafeInteger(version) || version < 1)) {
    findings.push(finding('documents.version.form', 'error', ['version']));
  }
  if (!replaces) {
    if ((version ?? 1) > 1)
      findings.push(finding('documents.version.replaces', 'error', ['replaces'], { version: version ?? 1 }));
    return findings;
  }
  if (version === 1) findings.push(finding('documents.version.first', 'error', ['version']));
  if (setId === undefined && replaces.setId === undefined)
    findings.push(finding('documents.version.setId', 'error', ['setId']));
  if (setId !== undefined && replaces.setId !== undefined && setId !== replaces.setId) {
    findings.push(finding('documents.version.setIdChanged', 'error', ['setId']));
  }
  if (version === undefined && replaces.version === undefined) {
    findings.push(finding('documents.version.number', 'error', ['version']));
  }
  if (version !== undefined && replaces.version !== undefined && version <= replaces.version) {
    findings.push(finding('documents.version.order', 'error', ['version'], { version, replaced: replaces.version }));
  }
  if (id !== undefined && id === replaces.uniqueId) findings.push(finding('documents.version.sameId', 'error', ['id']));
  return findings;
}
