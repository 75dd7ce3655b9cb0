// The client: one method per official transaction, named by what the user does.

import type { IdentityState } from '@socle-sante/core/rniv';
import type { DocumentEntry, EntryUuid, PreparedSubmission, UniqueId } from '@socle-sante/documents/xds';
import type { AccessPurpose, DmpCaller } from '../access.js';
import type {
  DepositResult,
  DmpDocument,
  DocumentFilters,
  DocumentReference,
  KnownDocument,
  NewsResult,
  ReferenceResult,
  RetrieveResult,
  SearchResult,
  SubmissionSetFilters,
  UpdateAuthor,
  UpdateResult,
} from '../documents-types.js';
import type { DmpEnvironment } from '../environments.js';
import type {
  AccessibleRecord,
  AuthorisationChange,
  AuthorisedProfessional,
  DmpAddress,
  DmpAdministrativeData,
  DmpExistence,
  PatientCandidate,
} from '../patients/types.js';
import type { WebPage } from '../web-access.js';

/** What every call may carry. */
export interface DmpCallInput {
  readonly signal?: AbortSignal;
  /** Default `normal`. */
  readonly purpose?: AccessPurpose;
  /** Why `bris_de_glace`: told to the DMP and to the patient. */
  readonly reason?: string;
  /** Hides the access from the legal representatives of a minor. */
  readonly secretConnection?: boolean;
}

/** A call about one patient. The identity must be qualified: nothing leaves otherwise. */
export interface PatientCallInput extends DmpCallInput {
  readonly patient: IdentityState;
}

/** A call that is about no patient in particular. */
export interface OpenCallInput extends DmpCallInput {
  /**
   * The patient whose record is open, to be named in the VIHF (`resource-id`). Default: none is named. The sample messages name one even
   * there; whether the DMP wants it is not published.
   */
  readonly openPatient?: IdentityState;
}

export interface MyRecordsInput extends OpenCallInput {
  /** Records changed since. */
  readonly since: Date;
  /** What `since` is compared with: a new authorisation, or a new document. */
  readonly by: 'authorisation' | 'document';
  /** In the name of this professional of the same structure (`psOwnerId`). */
  readonly owner?: string;
}

export interface FindPatientsInput extends OpenCallInput {
  readonly family: string;
  readonly given?: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string;
  readonly sex?: 'F' | 'M';
  readonly city?: string;
  readonly postalCode?: string;
}

export interface UpdateAdministrativeDataInput extends PatientCallInput {
  /** PS_IdNat of who changes it and Struct_IdNat of the structure, as the VIHF says them. */
  readonly author: AdministrativeAuthor;
  readonly telecoms?: readonly string[];
  readonly address?: DmpAddress;
}

/** Author of a change of TD1.3b or TD1.4. */
export interface AdministrativeAuthor {
  readonly idNat: string;
  readonly family: string;
  readonly given: string;
  readonly structure: { readonly idNat: string; readonly name: string };
}

export interface CloseRecordInput extends PatientCallInput {
  readonly author: AdministrativeAuthor;
  /** Free text beside the code FERMETURE_DEMANDE_PATIENT. */
  readonly comment?: string;
}

export interface AuthorisationsInput extends PatientCallInput {
  /** Default `all`. */
  readonly which?: 'active' | 'blocked' | 'all';
}

export interface DepositInput extends PatientCallInput {
  readonly submission: PreparedSubmission;
  /** An earlier attempt may have arrived: asks the DMP before sending anything. Default false. */
  readonly mayHaveArrived?: boolean;
}

export interface ReplaceInput extends DepositInput {
  /**
   * Versions that are replaced, by the uniqueId kept since their deposit. Their current entryUUID is read (TD3.1b) and put
   * into the RPLC associations, whatever the submission held.
   */
  readonly replaces: readonly { readonly entryId: string; readonly uniqueId: UniqueId }[];
}

