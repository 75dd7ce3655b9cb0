/** The carte Vitale and the assertions: reader port, simulated reader, PS and Vitale assertions, ApCV port. */
export {
  CARD_TYPE_OID,
  type CardType,
  cardType,
  checkPsCertificate,
  psIdentifier,
} from './assertions/card-certificate.js';
export { buildPsAssertion, type PsAssertion, type PsAssertionInput, X509_SUBJECT_NAME } from './assertions/ps.js';
export { createPsAssertionSource, type PsAssertionSource } from './assertions/ps-source.js';
export { buildPscAssertion, type PscAssertionInput } from './assertions/psc.js';
export { type AssertionAttributeNames, ATTRIBUTE_NAMES, type PsActivity } from './assertions/saml.js';
export { createKeySigner, type PsAssertionSigner } from './assertions/signer.js';
export {
  buildVitaleAssertion,
  type SignVitale,
  VITALE_KEYINFO_NS,
  VITALE_SIGNATURE_METHODS,
  type VitaleAssertion,
  type VitaleAssertionInput,
} from './assertions/vitale.js';
export type { ApcvContext, ApcvIdentity, ApcvIdentityProvider } from './vitale/apcv.js';
export {
  findBeneficiary,
  type NirVitale,
  normalizeVitaleSerial,
  sameBeneficiary,
  type VitaleBeneficiary,
  type VitaleCard,
  type VitaleCardNature,
  type VitaleCardType,
} from './vitale/card.js';
export { type VitaleRequest, vitaleRequest } from './vitale/mapping.js';
export type { VitaleCardState, VitaleReader, VitaleSignature } from './vitale/reader.js';
export {
  createVitaleSession,
  VITALE_MAX_AGE_SECONDS,
  type VitalePresented,
  type VitaleSession,
  type VitaleSessionOptions,
} from './vitale/session.js';
export {
  createSimulatedVitaleReader,
  type SimulatedVitaleOptions,
  type SimulatedVitaleReader,
} from './vitale/simulated.js';
