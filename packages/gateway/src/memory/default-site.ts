import type { DocumentType, SiteView } from '../contract.js';

const parent = ['CN', 'PA', 'CS'];

/**
 * Types of document and their trust, as RNIV 1 v2.0 gives them by default. A site changes the list (Guide INS v3.0 EXI ID
 * 19). A driving licence never proves an identity by default.
 */
export const defaultDocumentTypes: readonly DocumentType[] = [
  { code: 'CN', trust: 'high', labels: { fr: 'Carte nationale d’identité', en: 'National identity card' } },
  { code: 'PA', trust: 'high', labels: { fr: 'Passeport', en: 'Passport' } },
  { code: 'CS', trust: 'high', labels: { fr: 'Titre de séjour', en: 'Residence permit' } },
  {
    code: 'AN',
    trust: 'high',
    labels: {
      fr: 'Extrait d’acte de naissance (mineur), avec la pièce d’un parent',
      en: 'Birth certificate (minor), with a parent’s document',
    },
    companions: parent,
  },
  {
    code: 'LE',
    trust: 'high',
    labels: {
      fr: 'Livret de famille (mineur), avec la pièce d’un parent',
      en: 'Family record book (minor), with a parent’s document',
    },
    companions: parent,
  },
  {
    code: 'PC',
    trust: 'low',
    labels: { fr: 'Permis de conduire', en: 'Driving licence' },
    why: {
      fr: 'Le permis de conduire n’est pas un titre d’identité',
      en: 'A driving licence is not an identity document',
    },
  },
  {
    code: 'CV',
    trust: 'low',
    labels: { fr: 'Carte Vitale', en: 'Carte Vitale' },
    why: {
      fr: 'La carte Vitale ne prouve pas l’identité de la personne qui la présente',
      en: 'The carte Vitale does not prove who presents it',
    },
  },
];

/** Settings of a site that has set nothing. */
export const defaultSite: SiteView = {
  identityFields: ['firstNames', 'birthPlace', 'usedName', 'usedFirstName', 'matricule'],
  documentTypes: [...defaultDocumentTypes],
  automaticValidation: false,
};
