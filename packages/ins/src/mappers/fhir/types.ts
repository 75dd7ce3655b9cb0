/** The parts of FHIR R4 that a patient with an INS needs; our own interfaces, so that no type package is imposed. */
export interface FhirCoding {
  readonly system?: string;
  readonly code?: string;
  readonly display?: string;
}

export interface FhirCodeableConcept {
  readonly coding?: readonly FhirCoding[];
  readonly text?: string;
}

export interface FhirAddress {
  readonly extension?: readonly FhirExtension[];
  readonly city?: string;
}

export interface FhirExtension {
  readonly url: string;
  readonly extension?: readonly FhirExtension[];
  readonly valueString?: string;
  readonly valueDate?: string;
  readonly valueCoding?: FhirCoding;
  readonly valueCodeableConcept?: FhirCodeableConcept;
  readonly valueAddress?: FhirAddress;
}

export interface FhirIdentifier {
  readonly use?: string;
  readonly type?: FhirCodeableConcept;
  readonly system?: string;
  readonly value?: string;
}

export interface FhirHumanName {
  readonly extension?: readonly FhirExtension[];
  readonly use?: string;
  readonly family?: string;
  readonly given?: readonly string[];
}

export interface FhirContactPoint {
  readonly system?: string;
  readonly value?: string;
}

/**
 * A `Patient` of profile `fr-core-patient`, or `fr-core-patient-ins` when it holds an INS. Add your own elements to
 * it.
 */
export interface FrCorePatient {
  readonly resourceType: 'Patient';
  readonly id?: string;
  readonly meta?: { readonly profile?: readonly string[] };
  readonly extension?: readonly FhirExtension[];
  readonly identifier?: readonly FhirIdentifier[];
  readonly active?: boolean;
  readonly name?: readonly FhirHumanName[];
  readonly telecom?: readonly FhirContactPoint[];
  readonly gender?: 'male' | 'female' | 'unknown' | 'other';
  readonly birthDate?: string;
  readonly deceasedBoolean?: boolean;
}
