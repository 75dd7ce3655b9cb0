import { SocleArgumentError } from '@socle-sante/core/error';

/** Why a certificate file, a key or a PKCS#12 file cannot be used. */
export type IdentityErrorCode =
  | 'certificate.malformed'
  | 'pkcs12.malformed'
  | 'pkcs12.password'
  | 'pkcs12.noKey'
  | 'pkcs12.noCertificate'
  | 'pkcs12.severalIdentities'
  | 'pkcs12.unsupported'
  | 'pkcs12.legacyCipher'
  | 'identity.keyMalformed'
  | 'identity.encryptedKey'
  | 'identity.keyPassphrase'
  | 'identity.keyMismatch'
  | 'crl.malformed';

const texts: Readonly<Record<IdentityErrorCode, { message: string; fr: [string, string]; en: [string, string] }>> = {
  'certificate.malformed': {
    message: 'This is not an X.509 certificate (PEM or DER).',
    fr: ['Certificat illisible', 'Fournissez un certificat au format PEM ou DER.'],
    en: ['Unreadable certificate', 'Give a certificate in PEM or DER.'],
  },
  'pkcs12.malformed': {
    message: 'This is not a PKCS#12 file (.p12, .pfx), or it is damaged.',
    fr: ['Fichier .p12 illisible', 'Exportez de nouveau le certificat et sa clé au format PKCS#12.'],
    en: ['Unreadable .p12 file', 'Export the certificate and its key again as PKCS#12.'],
  },
  'pkcs12.password': {
    message: 'The passphrase of the PKCS#12 file is wrong.',
    fr: ['Mot de passe du fichier .p12 incorrect', 'Saisissez le mot de passe choisi lors du retrait du certificat.'],
    en: ['Wrong passphrase for the .p12 file', 'Enter the passphrase chosen when the certificate was withdrawn.'],
  },
  'pkcs12.noKey': {
    message: 'The PKCS#12 file holds no private key: only certificates were exported.',
    fr: ['Le fichier .p12 ne contient pas de clé privée', 'Exportez le certificat avec sa clé privée.'],
    en: ['The .p12 file holds no private key', 'Export the certificate together with its private key.'],
  },
  'pkcs12.noCertificate': {
    message: 'The PKCS#12 file holds a private key, but no certificate.',
    fr: ['Le fichier .p12 ne contient pas de certificat', 'Exportez la clé avec son certificat.'],
    en: ['The .p12 file holds no certificate', 'Export the key together with its certificate.'],
  },
  'pkcs12.severalIdentities': {
    message:
      'The PKCS#12 file holds several identities. Choose one by its SHA-256 fingerprint (option `leafSha256`) or split the file.',
    fr: [
      'Le fichier .p12 contient plusieurs certificats avec clé',
      'Choisissez-en un par son empreinte, ou exportez-le seul.',
    ],
    en: ['The .p12 file holds several identities', 'Choose one by its fingerprint, or export it alone.'],
  },
  'pkcs12.unsupported': {
    message:
      'The PKCS#12 file uses an encryption or an integrity check that is not supported. Convert it: openssl pkcs12 -in old.p12 -nodes | openssl pkcs12 -export -out new.p12',
    fr: [
      'Chiffrement du fichier .p12 non pris en charge',
      'Exportez-le avec AES-256, ou fournissez la clé et le certificat en PEM.',
    ],
    en: [
      'Unsupported encryption in the .p12 file',
      'Export it with AES-256, or give the key and the certificate as PEM.',
    ],
  },
  'pkcs12.legacyCipher': {
    message:
      'The PKCS#12 file is encrypted with an old cipher (RC2, RC4 or 3DES) that OpenSSL 3 refuses. Export it again with AES-256, or allow it with legacyPkcs12: "accept".',
    fr: [
      'Fichier .p12 protégé par un chiffrement ancien',
      'Exportez-le de nouveau avec AES-256, ou autorisez sa lecture.',
    ],
    en: ['The .p12 file uses an old cipher', 'Export it again with AES-256, or allow it to be read.'],
  },
  'identity.keyMalformed': {
    message: 'The private key is not a readable PEM key (PKCS#8, PKCS#1 or SEC1).',
    fr: ['Clé privée illisible', 'Fournissez la clé au format PEM.'],
    en: ['Unreadable private key', 'Give the key as PEM.'],
  },
  'identity.encryptedKey': {
    message: 'The private key is encrypted and no passphrase was given.',
    fr: ['La clé privée est protégée par un mot de passe', 'Renseignez le mot de passe de la clé.'],
    en: ['The private key is protected by a passphrase', 'Give the passphrase of the key.'],
  },
  'identity.keyPassphrase': {
    message: 'The passphrase of the private key is wrong.',
    fr: ['Mot de passe de la clé privée incorrect', 'Vérifiez le mot de passe de la clé.'],
    en: ['Wrong passphrase for the private key', 'Check the passphrase of the key.'],
  },
  'identity.keyMismatch': {
    message: 'The private key does not belong to the certificate.',
    fr: [
      'La clé privée ne correspond pas au certificat',
      'Vérifiez que le certificat et la clé viennent de la même demande.',
    ],
    en: [
      'The private key does not belong to the certificate',
      'Check that the certificate and the key come from the same request.',
    ],
  },
  'crl.malformed': {
    message: 'This is not a certificate revocation list (PEM or DER).',
    fr: ['Liste de révocation illisible', 'Téléchargez de nouveau la liste de révocation.'],
    en: ['Unreadable revocation list', 'Download the revocation list again.'],
  },
};

/** A certificate, key, PKCS#12 file or CRL given by the caller cannot be used. Never holds the key or the passphrase. */
export class IdentityError extends SocleArgumentError {
  declare readonly code: IdentityErrorCode;

  constructor(code: IdentityErrorCode, detail?: string) {
    const text = texts[code];
    super({
      code,
      service: 'wire',
      message: detail === undefined ? text.message : `${text.message} ${detail}`,
      audience: 'admin',
      userMessage: {
        fr: { title: text.fr[0], action: text.fr[1] },
        en: { title: text.en[0], action: text.en[1] },
      },
    });
  }
}
