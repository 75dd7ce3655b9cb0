/**
 * The gate that every message passes before an identity leaves, and what a received one becomes: shared by the mappers of
 * CDA and XDS (here) and by those of HL7 v2, FHIR and the datamatrix (`ins`). Browser-safe.
 */
export { ER7_DELIMITERS, type Er7Delimiters, escapeEr7, unescapeEr7 } from './patient/er7-escape.js';
export {
  type AssigningAuthority,
  authorityOid,
  checkLocalIdentifiers,
  type LocalIdentifier,
} from './patient/local-identifier.js';
export {
  PATIENT_MAILBOX_DOMAIN,
  type PatientMailboxOptions,
  parsePatientMailbox,
  patientMailbox,
} from './patient/mailbox.js';
export { identityFindings } from './patient/messages.js';
export {
  checkReceivedTraits,
  keepIns,
  presentTraits,
  type ReceivedIdentity,
  type ReceiveOptions,
} from './patient/received.js';
export type { Encoded, Received } from './patient/result.js';
export { unsafeText } from './patient/text.js';
export { requireIns, type Transmissible } from './patient/transmit.js';
export {
  atMost,
  completedDate,
  type IdentityView,
  leaks,
  type ViewedIdentity,
  viewIdentity,
} from './patient/view.js';
