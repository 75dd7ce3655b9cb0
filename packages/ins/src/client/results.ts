import { compareTraits, type TraitDiff, type TraitsLocaux } from '@socle-sante/core';
import { type InsiSnapshot, snapshotTraits } from '../insi/snapshot.js';
import type { NormalisationReport, TraitsNormalises } from '../insi/traits.js';
import type { AttemptAnswer, AttemptReason } from '../sequence.js';
import { reverifyAt } from './reverify.js';

/** One call of a search, as it is told to the screen and kept in the result. */
export interface InsiAttempt {
  /** From 1; repetitions count. */
  readonly n: number;
  /** The most calls that this search may make. */
  readonly max: number;
  readonly prenom: string;
  readonly lieuNaissance?: string;
  readonly reason: AttemptReason;
  readonly cr: AttemptAnswer;
  /** Official code of a fault, or the code of the error. */
  readonly code?: string;
  readonly messageId: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly durationMs: number;
}

/** What was sent, beside what was typed. */
export interface SentTraits {
  readonly traits: TraitsNormalises;
  readonly changes: NormalisationReport;
}

/** How a search ends when the service answered. INSi never gives a list of candidates. */
export type InsiSearchResult =
  | {
      readonly outcome: 'found';
      readonly identity: InsiSnapshot;
      /** Compares the identity with a local record, trait by trait. Accepting it stays an act of the user. */
      diff(local: TraitsLocaux): TraitDiff[];
      /** When it should be verified again, if the client was given a period. */
      readonly reverifyAt?: string;
      readonly attempts: readonly InsiAttempt[];
      readonly sent?: SentTraits;
    }
  | {
      readonly outcome: 'notFound';
      /** `sandbox`: the test base may simply not hold this person (`insi_102`). */
      readonly hint?: 'sandbox';
      /** True when candidates were left out because of the bound. */
      readonly truncated: boolean;
      readonly attempts: readonly InsiAttempt[];
      readonly sent?: SentTraits;
    }
  | {
      readonly outcome: 'multiple';
      /** What to add: the other prénoms, then the birth place. After a search by card: search by traits with them. */
      readonly next: 'prenoms' | 'lieuNaissance';
      readonly truncated: boolean;
      readonly attempts: readonly InsiAttempt[];
      readonly sent?: SentTraits;
    };

/** The result of a search that found one identity. */
export function foundResult(
  identity: InsiSnapshot,
  more: { readonly attempts: readonly InsiAttempt[]; readonly sent?: SentTraits; readonly reverifyAfterDays?: number },
): InsiSearchResult {
  const { attempts, sent, reverifyAfterDays } = more;
  return Object.freeze({
    outcome: 'found' as const,
    identity,
    diff: (local: TraitsLocaux) => compareTraits(local, snapshotTraits(identity)),
    ...(reverifyAfterDays === undefined ? {} : { reverifyAt: reverifyAt(identity.at, reverifyAfterDays) }),
    attempts,
    ...(sent ? { sent } : {}),
  });
}
