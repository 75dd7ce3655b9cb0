/**
 * The DMP simulator's business core: patients, rights, registry and repository as plain objects, without sockets, XML or MIME.
 * Safe in a browser.
 */
export {
  DMP_REPOSITORY,
  type DmpAdmin,
  type DmpAdministrativeChange,
  type DmpChange,
  type DmpCommit,
  type DmpCore,
  type DmpCoreOptions,
  type DmpExistence,
  type DmpListedPatient,
  type DmpListPatients,
  type DmpQuery,
  type DmpQueryName,
  type DmpQueryResult,
  type DmpRecordChange,
  type DmpRegistered,
  type DmpRetrieved,
  type DmpRetrieveRequest,
  type DmpSetAuthorization,
  type DmpSnapshot,
  type DmpUpdate,
  type DmpUpdated,
} from './dmp/core/api.js';
export type { DmpAccessMode, DmpAuthenticationMode, DmpCaller, DmpCallerKind } from './dmp/core/caller.js';
export { createDmpCore } from './dmp/core/core.js';
export type {
  DmpAssociation,
  DmpAuthor,
  DmpCode,
  DmpContent,
  DmpDocumentEntry,
  DmpPatientId,
  DmpStatus,
  DmpSubmission,
  DmpSubmissionSet,
} from './dmp/core/metadata.js';
export type {
  DmpAuthorization,
  DmpAuthorizationState,
  DmpFoundPatient,
  DmpPatient,
  DmpPatientCriteria,
  DmpRecord,
  DmpTrace,
  StoredEntry,
  StoredSet,
} from './dmp/core/record.js';
export type { DmpLevel, DmpOutcome, DmpRefusal, DmpRefusalLevel } from './dmp/core/refusal.js';
export { documentContent } from './dmp/core/sha1.js';
