import type { IdentityState } from '@socle-sante/core/rniv';
import type { AuditEntry, DuplicateGroup, HistoryEntry, SiteView } from '../contract.js';
import type { ConsentStore, NoticeStore, RecordStore, SubmissionStore } from './document-ports.js';
import type { Session } from './session.js';

/** What INSi returned when it was accepted, kept unchanged (Guide INS v3.0, EXI REC 08). */
export interface KeptInsi {
  /** ISO instant of the answer. */
  readonly at: string;
  readonly messageId?: string;
  readonly received: InsiIdentity;
}

/** A matricule and its OID, as received: nothing is known of them until they are checked. */
export interface ReceivedIns {
  readonly matricule: string;
  readonly oid: string;
}

/** One identity as INSi returned it. */
export interface InsiIdentity {
  readonly ins: ReceivedIns;
  readonly nomNaissance: string;
  /** Empty or absent when INSi sent none. */
  readonly listePrenoms?: string;
  readonly premierPrenom?: string;
  /** The first first name could not be told from the list. */
  readonly ambiguous?: boolean;
  readonly sexe: string;
  /** `YYYY-MM-DD`, may be a lunar date. */
  readonly dateNaissance: string;
  readonly lieuNaissance?: string;
  readonly history: readonly (ReceivedIns & { readonly dateDebut?: string; readonly dateFin?: string })[];
  /** The whole answer, unchanged, when the service gives it. Plain data. */
  readonly raw?: unknown;
}

/** How the document that proved the identity was checked. */
export interface CheckedDocument {
  readonly type: string;
  /** Day of the check, `YYYY-MM-DD`. */
  readonly checkedOn: string;
  readonly expiresOn?: string;
  readonly companion?: string;
  readonly by: string;
}

/** A record, as the vendor stores it. Plain data: it survives JSON. */
export interface IdentityRecord {
  readonly patientRef: string;
  /** Starts at 1, grows by one at each write. */
  readonly version: number;
  /** Traits, axes, attributes, INS: the state machine of `@socle-sante/core/rniv`. */
  readonly state: IdentityState;
  readonly deceased?: boolean;
  readonly insi?: KeptInsi;
  readonly document?: CheckedDocument;
  readonly collectedBy?: 'SM' | 'CV' | 'CB' | 'AV';
  /** Oldest first. */
  readonly changes: readonly HistoryEntry[];
}

/** What `IdentityStore.search` is asked. `matchesIdentity` says what answers. */
export interface IdentityQuery {
  readonly birthDate?: string;
  readonly name?: string;
  readonly firstName?: string;
  /** 15 characters, upper case, key checked. */
  readonly matricule?: string;
  /** Return one more than this when there are more. */
  readonly limit: number;
}

/** The vendor's records. */
export interface IdentityStore {
  get(patientRef: string): Promise<IdentityRecord | undefined>;
  search(query: IdentityQuery): Promise<readonly IdentityRecord[]>;
  /** Stores a new record under a new key, and gives the key. */
  create(record: Omit<IdentityRecord, 'patientRef'>): Promise<string>;
  /** Replaces a record whose version is `expectedVersion`; false when it is another one. Must be atomic. */
  replace(record: IdentityRecord, expectedVersion: number): Promise<boolean>;
  /** Groups of records that may be one person. Never merges. */
  duplicates(query: { readonly patientRef?: string; readonly cursor?: string }): Promise<{
    readonly groups: readonly { readonly why: DuplicateGroup['why']; readonly records: readonly IdentityRecord[] }[];
    readonly next?: string;
  }>;
}

/** What `AuditSink.query` is asked. */
export interface AuditQuery {
  readonly patientRef?: string;
  readonly userRef?: string;
  readonly kinds?: readonly string[];
  readonly partner?: string;
  readonly from?: string;
  readonly to?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** A trace as it is stored. */
export interface StoredTrace extends AuditEntry {
  /** OIDs of the documents: for the journal of the site, they do not go to the pages. */
  readonly uniqueIds?: readonly string[];
  /** Reason of an emergency access, of a deletion, of a withdrawal from the queue, as it was typed: for the journal of the site only. */
  readonly reason?: string;
}

/** The vendor's journal. It only grows. */
export interface AuditSink {
  /** Resolves once the trace is safe: the answer of the operation waits for it. */
  write(entry: StoredTrace): Promise<void>;
  /** Newest first. */
  query(
    query: AuditQuery,
  ): Promise<{ readonly entries: readonly AuditEntry[]; readonly total?: number; readonly next?: string }>;
}

/** The vendor's sessions. */
export interface UserDirectory {
  /** Who sends this request; `undefined` when nobody is signed in. Reads the vendor's own cookie or token. */
  resolve(request: Request): Promise<Session | undefined>;
}

export interface SiteSettings {
  get(): Promise<SiteView>;
}

/**
 * A small store of short-lived values: INSi results that wait for the user, first answers of writes, running sequences.
 * In a cluster it must be shared (Redis `SET … NX PX`). Values hold identity data: memory only, never a disk in clear.
 */
export interface TransientStore {
  get(key: string): Promise<string | undefined>;
  /** Stores for `ttlMs`. With `onlyIfAbsent`, false and no change when the key is there. */
  set(key: string, value: string, ttlMs: number, options?: { readonly onlyIfAbsent?: boolean }): Promise<boolean>;
  delete(key: string): Promise<void>;
}

/** An identity that came from elsewhere with an INS. */
export interface ImportedIdentity {
  readonly row: string;
  readonly ins: ReceivedIns;
  readonly traits: IdentityState['traits'];
  readonly origin: string;
  readonly receivedAt: string;
  /** The record that it concerns, when it is known here. */
  readonly patientRef?: string;
  readonly state: 'todo' | 'ok' | 'koKnown' | 'koUnknown';
  readonly verifiedAt?: string;
}

/** The vendor's list of imported identities. */
export interface VerificationWorklist {
  list(query: { readonly state?: 'todo' | 'done'; readonly cursor?: string; readonly limit: number }): Promise<{
    readonly rows: readonly ImportedIdentity[];
    readonly total: number;
    readonly next?: string;
  }>;
  get(row: string): Promise<ImportedIdentity | undefined>;
  /** Ends a row that is still to handle; false when another user did. Must be atomic. */
  settle(
    row: string,
    outcome: {
      readonly state: 'ok' | 'koKnown' | 'koUnknown';
      readonly patientRef?: string;
      readonly verifiedAt: string;
    },
  ): Promise<boolean>;
}

/** What the vendor implements once on the server. */
export interface GatewayPorts {
  readonly identities: IdentityStore;
  readonly audit: AuditSink;
  readonly users: UserDirectory;
  readonly site: SiteSettings;
  readonly transient: TransientStore;
  readonly worklist?: VerificationWorklist;
  /** The four ports of the DMP screens. Without them their operations answer `gateway.unsupported`. */
  readonly consents?: ConsentStore;
  readonly records?: RecordStore;
  readonly submissions?: SubmissionStore;
  readonly notices?: NoticeStore;
}
