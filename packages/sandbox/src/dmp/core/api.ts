import type { Clock, RandomBytes } from '@socle-sante/core/uuid';
import type { DmpCaller } from './caller.js';
import type { DmpAssociation, DmpContent, DmpPatientId, DmpStatus, DmpSubmission } from './metadata.js';
import type {
  DmpAuthorization,
  DmpAuthorizationState,
  DmpFoundPatient,
  DmpPatient,
  DmpPatientCriteria,
  DmpRecord,
  DmpTrace,
  StoredEntry,
  StoredSet,
} from './record.js';
import type { DmpLevel, DmpOutcome, DmpRefusal } from './refusal.js';

/** repositoryUniqueId of the simulated repository: the one of the public samples. */
export const DMP_REPOSITORY = '1.2.250.1.213.4.1.1.1.2';

/** TD0.2. */
export interface DmpExistence {
  /** `unknown`: no DMP for this INS. */
  readonly state: 'unknown' | 'active' | 'terminated';
  readonly authorization: DmpAuthorizationState;
  readonly treatingDoctor: boolean;
  /** Only with a DMP. */
  readonly patient?: DmpPatient;
  readonly record?: DmpRecord;
}

/** TD0.3. Patient and user are those of the caller. */
export interface DmpSetAuthorization {
  readonly action: 'AJOUT' | 'SUPPRESSION';
  /** SUPPRESSION of the role only. */
  readonly role?: 'MEDECIN_TRAITANT';
}

/** TD0.4. */
export interface DmpListPatients {
  /** `yyyyMMddHHmmss`, UTC */
  readonly startDate?: string;
  readonly dateType?: 'LASTAUTORIZATION' | 'LASTDOC';
  /** `psOwnerId`: the records of that professional, asked by the staff of his structure. */
  readonly ownerId?: string;
}

export interface DmpListedPatient extends DmpFoundPatient {
  readonly treatingDoctor: boolean;
  /** ISO instants. */
  readonly authorizedAt?: string;
  readonly lastAccessAt?: string;
  readonly lastUpdateAt?: string;
  readonly lastAddAt?: string;
}

export interface DmpRegistered {
  readonly setId: string;
  readonly entries: readonly {
    /** `id` in the submission. */
    readonly submittedId: string;
    readonly entryUuid: string;
    readonly logicalId: string;
    readonly uniqueId: string;
  }[];
}

/** Stored queries of ITI-18 that the simulator answers. */
export type DmpQueryName =
  | 'FindDocuments'
  | 'FindDocumentsByReferenceId'
  | 'FindSubmissionSets'
  | 'FindFolders'
  | 'GetAll'
  | 'GetDocuments'
  | 'GetFolders'
  | 'GetAssociations'
  | 'GetDocumentsAndAssociations'
  | 'GetSubmissionSets'
  | 'GetSubmissionSetAndContents'
  | 'GetFolderAndContents'
  | 'GetFoldersForDocument'
  | 'GetRelatedDocuments';

/**
 * TD3.1. Parameters under their ITI-18 names (`$XDSDocumentEntryPatientId`…), values decoded (no quotes). One entry for each Slot:
 * the values of one Slot are alternatives, repeated Slots must all match. Codes are `code^^scheme`.
 */
export interface DmpQuery {
  readonly query: DmpQueryName;
  readonly parameters: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly returnType?: 'LeafClass' | 'ObjectRef';
}

export interface DmpQueryResult {
  readonly sets: readonly StoredSet[];
  readonly entries: readonly StoredEntry[];
  readonly associations: readonly DmpAssociation[];
  /** Ids of all of the above, in the same order: what ObjectRef answers. */
  readonly objectRefs: readonly string[];
}

/** TD3.2. */
export interface DmpRetrieveRequest {
  readonly repositoryUniqueId?: string;
  readonly documentUniqueId: string;
}

export interface DmpRetrieved {
  readonly documents: readonly {
    readonly uniqueId: string;
    readonly mimeType: string;
    readonly repositoryUniqueId: string;
    readonly content: DmpContent;
  }[];
  /** Documents that could not be given while others could. */
  readonly failures: readonly DmpRefusal[];
}

/** TD3.3a to d. */
export type DmpChange =
  | 'mask'
  | 'unmask'
  | 'showToPatient'
  | 'showToLegalRepresentatives'
  | 'archive'
  | 'unarchive'
  | 'delete';

export interface DmpUpdate {
  /** Current entryUUID; or logicalId, when `by` says so (the logicalId is the entryUUID of the first metadata). */
  readonly target: string;
  /** Default `entryUuid`. */
  readonly by?: 'entryUuid' | 'logicalId';
  readonly changes: readonly DmpChange[];
  /** `VersionInfo` that the caller believes current; checked when given. */
  readonly previousVersion?: string;
  /** The set of the update, kept when given (ITI-57 has one). */
  readonly set?: DmpSubmission['set'];
}

export interface DmpUpdated {
  /** The current entryUUID after the change: another one after a metadata update, the same after a change of status. */
  readonly entryUuid: string;
  readonly logicalId: string;
  readonly version: string;
  readonly status: DmpStatus;
}

