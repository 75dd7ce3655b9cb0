export { nomenclaturesFindings } from './messages.js';
export { type NomenclaturesRequest, validateNomenclaturesRequest } from './validate.js';
