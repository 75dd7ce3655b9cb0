// Names on the wire: SAML 2.0, XSPA 1.0, and the attributes of the VIHF.

export const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion';
export const HL7 = 'urn:hl7-org:v3';
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
export const XS = 'http://www.w3.org/2001/XMLSchema';
export const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
export const X509_SUBJECT_NAME = 'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName';

/** Names of the attributes, by claim. The two that have two spellings hold the default first. */
export const NAMES = {
  version: ['VIHF_Version'],
  mode: ['Authentification_Mode', 'Authentification_mode'],
  structure: ['Identifiant_Structure'],
  sector: ['Secteur_Activite'],
  subjectId: ['urn:oasis:names:tc:xspa:1.0:subject:subject-id'],
  roles: ['urn:oasis:names:tc:xacml:2.0:subject:role'],
  patient: ['urn:oasis:names:tc:xacml:2.0:resource:resource-id'],
  resource: ['Ressource_URN'],
  purpose: ['urn:oasis:names:tc:xspa:1.0:subject:purposeofuse'],
  reason: ['Mode_Acces_Raison'],
  confidentiality: ['urn:oasis:names:tc:xspa:1.0:resource:patient:hl7:confidentiality-code', 'Confidentiality_code'],
  softwareId: ['LPS_ID'],
  softwareName: ['LPS_Nom'],
  softwareVersion: ['LPS_Version'],
  homologation: ['LPS_ID_HOMOLOGATION_DMP'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type ClaimName = keyof typeof NAMES;

/** Attributes of an old kit, not to be sent any more. */
export const OBSOLETE_NAMES: readonly string[] = ['Profession', 'LPS_Type', 'Mode_Acces'];

export const RESOURCE = 'urn:dmp';
export const AIR_DECLARATION = 'APP_BROWSER_AUTH';
export const SECRET_CONNECTION = 'INVISIBLE_REPRESENTANTS_LEGAUX';

/** Code system of the access modes, and their labels. */
export const PURPOSE_SYSTEM = '1.2.250.1.213.1.1.4.248';
export const PURPOSE_SYSTEM_NAME = 'mode acces VIHF 2.0';
export const PURPOSES = {
  normal: 'Accès normal',
  bris_de_glace: 'Accès bris de glace',
  centre_15: 'Accès centre de régulation',
} as const;

/** Code systems of JDV_J65, by what they may be. */
export const ROLE_SYSTEMS = {
  professions: '1.2.250.1.71.1.2.7',
  training: '1.2.250.1.71.1.2.8',
  machines: '1.2.250.1.213.1.1.4.6',
  titles: '1.2.250.1.213.1.6.1.109',
  social: '1.2.250.1.213.1.6.1.4',
  byRole: '1.2.250.1.213.1.6.1.140',
  skills: '1.2.250.1.71.4.2.5',
  pharmacySections: '1.2.250.1.71.4.2.6',
  namedRoles: '1.2.250.1.213.1.6.1.107',
} as const;

export const SECTOR_SYSTEM = '1.2.250.1.71.4.2.4';
