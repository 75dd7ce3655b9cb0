// What the services about documents take and answer (TD2.x, TD3.x).

import type {
  AvailabilityStatus,
  DocumentEntry,
  EntryUuid,
  PreparedSubmission,
  RegistryObjects,
  UniqueId,
} from '@socle-sante/documents/xds';
import type { DmpProtocolError, RegistryError } from './errors.js';

/** What became of one document of a deposit. */
export interface DepositedDocument {
  readonly entryId: string;
  readonly uniqueId: UniqueId;
  /** The signature of the set, which is a document too; it is not shown to people. */
  readonly signature: boolean;
  /**
   * `registered` by this call; `alreadyThere` since an attempt whose answer was lost; `refused`, with its errors; `unknown` when
   * the DMP could not be asked.
   */
  readonly state: 'registered' | 'alreadyThere' | 'refused' | 'unknown';
  /** Known when the DMP was asked (TD3.1b). It changes at each update of the metadata: never keep it. */
  readonly entryUuid?: EntryUuid;
  readonly errors: readonly RegistryError[];
}

/** Answer of a deposit (TD2.1, TD2.2). A deposit wholly refused is an error, not a result. */
export interface DepositResult {
  /** `alreadyThere`: an earlier attempt had arrived; nothing new was registered. `partial`: look at each document. */
  readonly outcome: 'deposited' | 'alreadyThere' | 'partial';
  readonly submissionSetUniqueId: UniqueId;
  readonly documents: readonly DepositedDocument[];
  readonly warnings: readonly RegistryError[];
  /** Messages sent, 0 when the first check showed that all was there. */
  readonly attempts: number;
  /** Of the last message. */
  readonly messageId: string;
}

/** Filters of a search by documents (TD3.1a, FindDocuments). Instants are UTC. */
export interface DocumentFilters {
  /** Default: Approved only. */
  readonly statuses?: readonly AvailabilityStatus[];
  readonly serviceStartFrom?: Date;
  readonly serviceStartTo?: Date;
  readonly creationFrom?: Date;
  readonly creationTo?: Date;
  /** `code` and its `codeSystem`; sent as `code^^codeSystem`. */
  readonly classCodes?: readonly CodeFilter[];
  readonly typeCodes?: readonly CodeFilter[];
  readonly practiceSettings?: readonly CodeFilter[];
  readonly facilityTypes?: readonly CodeFilter[];
  readonly events?: readonly CodeFilter[];
  readonly confidentiality?: readonly CodeFilter[];
  readonly formatCodes?: readonly CodeFilter[];
  readonly authorPerson?: string;
}

/** A coded value in a search. */
export interface CodeFilter {
  readonly code: string;
  readonly codeSystem: string;
}

/** Filters of a search by submission sets (TD3.1a, FindSubmissionSets). */
export interface SubmissionSetFilters {
  /** Default: Approved only. */
  readonly statuses?: readonly AvailabilityStatus[];
  readonly submittedFrom?: Date;
  readonly submittedTo?: Date;
  readonly authorPerson?: string;
  readonly contentTypes?: readonly CodeFilter[];
  readonly sourceIds?: readonly string[];
}

/** One document of the record, ready for a list. */
export interface DmpDocument {
  readonly entry: DocumentEntry;
  /** Of the entry as read now. Read again before each use. */
  readonly entryUuid: EntryUuid;
  /** The signature of a set: hidden from lists by default. */
  readonly signature: boolean;
  /** Deposited by the patient (class 90 or type DOCPAT…): shown apart (EX_3.1-1040). */
  readonly fromPatient: boolean;
  readonly masked: boolean;
  readonly hiddenFromPatient: boolean;
  readonly hiddenFromLegalRepresentatives: boolean;
  /** `entry` of the version that this one replaced, when the answer told it. */
  readonly replaces?: EntryUuid;
  readonly replacedBy?: EntryUuid;
}

/** Answer of a search. */
export interface SearchResult {
  readonly documents: readonly DmpDocument[];
  /** Everything that came, as decoded. */
  readonly objects: RegistryObjects;
  /** `PartialSuccess`, or a list that the registry cut: something is missing. `warnings` says what, when the registry does. */
  readonly partial: boolean;
  /** What the registry found (`totalResultCount`), when it says so. There are no pages: narrow the search to see the rest. */
  readonly total?: number;
  readonly warnings: readonly RegistryError[];
  readonly messageId: string;
  /** The oldest service date asked for: to be said on the screen when it was put by default. */
  readonly since?: Date;
}

