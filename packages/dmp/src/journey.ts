/**
 * The paths that a software must follow before a deposit and before a consultation, one step after the other (SEL-MP-037, PDSm
 * transactions TD0.2 and TD2.1). Pure, browser-safe: facts in, next step out. `createDepositJourney` drives a client along them.
 */

import { type Finding, hasErrors } from '@socle-sante/core/finding';
import { canTransmitIns, type IdentityState } from '@socle-sante/core/rniv';
import type { PreparedSubmission } from '@socle-sante/documents/xds';
import type { DmpClient } from './client/types.js';
import type { DepositResult } from './documents-types.js';
import type { DmpExistence } from './patients/types.js';
import { type ConsultationFacts, type DepositFacts, validateConsultation, validateDeposit } from './validate.js';

/**
 * What comes next before a deposit. `qualify`: the identity is not qualified, the document stays local. `askRecord`: TD0.2.
 * `keepLocal`: no record, a closed one, an opposition: the document stays local (MSSanté remains possible). `informPatient`: tell him,
 * record it. `prepare`: build and sign. `correct`: findings to mend. `deposit`: all is ready. `done`, `partial`: it was sent.
 */
export type DepositStep =
  | { readonly step: 'qualify'; readonly findings: readonly Finding[] }
  | { readonly step: 'askRecord' }
  | { readonly step: 'keepLocal'; readonly findings: readonly Finding[] }
  | { readonly step: 'informPatient' }
  | { readonly step: 'prepare' }
  | { readonly step: 'correct'; readonly findings: readonly Finding[] }
  | { readonly step: 'deposit'; readonly findings: readonly Finding[] }
  | { readonly step: 'done' | 'partial'; readonly result: DepositResult };

/** What is known, plus what became of the deposit. */
export interface DepositJourneyFacts extends DepositFacts {
  readonly result?: DepositResult;
}

/** The next step before a deposit. */
export function nextDepositStep(facts: DepositJourneyFacts): DepositStep {
  const { result } = facts;
  if (result !== undefined) return { step: result.outcome === 'partial' ? 'partial' : 'done', result };
  const decision = canTransmitIns(facts.patient);
  if (!decision.ok) return { step: 'qualify', findings: [decision.finding] };
  if (facts.record === undefined) return { step: 'askRecord' };
  const { submission: _submission, ...before } = facts;
  const blocking = validateDeposit(before).filter(({ severity }) => severity === 'error');
  if (blocking.length > 0) return { step: 'keepLocal', findings: blocking };
  if (facts.informed !== true) return { step: 'informPatient' };
  if (facts.submission === undefined) return { step: 'prepare' };
  const findings = validateDeposit(facts);
  return { step: hasErrors(findings) ? 'correct' : 'deposit', findings };
}

/**
 * What comes next before a consultation. `askConsent`: outside the care team, or unknown. `authorise`: consent is there, the
 * authorisation is to be declared (TD0.3; not in indirect mode). `open`: search.
 */
export type ConsultationStep =
  | { readonly step: 'qualify'; readonly findings: readonly Finding[] }
  | { readonly step: 'askRecord' }
  | { readonly step: 'blocked'; readonly findings: readonly Finding[] }
  | { readonly step: 'giveReason' }
  | { readonly step: 'askConsent' }
  | { readonly step: 'authorise' }
  | { readonly step: 'open' };

/** The next step before a consultation. */
export function nextConsultationStep(facts: ConsultationFacts): ConsultationStep {
  const decision = canTransmitIns(facts.patient);
  if (!decision.ok) return { step: 'qualify', findings: [decision.finding] };
  if (facts.record === undefined) return { step: 'askRecord' };
  const findings = validateConsultation(facts);
  const has = (rule: string): boolean => findings.some((item) => item.rule === rule);
  const others = findings.filter(
    ({ severity, rule }) => severity === 'error' && rule !== 'dmp.access.reason' && rule !== 'dmp.consent.unknown',
  );
  if (others.length > 0) return { step: 'blocked', findings: others };
  if (has('dmp.access.reason')) return { step: 'giveReason' };
  if ((facts.purpose ?? 'normal') === 'normal') {
    if (facts.consent === undefined || facts.consent === 'unknown') return { step: 'askConsent' };
    if (has('dmp.access.notAuthorised')) return { step: 'authorise' };
  }
  return { step: 'open' };
}

/** A deposit, step by step. Each method does one thing and gives the next step; what depends on people is told by `record…`. */
export interface DepositJourney {
  /** Where it stands. */
  readonly current: DepositStep;
  /** TD0.2. The answer is kept: ask again only when the record of the patient is opened again. */
  askRecord(options?: { readonly signal?: AbortSignal }): Promise<DepositStep>;
  /** The patient was informed, and opposed it or not. */
  recordInformation(choice: { readonly opposed: boolean }): DepositStep;
  /** The submission, prepared and signed. A corrected one replaces it; after a lost answer, give the same one. */
  prepared(submission: PreparedSubmission): DepositStep;
  /** TD2.1, or TD2.2 for staff. Allowed at the step `deposit` only. */
  deposit(options?: { readonly signal?: AbortSignal; readonly mayHaveArrived?: boolean }): Promise<DepositStep>;
}

/** Drives a client along {@link nextDepositStep}. */
export function createDepositJourney(options: {
  readonly client: Pick<DmpClient, 'existence' | 'deposit' | 'depositByStaff' | 'caller'>;
  readonly patient: IdentityState;
  /** Known already: the record is open. */
  readonly record?: DmpExistence;
  readonly informed?: boolean;
  readonly opposed?: boolean;
  readonly wire?: DepositFacts['wire'];
}): DepositJourney {
  const { client, patient } = options;
  let facts: DepositJourneyFacts = {
    patient,
    caller: client.caller,
    ...(options.record === undefined ? {} : { record: options.record }),
    ...(options.informed === undefined ? {} : { informed: options.informed }),
    ...(options.opposed === undefined ? {} : { opposed: options.opposed }),
    ...(options.wire === undefined ? {} : { wire: options.wire }),
  };
  const known = (more: Partial<DepositJourneyFacts>): DepositStep => {
    facts = { ...facts, ...more };
    return nextDepositStep(facts);
  };
  return {
    get current() {
      return nextDepositStep(facts);
    },
    async askRecord(call = {}) {
      return known({ record: await client.existence({ patient, ...call }) });
    },
    recordInformation: ({ opposed }) => known({ informed: true, opposed }),
    prepared: (submission) => known({ submission }),
    async deposit(call = {}) {
      const now = nextDepositStep(facts);
      const { submission } = facts;
      if (now.step !== 'deposit' || submission === undefined) return now;
      const input = { patient, submission, ...call };
      return known({ result: await (client.caller.staff ? client.depositByStaff(input) : client.deposit(input)) });
    },
  };
}
