/** The INSi teleservice without its client: operations, messages, answers, faults, codes. */
export { decodeInsiAnswer, decodeInsiBody, INSI_ANSWER_LIMITS, type InsiAnswer } from './insi/answer.js';
export {
  type RecSansVitale,
  type RecVitale,
  type RecVitaleMatricule,
  recSansVitale,
  recVitale,
} from './insi/bodies.js';
export {
  findInsiCode,
  INSI_CODES,
  type InsiCodeEntry,
  type InsiCodeKind,
  type InsiRetryAdvice,
} from './insi/codes.js';
export {
  type ContexteCommun,
  type ContexteNir,
  type Couverture,
  contexteBam,
  contexteLps,
  contexteTemps,
} from './insi/contexts.js';
export {
  InsiConfigError,
  type InsiError,
  type InsiErrorCode,
  type InsiErrorInit,
  type InsiFaultDetails,
  InsiInputError,
  InsiProtocolError,
  InsiTechnicalError,
  InsiUnavailableError,
  InsiUnsupportedError,
} from './insi/errors.js';
export { type InsiAnswerContext, insiFaultError, readInsiFault } from './insi/fault.js';
export { insiFindings } from './insi/findings.js';
export { type InsiOperationName, insiAction, NS as INSI_NAMESPACES } from './insi/namespaces.js';
export {
  type InsiOperation,
  rechercherInsAvecCarteVitale,
  rechercherInsAvecTraitsIdentite,
  validateRecVitale,
} from './insi/operations.js';
export { type InsRecu, type ResultatRecu, readResultat, type TraitsRecus } from './insi/received.js';
export {
  encodeInsiRequest,
  type InsiCallContext,
  type InsiMessage,
  type InsiSender,
  newInsiCallContext,
} from './insi/request.js';
export {
  type InsiHistoryEntry,
  type InsiSnapshot,
  type InsiTraits,
  snapshotTraits,
  toSnapshot,
} from './insi/snapshot.js';
export { type LpsSoftware, validateLpsSoftware } from './insi/software.js';
export {
  type NormalisationReport,
  type NormalizedTraits,
  normalizeTraitsRecherche,
  type TraitsNormalises,
  type TraitsRecherche,
  validateRecSansVitale,
} from './insi/traits.js';
