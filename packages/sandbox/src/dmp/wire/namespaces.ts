/** Namespaces of the messages of the DMP. */
export const NS = {
  soap: 'http://www.w3.org/2003/05/soap-envelope',
  wsa: 'http://www.w3.org/2005/08/addressing',
  wsse: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  saml: 'urn:oasis:names:tc:SAML:2.0:assertion',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  xades: 'http://uri.etsi.org/01903/v1.1.1#',
  hl7: 'urn:hl7-org:v3',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  xop: 'http://www.w3.org/2004/08/xop/include',
  xds: 'urn:ihe:iti:xds-b:2007',
  lcm: 'urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0',
  rim: 'urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0',
  rs: 'urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0',
  query: 'urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0',
  habilitations: 'urn:si-dmp-habilitations',
  patients: 'urn:si-dmp-patients',
} as const;

export const ANONYMOUS = 'http://www.w3.org/2005/08/addressing/anonymous';
export const FAULT_ACTION = 'http://www.w3.org/2005/08/addressing/soap/fault';

/** The six living services. */
export const DMP_SERVICES = [
  'patients',
  'patientsSpecific',
  'patientsPDQ',
  'habilitations',
  'registry',
  'repository',
] as const;
export type DmpServiceName = (typeof DMP_SERVICES)[number];

/** What a message asks; TD0.2 and TD1.3a, TD1.3b and TD1.4 share their messages. */
export type DmpOperation =
  | 'findPatient'
  | 'revisePatient'
  | 'setAuthorization'
  | 'listAuthorizationByPatient'
  | 'patientList'
  | 'findCandidates'
  | 'provideAndRegister'
  | 'storedQuery'
  | 'retrieve'
  | 'updateDocumentSet';

export interface OperationShape {
  readonly operation: DmpOperation;
  readonly service: DmpServiceName;
  readonly action: string;
  readonly replyAction: string;
  /** Namespace and local name of the payload. */
  readonly root: readonly [namespace: string, local: string];
}

/** Action of the request and of the reply; ITI-57 is answered with a hyphen, as the DMP does. */
export const OPERATIONS: readonly OperationShape[] = [
  {
    operation: 'findPatient',
    service: 'patients',
    action: 'urn:hl7-org:v3:PRPA_IN201307UV02',
    replyAction: 'urn:hl7-org:v3:PRPA_IN201308UV02',
    root: [NS.hl7, 'PRPA_IN201307UV02'],
  },
  {
    operation: 'revisePatient',
    service: 'patients',
    action: 'urn:hl7-org:v3:PRPA_IN201314UV02',
    replyAction: 'urn:hl7-org:v3:PRPA_IN201314ResponseUV02',
    root: [NS.hl7, 'PRPA_IN201314UV02'],
  },
  {
    operation: 'setAuthorization',
    service: 'habilitations',
    action: 'urn:si-dmp-habilitations:HabilitationsEndPoint:setAuthorization',
    replyAction: 'urn:si-dmp-habilitations:HabilitationsEndPoint:setAuthorizationResponse',
    root: [NS.habilitations, 'setAuthorization'],
  },
  {
    operation: 'listAuthorizationByPatient',
    service: 'habilitations',
    action: 'urn:si-dmp-habilitations:HabilitationsEndPoint:listAuthorizationByPatient',
    replyAction: 'urn:si-dmp-habilitations:HabilitationsEndPoint:listAuthorizationByPatientResponse',
    root: [NS.habilitations, 'listAuthorizationByPatient'],
  },
  {
    operation: 'patientList',
    service: 'patientsSpecific',
    action: 'urn:si-dmp-patients:PatientSpecificEndPoint:patientList',
    replyAction: 'urn:si-dmp-patients:PatientSpecificEndPoint:patientListResponse',
    root: [NS.patients, 'patientList'],
  },
  {
    operation: 'findCandidates',
    service: 'patientsPDQ',
    action: 'urn:hl7-org:v3:PRPA_IN201305UV02',
    replyAction: 'urn:hl7-org:v3:PRPA_IN201306UV02',
    root: [NS.hl7, 'PRPA_IN201305UV02'],
  },
  {
    operation: 'provideAndRegister',
    service: 'repository',
    action: 'urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b',
    replyAction: 'urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-bResponse',
    root: [NS.xds, 'ProvideAndRegisterDocumentSetRequest'],
  },
  {
    operation: 'storedQuery',
    service: 'registry',
    action: 'urn:ihe:iti:2007:RegistryStoredQuery',
    replyAction: 'urn:ihe:iti:2007:RegistryStoredQueryResponse',
    root: [NS.query, 'AdhocQueryRequest'],
  },
  {
    operation: 'retrieve',
    service: 'repository',
    action: 'urn:ihe:iti:2007:RetrieveDocumentSet',
    replyAction: 'urn:ihe:iti:2007:RetrieveDocumentSetResponse',
    root: [NS.xds, 'RetrieveDocumentSetRequest'],
  },
  {
    operation: 'updateDocumentSet',
    service: 'registry',
    action: 'urn:ihe:iti:2010:UpdateDocumentSet',
    replyAction: 'urn:ihe:iti:2010:UpdateDocumentSet-Response',
    root: [NS.lcm, 'SubmitObjectsRequest'],
  },
];
