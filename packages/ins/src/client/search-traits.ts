// The search by traits: one call per candidate, in sequence, within a bound, until the service decides.

import { canQueryInsi, finding, type IdentityState, isSocleError, type QueryRefusal } from '@socle-sante/core';
import type { InsiAnswer } from '../insi/answer.js';
import { InsiInputError, InsiTechnicalError } from '../insi/errors.js';
import { rechercherInsAvecTraitsIdentite } from '../insi/operations.js';
import { normalizeTraitsRecherche, type TraitsNormalises, type TraitsRecherche } from '../insi/traits.js';
import {
  type AttemptAnswer,
  nextStep,
  type PlannedAttempt,
  recordAnswer,
  type SequenceState,
  startSequence,
} from '../sequence.js';
import type { CallRecord, Engine } from './engine.js';
import { mapTestOid } from './oid-mapping.js';
import { foundResult, type InsiAttempt, type InsiSearchResult, type SentTraits } from './results.js';
import { nextDelay } from './retry.js';
import { abortedError } from './transport-error.js';

/** What a search by traits takes. */
export interface SearchByTraitsInput {
  readonly traits: TraitsRecherche;
  /** The record: a doubtful or fictitious identity is refused before any call (EXI ID 24, EXI ID 26). */
  readonly state?: IdentityState;
  /** 1 to 6, repetitions included. Default 6. */
  readonly maxCalls?: number;
  /** Stops between two calls, and the call under way. */
  readonly signal?: AbortSignal;
  /** Told before each call. */
  readonly onAttemptStart?: (attempt: Pick<InsiAttempt, 'n' | 'max' | 'prenom' | 'lieuNaissance' | 'reason'>) => void;
  /** Told after each call. */
  readonly onAttempt?: (attempt: InsiAttempt) => void;
  /** Who asks, for the trace. */
  readonly operator?: string;
  /** False: after « plusieurs identités », the birth place is not sent by itself. Default true. */
  readonly lieuNaissanceOn02?: boolean;
}

/** What one call takes: exactly what is sent, once normalised. */
export interface CallOnceInput {
  readonly traits: Omit<TraitsRecherche, 'prenoms'> & { readonly prenom: string };
  readonly state?: IdentityState;
  readonly signal?: AbortSignal;
  readonly operator?: string;
}

/** One call of WS_INS2 and its answer. */
export interface CallOnceResult {
  readonly answer: InsiAnswer;
  readonly messageId: string;
  readonly at: string;
  readonly sent: SentTraits;
}

/** Runs the sequence of candidates. */
export async function searchByTraits(engine: Engine, input: SearchByTraitsInput): Promise<InsiSearchResult> {
  guardState(input.state);
  const sent = prepareTraits(input.traits);
  const { traits } = sent;
  const place = input.lieuNaissanceOn02 === false ? undefined : traits.lieuNaissance;
  const attempts: InsiAttempt[] = [];
  let testBaseHint = false;
  let state: SequenceState = startSequence({
    prenoms: traits.prenoms,
    ...(place === undefined ? {} : { lieuNaissance: place }),
    ...(input.maxCalls === undefined ? {} : { maxCalls: input.maxCalls }),
  });

  let last: CallRecord<InsiAnswer>['result'] | undefined;

  for (;;) {
    const step = nextStep(state, attempts.length);
    if (step.kind === 'found' && last?.ok && last.value.code === '00') {
      const { reverifyAfterDays, testOidMapping } = engine.options;
      return foundResult(mapTestOid(last.value.identity, testOidMapping), {
        attempts: Object.freeze(attempts),
        sent,
        ...(reverifyAfterDays === undefined ? {} : { reverifyAfterDays }),
      });
    }
    if (step.kind === 'stopped' && last && !last.ok) throw last.error;
    if (step.kind === 'multiple') {
      return freeze({ outcome: 'multiple', next: step.next, truncated: step.truncated, attempts, sent });
    }
    if (step.kind !== 'call') {
      return freeze({
        outcome: 'notFound',
        truncated: step.kind === 'notFound' && step.truncated,
        ...(testBaseHint ? { hint: 'sandbox' as const } : {}),
        attempts,
        sent,
      });
    }
    last = (await attempt(engine, input, { state, planned: step.attempt, traits, attempts })).result;
    const unknownPerson = !last.ok && countsAsUnknownPerson(engine, last.error);
    testBaseHint ||= unknownPerson;
    state = recordAnswer(state, step.attempt, last.ok ? last.value.code : unknownPerson ? '01' : 'fault');
  }
}

