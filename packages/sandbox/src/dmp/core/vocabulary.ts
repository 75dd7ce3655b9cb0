import type { DmpStatus } from './metadata.js';

/** Association types, IHE ITI TF-3 §4.2.2 and dmp-xds §6.4. */
export const ASSOCIATION = {
  hasMember: 'urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember',
  signs: 'urn:ihe:iti:2007:AssociationType:signs',
  replaces: 'urn:ihe:iti:2007:AssociationType:RPLC',
  appends: 'urn:ihe:iti:2007:AssociationType:APND',
  transforms: 'urn:ihe:iti:2007:AssociationType:XFRM',
  transformsAndReplaces: 'urn:ihe:iti:2007:AssociationType:XFRM_RPLC',
  updateStatus: 'urn:ihe:iti:2010:AssociationType:UpdateAvailabilityStatus',
} as const;

export const KNOWN_ASSOCIATIONS: ReadonlySet<string> = new Set(Object.values(ASSOCIATION));

/** Availability statuses, JDV_J52. */
export const STATUS_URI: Readonly<Record<DmpStatus, string>> = {
  Approved: 'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved',
  Deprecated: 'urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated',
  Archived: 'urn:asip:ci-sis:2010:StatusType:Archived',
  Deleted: 'urn:asip:ci-sis:2010:StatusType:Deleted',
};

export function statusOf(uri: string): DmpStatus | undefined {
  for (const [status, known] of Object.entries(STATUS_URI)) if (known === uri) return status as DmpStatus;
  return undefined;
}

/** Code systems of the metadata. */
export const SYSTEM = {
  confidentiality: '2.16.840.1.113883.5.25',
  visibility: '1.2.250.1.213.1.1.4.13',
  loinc: '2.16.840.1.113883.6.1',
  typeFr: '1.2.250.1.213.1.1.4.12',
  classFr: '1.2.250.1.213.1.1.4.1',
  formatIhe: '1.3.6.1.4.1.19376.1.2.3',
  formatFr: '1.2.250.1.213.1.1.4.2.282',
  formatDicom: '1.2.840.10008.2.6.1',
  urn: 'URN',
  sector: '1.2.250.1.71.4.2.4',
  various: '1.2.250.1.213.1.1.4.6',
  practice: '1.2.250.1.213.1.1.4.9',
  professionals: '1.2.250.1.71.4.2.1',
  structures: '1.2.250.1.71.4.2.2',
} as const;

export const MASKED = 'MASQUE_PS';
export const HIDDEN_FROM_PATIENT = 'INVISIBLE_PATIENT';
export const HIDDEN_FROM_REPRESENTATIVES = 'INVISIBLE_REPRESENTANTS_LEGAUX';

/** The metadata of the signature document, IHE DSG as the DMP uses it. */
export const SIGNATURE = {
  classCode: 'urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1',
  typeCode: 'E1762',
  typeSystem: 'ASTM',
  formatCode: 'http://www.w3.org/2000/09/xmldsig#',
  language: 'art',
  eventCode: '1.2.840.10065.1.12.1.14',
  eventSystem: '1.2.840.10065.1.12',
  title: 'Source',
} as const;

/** Codes of faults known from public material (WS-Addressing 1.0 SOAP binding §6.4 for four), and the generic ones of the simulator. */
export const FAULT = {
  certificate: 'DMPInvalidCertificate',
  rights: 'DMPAccessDeniedByRightsService',
  addressing: 'MessageAddressingHeaderRequired',
  addressingInvalid: 'InvalidAddressingHeader',
  action: 'ActionNotSupported',
  destination: 'DestinationUnreachable',
  request: 'DMPInvalidRequest',
  vihf: 'DMPInvalidVihf',
  technical: 'DMPTechnicalError',
} as const;
