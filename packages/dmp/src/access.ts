// Who calls, for what, and what each way of calling may not send.

import type { InsIdentifier } from '@socle-sante/core/ins-identifier';

/** How the caller is authenticated, as the VIHF says it (PDT-INF-526, PDT-INF-606). */
export type DmpMode = 'DIRECTE' | 'INDIRECTE' | 'INDIRECTE_RENFORCEE';

/** Access mode of one call: `centre_15` is the régulation, `bris_de_glace` asks for a reason. */
export type AccessPurpose = 'normal' | 'bris_de_glace' | 'centre_15';

/** Official names of the transactions that are still alive (SEL-MP-037). */
export type DmpTransaction =
  | 'TD0.2'
  | 'TD0.3'
  | 'TD0.4'
  | 'TD0.5'
  | 'TD0.9'
  | 'TD1.3a'
  | 'TD1.3b'
  | 'TD1.4'
  | 'TD1.6'
  | 'TD2.1'
  | 'TD2.2'
  | 'TD3.1a'
  | 'TD3.1b'
  | 'TD3.2'
  | 'TD3.3a'
  | 'TD3.3b'
  | 'TD3.3c'
  | 'TD3.3d';

/** One call, as the VIHF of it must tell it. A new assertion is made for each call. */
export interface DmpCall {
  readonly transaction: DmpTransaction;
  readonly mode: DmpMode;
  /** `resource-id`. Absent when no patient is concerned (TD0.4, TD0.5). */
  readonly patient?: InsIdentifier;
  readonly purpose: AccessPurpose;
  /** `Mode_Acces_Raison`. */
  readonly reason?: string;
  /** « Connexion secrète »: hides the access from the legal representatives of a minor. */
  readonly secretConnection?: boolean;
}

/** Makes the signed `saml2:Assertion` of one call. */
export type VihfSource = (call: DmpCall) => Promise<string>;

/** Who calls. */
export interface DmpCaller {
  readonly mode: DmpMode;
  /** True for a staff member who is not a health professional (CPE card): TD2.2 instead of TD2.1. Default false. */
  readonly staff?: boolean;
}

/** Why a mode of access excludes a transaction. */
export type ModeRefusal = 'onlyStaff' | 'notStaff' | 'air' | 'indirect';

/**
 * Why this caller may not send that transaction, or `undefined`. Only what makes no sense on the wire is refused here: TD0.3
 * and TD3.1 metadata in indirect mode, a deposit in AIR mode, TD2.2 by another than staff (PDT-INF-526 v1.8, PDT-INF-606
 * v1.3). All other rights are the DMP's to decide: see `/rights`.
 */
export function forbiddenByMode(transaction: DmpTransaction, caller: DmpCaller): ModeRefusal | undefined {
  const { mode, staff = false } = caller;
  if (transaction === 'TD2.2' && !(mode === 'DIRECTE' && staff)) return 'onlyStaff';
  if (transaction === 'TD2.1' && mode === 'DIRECTE' && staff) return 'notStaff';
  if (mode === 'INDIRECTE_RENFORCEE' && transaction === 'TD2.1') return 'air';
  if (mode === 'INDIRECTE' && (transaction === 'TD0.3' || transaction === 'TD3.1a')) return 'indirect';
  return undefined;
}
