/** The INS in FHIR: `Patient` of the French core profiles 2.1 and 2.2, written, read and checked. Browser-safe. */

export type {
  AssigningAuthority,
  Encoded,
  LocalIdentifier,
  Received,
  ReceivedIdentity,
  ReceiveOptions,
} from '@socle-sante/documents/identity';
export { decodePatient, type ReceivedFhirPatient } from './mappers/fhir/decode.js';
export { FR_CORE } from './mappers/fhir/dialect.js';
export { type EncodePatientOptions, encodePatient, encodePatientSearch } from './mappers/fhir/encode.js';
export type {
  FhirAddress,
  FhirCodeableConcept,
  FhirCoding,
  FhirContactPoint,
  FhirExtension,
  FhirHumanName,
  FhirIdentifier,
  FrCorePatient,
} from './mappers/fhir/types.js';
export { type ValidateFrCoreOptions, validateFrCorePatientIns } from './mappers/fhir/validate.js';
