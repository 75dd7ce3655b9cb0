/** The header fields by which French HL7 v2 messages say which guide they follow. */
export interface Hl7v2Profile {
  /** MSH-12. */
  readonly versionId: string;
  /** MSH-17, ISO 3166 alpha-3. */
  readonly countryCode: 'FRA';
  /** MSH-18. */
  readonly characterSet: 'UNICODE UTF-8';
  /** MSH-19; absent from the CI-SIS profiles. */
  readonly language?: 'FR';
  /** MSH-21. */
  readonly profileId: string;
}

/**
 * Profiles whose messages carry a PID with an INS: IHE PAM France 2.11, and the CI-SIS transmissions of a CDA document
 * (to an interface engine, to a practice software). MSH-12 of the latter is `2.6` for MDM and `2.5` for ORU.
 */
export const HL7V2_PROFILES = {
  pamFr211: {
    versionId: '2.5^FRA^2.11',
    countryCode: 'FRA',
    characterSet: 'UNICODE UTF-8',
    language: 'FR',
    profileId: '2.11^IHE_FRANCE-2.11-PAM',
  },
  cdaMdm21: {
    versionId: '2.6',
    countryCode: 'FRA',
    characterSet: 'UNICODE UTF-8',
    profileId: '2.1^CISIS_CDA_HL7_V2',
  },
  cdaOru21: {
    versionId: '2.5',
    countryCode: 'FRA',
    characterSet: 'UNICODE UTF-8',
    profileId: '2.1^CISIS_CDA_HL7_V2',
  },
  cdaLps11: {
    versionId: '2.6',
    countryCode: 'FRA',
    characterSet: 'UNICODE UTF-8',
    profileId: '1.1^CISIS_CDA_HL7_LPS',
  },
} as const satisfies Readonly<Record<string, Hl7v2Profile>>;

export type Hl7v2ProfileName = keyof typeof HL7V2_PROFILES;

/** The fields of MSH that a profile fixes, by their number: `{12: …, 17: …, 18: …, 19: …, 21: …}`. */
export function mshProfileFields(name: Hl7v2ProfileName): Readonly<Partial<Record<number, string>>> {
  const profile: Hl7v2Profile = HL7V2_PROFILES[name];
  return {
    12: profile.versionId,
    17: profile.countryCode,
    18: profile.characterSet,
    ...(profile.language ? { 19: profile.language } : {}),
    21: profile.profileId,
  };
}
