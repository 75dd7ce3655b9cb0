/** How a client answers one of the error codes. */
export type XdsErrorKind =
  /** Server side: the same message may be sent again later, with the same uniqueIds. */
  | 'busy'
  /** The message is wrong: sending it again gives the same refusal. */
  | 'message'
  /** An identifier, a version or a status is out of date: read it again first. */
  | 'stale'
  /** It was registered before. */
  | 'duplicate'
  /** The patient is not the right one, or has no record. */
  | 'patient'
  /** The request of a search or a retrieval is wrong. */
  | 'query'
  /** Policy of the server. */
  | 'policy'
  /** Told, but nothing was refused. */
  | 'warning';

/** Error codes of IHE ITI TF-3 table 4.2.4.1-2. A server may send others: a code stays an open string everywhere. */
export const XDS_ERROR_CODES = {
  XDSMissingDocument: 'message',
  XDSMissingDocumentMetadata: 'message',
  XDSRepositoryError: 'busy',
  XDSRegistryError: 'busy',
  XDSRegistryNotAvailable: 'busy',
  XDSRepositoryBusy: 'busy',
  XDSRegistryBusy: 'busy',
  XDSRepositoryOutOfResources: 'busy',
  XDSRegistryOutOfResources: 'busy',
  XDSRepositoryMetadataError: 'message',
  XDSRegistryMetadataError: 'message',
  XDSRepositoryDuplicateUniqueIdInMessage: 'message',
  XDSRegistryDuplicateUniqueIdInMessage: 'message',
  XDSDuplicateUniqueIdInRegistry: 'duplicate',
  XDSNonIdenticalHash: 'duplicate',
  XDSNonIdenticalSize: 'duplicate',
  XDSPatientIdDoesNotMatch: 'patient',
  XDSUnknownPatientId: 'patient',
  XDSRegistryDeprecatedDocumentError: 'stale',
  UnresolvedReferenceException: 'stale',
  XDSDocumentUniqueIdError: 'query',
  XDSUnknownRepositoryId: 'query',
  XDSStoredQueryMissingParam: 'query',
  XDSStoredQueryParamNumber: 'query',
  XDSUnknownStoredQuery: 'query',
  XDSTooManyResults: 'query',
  XDSResultNotSinglePatient: 'query',
  XDSMetadataUpdateError: 'message',
  XDSMetadataUpdateOperationError: 'message',
  XDSMetadataVersionError: 'stale',
  XDSPatientIDReconciliationError: 'patient',
  UnmodifiableMetadataError: 'message',
  XDSMetadataIdentifierError: 'stale',
  XDSInvalidRequestException: 'message',
  XDSMetadataAnnotationError: 'message',
  LocalPolicyRestrictionError: 'policy',
  InvalidDocumentContent: 'message',
  XDSExtraMetadataNotSaved: 'warning',
} as const satisfies Readonly<Record<string, XdsErrorKind>>;

/** A code that this table knows. */
export type XdsErrorCode = keyof typeof XDS_ERROR_CODES;

/** What to do about a code; `undefined` for one that the table does not know. */
export function xdsErrorKind(code: string): XdsErrorKind | undefined {
  return Object.hasOwn(XDS_ERROR_CODES, code) ? XDS_ERROR_CODES[code as XdsErrorCode] : undefined;
}
