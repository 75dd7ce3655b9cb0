/**
 * The checks that a page needs before it asks its server, without network nor Node: traits of a search, the sequence
 * of calls, and the checks of `core` that go with them. Browser-safe.
 */
import { type Finding, finding } from '@socle-sante/core/finding';
import { normalizeTraitsRecherche, type TraitsRecherche } from './insi/traits.js';
import { MAX_SEARCH_CALLS, planAttempts } from './sequence.js';

export {
  type Checked,
  canQueryInsi,
  canTransmitIns,
  checkFirstGivenName,
  compareTraits,
  completeBirthDate,
  formatDateLunaire,
  formatMatricule,
  type IncomingMatch,
  insNature,
  insOidKind,
  isMatricule,
  type KnownPatient,
  maskMatricule,
  matchIncoming,
  type NameChange,
  normalizeName,
  parseDateLunaire,
  parseInsIdentifier,
  parseMatricule,
  statusOf,
  type TraitDiff,
  validateCog,
  validateInsIdentifier,
  validateMatricule,
  validateName,
  validateTraits,
} from '@socle-sante/core';
export {
  type NormalisationReport,
  type NormalizedTraits,
  normalizeTraitsRecherche,
  type TraitsNormalises,
  type TraitsRecherche,
} from './insi/traits.js';
export {
  type AttemptAnswer,
  type AttemptReason,
  MAX_SEARCH_CALLS,
  nextStep,
  type PlannedAttempt,
  planAttempts,
  recordAnswer,
  type SequenceInput,
  type SequenceState,
  type SequenceStep,
  splitPrenoms,
  startSequence,
} from './sequence.js';

/**
 * Checks the traits of a search by traits as they were typed. What normalisation can mend (case, accents, apostrophes)
 * is no finding: `normalizeTraitsRecherche` reports it. Warning `ins.search.truncated` when the prénoms ask for more
 * calls than a search may make. Never throws.
 */
export function validateTraitsRecherche(traits: TraitsRecherche): Finding[] {
  const normalized = normalizeTraitsRecherche(traits);
  const findings = [...normalized.findings];
  if (!normalized.ok) return findings;
  const calls = planAttempts(normalized.value.prenoms).length;
  if (calls > MAX_SEARCH_CALLS) {
    findings.push(finding('ins.search.truncated', 'warning', ['prenoms'], { calls, max: MAX_SEARCH_CALLS }));
  }
  return findings;
}
