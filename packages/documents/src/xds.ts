/** XDS metadata of French documents: types, ebXML codec, derivation, checks. Browser-safe. */
export {
  type AssociationOverrides,
  isSignatureEntry,
  SIGNATURE_CODES,
  VISIBILITY_CODES,
} from './xds/codes.js';
export { compareWithCda } from './xds/compare.js';
export { checkHashes } from './xds/contents.js';
export { type DecodedRegistryObjects, decodeRegistryObjects, entryUuidOf } from './xds/decode.js';
export {
  type DocumentContent,
  deriveMetadata,
  type IdentifiedSubmission,
  type SubmissionMetadata,
} from './xds/derive.js';
export { encodeRegistryObjectList, encodeSubmitObjectsRequest } from './xds/encode.js';
export { XDS_ERROR_CODES, type XdsErrorCode, type XdsErrorKind, xdsErrorKind } from './xds/errors.js';
export { type CdaMetadataOptions, metadataFromCda } from './xds/from-cda.js';
export {
  decodeCx,
  decodeCxi,
  decodeSpecialty,
  decodeXcn,
  decodeXon,
  encodeCx,
  encodeCxi,
  encodeSpecialty,
  encodeXcn,
  encodeXon,
  readSourcePatientInfo,
  type SourcePatientInfo,
  samePatient,
  writeSourcePatientInfo,
} from './xds/hl7.js';
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
export { isXdsTime, toXdsTime, xdsInstant, xdsTimeOf } from './xds/time.js';
export type {
  Association,
  DocumentEntry,
  Folder,
  PreparedDocument,
  PreparedSubmission,
  ReferenceId,
  RegistryObjects,
  SubmissionSet,
  UnreadMetadata,
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
export {
  type MetadataEnvironment,
  type MetadataProfile,
  type MetadataToCheck,
  type ValidateMetadataOptions,
  validateMetadata,
} from './xds/validate.js';
