import type { FindingCatalogue } from '@socle-sante/core/finding';

/** Texts of the rules of CDA documents. */
export const cdaFindings: FindingCatalogue = {
  'cda.document.unreadable': {
    fr: {
      title: 'Le document n’est pas un fichier XML lisible',
      why: 'Le contenu ne peut pas être lu comme du XML en UTF-8, ou il dépasse les limites de taille ({reason}).',
      action: 'Vérifiez que le fichier est complet et qu’il s’agit bien d’un document CDA, puis recommencez.',
    },
    en: {
      title: 'The document is not a readable XML file',
      why: 'The content cannot be read as XML in UTF-8, or it is over the size limits ({reason}).',
      action: 'Check that the file is complete and that it really is a CDA document, then try again.',
    },
  },
};
