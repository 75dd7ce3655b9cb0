import type { Locale } from './finding.js';
import type { DocumentTrust } from './rniv-state.js';

/** One type of identity document, and how far it is trusted. */
export interface IdentityDocument {
  /** Code of the fr-core validation modes or of HL7 v2 table 9004 (ZFD-7). */
  readonly code: string;
  readonly label: Readonly<Record<Locale, string>>;
  readonly trust: DocumentTrust;
  /** Accepted for a minor only, together with the identity document of a parent. */
  readonly withParentDocument?: boolean;
  /** The code in HL7 v2 table 9004, when there is one. */
  readonly zfd7?: string;
}

/**
 * The documents and their level of trust, as published for RNIV. It is a parameter (EXI ID 19): a site copies, edits and
 * passes its own to `transition`. The appli carte Vitale is not in it: it is read, not looked at (event `apcvRead`).
 */
export const HIGH_TRUST_DOCUMENTS: readonly IdentityDocument[] = [
  { code: 'CN', zfd7: 'CN', trust: 'high', label: { fr: 'Carte nationale d’identité', en: 'National identity card' } },
  { code: 'PA', zfd7: 'PA', trust: 'high', label: { fr: 'Passeport', en: 'Passport' } },
  { code: 'CS', zfd7: 'CS', trust: 'high', label: { fr: 'Titre de séjour', en: 'Residence permit' } },
];

/** The trust of a type of document; `low` when the table does not have it. */
export function documentTrust(code: string, table: readonly IdentityDocument[] = HIGH_TRUST_DOCUMENTS): DocumentTrust {
  return table.find((d) => d.code === code)?.trust ?? 'low';
}
