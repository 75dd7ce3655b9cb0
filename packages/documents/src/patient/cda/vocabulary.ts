import type { SexeLocal } from '@socle-sante/core/traits';

/** Namespace of CDA R2. */
export const CDA_NAMESPACE = 'urn:hl7-org:v3';

/** Code system of `administrativeGenderCode`. */
export const GENDER_CODE_SYSTEM = '2.16.840.1.113883.5.1';

/** JDV_J143-AdministrativeGender-CISIS (1.2.250.1.213.1.1.5.590). */
export const GENDER_CODES: Readonly<Record<SexeLocal, { readonly code: string; readonly displayName: string }>> = {
  F: { code: 'F', displayName: 'Féminin' },
  M: { code: 'M', displayName: 'Masculin' },
  I: { code: 'UN', displayName: 'Inconnu' },
};
