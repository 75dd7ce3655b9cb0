import type { DmpClient, DmpMode, UpdateAuthor } from '@socle-sante/dmp';
import type { RightProfile } from '@socle-sante/dmp/rights';
import type { Session } from './session.js';

/** Who a session is for the DMP. */
export interface DmpProfile {
  readonly mode: DmpMode;
  /** Column of the rights matrix; the treating doctor is found out by TD0.2. */
  readonly profile: Exclude<RightProfile, 'medecinTraitant'>;
  /** This session serves the régulation (centre 15). Set by the server, never a choice on screen. */
  readonly regulation?: boolean;
  /** PS_IdNat of the user, when there is one: tells the documents of which the user is the author. */
  readonly userIdNat?: string;
  /** Struct_IdNat: tells the documents of one's own structure. */
  readonly structureIdNat: string;
  /** The secret connection of minors is active at this site. */
  readonly secretConnection?: boolean;
  /** Signs the updates of metadata (TD3.3). */
  readonly author: UpdateAuthor;
}

/** The calls of the DMP that the handlers make: methods of the client, under the same names. */
export type DmpCalls = Pick<
  DmpClient,
  | 'existence'
  | 'authorise'
  | 'unauthorise'
  | 'dropTreatingDoctor'
  | 'administrativeData'
  | 'authorisations'
  | 'webAccessUrl'
  | 'deposit'
  | 'depositByStaff'
  | 'replace'
  | 'findDocuments'
  | 'newSince'
  | 'getDocuments'
  | 'getDocumentsAndAssociations'
  | 'getRelatedDocuments'
  | 'current'
  | 'findReference'
  | 'retrieve'
  | 'mask'
  | 'unmask'
  | 'showToPatient'
  | 'showToLegalRepresentatives'
  | 'remove'
  | 'archive'
  | 'unarchive'
>;

/** The DMP for one session. */
export interface DmpConnection {
  readonly profile: DmpProfile;
  readonly calls: DmpCalls;
  /** Deposits, when they go another way than readings (a hospital deposits in INDIRECTE and reads in INDIRECTE_RENFORCEE). */
  readonly deposits?: { readonly profile: DmpProfile; readonly calls: DmpCalls };
}

/** The DMP. `dmpService(…)` of `@socle-sante/gateway/node` makes one from the real client. */
export interface DmpService {
  /** The connection of a session; `undefined` when this user has no access to the DMP. */
  connect(session: Session): Promise<DmpConnection | undefined>;
}