/** A document as the caller last saw it. `knownDocument` makes it; it is small, and holds in a local index. */
export interface KnownDocument {
  readonly uniqueId: UniqueId;
  readonly entryUuid?: EntryUuid;
  readonly status?: AvailabilityStatus;
  readonly masked?: boolean;
  readonly hiddenFromPatient?: boolean;
  readonly hiddenFromLegalRepresentatives?: boolean;
}

/**
 * What became of a document. `replaced`: another version took its place. `unarchived`: it is in force again. `metadata`: its entry was
 * updated, without a known difference of status or visibility. `status`: another status. `notGiven`: the DMP no longer gives it to this
 * caller, for it was masked, hidden or erased; the DMP does not say which.
 */
export type DocumentChangeKind =
  | 'archived'
  | 'unarchived'
  | 'deleted'
  | 'replaced'
  | 'status'
  | 'masked'
  | 'unmasked'
  | 'hiddenFromPatient'
  | 'shownToPatient'
  | 'hiddenFromLegalRepresentatives'
  | 'shownToLegalRepresentatives'
  | 'metadata'
  | 'notGiven';

/** One document that changed. */
export interface DocumentChange {
  readonly uniqueId: UniqueId;
  /** At least one. */
  readonly kinds: readonly DocumentChangeKind[];
  /** As the caller knew it; absent when only the registry told the change. */
  readonly before?: KnownDocument;
  /** As it is; absent when it is no longer given. */
  readonly now?: DmpDocument;
}

/** Answer of `newSince`: `documents` are those submitted since, `changes` what became of others. */
export interface NewsResult extends SearchResult {
  readonly changes: readonly DocumentChange[];
}

/** What identifies one document to retrieve. An `entry` gives its repository, hash and size, which are then checked. */
export type DocumentReference =
  | { readonly entry: DocumentEntry }
  | {
      readonly uniqueId: UniqueId;
      readonly repositoryUniqueId?: string;
      /** SHA-1, 40 hexadecimal digits. */
      readonly hash?: string;
      readonly size?: number;
    };

/** One document as retrieved (TD3.2). */
export interface RetrievedDocument {
  readonly uniqueId: UniqueId;
  readonly repositoryUniqueId: string;
  readonly mimeType: string;
  /** The exact bytes of the repository. */
  readonly bytes: Uint8Array;
  /** SHA-1 of the bytes. */
  readonly hash: string;
  /** What was compared with the metadata. `none`: no hash nor size was known. */
  readonly checked: 'hash' | 'size' | 'none';
}

/** One document that was asked for and is not given. */
export interface MissingDocument {
  readonly uniqueId: UniqueId;
  /** What the DMP said of it; all that it said when nothing names it. */
  readonly errors: readonly RegistryError[];
  /** Its bytes came wrong (`dmp.protocol.hash`, `dmp.protocol.size`) or not at all (`dmp.protocol.missingDocument`). */
  readonly error?: DmpProtocolError;
}

/** Answer of TD3.2. What was asked and did not come, or came altered, is in `missing`: the other documents are given all the same. */
export interface RetrieveResult {
  readonly documents: readonly RetrievedDocument[];
  readonly missing: readonly MissingDocument[];
  readonly messageId: string;
}

/** Reference of a known document (TD3.1b). */
export interface ReferenceResult {
  /** Absent: the DMP does not hold this document, or the caller may not know. */
  readonly entryUuid?: EntryUuid;
  /** All that was answered, in order: more than one when versions of the metadata are kept. `entryUuid` is the last. */
  readonly entryUuids: readonly EntryUuid[];
  readonly messageId: string;
}

/** Who and what a metadata update (TD3.3) is signed with: the submission set of it. */
export interface UpdateAuthor {
  /** Submitter, as in a deposit. */
  readonly author: PreparedSubmission['submissionSet']['authors'][number];
  readonly contentType: PreparedSubmission['submissionSet']['contentType'];
  /** OID of the software instance. */
  readonly sourceId: string;
  readonly title?: string;
}

/** Answer of TD3.3. The entryUUID that was used is now out of date: search again. */
export interface UpdateResult {
  readonly submissionSetUniqueId: UniqueId;
  readonly warnings: readonly RegistryError[];
  readonly messageId: string;
}
