/** Types of association (IHE ITI TF-3 §4.2.2.2 and §4.2.2.3; ITI metadata update). */
export const ASSOCIATION_TYPES = {
  hasMember: 'urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember',
  signs: 'urn:ihe:iti:2007:AssociationType:signs',
  replace: 'urn:ihe:iti:2007:AssociationType:RPLC',
  append: 'urn:ihe:iti:2007:AssociationType:APND',
  transform: 'urn:ihe:iti:2007:AssociationType:XFRM',
  transformAndReplace: 'urn:ihe:iti:2007:AssociationType:XFRM_RPLC',
  isSnapshotOf: 'urn:ihe:iti:2010:AssociationType:IsSnapshotOf',
  updateAvailabilityStatus: 'urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus',
  submitAssociation: 'urn:ihe:iti:2010:AssociationType:SubmitAssociation',
} as const;

/** One of {@link ASSOCIATION_TYPES}, or another that a registry sent. */
export type AssociationType = (typeof ASSOCIATION_TYPES)[keyof typeof ASSOCIATION_TYPES] | (string & {});

/** Availability of an object (JDV_J52, OID 1.2.250.1.213.1.1.5.131). */
export const STATUSES = {
  approved: 'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved',
  deprecated: 'urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated',
  submitted: 'urn:oasis:names:tc:ebxml-regrep:StatusType:Submitted',
  archived: 'urn:asip:ci-sis:2010:StatusType:Archived',
  deleted: 'urn:asip:ci-sis:2010:StatusType:Deleted',
} as const;

/** One of {@link STATUSES}, or another that a registry sent. */
export type AvailabilityStatus = (typeof STATUSES)[keyof typeof STATUSES] | (string & {});

/** Values of the slot `SubmissionSetStatus`. */
export const SUBMISSION_SET_STATUS = { original: 'Original', reference: 'Reference' } as const;

/** Status of a RegistryResponse (ebRS 3.0; IHE ITI TF-3 §4.2.4). */
export const RESPONSE_STATUSES = {
  success: 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success',
  failure: 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Failure',
  partialSuccess: 'urn:ihe:iti:2007:ResponseStatusType:PartialSuccess',
} as const;

/** Severity of a RegistryError. */
export const ERROR_SEVERITIES = {
  error: 'urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error',
  warning: 'urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Warning',
} as const;

/** Namespaces of ebXML RegRep 3.0 and of XDS.b. */
export const XDS_NAMESPACES = {
  xds: 'urn:ihe:iti:xds-b:2007',
  lcm: 'urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0',
  rim: 'urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0',
  rs: 'urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0',
  query: 'urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0',
} as const;
