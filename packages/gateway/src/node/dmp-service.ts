import type { DmpClient } from '@socle-sante/dmp';
import type { DmpProfile, DmpService } from '../handlers/dmp-service.js';
import type { Session } from '../handlers/session.js';

/** One client of the DMP, and who it speaks for. The mode is that of the client. */
export interface DmpAccount extends Omit<DmpProfile, 'mode'> {
  readonly client: DmpClient;
}

/** The accounts of one session. */
export interface DmpAccounts extends DmpAccount {
  /** Deposits, when they go another way: a hospital reads in INDIRECTE_RENFORCEE and deposits in INDIRECTE (PDT-INF-606). */
  readonly deposits?: DmpAccount;
}

/**
 * The DMP over the real client: one for all, or one for each session, which the vendor makes and closes. Give
 * `createDmpClient` the assertions of `createVihfSource` (`@socle-sante/vihf`): from the card of the user, from the session of
 * Pro Santé Connect, or from the certificate of the structure.
 */
export function dmpService(
  accounts: DmpAccounts | ((session: Session) => DmpAccounts | undefined | Promise<DmpAccounts | undefined>),
): DmpService {
  return {
    async connect(session) {
      const found = typeof accounts === 'function' ? await accounts(session) : accounts;
      if (!found) return undefined;
      const { deposits, ...reading } = found;
      return { ...connection(reading), ...(deposits === undefined ? {} : { deposits: connection(deposits) }) };
    },
  };
}

function connection({ client, ...profile }: DmpAccount) {
  return { profile: { ...profile, mode: client.caller.mode }, calls: client };
}
