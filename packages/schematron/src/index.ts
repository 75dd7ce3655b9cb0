export { schematronFindings } from './messages.js';
export { type SchematronRequest, validateSchematronRequest } from './validate.js';
