/** XDS metadata of French documents: types, ebXML codec, derivation, checks. Browser-safe. */
export { XDS_ERROR_CODES, type XdsErrorCode, type XdsErrorKind, xdsErrorKind } from './xds/errors.js';
export {
  type EntryUuid,
  entryUuid,
  isDmpUniqueId,
  type LogicalId,
  logicalId,
  parseEntryUuid,
  parseLogicalId,
  parseUniqueId,
  type UniqueId,
  uniqueId,
} from './xds/ids.js';
export type {
  Association,
  DocumentEntry,
  Folder,
  PreparedDocument,
  PreparedSubmission,
  ReferenceId,
  RegistryObjects,
  SubmissionSet,
  Xcn,
  XdsAuthor,
  XdsPatientId,
  XdsSlots,
  XdsTime,
  Xon,
} from './xds/types.js';
export {
  ASSOCIATION_TYPES,
  type AssociationType,
  type AvailabilityStatus,
  ERROR_SEVERITIES,
  RESPONSE_STATUSES,
  STATUSES,
  SUBMISSION_SET_STATUS,
  XDS_NAMESPACES,
} from './xds/uris.js';
