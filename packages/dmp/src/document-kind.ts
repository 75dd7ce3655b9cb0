import type { DocumentEntry } from '@socle-sante/documents/xds';

/** True for a document that the patient deposited: shown apart (EX_3.1-1040). */
export function isPatientDocument(entry: Pick<DocumentEntry, 'classCode' | 'typeCode'>): boolean {
  return entry.classCode.code === '90' || entry.typeCode.code.startsWith('DOCPAT');
}

/** Visibility codes (JDV_J58) and their scheme. */
export const VISIBILITY = {
  masked: { code: 'MASQUE_PS', displayName: 'Masqué aux professionnels de santé' },
  hiddenFromPatient: { code: 'INVISIBLE_PATIENT', displayName: 'Non visible par le patient' },
  hiddenFromLegalRepresentatives: {
    code: 'INVISIBLE_REPRESENTANTS_LEGAUX',
    displayName: 'Non visible par les représentants légaux du patient',
  },
} as const;

/** OID of the visibility codes. */
export const VISIBILITY_SYSTEM = '1.2.250.1.213.1.1.4.13';

/** True when the entry carries that visibility code. */
export function hasVisibility(entry: Pick<DocumentEntry, 'confidentiality'>, which: keyof typeof VISIBILITY): boolean {
  return entry.confidentiality.some(({ code }) => code === VISIBILITY[which].code);
}
