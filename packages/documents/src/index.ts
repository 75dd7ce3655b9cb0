export { type BuildCdaOptions, type BuiltCda, buildCda } from './cda/build.js';
export { documentsFindings } from './messages.js';
export { type ParseSubmissionOptions, parseSubmission } from './submission/parse.js';
export type { SubmissionProfile } from './submission/profile.js';
export type { Submission, SubmissionDocument } from './submission/types.js';
export { type ValidateSubmissionOptions, validateSubmission } from './submission/validate.js';
export { type CdaProfile, type CdaValidationOptions, validateCda } from './validate.js';
