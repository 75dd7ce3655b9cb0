import { type Finding, finding, under } from '@socle-sante/core/finding';
import { insOidKind } from '@socle-sante/core/ins-identifier';
import { isOid } from '@socle-sante/core/oid';
import { canTransmitIns, statusOf } from '@socle-sante/core/rniv';
import { checkBody, type PdfPolicy } from './check-body.js';
import { checkDocument } from './check-document.js';
import { checkValues } from './check-values.js';
import { MAX_OID } from './oids.js';
import type { SubmissionProfile } from './profile.js';
import type { Submission } from './types.js';

/** Longest suffix that `newOid` puts under the OID of the vendor. */
const OID_ROOM = 1 + 13 + 1 + 10;

export interface ValidateSubmissionOptions {
  readonly profile: SubmissionProfile;
  /** What a PDF that is not PDF/A-1 is: an error (`refuse`, default) or a warning. */
  readonly pdf?: PdfPolicy;
  /** Refuses an INS of tests in production, and a real one elsewhere. Not checked when absent. */
  readonly environment?: 'production' | 'test';
}

/**
 * Everything that is missing or contradictory in a submission, before anything is built: codes against the lists of the
 * CI-SIS or of the DMP, identifiers, dates, versions, authors by kind, masks, bodies. What an identity lacks for `dmp` does
 * not stop `mss`. Never throws.
 */
export function validateSubmission(submission: Submission, options: ValidateSubmissionOptions): Finding[] {
  const { profile, pdf = 'refuse' } = options;
  const { documents, patient, submitter, contentType, vendor } = submission;
  const findings = [
    ...checkVendor(vendor),
    ...checkValues(patient, ['patient'], profile),
    ...checkValues(submitter, ['submitter'], profile),
    ...checkValues(contentType, ['contentType'], profile),
    ...checkIdentity(submission, profile),
    ...checkEnvironment(submission, options.environment),
    ...checkIds(submission),
  ];
  if (documents.length === 0) findings.push(finding('documents.none', 'error', ['documents']));
  for (const [index, document] of documents.entries()) {
    const found = [...checkDocument(document, submission, { profile }), ...checkBody(document.body, pdf)];
    findings.push(...under(['documents', index], found));
  }
  return findings;
}

function checkVendor({ oid, instance }: Submission['vendor']): Finding[] {
  if (!isOid(oid)) return [finding('documents.vendor.oid', 'error', ['vendor', 'oid'])];
  const arc = instance !== undefined && /^(?:0|[1-9]\d*)$/.test(instance) ? instance.length + 1 : 0;
  const room = MAX_OID - OID_ROOM;
  return oid.length + arc > room
    ? [finding('documents.vendor.length', 'error', ['vendor', 'oid'], { length: oid.length + arc, max: room })]
    : [];
}

/** Without the INS the DMP takes nothing; a mail can leave all the same. */
function checkIdentity({ patient }: Submission, profile: SubmissionProfile): Finding[] {
  const { identity, localIdentifiers = [] } = patient;
  if (canTransmitIns(identity).ok) return [];
  const status = statusOf(identity);
  const path = ['patient', 'identity'];
  if (profile === 'dmp') return [finding('documents.identity.dmp', 'error', path, { status })];
  const findings = [finding('documents.identity.noIns', 'info', path, { status })];
  if (localIdentifiers.length === 0) {
    findings.push(finding('documents.identity.noIdentifier', 'error', ['patient', 'localIdentifiers']));
  }
  return findings;
}

/** A document of tests never goes to production, nor a real patient to a test server. */
function checkEnvironment({ patient }: Submission, environment: 'production' | 'test' | undefined): Finding[] {
  const { ins } = patient.identity;
  if (!environment || !ins) return [];
  const kind = insOidKind(ins.oid) === 'production' ? 'production' : 'test';
  return kind === environment
    ? []
    : [finding('documents.identity.environment', 'error', ['patient', 'identity', 'ins', 'oid'], { environment })];
}

/** Nothing twice: documents of the set, local identifiers of the patient. */
function checkIds({ documents, patient, id }: Submission): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set(id === undefined ? [] : [id]);
  for (const [index, document] of documents.entries()) {
    if (document.id === undefined) continue;
    if (seen.has(document.id)) findings.push(finding('documents.id.twice', 'error', ['documents', index, 'id']));
    seen.add(document.id);
  }
  const local = new Set<string>();
  for (const [index, { root, extension }] of (patient.localIdentifiers ?? []).entries()) {
    const key = `${root} ${extension}`;
    if (local.has(key)) findings.push(finding('documents.id.twice', 'error', ['patient', 'localIdentifiers', index]));
    local.add(key);
  }
  return findings;
}
