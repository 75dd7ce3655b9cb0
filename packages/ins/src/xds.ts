/** The INS in XDS metadata and in the VIHF, written and read. Browser-safe. */
export type {
  AssigningAuthority,
  Encoded,
  LocalIdentifier,
  Received,
  ReceiveOptions,
} from '@socle-sante/documents/identity';
export {
  decodeXdsPatientId,
  decodeXdsSourcePatientId,
  decodeXdsSourcePatientInfo,
  encodeVihfResourceId,
  encodeXdsPatient,
  encodeXdsPatientId,
  encodeXdsSourcePatientId,
  encodeXdsSourcePatientInfo,
  type XdsPatient,
  type XdsSourcePatient,
} from '@socle-sante/documents/patient';
