/** Checks before anything leaves. Pure, browser-safe: an interface runs them while the user types. */

import { type Finding, finding, under } from '@socle-sante/core/finding';
import { canTransmitIns, type IdentityState } from '@socle-sante/core/rniv';
import { type PreparedSubmission, samePatient, validateMetadata } from '@socle-sante/documents/xds';
import { type AccessPurpose, type DmpCaller, type DmpTransaction, forbiddenByMode } from './access.js';
import type { DmpWireOptions } from './client/options.js';
import { validateProvision } from './deposit/check.js';
import type { DmpExistence } from './patients/types.js';

/** What is known before a deposit. */
export interface DepositFacts {
  readonly patient: IdentityState;
  readonly caller: DmpCaller;
  /** Answer of TD0.2, when it was asked. */
  readonly record?: Pick<DmpExistence, 'status'>;
  /** The patient opposed the feeding of the DMP (legitimate reason), as the software recorded it. */
  readonly opposed?: boolean;
  /** The patient was informed. */
  readonly informed?: boolean;
  readonly submission?: PreparedSubmission;
  readonly wire?: DmpWireOptions;
}

/**
 * Everything that stands against a deposit: identity, mode, record, choice of the patient, form of the set, metadata against the lists
 * of the DMP. It never throws. A deposit needs no access authorisation (DMP/CONF.05).
 */
export function validateDeposit(facts: DepositFacts): Finding[] {
  const { patient, caller, record, submission, wire } = facts;
  const findings: Finding[] = [];
  const decision = canTransmitIns(patient);
  if (!decision.ok) findings.push(...under(['patient'], [decision.finding]));
  findings.push(...validateMode(caller.staff ? 'TD2.2' : 'TD2.1', caller));
  if (record?.status === 'none') findings.push(finding('dmp.record.none', 'error', ['record']));
  if (record?.status === 'terminated') findings.push(finding('dmp.record.closed', 'error', ['record']));
  if (facts.opposed) findings.push(finding('dmp.consent.opposed', 'error', ['opposed']));
  if (facts.informed === false) findings.push(finding('dmp.consent.notInformed', 'warning', ['informed']));
  if (submission !== undefined) {
    const own = validateProvision({ submission, ...(wire === undefined ? {} : { wire }) });
    const { submissionSet } = submission;
    findings.push(...under(['submission'], [...own, ...validateMetadata(submission, { profile: 'dmp' })]));
    const id = decision.ok ? { extension: decision.ins.matricule, oid: decision.ins.oid } : undefined;
    if (id !== undefined && !samePatient(submissionSet.patientId, id))
      findings.push(finding('dmp.submission.otherPatient', 'error', ['submission', 'submissionSet', 'patientId']));
  }
  return findings;
}

/** What is known before the record is opened. */
export interface ConsultationFacts {
  readonly patient: IdentityState;
  readonly caller: DmpCaller;
  readonly purpose?: AccessPurpose;
  readonly reason?: string;
  readonly record?: Pick<DmpExistence, 'status' | 'authorisation'>;
  /** OPPOSITION_BRIS_DE_GLACE of TD1.3a. */
  readonly opposedToBrisDeGlace?: boolean;
  /** Consent to consultation, as the software recorded it; presumed inside the care team. */
  readonly consent?: 'given' | 'presumed' | 'refused' | 'unknown';
  readonly wire?: Pick<DmpWireOptions, 'reasonForBrisDeGlace'>;
}

/** Everything that stands against a consultation. The DMP alone decides of rights: they are not checked here. */
export function validateConsultation(facts: ConsultationFacts): Finding[] {
  const { patient, caller, record, purpose = 'normal' } = facts;
  const findings: Finding[] = [];
  const state = record?.authorisation.state;
  const decision = canTransmitIns(patient);
  if (!decision.ok) findings.push(...under(['patient'], [decision.finding]));
  findings.push(...validateMode('TD3.1a', caller));
  if (record?.status === 'none') findings.push(finding('dmp.record.none', 'error', ['record']));
  if (record?.status === 'terminated') findings.push(finding('dmp.record.closed', 'error', ['record']));
  if (purpose === 'bris_de_glace') {
    if (facts.opposedToBrisDeGlace) findings.push(finding('dmp.access.brisDeGlaceOpposed', 'error', ['purpose']));
    const reasonWanted = facts.wire?.reasonForBrisDeGlace !== false;
    if (reasonWanted && (facts.reason ?? '').trim() === '')
      findings.push(finding('dmp.access.reason', 'error', ['reason']));
  }
  if (purpose === 'normal') {
    if (facts.consent === 'refused') findings.push(finding('dmp.consent.refused', 'error', ['consent']));
    if (facts.consent === 'unknown') findings.push(finding('dmp.consent.unknown', 'error', ['consent']));
    if (state === 'none' || state === 'expired')
      findings.push(finding('dmp.access.notAuthorised', 'warning', ['record', 'authorisation']));
  }
  // Whom the patient blocked has no access, breaking the glass neither (PDSm, TD0.2); in régulation the software does not look at it.
  if (purpose !== 'centre_15' && state === 'denied')
    findings.push(finding('dmp.access.denied', 'error', ['record', 'authorisation']));
  return findings;
}

/** Whether the mode of access allows a transaction at all. Rule `dmp.mode.…`. */
export function validateMode(transaction: DmpTransaction, caller: DmpCaller): Finding[] {
  const refusal = forbiddenByMode(transaction, caller);
  return refusal === undefined
    ? []
    : [finding(`dmp.mode.${refusal}`, 'error', ['caller'], { transaction, mode: caller.mode })];
}

export { type AccessPurpose, type DmpCaller, type DmpMode, type DmpTransaction, forbiddenByMode } from './access.js';
export { type Provision, validateProvision } from './deposit/check.js';
