import { type Audience, SocleArgumentError } from '@socle-sante/core/error';

/** Why a key held by a card, a token or an HSM cannot be used. */
export type Pkcs11ErrorCode =
  /** The optional package `pkcs11js` is not installed, or was not compiled. */
  | 'pkcs11.driver'
  /** The library of the card or of the HSM cannot be loaded. */
  | 'pkcs11.module'
  /** No card, or no token of that name, or several. */
  | 'pkcs11.token'
  | 'pkcs11.pin'
  | 'pkcs11.pinLocked'
  /** No such private key, or several. */
  | 'pkcs11.key'
  /** The token holds no certificate for the key. */
  | 'pkcs11.certificate'
  /** The card was taken out, or the HSM no longer answers. */
  | 'pkcs11.removed'
  | 'pkcs11.closed'
  /** Another answer of the library, in `officialCode` (CKR_…). */
  | 'pkcs11.failed';

const texts: Readonly<
  Record<Pkcs11ErrorCode, { message: string; audience: Audience; fr: [string, string]; en: [string, string] }>
> = {
  'pkcs11.driver': {
    message: 'PKCS#11 needs the package pkcs11js, which is not installed or was not compiled: npm install pkcs11js.',
    audience: 'vendor',
    fr: ['La lecture de carte n’est pas installée', 'Prévenez votre éditeur.'],
    en: ['Card reading is not installed', 'Tell the vendor of your software.'],
  },
  'pkcs11.module': {
    message:
      'The PKCS#11 library cannot be loaded: wrong path, another architecture, or a library that it needs is absent.',
    audience: 'admin',
    fr: ['La bibliothèque de la carte ne se charge pas', 'Installez le logiciel de la carte et vérifiez son chemin.'],
    en: ['The library of the card does not load', 'Install the software of the card and check its path.'],
  },
  'pkcs11.token': {
    message: 'No token, or not exactly one, matches what was asked.',
    audience: 'user',
    fr: ['Carte absente ou non reconnue', 'Insérez la carte, et elle seule, puis recommencez.'],
    en: ['No card, or not the expected one', 'Insert the card, and only that one, then try again.'],
  },
  'pkcs11.pin': {
    message: 'The PIN is wrong. It is not tried again: a card locks itself after a few wrong PINs.',
    audience: 'user',
    fr: [
      'Code porteur incorrect',
      'Vérifiez le code avant de le saisir de nouveau : la carte se bloque après trois erreurs.',
    ],
    en: ['Wrong PIN', 'Check it before you enter it again: the card locks itself after three mistakes.'],
  },
  'pkcs11.pinLocked': {
    message: 'The PIN is locked, expired or was never set.',
    audience: 'user',
    fr: ['Code porteur bloqué', 'Débloquez la carte avec le logiciel de gestion des cartes.'],
    en: ['PIN locked', 'Unlock the card with the card management software.'],
  },
  'pkcs11.key': {
    message: 'No private key, or not exactly one, has this identifier or label on the token.',
    audience: 'admin',
    fr: ['Clé introuvable sur la carte', 'Vérifiez l’identifiant de la clé de signature dans la configuration.'],
    en: ['Key not found on the card', 'Check the identifier of the signature key in the configuration.'],
  },
  'pkcs11.certificate': {
    message: 'The token holds no certificate for this key: give it apart.',
    audience: 'admin',
    fr: ['Certificat introuvable sur la carte', 'Indiquez le certificat de la clé dans la configuration.'],
    en: ['Certificate not found on the card', 'Give the certificate of the key in the configuration.'],
  },
  'pkcs11.removed': {
    message: 'The token was removed, or its session was closed.',
    audience: 'user',
    fr: ['La carte a été retirée', 'Insérez la carte, puis recommencez.'],
    en: ['The card was taken out', 'Insert the card, then try again.'],
  },
  'pkcs11.closed': {
    message: 'The signer was closed.',
    audience: 'vendor',
    fr: ['La session de la carte est fermée', 'Recommencez.'],
    en: ['The session of the card is closed', 'Try again.'],
  },
  'pkcs11.failed': {
    message: 'The PKCS#11 library refused the operation.',
    audience: 'admin',
    fr: ['La carte a refusé l’opération', 'Recommencez ; si cela dure, prévenez votre support.'],
    en: ['The card refused the operation', 'Try again; if it goes on, tell your support.'],
  },
};

/** A key of a card, a token or an HSM cannot be used. Never holds the PIN. */
export class Pkcs11Error extends SocleArgumentError {
  declare readonly code: Pkcs11ErrorCode;

  /** @param officialCode Name of the return value, `CKR_PIN_INCORRECT`. */
  constructor(code: Pkcs11ErrorCode, officialCode?: string) {
    const { message, audience, fr, en } = texts[code];
    super({
      code,
      service: 'wire',
      message,
      audience,
      ...(officialCode === undefined ? {} : { officialCode }),
      userMessage: { fr: { title: fr[0], action: fr[1] }, en: { title: en[0], action: en[1] } },
    });
  }
}
