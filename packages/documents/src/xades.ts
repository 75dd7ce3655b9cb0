/** The signature of a submission set: IHE DSG enveloping XAdES 1.1.1, as the DMP has it. Browser-safe. */
export { SubmissionSignatureError, type SubmissionSignatureErrorCode } from './xades/error.js';
export { type Hash, webCryptoHash } from './xades/hash.js';
export { isXmlMediaType, type SignedDocument, type SignSubmissionSetOptions, signSubmissionSet } from './xades/sign.js';
export type { PurposeForm } from './xades/template.js';
export {
  type VerifiedSubmissionSet,
  type VerifySubmissionSetOptions,
  verifySubmissionSetSignature,
} from './xades/verify.js';
