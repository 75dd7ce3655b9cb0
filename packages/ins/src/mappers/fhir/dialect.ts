import type { FrCoreVersion } from '@socle-sante/core/ins-identifier';
import type { IdentityAttribute, RnivStatus } from '@socle-sante/core/rniv';

const BASE = 'https://hl7.fr/ig/fhir/core';

/** Canonical addresses of the French core profiles. */
export const FR_CORE = {
  patient: `${BASE}/StructureDefinition/fr-core-patient`,
  patientIns: `${BASE}/StructureDefinition/fr-core-patient-ins`,
  identityReliability: `${BASE}/StructureDefinition/fr-core-identity-reliability`,
  birthListGivenName: `${BASE}/StructureDefinition/fr-core-patient-birth-list-given-name`,
  inseeCode: `${BASE}/StructureDefinition/fr-core-address-insee-code`,
  birthPlace: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
  identifierTypes: `${BASE}/CodeSystem/fr-core-cs-v2-0203`,
  hl7IdentifierTypes: 'http://terminology.hl7.org/CodeSystem/v2-0203',
  methodCollection: `${BASE}/CodeSystem/fr-core-cs-method-collection`,
  validationMode: `${BASE}/CodeSystem/fr-core-cs-mode-validation-identity`,
  communes: 'https://mos.esante.gouv.fr/NOS/TRE_R13-CommuneOM/FHIR/TRE-R13-CommuneOM',
} as const;

/** Code system of `identityStatus`: this is where the two dialects differ. */
export const STATUS_SYSTEM: Readonly<Record<FrCoreVersion, string>> = {
  '2.1': `${BASE}/CodeSystem/fr-core-cs-v2-0445`,
  '2.2': `${BASE}/CodeSystem/fr-core-cs-identity-status`,
};

/** Code system of `comment`, dialect 2.2 only. */
export const COMMENT_SYSTEM = `${BASE}/CodeSystem/fr-core-cs-identity-status-comment`;

export const ATTRIBUTE_CODES: Readonly<Record<IdentityAttribute, string>> = {
  homonyme: 'HOMA',
  douteuse: 'DOUT',
  fictive: 'FICT',
};

/** The code of a status: dialect 2.1 only has `VALI` and `PROV`, like HL7 v2. */
export function statusCode(status: RnivStatus, dialect: FrCoreVersion): string {
  if (dialect === '2.2') return status;
  return status === 'VALI' || status === 'QUAL' ? 'VALI' : 'PROV';
}
