/** The INS in XDS metadata and in the VIHF, written and read. Browser-safe. */
export type { AssigningAuthority, LocalIdentifier } from './mappers/local-identifier.js';
export type { ReceiveOptions } from './mappers/received.js';
export type { Encoded, Received } from './mappers/result.js';
export {
  decodeXdsPatientId,
  decodeXdsSourcePatientId,
  decodeXdsSourcePatientInfo,
  type XdsSourcePatient,
} from './mappers/xds/decode.js';
export {
  encodeVihfResourceId,
  encodeXdsPatient,
  encodeXdsPatientId,
  encodeXdsSourcePatientId,
  encodeXdsSourcePatientInfo,
  type XdsPatient,
} from './mappers/xds/encode.js';
