/**
 * HL7 table 0445 as used in France for PID-32 (IHE PAM France 2.11). There is no code for récupérée nor for qualifiée:
 * qualifiée is `VALI` with an INS in PID-3, récupérée is `PROV` without.
 */
export const IDENTITY_RELIABILITY_CODES = {
  VIDE: 'Identité non encore qualifiée',
  PROV: 'Identité provisoire',
  VALI: 'Identité validée',
  DOUB: 'Doublon',
  DESA: 'Identité désactivée',
  DPOT: 'Doublon potentiel',
  DOUA: 'Doublon avéré',
  COLP: 'Collision potentielle',
  COLV: 'Collision avérée',
  FILI: 'Filiation',
  CACH: 'Identité cachée',
  ANOM: 'Anonyme',
  IDVER: 'Identité vérifiée par le patient',
  RECD: 'Identité reçue d’un autre domaine',
  IDRA: 'Identité rapprochée dans un autre domaine',
  USUR: 'Identité usurpée',
  HOMD: 'Homonyme détecté',
  HOMA: 'Homonyme avéré',
  INVA: 'Identité invalidée',
  FICT: 'Identité fictive',
  DOUT: 'Identité douteuse',
} as const;

export type IdentityReliabilityCode = keyof typeof IDENTITY_RELIABILITY_CODES;

/** True for a code of the French table 0445. */
export function isReliabilityCode(code: string): code is IdentityReliabilityCode {
  return Object.hasOwn(IDENTITY_RELIABILITY_CODES, code);
}
