import type { FindingCatalogue } from '@socle-sante/core/finding';

/** Texts of the findings of this package. */
export const wireFindings: FindingCatalogue = {
  'pkcs12.legacyCipher': {
    fr: {
      title: 'Fichier .p12 protégé par un chiffrement ancien ({cipher})',
      why: "OpenSSL 3 ne sait plus lire ce chiffrement ; le fichier a été ouvert par un autre moyen, mais d'autres logiciels le refuseront.",
      action: 'Exportez de nouveau le certificat avec AES-256, ou convertissez le fichier.',
    },
    en: {
      title: 'The .p12 file is protected by an old cipher ({cipher})',
      why: 'OpenSSL 3 no longer reads it; the file was opened by other means, but other software will refuse it.',
      action: 'Export the certificate again with AES-256, or convert the file.',
    },
  },
};
