import type { Locale } from './finding.js';

/** A code and what a screen says for it. */
export interface CodeLabel<Code extends string = string> {
  readonly code: Code;
  readonly label: Readonly<Record<Locale, string>>;
}

/** How identity traits were collected: HL7 v2 ZFD-5 and the fr-core extension `methodCollection`. */
export type CollectionMethod = 'SM' | 'CV' | 'INSI' | 'CB' | 'RFID' | 'AV';

export const COLLECTION_METHODS: readonly CodeLabel<CollectionMethod>[] = [
  { code: 'SM', label: { fr: 'Saisie manuelle', en: 'Typed by hand' } },
  { code: 'CV', label: { fr: 'Carte Vitale', en: 'Carte Vitale' } },
  { code: 'INSI', label: { fr: 'Téléservice INSi', en: 'INSi teleservice' } },
  { code: 'CB', label: { fr: 'Code-barres ou datamatrix', en: 'Bar code or datamatrix' } },
  { code: 'RFID', label: { fr: 'Puce RFID', en: 'RFID tag' } },
  { code: 'AV', label: { fr: 'Appli carte Vitale', en: 'Appli carte Vitale' } },
];