/** TD1.3b. What is absent stays. */
export type DmpAdministrativeChange = Partial<
  Pick<DmpRecord, 'telecoms' | 'address' | 'opposesBreakGlass' | 'opposesEmergencyAccess'>
>;

/** What a test or a demonstration may change by hand in a record. */
export type DmpRecordChange = Partial<DmpRecord>;

/** A group of changes that stand or fall together: what a journal writes. */
export interface DmpCommit {
  readonly changes: readonly { readonly collection: DmpCollection; readonly id: string; readonly value: unknown }[];
}

export type DmpCollection = 'patients' | 'authorizations' | 'sets' | 'entries' | 'associations' | 'contents' | 'traces';

/** Whole state as JSON, but the bytes: these are in `contents` as base64 when the core holds them, by name otherwise. */
export interface DmpSnapshot {
  readonly version: 1;
  readonly collections: Readonly<Record<DmpCollection, readonly (readonly [string, unknown])[]>>;
}

export interface DmpCoreOptions {
  readonly clock: Clock;
  readonly random?: RandomBytes;
  /** Default: every persona of the sandbox, with the states told in the README. */
  readonly patients?: readonly DmpPatient[];
  /** Authorisations at the start; default those of the default patients. */
  readonly authorizations?: readonly { readonly matricule: string; readonly authorization: DmpAuthorization }[];
  /** Invented documents in the records of the default patients; default true. */
  readonly seedDocuments?: boolean;
  /** OIDs of the INS accepted; default .8, .9, .10 and .11. */
  readonly insOids?: readonly string[];
  /** OID under which answers give an INS when the call names none; default the test OID .10. */
  readonly answerOid?: string;
  /** Default `strict`. */
  readonly level?: DmpLevel;
  /** More entries than this for a LeafClass answer: XDSTooManyResults. Default 2000. */
  readonly maxResults?: number;
  /** Called with every group of changes before the operation answers; throwing refuses it. */
  readonly onCommit?: (commit: DmpCommit) => void;
}

/**
 * The DMP without messages: patients, rights, registry, repository. Every operation is synchronous, changes nothing when it
 * refuses, and leaves a trace of access.
 */
export interface DmpCore {
  readonly level: DmpLevel;
  setLevel(level: DmpLevel): void;
  /** TD0.2 */
  existence(caller: DmpCaller, patient: DmpPatientId): DmpOutcome<DmpExistence>;
  /** TD0.3 */
  setAuthorization(caller: DmpCaller, request: DmpSetAuthorization): DmpOutcome<{ readonly already: boolean }>;
  /** TD0.4 */
  listPatients(caller: DmpCaller, request?: DmpListPatients): DmpOutcome<readonly DmpListedPatient[]>;
  /** TD0.5 */
  findPatients(caller: DmpCaller, criteria: DmpPatientCriteria): DmpOutcome<readonly DmpFoundPatient[]>;
  /** TD1.3a */
  administrativeData(caller: DmpCaller, patient: DmpPatientId): DmpOutcome<DmpExistence>;
  /** TD1.3b */
  updateAdministrativeData(
    caller: DmpCaller,
    patient: DmpPatientId,
    change: DmpAdministrativeChange,
  ): DmpOutcome<DmpRecord>;
  /** TD1.4 */
  close(caller: DmpCaller, patient: DmpPatientId, reason: string): DmpOutcome<DmpRecord>;
  /** TD1.6 */
  listAuthorizations(
    caller: DmpCaller,
    mode?: 'ACTIVE' | 'INTERDITE' | 'TOUTE',
  ): DmpOutcome<readonly DmpAuthorization[]>;
  /** TD2.1, or TD2.2 for staff. `findings` are refusals found outside of the core (CDA, signature), judged with its own. */
  submit(caller: DmpCaller, submission: DmpSubmission, findings?: readonly DmpRefusal[]): DmpOutcome<DmpRegistered>;
  /** TD3.1 */
  query(caller: DmpCaller, query: DmpQuery): DmpOutcome<DmpQueryResult>;
  /** TD3.2 */
  retrieve(caller: DmpCaller, requests: readonly DmpRetrieveRequest[]): DmpOutcome<DmpRetrieved>;
  /** TD3.3 */
  update(caller: DmpCaller, update: DmpUpdate): DmpOutcome<DmpUpdated>;

  /** Beside the service, for tests and demonstrations. */
  readonly admin: DmpAdmin;
  snapshot(): DmpSnapshot;
  /** Replaces the whole state. */
  restore(snapshot: DmpSnapshot): void;
  /** Replays one group of changes read back from a journal. */
  replay(commit: DmpCommit): void;
}

export interface DmpAdmin {
  patients(): readonly DmpPatient[];
  patient(matricule: string): DmpPatient | undefined;
  /** Opens a record or changes it: `undefined` takes it away. */
  setRecord(matricule: string, change: DmpRecordChange | undefined): void;
  setAuthorization(matricule: string, authorization: DmpAuthorization): void;
  removeAuthorization(matricule: string, holder: string): void;
  entries(matricule?: string): readonly StoredEntry[];
  /** Oldest first. */
  traces(matricule: string): readonly DmpTrace[];
  /** A document as the patient deposits it from Mon espace santé. */
  depositAsPatient(matricule: string, submission: DmpSubmission): DmpRegistered;
}
