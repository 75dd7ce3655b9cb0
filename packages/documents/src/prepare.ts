/** From a submission to everything that a deposit sends. Browser-safe. */
export { SubmissionRefusedError } from './prepare/error.js';
export { type PrepareOptions, prepareSubmission, type SetSigning } from './prepare/prepare.js';
export { identifySubmission } from './xds/identify.js';
