/** The INS in CDA R2: `recordTarget`, written and read (CI-SIS, volet Structuration minimale). Browser-safe. */
export { decodeRecordTarget } from './mappers/cda/decode.js';
export {
  type CdaAddress,
  type CdaTelecom,
  type EncodeRecordTargetOptions,
  encodeRecordTarget,
  recordTargetNode,
} from './mappers/cda/encode.js';
export { CDA_NAMESPACE, GENDER_CODE_SYSTEM, GENDER_CODES } from './mappers/cda/vocabulary.js';
export type { AssigningAuthority, LocalIdentifier } from './mappers/local-identifier.js';
export type { ReceivedIdentity, ReceiveOptions } from './mappers/received.js';
export type { Encoded, Received } from './mappers/result.js';
