export { documentsFindings } from './messages.js';
export { type CdaProfile, type CdaValidationOptions, validateCda } from './validate.js';
