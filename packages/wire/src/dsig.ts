/** XML signatures: sign, verify, with a closed list of algorithms. Node only. */

export { dangerouslyAllowSha1, type LegacyAlgorithms } from './dsig/algorithms.js';
export { signEnveloped } from './dsig/sign.js';
export { type SignTreeOptions, signTree } from './dsig/sign-tree.js';
export { createKeySigner, type KeySignerOptions } from './dsig/signer.js';
export type {
  DigestAlgorithm,
  SignatureAlgorithm,
  SignatureCanonicalization,
  SignatureTrust,
  SignOptions,
  VerifiedSignature,
  VerifyOptions,
  XmlSigner,
} from './dsig/types.js';
export { verifyEnveloped } from './dsig/verify.js';
export {
  SignatureError,
  type SignatureErrorCode,
  SigningError,
  type SigningErrorCode,
} from './errors/signature-error.js';
