/** Verification of an INS (WS_INS3 to WS_INS5): the interfaces, and the codec that the vendor supplies. */
export type {
  BatchAnswer,
  BatchReceipt,
  InsToVerify,
  VerificationAnswer,
  VerificationCodec,
  VerificationOutcome,
  VerificationPart,
} from './verification/codec.js';
export {
  type InsVerifier,
  type VerificationCall,
  type VerificationResult,
  type VerifiedItem,
  validateInsToVerify,
} from './verification/verifier.js';
