/** The INS in CDA R2: `recordTarget`, written and read (CI-SIS, volet Structuration minimale). Browser-safe. */

export type {
  AssigningAuthority,
  Encoded,
  LocalIdentifier,
  Received,
  ReceivedIdentity,
  ReceiveOptions,
} from '@socle-sante/documents/identity';
export {
  CDA_NAMESPACE,
  type CdaAddress,
  type CdaTelecom,
  decodeRecordTarget,
  type EncodeRecordTargetOptions,
  encodeRecordTarget,
  GENDER_CODE_SYSTEM,
  GENDER_CODES,
  recordTargetNode,
} from '@socle-sante/documents/patient';
