export {
  type AccessPurpose,
  type DmpCall,
  type DmpCaller,
  type DmpMode,
  type DmpTransaction,
  forbiddenByMode,
  type ModeRefusal,
  type VihfSource,
} from './access.js';
export { knownDocument } from './client/changes.js';
export type {
  DmpAuthentication,
  DmpClientOptions,
  DmpRetryPolicy,
  DmpSoftware,
  DmpTimeouts,
  DmpWireOptions,
  ResubmissionPolicy,
} from './client/options.js';
export type {
  AdministrativeAuthor,
  AuthorisationsInput,
  ByIdentifierInput,
  CloseRecordInput,
  DepositInput,
  DmpCallInput,
  DmpClient,
  FindDocumentsInput,
  FindPatientsInput,
  FindReferenceInput,
  FindSubmissionSetsInput,
  GetAssociationsInput,
  MyRecordsInput,
  NewSinceInput,
  OpenCallInput,
  PatientCallInput,
  RemoveInput,
  ReplaceInput,
  RetrieveInput,
  UpdateAdministrativeDataInput,
  UpdateInput,
} from './client/types.js';
export { createDmpClient } from './client.js';
export {
  DMP_CODES,
  DMP_SENTENCES,
  type DmpCodeEntry,
  type DmpCodeKind,
  type DmpRetryAdvice,
  type DmpSentence,
  findDmpCode,
  findDmpSentence,
} from './codes.js';
export { createFileJournal } from './deposit/file-journal.js';
export { createMemoryJournal, type DepositJournal, type DepositRecord, type DepositState } from './deposit/journal.js';
export {
  createDepositRun,
  type DepositItem,
  type DepositItemOutcome,
  type DepositRun,
  type DepositRunOptions,
  type DepositRunResult,
} from './deposit/run.js';
export type {
  CodeFilter,
  DepositedDocument,
  DepositResult,
  DmpDocument,
  DocumentChange,
  DocumentChangeKind,
  DocumentFilters,
  DocumentReference,
  KnownDocument,
  MissingDocument,
  NewsResult,
  ReferenceResult,
  RetrievedDocument,
  RetrieveResult,
  SearchResult,
  SubmissionSetFilters,
  UpdateAuthor,
  UpdateResult,
} from './documents-types.js';
export {
  DMP_REPOSITORY_UNIQUE_ID,
  type DmpEnvironment,
  type DmpEnvironmentInput,
  type DmpService,
  dmpEnvironment,
  dmpServiceUrl,
} from './environments.js';
export {
  DmpConfigError,
  type DmpError,
  type DmpErrorCode,
  type DmpFault,
  DmpInputError,
  DmpProtocolError,
  DmpRefusedError,
  DmpUnavailableError,
  DmpUnsupportedError,
  type RegistryError,
} from './errors.js';
export {
  type ConsultationStep,
  createDepositJourney,
  type DepositJourney,
  type DepositJourneyFacts,
  type DepositStep,
  nextConsultationStep,
  nextDepositStep,
} from './journey.js';
export { dmpFindings } from './messages.js';
export type {
  AccessibleRecord,
  AuthorisationChange,
  AuthorisationState,
  AuthorisedProfessional,
  DmpAddress,
  DmpAdministrativeData,
  DmpAuthorisation,
  DmpExistence,
  DmpRecordStatus,
  LegalRepresentative,
  PatientCandidate,
} from './patients/types.js';
export {
  DMP_RIGHTS,
  type Right,
  type RightAction,
  type RightProfile,
  type RightRow,
  type RightsCaller,
  rightOf,
} from './rights.js';
export { type WebPage, webAccessUrl } from './web-access.js';
