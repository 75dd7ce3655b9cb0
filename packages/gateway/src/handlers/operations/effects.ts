import type { Finding } from '@socle-sante/core/finding';
import { type IdentityState, statusOf, type Transition } from '@socle-sante/core/rniv';
import type { IdentityEffect } from '../../contract.js';
import { safeFinding } from '../error-map.js';
import { type Failure, fail } from '../failure.js';

/** Effects of a transition, in the words of the contract. */
export function effectsOf(before: IdentityState, done: Extract<Transition, { ok: true }>): IdentityEffect[] {
  const changed: IdentityEffect[] = statusOf(before) === statusOf(done.state) ? [] : ['statusChanged'];
  return [...changed, ...done.effects.map(({ kind }) => kind)];
}

/** The refusal of the state machine, rule by rule. */
export function refuseTransition(findings: readonly Finding[]): Failure {
  return fail('gateway.transition', {
    findings: findings.map(safeFinding),
    fields: { type: findings[0]?.rule ?? 'rniv' },
  });
}
