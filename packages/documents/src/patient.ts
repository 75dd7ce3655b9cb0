/** The patient in CDA R2 (`recordTarget`) and in XDS metadata, written and read. Browser-safe. */
export { decodeRecordTarget } from './patient/cda/decode.js';
export {
  type CdaAddress,
  type CdaTelecom,
  type EncodeRecordTargetOptions,
  encodeRecordTarget,
  recordTargetNode,
} from './patient/cda/encode.js';
export { cdaFindings } from './patient/cda/messages.js';
export { CDA_NAMESPACE, GENDER_CODE_SYSTEM, GENDER_CODES } from './patient/cda/vocabulary.js';
export {
  decodeXdsPatientId,
  decodeXdsSourcePatientId,
  decodeXdsSourcePatientInfo,
  type XdsSourcePatient,
} from './patient/xds/decode.js';
export {
  encodeVihfResourceId,
  encodeXdsPatient,
  encodeXdsPatientId,
  encodeXdsSourcePatientId,
  encodeXdsSourcePatientInfo,
  type XdsPatient,
} from './patient/xds/encode.js';
export { xdsFindings } from './patient/xds/messages.js';
