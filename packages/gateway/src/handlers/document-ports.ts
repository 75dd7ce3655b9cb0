import type { PreparedSubmission } from '@socle-sante/documents/xds';
import type {
  ChannelState,
  Coded,
  ConsentEntry,
  DepositDescription,
  DepositVisibility,
  NoticeId,
  RecordDocument,
  UiError,
} from '../contract.js';
import type { ComposedDocument } from './documents-service.js';
import type { Session } from './session.js';

/** What the site keeps of the choices of one patient. */
export interface StoredConsent {
  /** Oldest first. */
  readonly entries: readonly ConsentEntry[];
}

/** The choices of the patients: the DMP does not give them, the site keeps them with author and date. */
export interface ConsentStore {
  get(patientRef: string): Promise<StoredConsent | undefined>;
  add(patientRef: string, entry: ConsentEntry): Promise<void>;
  /** The user belongs to the care team of the patient (équipe de soins, CSP L1110-12). */
  careTeam(patientRef: string, userRef: string): Promise<boolean>;
}

/** A document of the record, as the vendor keeps it. */
export interface StoredDocument extends Omit<RecordDocument, 'dmp'> {
  /** OID of the document, when it has one: the same document is recognised by it wherever it comes from. */
  readonly uniqueId?: string;
  readonly setId?: string;
  /** What became of it in the DMP. */
  readonly dmp?: { readonly state: ChannelState; readonly at: string; readonly uniqueId: string };
  /** It left by MSSanté too. */
  readonly sentByMss?: boolean;
}

/** The documents of the records. */
export interface RecordStore {
  list(patientRef: string): Promise<readonly StoredDocument[]>;
  get(patientRef: string, documentRef: string): Promise<StoredDocument | undefined>;
  bytes(patientRef: string, documentRef: string): Promise<Uint8Array | undefined>;
  /** Files a document under a new key, and gives the key. */
  add(patientRef: string, document: Omit<StoredDocument, 'documentRef'>, bytes: Uint8Array): Promise<string>;
  /** Replaces what is known of a document; false when it is not there. */
  update(patientRef: string, document: StoredDocument): Promise<boolean>;
  /** False when it is not there. */
  remove(patientRef: string, documentRef: string): Promise<boolean>;
  /** When this user last looked at the DMP of this patient; ISO instant. */
  lastVisit(patientRef: string, userRef: string): Promise<string | undefined>;
  setLastVisit(patientRef: string, userRef: string, at: string): Promise<void>;
}

/** A document that is being prepared: kept until it is sent, or until it expires. */
export interface StoredDraft {
  readonly ref: string;
  readonly patientRef: string;
  readonly userRef: string;
  readonly expiresAt: string;
  /** OIDs of the document and of the set, chosen once: a second sending is the same sending. */
  readonly documentId: string;
  readonly submissionSetId: string;
  readonly mediaType: string;
  /** The file; empty for a structured content, which is in `composed`. */
  readonly bytes: Uint8Array;
  readonly converted: boolean;
  /** What the software of the site composed. It may hold octets (`Uint8Array`) too. */
  readonly composed?: ComposedDocument;
  readonly documentRef?: string;
  readonly description: DepositDescription;
  readonly visibility: DepositVisibility;
  readonly destinations: readonly ('dmp' | 'mss-pro' | 'mss-patient' | 'pfi')[];
  readonly replaces?: {
    readonly uniqueId: string;
    readonly entryUuid?: string;
    readonly title: string;
    readonly setId: string;
    readonly version: string;
  };
  /** Instant of the preparation: that of the document. */
  readonly createdAt: string;
  /** The sending that it became. */
  readonly submissionRef?: string;
}

/** One channel of one document of a sending. */
export interface StoredChannel {
  readonly channel: 'dmp' | 'mss-pro' | 'mss-patient' | 'pfi';
  readonly state: ChannelState;
  readonly at: string;
  readonly attempts: number;
  readonly nextTryAt?: string;
  readonly error?: UiError;
}

/** A sending, with everything that is needed to send it again exactly as it was. */
export interface StoredSubmission {
  readonly ref: string;
  /** Starts at 1, grows by one at each write. */
  readonly version: number;
  readonly patientRef: string;
  readonly createdAt: string;
  /** Who sends: the calls are made in this name. */
  readonly session: Session;
  /** The access is hidden from the legal representatives, as it was when the user sent. */
  readonly secretConnection?: boolean;
  readonly documents: readonly {
    readonly title: string;
    readonly type: Coded;
    readonly uniqueId: string;
    readonly documentRef?: string;
    readonly channels: readonly StoredChannel[];
    readonly replaces?: { readonly uniqueId: string };
    /** What goes to the DMP: one set for each document. */
    readonly prepared: PreparedSubmission;
  }[];
}

/** What `SubmissionStore.list` is asked. */
export interface SubmissionQuery {
  readonly patientRef?: string;
  readonly states?: readonly ChannelState[];
  readonly channels?: readonly string[];
  readonly cursor?: string;
  readonly limit: number;
}

/** The queue of the sendings. It must outlive the process: a deposit that was accepted here must reach the DMP. */
export interface SubmissionStore {
  add(submission: StoredSubmission): Promise<void>;
  get(ref: string): Promise<StoredSubmission | undefined>;
  /** Replaces a sending whose version is `expectedVersion`; false when it is another one. Must be atomic. */
  replace(submission: StoredSubmission, expectedVersion: number): Promise<boolean>;
  /** Newest first. */
  list(query: SubmissionQuery): Promise<{
    readonly submissions: readonly StoredSubmission[];
    readonly total: number;
    readonly next?: string;
  }>;
  paused(): Promise<boolean>;
  setPaused(paused: boolean): Promise<void>;
  /** Drafts hold documents: a memory, or a ciphered disk. */
  keepDraft(draft: StoredDraft): Promise<void>;
  draft(ref: string): Promise<StoredDraft | undefined>;
  dropDraft(ref: string): Promise<void>;
}

/** The notices that a user acknowledged. */
export interface NoticeStore {
  /** ISO instant of the last acknowledgement. */
  acknowledgedAt(userRef: string, id: NoticeId): Promise<string | undefined>;
  acknowledge(userRef: string, id: NoticeId, at: string): Promise<void>;
}
