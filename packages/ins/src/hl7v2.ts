/** The INS in HL7 v2: PID and ZFD of IHE PAM France 2.11, written and read. Browser-safe. */

export type {
  AssigningAuthority,
  Encoded,
  LocalIdentifier,
  Received,
  ReceivedIdentity,
  ReceiveOptions,
} from '@socle-sante/documents/identity';
export {
  ER7_DELIMITERS,
  type Er7Delimiters,
  escapeEr7,
  readDelimiters,
  unescapeEr7,
} from './mappers/hl7v2/er7.js';
export { decodePatientMessage, type ReceivedHl7v2Patient } from './mappers/hl7v2/message.js';
export {
  type DecodePidOptions,
  decodePid,
  PID_MAX_LENGTH,
  type ReceivedPid,
} from './mappers/hl7v2/pid-decode.js';
export { type EncodePidOptions, encodePid, type PidAddress } from './mappers/hl7v2/pid-encode.js';
export {
  HL7V2_PROFILES,
  type Hl7v2Profile,
  type Hl7v2ProfileName,
  mshProfileFields,
} from './mappers/hl7v2/profiles.js';
export { IDENTITY_RELIABILITY_CODES, type IdentityReliabilityCode } from './mappers/hl7v2/reliability.js';
export { decodeZfd, type EncodeZfdOptions, encodeZfd, type Zfd } from './mappers/hl7v2/zfd.js';
