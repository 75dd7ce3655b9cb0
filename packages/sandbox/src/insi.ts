/**
 * The INSi simulator's business core, without sockets or XML: safe in a browser.
 */
export {
  type InsiMode,
  OID_INS_NIA,
  OID_INS_NIR,
  type SimulatedHistory,
  type SimulatedPerson,
} from './insi/person.js';
export { CNDA_NOT_FOUND, INSI_PERSONAS } from './insi/personas.js';
export { DMP_PERSONAS } from './insi/personas-dmp.js';
export {
  createInsiRegistry,
  type InsiRegistry,
  type InsiRegistryOptions,
  type LookupResult,
  PERSONAS,
  type TraitsQuery,
  type VitaleQuery,
} from './insi/registry.js';
export {
  type BatchState,
  createVerificationTable,
  type VerificationRequest,
  type VerificationTable,
  type VerificationTableOptions,
  type VerificationVerdict,
} from './insi/verification.js';
export {
  normaliseSerial,
  VIRTUAL_VITALE_CARDS,
  type VirtualBeneficiary,
  type VirtualVitaleCard,
} from './insi/vitale-cards.js';
