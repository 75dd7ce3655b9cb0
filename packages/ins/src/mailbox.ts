/** The patient's address in Mon espace santé (MSSanté citoyenne). Browser-safe. */
export {
  PATIENT_MAILBOX_DOMAIN,
  type PatientMailboxOptions,
  parsePatientMailbox,
  patientMailbox,
} from '@socle-sante/documents/identity';