export interface FindDocumentsInput extends PatientCallInput {
  readonly filters?: DocumentFilters;
  /**
   * `firstOpening` (default when no date filter is given): documents whose service began in the last two years at most.
   * `all`: no date, on an explicit request of the user.
   */
  readonly range?: 'firstOpening' | 'all';
  /** Keeps the signatures of sets in `documents`. Default false. */
  readonly signatures?: boolean;
}

export interface FindSubmissionSetsInput extends PatientCallInput {
  readonly filters?: SubmissionSetFilters;
}

export interface NewSinceInput extends PatientCallInput {
  /**
   * Instant of the last search. Sets are found by their submissionTime, which the depositing software writes: give a margin for
   * documents that waited in a queue before they left.
   */
  readonly since: Date;
  /**
   * Documents that the caller knows, as they were: each is asked again (GetDocuments, by batches), whatever its status, and what differs
   * is in `changes`. Without it the DMP is asked for what was submitted since, and nothing else.
   */
  readonly known?: readonly KnownDocument[];
  readonly signatures?: boolean;
}

export interface ByIdentifierInput extends PatientCallInput {
  readonly uniqueIds?: readonly UniqueId[];
  readonly entryUuids?: readonly EntryUuid[];
  readonly signatures?: boolean;
}

export interface GetAssociationsInput extends PatientCallInput {
  readonly ids: readonly EntryUuid[];
}

export interface FindReferenceInput extends PatientCallInput {
  readonly uniqueId: UniqueId;
}

export interface RetrieveInput extends PatientCallInput {
  readonly documents: readonly DocumentReference[];
}

/** A change of one document (TD3.3). `entry` is as read by the last search: its entryUUID and version are what is changed. */
export interface UpdateInput extends PatientCallInput {
  readonly entry: DocumentEntry;
  readonly by: UpdateAuthor;
}

export interface RemoveInput extends PatientCallInput {
  readonly by: UpdateAuthor;
  /** The entry as read, or the uniqueId kept since the deposit (its reference is then looked up, TD3.1b). */
  readonly document: DocumentEntry | { readonly uniqueId: UniqueId; readonly status?: 'approved' | 'archived' };
}

/** A client of the DMP. Every method rejects with a `DmpError`. */
export interface DmpClient {
  readonly environment: DmpEnvironment;
  readonly caller: DmpCaller;

  /** TD0.2: is there a record, may the caller open it, is he the médecin traitant. */
  existence(input: PatientCallInput): Promise<DmpExistence>;
  /** TD0.3 AJOUT: declares the authorisation of the caller. Direct or AIR mode. */
  authorise(input: PatientCallInput): Promise<AuthorisationChange>;
  /** TD0.3 SUPPRESSION. */
  unauthorise(input: PatientCallInput): Promise<AuthorisationChange>;
  /** TD0.3 SUPPRESSION, role MEDECIN_TRAITANT. */
  dropTreatingDoctor(input: PatientCallInput): Promise<AuthorisationChange>;
  /** TD0.4: records that the caller may open. */
  myPatients(
    input: MyRecordsInput,
  ): Promise<{ readonly records: readonly AccessibleRecord[]; readonly messageId: string }>;
  /** TD0.5: a person whose INS is not known; centre 15 only. */
  findPatients(
    input: FindPatientsInput,
  ): Promise<{ readonly candidates: readonly PatientCandidate[]; readonly messageId: string }>;
  /** TD0.9: address to open in a browser; nothing is sent. */
  webAccessUrl(input: { readonly page: WebPage; readonly patient?: IdentityState }): string;
  /** TD1.3a: oppositions, contact, legal representatives. */
  administrativeData(input: PatientCallInput): Promise<DmpAdministrativeData>;
  /** TD1.3b. Refused by the DMP for a record of Mon espace santé. */
  updateAdministrativeData(input: UpdateAdministrativeDataInput): Promise<{ readonly messageId: string }>;
  /** TD1.4. Refused by the DMP for a record of Mon espace santé. */
  closeRecord(input: CloseRecordInput): Promise<{ readonly messageId: string }>;
  /** TD1.6: professionals authorised or blocked. */
  authorisations(
    input: AuthorisationsInput,
  ): Promise<{ readonly professionals: readonly AuthorisedProfessional[]; readonly messageId: string }>;

