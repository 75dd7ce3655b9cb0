/** Each transaction in three steps that can be used alone: `validate`, `encode`, `decode`. Node only (TD3.2 computes digests). */

export type { Provision } from './deposit/check.js';
export {
  type AuthorisationList,
  type AuthorisationListRequest,
  type AuthorisationRequest,
  listAuthorizationByPatient,
  patientList,
  type RecordList,
  type RecordListRequest,
  setAuthorization,
} from './operations/authorisations.js';
export {
  findPatients,
  type PatientSearch,
  type PatientSearchResult,
} from './operations/find-patients.js';
export type { DmpAnswerContext, DmpCallContext, DmpOperation } from './operations/operation.js';
export { administrativeData, existence, type PatientQuestion } from './operations/patients.js';
export {
  type ProvisionOutcome,
  provideDocuments,
  provideDocumentsByStaff,
} from './operations/provide.js';
export { type QueryValue, STORED_QUERIES, type StoredQuery, type StoredQueryName } from './operations/queries.js';
export { type QueryAnswer, referenceQuery, storedQuery } from './operations/query.js';
export {
  type AdministrativeDataChange,
  closeRecord,
  type RecordChange,
  type RecordClosure,
  updateAdministrativeData,
} from './operations/record.js';
export {
  type DocumentRequest,
  type ReceivedDocument,
  type Retrieval,
  type RetrievalAnswer,
  type RetrievalContext,
  retrieveDocuments,
} from './operations/retrieve.js';
export {
  archiveDocument,
  type MetadataChange,
  removeDocument,
  type StatusChange,
  type UpdateAnswer,
  updateMask,
  updateVisibility,
} from './operations/update.js';
