import type { Finding } from '@socle-sante/core/finding';
import type { InsIdentifier } from '@socle-sante/core/ins-identifier';
import { canTransmitIns, type IdentityState } from '@socle-sante/core/rniv';
import type { TraitsIns } from '@socle-sante/core/traits';

export type Transmissible =
  | { readonly ok: true; readonly ins: InsIdentifier; readonly traits: TraitsIns }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * The gate of what cannot exist without the INS (datamatrix, XDS patientId, patient mailbox): a qualified identity, or
 * a refusal.
 */
export function requireIns(state: IdentityState): Transmissible {
  const decision = canTransmitIns(state);
  if (!decision.ok) return { ok: false, findings: [decision.finding] };
  const { premierPrenom, listePrenoms } = decision.traits;
  // INSi gives no list for some persons, only one prénom: it is then the list.
  return { ok: true, ins: decision.ins, traits: { ...decision.traits, listePrenoms: listePrenoms || premierPrenom } };
}
