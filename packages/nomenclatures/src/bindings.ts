/** Which list bounds a field, for the CI-SIS (any exchange) and for the DMP, which is often narrower. */
export interface Binding {
  /** Path in the document (`author/assignedAuthor/code`), metadata attribute (`typeCode`) or assertion attribute. */
  readonly field: string;
  readonly where: 'cda' | 'xds' | 'vihf';
  /** Identifier of the list that the CI-SIS asks, `JDV_J07`. */
  readonly cisis?: string;
  /** Identifier of the list that the DMP asks, when it takes the field. */
  readonly dmp?: string;
  /** How the two differ, and what no list says. */
  readonly note?: string;
}

const CODE_ONLY = 'The official rules look at the code alone, never at its system.';
const CODE_AND_SYSTEM = 'The official rules look at the code and at its system.';

/**
 * The lists of each coded field.
 *
 * Source: CI-SIS, volet Structuration minimale de documents de santé and volet Partage de documents de santé; DMP column of
 * the latter; lists of the ANS at the versions that the tables name.
 */
export const BINDINGS: readonly Binding[] = [
  // CDA header
  {
    field: 'code',
    where: 'cda',
    cisis: 'JDV_J07',
    dmp: 'JDV_J66',
    note: `${CODE_ONLY} The DMP refuses types that the CI-SIS accepts: PIECE-IDENTITE, EXPORT_DUI, 51851-4 …`,
  },
  {
    field: 'confidentialityCode',
    where: 'cda',
    cisis: 'JDV_J08',
    dmp: 'JDV_J58',
    note: 'N, R or V only: the masking codes stand in the metadata. The DMP takes N.',
  },
  { field: 'recordTarget/patientRole/patient/administrativeGenderCode', where: 'cda', cisis: 'JDV_J143' },
  { field: 'author/functionCode', where: 'cda', cisis: 'JDV_J47', note: CODE_ONLY },
  {
    field: 'author/assignedAuthor/code',
    where: 'cda',
    cisis: 'JDV_J01',
    dmp: 'JDV_J56',
    note: `${CODE_ONLY} JDV_J56 is not carried here: JDV_J01 stands for it.`,
  },
  {
    field: 'author/assignedAuthor/representedOrganization/standardIndustryClassCode',
    where: 'cda',
    cisis: 'JDV_J04',
    dmp: 'JDV_J62',
    note: CODE_AND_SYSTEM,
  },
  { field: 'informant/relatedEntity/code', where: 'cda', cisis: 'JDV_J11', note: CODE_ONLY },
  { field: 'legalAuthenticator/assignedEntity/code', where: 'cda', cisis: 'JDV_J01', note: CODE_ONLY },
  { field: 'authenticator/assignedEntity/code', where: 'cda', cisis: 'JDV_J01', note: CODE_ONLY },
  {
    field: 'legalAuthenticator/assignedEntity/representedOrganization/standardIndustryClassCode',
    where: 'cda',
    cisis: 'JDV_J04',
    note: CODE_AND_SYSTEM,
  },
  { field: 'participant/@typeCode', where: 'cda', cisis: 'JDV_J144' },
  { field: 'participant/associatedEntity/@classCode', where: 'cda', cisis: 'JDV_J141' },
  { field: 'participant/functionCode', where: 'cda', cisis: 'JDV_J47', note: CODE_ONLY },
  { field: 'participant/associatedEntity/code', where: 'cda', cisis: 'JDV_J01', note: CODE_ONLY },
  {
    field: 'documentationOf/serviceEvent/performer/assignedEntity/code',
    where: 'cda',
    cisis: 'JDV_J01',
    note: CODE_ONLY,
  },
  {
    field: 'documentationOf/serviceEvent/performer/assignedEntity/representedOrganization/standardIndustryClassCode',
    where: 'cda',
    cisis: 'JDV_J04',
    dmp: 'JDV_J62',
    note: 'ESSMS is in JDV_J04 and not in JDV_J62.',
  },
  { field: 'componentOf/encompassingEncounter/code', where: 'cda', cisis: 'JDV_J142', note: CODE_ONLY },
  { field: 'componentOf/encompassingEncounter/encounterParticipant/@typeCode', where: 'cda', cisis: 'JDV_J140' },
  {
    field: 'componentOf/encompassingEncounter/location/healthCareFacility/code',
    where: 'cda',
    cisis: 'JDV_J02',
    dmp: 'JDV_J61',
    note: `${CODE_ONLY} SA66 and SA67 are in JDV_J02 and not in JDV_J61.`,
  },
  { field: 'name/prefix', where: 'cda', cisis: 'JDV_J245' },
  { field: 'name/suffix', where: 'cda', cisis: 'JDV_J246' },
  // XDS metadata
  {
    field: 'typeCode',
    where: 'xds',
    cisis: 'JDV_J07',
    dmp: 'JDV_J66',
    note: '101881-1 (Carte d’implant) is in JDV_J66 and has no class in ASS_X04: its class is a configuration.',
  },
  {
    field: 'classCode',
    where: 'xds',
    cisis: 'JDV_J06',
    dmp: 'JDV_J57',
    note: 'Derived from typeCode by ASS_X04. Class 99 is in JDV_J06 and not in JDV_J57.',
  },
  {
    field: 'formatCode',
    where: 'xds',
    cisis: 'JDV_J10',
    dmp: 'JDV_J60',
    note: 'Derived from the model by ASS_A11, from the media type of an N1 body by ASS_A12.',
  },
  {
    field: 'confidentialityCode',
    where: 'xds',
    cisis: 'JDV_J08',
    dmp: 'JDV_J58',
    note: 'One to four values, N first.',
  },
  {
    field: 'healthcareFacilityTypeCode',
    where: 'xds',
    cisis: 'JDV_J02',
    dmp: 'JDV_J61',
    note: 'SA66 and SA67 are in JDV_J02 and not in JDV_J61.',
  },
  {
    field: 'practiceSettingCode',
    where: 'xds',
    cisis: 'JDV_J04',
    dmp: 'JDV_J62',
    note: 'ESSMS is in JDV_J04 and not in JDV_J62.',
  },
  {
    field: 'contentTypeCode',
    where: 'xds',
    cisis: 'JDV_J03',
    dmp: 'JDV_J59',
    note: 'Code 11 comes from two code systems. 25 is in JDV_J59 and no longer in JDV_J03; SA66 and SA67 the other way round.',
  },
  {
    field: 'authorSpecialty',
    where: 'xds',
    cisis: 'JDV_J01',
    dmp: 'JDV_J56',
    note: 'JDV_J56 is not carried here: JDV_J01 stands for it.',
  },
  {
    field: 'authorRole',
    where: 'xds',
    cisis: 'JDV_J47',
    note: 'Free text: the label of the function of the CDA author.',
  },
  { field: 'availabilityStatus', where: 'xds', cisis: 'JDV_J52', dmp: 'JDV_J52' },
  {
    field: 'referenceIdList',
    where: 'xds',
    cisis: 'JDV_J197',
    dmp: 'JDV_J231',
    note: 'The type is the fifth part of each CXi.',
  },
  // VIHF
  { field: 'Secteur_Activite', where: 'vihf', dmp: 'JDV_J61' },
  {
    field: 'urn:oasis:names:tc:xacml:2.0:subject:role',
    where: 'vihf',
    dmp: 'JDV_J65',
    note: 'A second role follows for a médecin (savoir-faire), a pharmacien (section of the Ordre) and a professional by role.',
  },
  {
    field: 'urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code',
    where: 'vihf',
    dmp: 'JDV_J64',
    note: 'Secret connection: minors only.',
  },
];
