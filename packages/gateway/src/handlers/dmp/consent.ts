import type { DmpConsent } from '../../contract.js';
import type { OperationContext } from '../context.js';
import type { ConsentStore } from '../document-ports.js';
import { fail } from '../failure.js';

export function consentStore(context: OperationContext): ConsentStore {
  const store = context.ports.consents;
  if (!store) throw fail('gateway.unsupported');
  return store;
}

/**
 * The choices of a patient. Consultation is presumed inside the care team, unknown outside (CSP L1110-4, L1111-17); feeding
 * needs information only, an opposition is recorded with its date (CSP L1111-15).
 */
export async function readConsent(context: OperationContext, patientRef: string): Promise<DmpConsent> {
  const store = consentStore(context);
  const [stored, careTeam] = await Promise.all([
    store.get(patientRef),
    store.careTeam(patientRef, context.session.userRef),
  ]);
  const entries = stored?.entries ?? [];
  const consultation = entries.findLast((entry) => entry.consultation !== undefined);
  const feeding = entries.findLast((entry) => entry.feeding !== undefined);
  const chosen = consultation?.consultation ?? 'unknown';
  return {
    // What was presumed inside the care team says nothing outside of it.
    consultation:
      chosen === 'unknown' && careTeam ? 'presumed' : chosen === 'presumed' && !careTeam ? 'unknown' : chosen,
    feeding: feeding?.feeding ?? 'unknown',
    careTeam,
    ...(consultation === undefined ? {} : { consultationBy: { at: consultation.at, by: consultation.by } }),
    ...(feeding === undefined ? {} : { feedingBy: { at: feeding.at, by: feeding.by } }),
    history: [...entries].reverse().map((entry) => ({ ...entry })),
  };
}

/** True when the consultation of this DMP is permitted by the patient. */
export function maySee({ consultation }: Pick<DmpConsent, 'consultation'>): boolean {
  return consultation === 'given' || consultation === 'presumed';
}
