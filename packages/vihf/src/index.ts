export { buildVihf, createVihfSource, type VihfBase, type VihfBuildOptions, type VihfCall } from './build.js';
export { type CardActivity, type CardVihfInput, vihfFromCps } from './card.js';
export { VihfFormatError, VihfInputError, type VihfInputErrorCode } from './errors.js';
export { inspectVihf } from './inspect.js';
export { vihfFindings } from './messages.js';
export {
  listPscSituations,
  type PscActivity,
  type PscExercice,
  type PscSituation,
  type PscUserInfo,
  type PscVihfInput,
  vihfFromPsc,
} from './psc.js';
export { type StructureVihfInput, vihfFromStructureCertificate } from './structure.js';
export {
  AUTHN_CONTEXTS,
  type VihfAttribute,
  type VihfClaims,
  type VihfInput,
  type VihfMode,
  type VihfPurpose,
  type VihfRoles,
  type VihfSoftware,
  type VihfView,
  type VihfWireOptions,
} from './types.js';
export { checkSignatureCertificate, type VihfContext, validateVihf, validateVihfInput } from './validate.js';
export { type VerifiedVihf, type VerifyVihfOptions, verifyVihf } from './verify.js';