/** One single call of WS_INS2: no sequence, no repetition. */
export async function callOnce(engine: Engine, input: CallOnceInput): Promise<CallOnceResult> {
  guardState(input.state);
  const { prenom, ...traits } = input.traits;
  const sent = prepareTraits({ ...traits, prenoms: [prenom] });
  const planned: PlannedAttempt = {
    prenom: sent.traits.prenoms[0] ?? '',
    reason: 'prenom',
    ...(sent.traits.lieuNaissance === undefined ? {} : { lieuNaissance: sent.traits.lieuNaissance }),
  };
  const record = await oneCall(engine, input, planned, sent.traits);
  if (!record.result.ok) throw record.result.error;
  const answer = record.result.value;
  const { testOidMapping } = engine.options;
  return Object.freeze({
    answer: answer.code === '00' ? { ...answer, identity: mapTestOid(answer.identity, testOidMapping) } : answer,
    messageId: record.messageId,
    at: record.at,
    sent,
  });
}

interface AttemptContext {
  readonly state: SequenceState;
  readonly planned: PlannedAttempt;
  readonly traits: TraitsNormalises;
  readonly attempts: InsiAttempt[];
}

/** A candidate, repeated while that is safe and within the bound: each try is a call of its own, told and counted. */
async function attempt(
  engine: Engine,
  input: SearchByTraitsInput,
  context: AttemptContext,
): Promise<CallRecord<InsiAnswer>> {
  const { state, planned, traits, attempts } = context;
  for (let tried = 1; ; tried += 1) {
    const { prenom, lieuNaissance, reason } = planned;
    const shown = {
      n: attempts.length + 1,
      max: Math.max(attempts.length + 1, Math.min(state.max, state.plan.length)),
      prenom,
      reason,
      ...(lieuNaissance === undefined ? {} : { lieuNaissance }),
    };
    input.onAttemptStart?.(shown);
    const record = await oneCall(engine, input, planned, traits);
    const told: InsiAttempt = Object.freeze({
      ...shown,
      ...outcomeOf(record),
      messageId: record.messageId,
      at: record.at,
      durationMs: record.durationMs,
    });
    attempts.push(told);
    input.onAttempt?.(told);
    if (record.result.ok) return record;
    const delay = countsAsUnknownPerson(engine, record.result.error)
      ? undefined
      : nextDelay(record.result.error, tried, engine.options.retry);
    if (delay === undefined || attempts.length >= state.max) return record;
    await engine.sleep(delay, input.signal).catch((reason: unknown) => {
      throw abortedError(record.messageId, reason);
    });
  }
}

function oneCall(
  engine: Engine,
  input: Pick<SearchByTraitsInput, 'signal' | 'operator'>,
  planned: PlannedAttempt,
  traits: TraitsNormalises,
): Promise<CallRecord<InsiAnswer>> {
  const body = {
    nomNaissance: traits.nomNaissance,
    prenom: planned.prenom,
    sexe: traits.sexe,
    dateNaissance: traits.dateNaissance,
    ...(planned.lieuNaissance === undefined ? {} : { lieuNaissance: planned.lieuNaissance }),
  };
  return engine.call({
    operation: rechercherInsAvecTraitsIdentite.name,
    encode: (context) => rechercherInsAvecTraitsIdentite.encode(body, context),
    decode: (response, context) => rechercherInsAvecTraitsIdentite.decode(response, context),
    codeOf: ({ code }) => code,
    sensitive: () => [
      traits.nomNaissance,
      ...traits.prenoms,
      traits.dateNaissance,
      ...(traits.lieuNaissance === undefined ? [] : [traits.lieuNaissance]),
    ],
    prenom: planned.prenom,
    asked: { nomNaissance: traits.nomNaissance, sexe: traits.sexe, dateNaissance: traits.dateNaissance },
    ...(input.operator === undefined ? {} : { operator: input.operator }),
    ...(input.signal ? { signal: input.signal } : {}),
  });
}

