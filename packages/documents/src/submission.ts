/** The one model of what is submitted: from it come the CDA documents, their metadata, the signature and the archive. Browser-safe. */

export {
  CONTRAINDICATIONS as IMAGING_CONTRAINDICATIONS,
  LATERALITIES as IMAGING_LATERALITIES,
  MODALITIES as IMAGING_MODALITIES,
  PREGNANCIES as IMAGING_PREGNANCIES,
  RADIATION_QUANTITIES as IMAGING_RADIATION_QUANTITIES,
  REGIONS as IMAGING_REGIONS,
} from './models/imaging-lists.js';
export {
  CARE_NEEDS as IMAGING_CARE_NEEDS,
  PET_FUNCTIONS as IMAGING_PET_FUNCTIONS,
  REQUESTED_MODALITIES as IMAGING_REQUESTED_MODALITIES,
  SCINTIGRAPHY_FUNCTIONS as IMAGING_SCINTIGRAPHY_FUNCTIONS,
  TOPOGRAPHIES as IMAGING_TOPOGRAPHIES,
} from './models/imaging-request-lists.js';
export { completeDocument } from './models/models.js';
export type { CarePlan } from './models/schema/care-plan.js';
export type {
  Administration,
  FollowUp,
  Mother,
  OtherParent,
} from './models/schema/child-certificate.js';
export type { CrBioContent } from './models/schema/cr-bio.js';
export type { CseCs8Content } from './models/schema/cse-cs8.js';
export type { CseCs9Content, CseCs24Content } from './models/schema/cse-later.js';
export type { CseMdeContent } from './models/schema/cse-mde.js';
export type { MedicalDevice, PlacedDevice } from './models/schema/device.js';
export type { AdvanceDirectives } from './models/schema/directives.js';
export type { Dispensed, EDispMedContent } from './models/schema/edisp-med.js';
export type { EpMedDmContent, PosologyStep, PrescribedDevice, PrescribedMedicine } from './models/schema/ep-med-dm.js';
export type { FamilyProblem, Habit } from './models/schema/history.js';
export type { ClinicalInformation, ImagingProduct } from './models/schema/imaging.js';
export type { ImagingAct, ImagingSite, ImgCrContent } from './models/schema/img-cr.js';
export type { ImagingRequest, ImgDaContent } from './models/schema/img-da.js';
export type { AdverseEffect, FunctionalStatus, IpsFrContent, ResultGroup } from './models/schema/ips-fr.js';
export type {
  LabBattery,
  LabImage,
  LabIsolate,
  LabPerformer,
  LabReference,
  LabReport,
  LabResult,
  LabSpecimen,
  LabValidation,
  LabValue,
} from './models/schema/lab.js';
export type { LdlEesContent } from './models/schema/ldl-ees.js';
export type { LdlSesContent } from './models/schema/ldl-ses.js';
export type { DispensedMedicine, Dose, DoseRange, Medicine, Posology, Timing } from './models/schema/medicine.js';
export type { PregnancyHistory } from './models/schema/pregnancy.js';
export type {
  Allergy,
  Certainty,
  CodedText,
  Criticality,
  Doer,
  Health,
  Known,
  Problem,
  ProblemStatus,
  Procedure,
  Product,
  Quantity,
  Reaction,
  Severity,
  Treatment,
  Value,
} from './models/schema/shared.js';
export type { TlmDaContent } from './models/schema/tlm-da.js';
export type {
  NotedVaccination,
  PlannedVaccination,
  VacContent,
  Vaccination,
  VacNoteContent,
} from './models/schema/vaccination.js';
export type { VitalSign } from './models/schema/vital-signs.js';
export type { VsmContent } from './models/schema/vsm.js';
export {
  BODY_MEDIA_TYPES,
  type CdaBody,
  type UnstructuredBody,
  type UnstructuredKind,
} from './submission/body.js';
export type { PdfPolicy } from './submission/check-body.js';
export type {
  AddressUse,
  Contact,
  HeaderNullFlavor,
  InstanceId,
  Period,
  PostalAddress,
  Telecom,
  TelecomUse,
} from './submission/contact.js';
export type {
  Authenticator,
  Consent,
  Custodian,
  DataEnterer,
  DocumentAuthor,
  Encounter,
  EncounterParticipantType,
  Facility,
  Informant,
  LegalAuthenticator,
  Order,
  Participant,
  ParticipantType,
  PatientSignatory,
  Performer,
  Recipient,
  RelatedKind,
  ServiceEvent,
  Translation,
} from './submission/header.js';
export { submissionJsonSchema } from './submission/json-schema.js';
export { MAX_OID, newOid } from './submission/oids.js';
export { type ParseSubmissionOptions, parseSubmission } from './submission/parse.js';
export type {
  Author,
  Device,
  Organization,
  PatientAuthor,
  PersonName,
  Professional,
  ProfessionalAuthor,
  ServiceAuthor,
  SystemAuthor,
} from './submission/people.js';
export type { SubmissionProfile } from './submission/profile.js';
export type { Attachment, StructuredBody, StructuredContents, StructuredModel } from './submission/structured.js';
export type {
  DocumentBody,
  Guardian,
  ReplacedDocument,
  Submission,
  SubmissionDocument,
  SubmissionPatient,
  Visibility,
} from './submission/types.js';
export { type ValidateSubmissionOptions, validateSubmission } from './submission/validate.js';