  /** TD2.1: deposits a submission; finds out whether a lost attempt arrived before it sends again. */
  deposit(input: DepositInput): Promise<DepositResult>;
  /** TD2.2: the same by a staff member (CPE), imputed to the structure. */
  depositByStaff(input: DepositInput): Promise<DepositResult>;
  /** TD2.1 with RPLC: new versions of documents deposited before. */
  replace(input: ReplaceInput): Promise<DepositResult>;

  /** TD3.1a, FindDocuments. Never call it by itself after a deposit or at each refresh (EX_3.1-2030). */
  findDocuments(input: FindDocumentsInput): Promise<SearchResult>;
  /** TD3.1a, FindDocumentsByReferenceId. */
  findByReference(input: PatientCallInput & { readonly references: readonly string[] }): Promise<SearchResult>;
  /** TD3.1a, FindSubmissionSets. */
  findSubmissionSets(input: FindSubmissionSetsInput): Promise<SearchResult>;
  /** TD3.1a, GetDocuments. */
  getDocuments(input: ByIdentifierInput): Promise<SearchResult>;
  /** TD3.1a, GetAssociations. */
  getAssociations(input: GetAssociationsInput): Promise<SearchResult>;
  /** TD3.1a, GetDocumentsAndAssociations. */
  getDocumentsAndAssociations(input: ByIdentifierInput): Promise<SearchResult>;
  /** TD3.1a, GetRelatedDocuments: other versions of a document. */
  getRelatedDocuments(
    input: PatientCallInput & { readonly entryUuid: EntryUuid; readonly associationTypes: readonly string[] },
  ): Promise<SearchResult>;
  /**
   * TD3.1a, what is new: submission sets since, then their associations, then documents by batches. `changes` tells what became of the
   * `known` documents. Without them it tells what those sets say themselves: an update of metadata, and an archiving or a removal if the
   * registry keeps its association, which is not published; a masking is then seen only as a document that is no longer listed.
   */
  newSince(input: NewSinceInput): Promise<NewsResult>;
  /** TD3.1a, GetDocuments: the entry of a document as it is now, after a stale reference or a change of its metadata. */
  current(input: FindReferenceInput): Promise<DmpDocument | undefined>;
  /** TD3.1b: reference of a document whose uniqueId is known. Allowed in indirect mode. */
  findReference(input: FindReferenceInput): Promise<ReferenceResult>;
  /** TD3.2: the bytes, checked against hash and size. */
  retrieve(input: RetrieveInput): Promise<RetrieveResult>;

  /** TD3.3a: hides a document from professionals. */
  mask(input: UpdateInput): Promise<UpdateResult>;
  /** TD3.3a. */
  unmask(input: UpdateInput): Promise<UpdateResult>;
  /** TD3.3b: shows a document to the patient. Cannot be undone. */
  showToPatient(input: UpdateInput): Promise<UpdateResult>;
  /** TD3.3b: shows a document to the legal representatives of a minor. */
  showToLegalRepresentatives(input: UpdateInput): Promise<UpdateResult>;
  /** TD3.3c: unpublishes a document. */
  remove(input: RemoveInput): Promise<UpdateResult>;
  /** TD3.3d. */
  archive(input: UpdateInput): Promise<UpdateResult>;
  /** TD3.3d, the way back. Deduced from PDT-INF-526, not seen on the wire. */
  unarchive(input: UpdateInput): Promise<UpdateResult>;

  close(): Promise<void>;
}
