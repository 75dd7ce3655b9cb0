/** Roots and code systems of the header (CI-SIS, volet Structuration minimale 1.16). */
export const ROOTS = {
  /** PS_IdNat. */
  professional: '1.2.250.1.71.4.2.1',
  /** Struct_IdNat. */
  organization: '1.2.250.1.71.4.2.2',
  /** Organisation that hosts the documents of patients. */
  patientHost: '1.2.250.1.213.4.1',
} as const;

export const SYSTEMS = {
  loinc: '2.16.840.1.113883.6.1',
  snomed: '2.16.840.1.113883.6.96',
  icd10: '2.16.840.1.113883.6.3',
  atc: '2.16.840.1.113883.6.73',
  cis: '1.2.250.1.213.2.3.1',
  dicom: '1.2.840.10008.2.16.4',
  dicomUid: '1.2.840.10008.2.6.1',
  emdn: '1.2.250.1.213.2.68',
  ccam: '1.2.250.1.215.300.1',
  confidentiality: '2.16.840.1.113883.5.25',
  taAsip: '1.2.250.1.213.1.1.4.322',
  authorSpecialty: '1.2.250.1.213.1.1.4.6',
} as const;

/** Templates that every document declares. */
export const TEMPLATES = {
  hl7France: '2.16.840.1.113883.2.8.2.1',
  ciSis: '1.2.250.1.213.1.1.1.1',
  /** IHE XDS-SD: unstructured body. */
  unstructured: '1.3.6.1.4.1.19376.1.2.20',
} as const;

/** JDV_J08, the three codes that the document itself may have. */
export const CONFIDENTIALITY_LABELS = { N: 'Normal', R: 'Restreint', V: 'Très restreint' } as const;
