import { compareTraits, type TraitDiff } from './compare-traits.js';
import { type InsIdentifier, sameIns } from './ins-identifier.js';
import type { IdentityState } from './rniv-state.js';
import { statusOf } from './rniv-status.js';
import type { TraitsIns } from './strict-traits.js';

/** A patient of the local base. `ref` is whatever the caller knows the patient by. */
export interface KnownPatient<Ref> {
  readonly ref: Ref;
  readonly state: IdentityState;
}

/**
 * Why a known patient may be the one of the document, strongest first: the same INS with other traits · the same INS on two
 * records · the same INS on a record that is not qualified · the same matricule under another OID · an INS that the record had
 * before · the same traits without INS in common.
 */
export type MatchReason = 'traitsDiffer' | 'duplicate' | 'notQualified' | 'otherOid' | 'formerIns' | 'sameTraits';

export interface MatchCandidate<Ref> {
  readonly ref: Ref;
  readonly reason: MatchReason;
  readonly diffs: readonly TraitDiff[];
}

export type IncomingMatch<Ref> =
  | { readonly outcome: 'match'; readonly ref: Ref; readonly diffs: readonly TraitDiff[] }
  | { readonly outcome: 'candidates'; readonly candidates: readonly MatchCandidate<Ref>[] }
  | { readonly outcome: 'none' };

const ORDER: readonly MatchReason[] = [
  'traitsDiffer',
  'duplicate',
  'notQualified',
  'otherOid',
  'formerIns',
  'sameTraits',
];

/**
 * Looks for the known patient of a received document that carries a qualified INS (Ségur SENTINELLE.20). `match` only for one
 * qualified record with the same matricule, the same OID and no trait that differs; for anything weaker a person chooses. Records
 * marked `fictive` are never proposed.
 */
export function matchIncoming<Ref>(
  incoming: { readonly ins: InsIdentifier; readonly traits: TraitsIns },
  known: readonly KnownPatient<Ref>[],
): IncomingMatch<Ref> {
  const seen = known
    .filter(({ state }) => !state.attributes.includes('fictive'))
    .map(({ ref, state }) => ({ ref, ...judge(incoming, state) }));
  const strict = seen.filter((s) => s.reason === 'match');
  const [only] = strict;
  const sameElsewhere = seen.some((s) => s.reason === 'traitsDiffer');
  if (only && strict.length === 1 && !sameElsewhere) return { outcome: 'match', ref: only.ref, diffs: only.diffs };
  const candidates = seen.flatMap(({ ref, reason, diffs }): MatchCandidate<Ref>[] =>
    reason === undefined ? [] : [{ ref, reason: reason === 'match' ? 'duplicate' : reason, diffs }],
  );
  if (candidates.length === 0) return { outcome: 'none' };
  return {
    outcome: 'candidates',
    candidates: candidates.sort((a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason)),
  };
}

function judge(
  incoming: { readonly ins: InsIdentifier; readonly traits: TraitsIns },
  state: IdentityState,
): { reason: MatchReason | 'match' | undefined; diffs: readonly TraitDiff[] } {
  const diffs = compareTraits(state.traits, incoming.traits);
  return { reason: reasonOf(incoming.ins, state, diffs), diffs };
}

function reasonOf(
  ins: InsIdentifier,
  state: IdentityState,
  diffs: readonly TraitDiff[],
): MatchReason | 'match' | undefined {
  const differs = diffs.some((d) => d.verdict === 'different');
  if (state.ins && sameIns(state.ins, ins)) {
    if (statusOf(state) !== 'QUAL') return 'notQualified';
    return differs ? 'traitsDiffer' : 'match';
  }
  if (state.ins?.matricule === ins.matricule) return 'otherOid';
  if (state.history.some((h) => h.matricule === ins.matricule && h.oid === ins.oid)) return 'formerIns';
  return diffs.every(isSameEnough) ? 'sameTraits' : undefined;
}

/** The list of prénoms and the place may be absent on one side; the other traits must be there. */
function isSameEnough({ field, verdict }: TraitDiff): boolean {
  return verdict === 'missing' ? field === 'listePrenoms' || field === 'lieuNaissance' : verdict !== 'different';
}
