// The candidate sequence of the search by traits. Pure and browser-safe: the entry `validate` re-exports `planAttempts`,
// the client drives `startSequence` and `nextStep`. One algorithm, one file.

import { UNKNOWN_COG } from '@socle-sante/core/cog';

/** The most calls that one search may make: more of them would look like an enumeration of the national bases. */
export const MAX_SEARCH_CALLS = 6;

/** Why an attempt is made: a prénom alone, all prénoms joined, or the answer to CodeCR 02. */
export type AttemptReason = 'prenom' | 'prenomsJoints' | 'apres02PrenomsJoints' | 'apres02LieuNaissance';

/** One call to make: exactly one `Prenom` element, and the birth place only to separate several identities. */
export interface PlannedAttempt {
  readonly prenom: string;
  readonly lieuNaissance?: string;
  readonly reason: AttemptReason;
}

/** How the service answered an attempt: `CodeCR`, or `fault`. */
export type AttemptAnswer = '00' | '01' | '02' | 'other' | 'fault';

/** What is known before the first call. `prenoms` is the birth list in its order. */
export interface SequenceInput {
  readonly prenoms: string | readonly string[];
  /** COG, sent only after CodeCR 02. */
  readonly lieuNaissance?: string;
  /** 1 to {@link MAX_SEARCH_CALLS}. */
  readonly maxCalls?: number;
}

/** Where a sequence stands. A value: keep it, print it, replay it. */
export interface SequenceState {
  readonly input: SequenceInput;
  readonly plan: readonly PlannedAttempt[];
  readonly done: readonly { readonly attempt: PlannedAttempt; readonly answer: AttemptAnswer }[];
  readonly max: number;
}

/** The next thing to do. `truncated` says that candidates were left out because of the bound. */
export type SequenceStep =
  | { readonly kind: 'call'; readonly attempt: PlannedAttempt; readonly n: number }
  | { readonly kind: 'found' }
  | { readonly kind: 'notFound'; readonly truncated: boolean }
  | { readonly kind: 'multiple'; readonly next: 'prenoms' | 'lieuNaissance'; readonly truncated: boolean }
  | { readonly kind: 'stopped'; readonly answer: 'other' | 'fault' };

/**
 * The prénoms of a birth list: a string is cut at spaces, hyphenated prénoms stay whole. Give an array when a prénom
 * itself holds a space.
 */
export function splitPrenoms(prenoms: string | readonly string[]): readonly string[] {
  const parts = typeof prenoms === 'string' ? prenoms.split(' ') : prenoms;
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/**
 * The calls to make while the service answers CodeCR 01: each prénom in the order of the birth list, then all of them
 * joined by one space. Equal candidates are sent once (CNDA test 2.07).
 */
export function planAttempts(prenoms: string | readonly string[]): readonly PlannedAttempt[] {
  const parts = splitPrenoms(prenoms);
  const singles = parts.filter((part, index) => parts.indexOf(part) === index);
  const plan: PlannedAttempt[] = singles.map((prenom) => ({ prenom, reason: 'prenom' }));
  const joined = parts.join(' ');
  if (parts.length > 1 && !singles.includes(joined)) plan.push({ prenom: joined, reason: 'prenomsJoints' });
  return plan;
}

/** The state before the first call. A bound outside 1..{@link MAX_SEARCH_CALLS} is brought back into it. */
export function startSequence(input: SequenceInput): SequenceState {
  const asked = Math.trunc(input.maxCalls ?? MAX_SEARCH_CALLS);
  const max = Math.min(MAX_SEARCH_CALLS, Math.max(1, Number.isFinite(asked) ? asked : MAX_SEARCH_CALLS));
  return { input, plan: planAttempts(input.prenoms), done: [], max };
}

/** The state after an answer. `callsSpent` counts repeated calls too, so that the bound holds for what was really sent. */
export function recordAnswer(state: SequenceState, attempt: PlannedAttempt, answer: AttemptAnswer): SequenceState {
  return { ...state, done: [...state.done, { attempt, answer }] };
}

/**
 * What to do next: go on after 01 only, stop on 00 and on any fault; after 02 the joined prénoms once, then the
 * candidate that gave 02 with the birth place.
 */
export function nextStep(state: SequenceState, callsSpent = state.done.length): SequenceStep {
  const last = state.done.at(-1);
  const room = callsSpent < state.max;
  const call = (attempt: PlannedAttempt): SequenceStep => ({ kind: 'call', attempt, n: callsSpent + 1 });

  if (last?.answer === '00') return { kind: 'found' };
  if (last?.answer === 'other' || last?.answer === 'fault') return { kind: 'stopped', answer: last.answer };

  const ambiguous = state.done.find(({ answer }) => answer === '02');
  if (ambiguous) {
    const follow = followUps(state, ambiguous.attempt).find((attempt) => !wasMade(state, attempt));
    if (follow && room) return call(follow);
    return { kind: 'multiple', next: adviceAfter02(state), truncated: follow !== undefined };
  }

  const candidate = state.plan[state.done.length];
  if (candidate && room) return call(candidate);
  return { kind: 'notFound', truncated: candidate !== undefined };
}

function followUps(state: SequenceState, ambiguous: PlannedAttempt): readonly PlannedAttempt[] {
  const parts = splitPrenoms(state.input.prenoms);
  const follow: PlannedAttempt[] = [];
  if (parts.length > 1) follow.push({ prenom: parts.join(' '), reason: 'apres02PrenomsJoints' });
  // 99999 says that the place is unknown: it tells nobody apart.
  if (state.input.lieuNaissance && state.input.lieuNaissance !== UNKNOWN_COG) {
    follow.push({
      prenom: ambiguous.prenom,
      lieuNaissance: state.input.lieuNaissance,
      reason: 'apres02LieuNaissance',
    });
  }
  return follow;
}

function wasMade(state: SequenceState, wanted: PlannedAttempt): boolean {
  return state.done.some(
    ({ attempt }) => attempt.prenom === wanted.prenom && attempt.lieuNaissance === wanted.lieuNaissance,
  );
}

// « Ajoutez les autres prénoms, puis le lieu de naissance »: the place is asked for once the prénoms have been joined.
function adviceAfter02(state: SequenceState): 'prenoms' | 'lieuNaissance' {
  return splitPrenoms(state.input.prenoms).length > 1 ? 'lieuNaissance' : 'prenoms';
}
