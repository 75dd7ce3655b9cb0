export { dmpFindings } from './messages.js';
export { type DmpRequest, validateDmpRequest } from './validate.js';
