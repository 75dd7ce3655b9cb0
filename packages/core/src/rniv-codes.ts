import type { Locale } from './finding.js';

/** A code and what a screen says for it. */
export interface CodeLabel<Code extends string = string> {
  readonly code: Code;
  readonly label: Readonly<Record<Locale, string>>;
}

/** How identity traits were collected: HL7 v2 ZFD-5 and fr-core `fr-core-cs-method-collection` share these codes. */
export type CollectionMethod = 'SM' | 'CV' | 'INSI' | 'CB' | 'RFID' | 'AV';

/** `fr-core-cs-method-collection` (RNIV 1 v2.0 §4.3.2–4.3.4, Guide d'implémentation INS v3.0 EXI REC 02). */
export const COLLECTION_METHODS: readonly CodeLabel<CollectionMethod>[] = [
  { code: 'SM', label: { fr: 'Saisie manuelle', en: 'Typed by hand' } },
  { code: 'CV', label: { fr: 'Carte Vitale', en: 'Carte Vitale' } },
  { code: 'INSI', label: { fr: 'Téléservice INSi', en: 'INSi teleservice' } },
  { code: 'CB', label: { fr: 'Datamatrix INS ou code à barres', en: 'INS datamatrix or bar code' } },
  { code: 'RFID', label: { fr: 'Puce RFID (bracelet)', en: 'RFID tag (wristband)' } },
  { code: 'AV', label: { fr: 'Application carte Vitale', en: 'Appli carte Vitale' } },
];

/** How an identity was validated, in fr-core. */
export type ValidationMode = 'CN' | 'PA' | 'CS' | 'eCN' | 'IN' | 'AV' | 'LECV' | 'AN' | 'LEP' | 'CC' | 'ANCV';

/** `fr-core-cs-mode-validation-identity` (Interop'Santé, fr-core 2.2.0-ballot). */
export const VALIDATION_MODES: readonly CodeLabel<ValidationMode>[] = [
  { code: 'CN', label: { fr: 'Carte nationale d’identité', en: 'National identity card' } },
  { code: 'PA', label: { fr: 'Passeport', en: 'Passport' } },
  { code: 'CS', label: { fr: 'Carte ou titre de séjour', en: 'Residence permit' } },
  { code: 'eCN', label: { fr: 'e-carte d’identité', en: 'Electronic identity card' } },
  { code: 'IN', label: { fr: 'Identité Numérique La Poste', en: 'L’Identité Numérique La Poste' } },
  { code: 'AV', label: { fr: 'Application carte Vitale', en: 'Appli carte Vitale' } },
  {
    code: 'LECV',
    label: {
      fr: 'Livret de famille et carte Vitale avec photographie',
      en: 'Family record book and Vitale card with photograph',
    },
  },
  { code: 'AN', label: { fr: 'Extrait d’acte de naissance', en: 'Birth certificate' } },
  { code: 'LEP', label: { fr: 'Livret de famille des parents', en: 'Family record book of the parents' } },
  {
    code: 'CC',
    label: { fr: 'Document de circulation pour étranger mineur', en: 'Travel document for a foreign minor' },
  },
  {
    code: 'ANCV',
    label: {
      fr: 'Acte de naissance et carte Vitale avec photographie',
      en: 'Birth certificate and Vitale card with photograph',
    },
  },
];

/** Type of the document in HL7 v2 ZFD-7. */
export type Zfd7Code = 'AN' | 'CC' | 'CE' | 'CM' | 'CN' | 'CS' | 'LE' | 'PA' | 'PC';

/** HL7 v2 table 9004 (IHE PAM France). */
export const ZFD7_DOCUMENTS: readonly CodeLabel<Zfd7Code>[] = [
  { code: 'AN', label: { fr: 'Extrait d’acte de naissance', en: 'Birth certificate' } },
  { code: 'CC', label: { fr: 'Carnet de circulation', en: 'Travel document' } },
  { code: 'CE', label: { fr: 'Carte européenne', en: 'European card' } },
  { code: 'CM', label: { fr: 'Carte militaire', en: 'Military card' } },
  { code: 'CN', label: { fr: 'Carte nationale d’identité', en: 'National identity card' } },
  { code: 'CS', label: { fr: 'Carte de séjour', en: 'Residence permit' } },
  { code: 'LE', label: { fr: 'Livret de famille', en: 'Family record book' } },
  { code: 'PA', label: { fr: 'Passeport', en: 'Passport' } },
  { code: 'PC', label: { fr: 'Permis de conduire', en: 'Driving licence' } },
];