function outcomeOf(record: CallRecord<InsiAnswer>): { cr: AttemptAnswer; code?: string } {
  if (record.result.ok) return { cr: record.result.value.code };
  const { error } = record.result;
  if (!isSocleError(error)) return { cr: 'fault' };
  const cr = error.code === 'insi.protocol.unknownCode' ? 'other' : 'fault';
  return { cr, code: error.officialCode ?? error.code };
}

/** Outside production `insi_102` also means that the test base does not hold the person. */
function countsAsUnknownPerson(engine: Engine, error: unknown): boolean {
  return (
    engine.options.unknownInTestBase !== 'error' && error instanceof InsiTechnicalError && error.maybeUnknownInTestBase
  );
}

/** @throws InsiInputError with a finding for each refused character. */
function prepareTraits(traits: TraitsRecherche): SentTraits {
  const normalized = normalizeTraitsRecherche(traits);
  if (!normalized.ok) {
    throw new InsiInputError({
      code: 'insi.input.traits',
      message: 'The traits cannot be sent to INSi: see findings.',
      findings: normalized.findings,
      userMessage: {
        fr: {
          title: 'Les traits saisis ne peuvent pas être envoyés à INSi',
          action: 'Corrigez le nom, le prénom, le sexe ou la date signalés',
        },
        en: {
          title: 'The traits entered cannot be sent to INSi',
          action: 'Correct the name, first name, sex or date pointed out',
        },
      },
    });
  }
  return { traits: normalized.value, changes: normalized.report };
}

/** @throws InsiInputError when the status of the record forbids the call. */
export function guardState(state: IdentityState | undefined): void {
  if (!state) return;
  const decision = canQueryInsi(state);
  if (decision.ok) return;
  const [fr, en] = BLOCKED[decision.reason];
  throw new InsiInputError({
    code: 'insi.input.blocked',
    message: `INSi may not be called for this record: ${decision.reason}.`,
    findings: [decision.finding ?? finding(`rniv.query.${decision.reason}`, 'error')],
    userMessage: { fr, en },
  });
}

type Pair = readonly [
  { readonly title: string; readonly action: string },
  { readonly title: string; readonly action: string },
];

const BLOCKED: Readonly<Record<QueryRefusal, Pair>> = {
  douteuse: [
    { title: 'Appel INSi bloqué : identité douteuse', action: 'Levez l’attribut avant d’interroger INSi' },
    { title: 'INSi call blocked: doubtful identity', action: 'Remove the attribute before querying INSi' },
  ],
  fictive: [
    { title: 'Appel INSi bloqué : identité fictive', action: 'Levez l’attribut avant d’interroger INSi' },
    { title: 'INSi call blocked: fictitious identity', action: 'Remove the attribute before querying INSi' },
  ],
  sexe: [
    {
      title: 'Appel INSi bloqué : sexe indéterminé',
      action: 'INSi n’accepte que F ou M ; gardez l’identité provisoire',
    },
    { title: 'INSi call blocked: undetermined sex', action: 'INSi takes F or M only; keep the identity provisional' },
  ],
  apcv: [
    {
      title: 'Appel INSi inutile : identité lue sur l’appli carte Vitale',
      action: 'L’identité est déjà certifiée ; n’interrogez pas INSi',
    },
    {
      title: 'No INSi call: identity read from the appli carte Vitale',
      action: 'The identity is already certified; do not query INSi',
    },
  ],
};

function freeze(result: InsiSearchResult): InsiSearchResult {
  Object.freeze(result.attempts);
  return Object.freeze(result);
}
