/**
 * The client of the INSi teleservice. Node only: pages import `/validate`, `/datamatrix`, `/messages` and the mappers.
 * The pieces have their own entries: `/insi`, `/vitale`, `/preflight`, `/verification`, `/environments`.
 */
export { createKeySigner, type PsAssertionSigner } from './assertions/signer.js';
export type { InsiAuditEvent } from './client/audit.js';
export type {
  CertificateAuthentication,
  CpsAuthentication,
  InsiAuthentication,
  InsiClientOptions,
  InsiExperimental,
  PscAuthentication,
} from './client/options.js';
export type { RateLimit } from './client/rate-limit.js';
export type { InsiAttempt, InsiSearchResult, SentTraits } from './client/results.js';
export { RETRY_DELAYS_MS, type RetryPolicy } from './client/retry.js';
export { needsReverification, reverifyAt } from './client/reverify.js';
export type { CallOnceInput, CallOnceResult, SearchByTraitsInput } from './client/search-traits.js';
export type { SearchByVitaleInput } from './client/search-vitale.js';
export { createInsiClient, type InsiClient } from './client.js';
export {
  customInsiEnvironment,
  INSI_ENVIRONMENTS,
  type InsiEndpoint,
  type InsiEnvironment,
  type InsiEnvironmentName,
  type InsiEnvironmentOverrides,
  type InsiListener,
  isProductionInsiEnvironment,
  simulatorInsiEnvironment,
} from './environments.js';
export {
  InsiConfigError,
  type InsiError,
  type InsiErrorCode,
  type InsiFaultDetails,
  InsiInputError,
  InsiProtocolError,
  InsiTechnicalError,
  InsiUnavailableError,
  InsiUnsupportedError,
} from './insi/errors.js';
export { type InsiHistoryEntry, type InsiSnapshot, type InsiTraits, snapshotTraits } from './insi/snapshot.js';
export type { LpsSoftware } from './insi/software.js';
export type { TraitsRecherche } from './insi/traits.js';
export { checkInsiCertificate, type InsiCertificateCheck, type InsiTrigger } from './preflight.js';
