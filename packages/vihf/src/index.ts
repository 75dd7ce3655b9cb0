export { vihfFindings } from './messages.js';
export { type VihfRequest, validateVihfRequest } from './validate.js';
