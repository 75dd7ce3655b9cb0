import type { InsIdentifier } from './ins-identifier.js';
import type { CompletionRule } from './lunar-date.js';
import type { CollectionMethod } from './rniv-codes.js';
import type { TraitsIns, TraitsLocaux } from './strict-traits.js';

/** The four statuses of RNIV 1: provisoire, récupérée, validée, qualifiée. Exactly one at a time (EXI SI 07). */
export type RnivStatus = 'PROV' | 'RECUP' | 'VALI' | 'QUAL';

/** `douteuse` and `fictive` go with PROV only; `fictive` goes with no other attribute. */
export type IdentityAttribute = 'homonyme' | 'douteuse' | 'fictive';

/** Level of trust of a document, from a table that the site can edit (EXI ID 19). */
export type DocumentTrust = 'high' | 'low';

/** The check of the identity against a document: axis C. Type `AV` means that everything was read from the appli carte Vitale. */
export interface DocumentCheck {
  /** Code of the type of document, for example `CN` or `PA`. */
  readonly type: string;
  /** Day or instant of the check, ISO 8601. */
  readonly date: string;
  readonly trust: DocumentTrust;
  /** End of validity of the document, `YYYY-MM-DD`. */
  readonly expiry?: string;
}

/** A former INS: told by INSi (dates as received, even odd ones), or invalidated here (`invalidatedAt` and `reason`). */
export interface InsHistoryEntry {
  readonly matricule: string;
  readonly oid: string;
  readonly dateDebut?: string;
  readonly dateFin?: string;
  readonly invalidatedAt?: string;
  readonly reason?: InvalidationReason;
}

export type InvalidationReason = 'douteuse' | 'fictive' | 'traitEdited' | 'verificationKo' | 'notGenuine' | 'replaced';

/** The call that brought the INS (feeds ZFD-6 and the fr-core `dateInterrogationINSi`). */
export interface InsiCallTrace {
  readonly at: string;
  readonly messageId?: string;
}

/** All that the status of an identity derives from. Plain data; never edited in place. */
export interface IdentityState {
  readonly traits: TraitsLocaux;
  readonly ins?: InsIdentifier;
  /** Axis I: the INS was brought by INSi or the appli carte Vitale, and stands. */
  readonly insi: boolean;
  /** Axis C: a document of high trust was checked. */
  readonly document?: DocumentCheck;
  readonly attributes: readonly IdentityAttribute[];
  readonly history: readonly InsHistoryEntry[];
  readonly insiCall?: InsiCallTrace;
  /** How the traits came in. */
  readonly collection?: CollectionMethod;
  /** Present when the date of birth was completed: the mark of an uncertain date (ZFD-4). */
  readonly birthDateCompletion?: CompletionRule;
}

/** What happens to an identity. `at` is an ISO instant. */
export type IdentityEvent =
  | {
      readonly type: 'create';
      readonly at: string;
      readonly traits: TraitsLocaux;
      readonly collection?: CollectionMethod;
      readonly birthDateCompletion?: CompletionRule;
    }
  | {
      readonly type: 'insiFound';
      readonly at: string;
      readonly ins: InsIdentifier;
      readonly traits: TraitsIns;
      /** The user has seen the differences and accepts the traits of INSi. */
      readonly accepted: boolean;
      readonly history?: readonly InsHistoryEntry[];
      readonly messageId?: string;
    }
  | {
      readonly type: 'documentChecked';
      readonly at: string;
      readonly document: { readonly type: string; readonly expiry?: string };
      /** The document bears the traits of the record. */
      readonly coherent: boolean;
    }
  | {
      readonly type: 'apcvRead';
      readonly at: string;
      readonly ins: InsIdentifier;
      readonly traits: TraitsIns;
      readonly accepted: boolean;
      /** The context of the appli carte Vitale was verified with its service. */
      readonly genuine: boolean;
    }
  | {
      readonly type: 'editTrait';
      readonly at: string;
      readonly changes: Partial<TraitsLocaux>;
      /** The user knows what the edit costs. */
      readonly confirmed: boolean;
      /** The document already checked bears the new value. */
      readonly documentProves?: boolean;
    }
  | { readonly type: 'verificationKo'; readonly at: string; readonly documentProves?: boolean }
  | { readonly type: 'documentNotGenuine'; readonly at: string }
  | { readonly type: AttributeEventType; readonly at: string };

export type AttributeEventType =
  | 'setDouteuse'
  | 'clearDouteuse'
  | 'setFictive'
  | 'clearFictive'
  | 'setHomonyme'
  | 'clearHomonyme';

export type IdentityEventType = IdentityEvent['type'];
