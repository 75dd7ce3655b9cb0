// The one table of the official codes of INSi: what each means, who can mend it, whether to repeat the call, and what
// the user should do. Sources: WSDL DESIR_ICIR_EXP_1.5.0; answers of the vendors' test service; Guide INS v3.0.

import type { Audience, Locale, SourceRef, UserText } from '@socle-sante/core';

/** Which error a code becomes. `outcome`: not an error, the result says it. */
export type InsiCodeKind = 'outcome' | 'config' | 'unavailable' | 'technical';

/** `no`; `backoff`: again after a growing delay; `onceLater`: one more time, later, and only when asked. */
export type InsiRetryAdvice = 'no' | 'backoff' | 'onceLater';

/** One row of the table. */
export interface InsiCodeEntry {
  /** As the service writes it, in lower case for fault codes. */
  readonly code: string;
  readonly family: 'CodeCR' | 'Erreur';
  readonly kind: InsiCodeKind;
  /** Subcodes of the SOAP fault that came with it. */
  readonly subcodes: readonly string[];
  readonly meaning: Readonly<Record<Locale, string>>;
  readonly retry: InsiRetryAdvice;
  readonly audience: Audience;
  readonly user: Readonly<Record<Locale, UserText>>;
  readonly ref: SourceRef;
  /** Said when the code, or a part of the row, was never seen on the wire. */
  readonly unverified?: string;
}

const OBSERVED: SourceRef = { document: 'INSi test service (BAS), observed answers', version: '2022-10' };
const WSDL: SourceRef = { document: 'WSDL DESIR_ICIR_EXP', version: '1.5.0', section: 'INSi_RESULTAT_INS.xsd, CR' };

/** Every official code that is known. A code outside this table is mapped by its origin (`Sender`, `Receiver`). */
export const INSI_CODES: readonly InsiCodeEntry[] = Object.freeze([
  {
    code: '00',
    family: 'CodeCR',
    kind: 'outcome',
    subcodes: [],
    meaning: { fr: 'Une seule identité correspond', en: 'Exactly one identity' },
    retry: 'no',
    audience: 'user',
    user: {
      fr: { title: 'Identité trouvée', action: 'Comparez les traits reçus à ceux du dossier, puis acceptez' },
      en: { title: 'Identity found', action: 'Compare the traits received with the record, then accept' },
    },
    ref: WSDL,
  },
  {
    code: '01',
    family: 'CodeCR',
    kind: 'outcome',
    subcodes: [],
    meaning: { fr: 'Aucune identité ne correspond', en: 'No match' },
    retry: 'no',
    audience: 'user',
    user: {
      fr: {
        title: 'Aucune identité trouvée',
        action:
          'Vérifiez les traits sur une pièce d’identité, essayez un autre prénom de naissance. Nouveau-né de moins de 8 jours : réessayez plus tard',
      },
      en: {
        title: 'No identity found',
        action:
          'Check the traits on an identity document, try another birth first name. Newborn under 8 days: try again later',
      },
    },
    ref: WSDL,
  },
  {
    code: '02',
    family: 'CodeCR',
    kind: 'outcome',
    subcodes: [],
    meaning: { fr: 'Plusieurs identités correspondent', en: 'Several matches' },
    retry: 'no',
    audience: 'user',
    user: {
      fr: {
        title: 'Plusieurs identités trouvées',
        action: 'Ajoutez les autres prénoms, puis le lieu de naissance',
      },
      en: { title: 'Several identities found', action: 'Add the other first names, then the birth place' },
    },
    ref: WSDL,
  },
  {
    code: 'desir_550',
    family: 'Erreur',
    kind: 'config',
    subcodes: ['siram_100'],
    meaning: {
      fr: 'Numéro d’autorisation du logiciel (IDAM) inconnu',
      en: 'Authorisation number of the software (IDAM) unknown',
    },
    retry: 'no',
    audience: 'vendor',
    user: {
      fr: {
        title: 'Logiciel non autorisé par l’Assurance Maladie',
        action: 'Contactez votre éditeur : numéro d’autorisation inconnu',
      },
      en: {
        title: 'Software not authorised by the Assurance Maladie',
        action: 'Contact your vendor: unknown authorisation number',
      },
    },
    ref: OBSERVED,
  },
  {
    code: 'desir_560',
    family: 'Erreur',
    kind: 'config',
    subcodes: ['siram_100'],
    meaning: {
      fr: 'Niveau d’accès insuffisant : le nom (CN) du certificat n’est pas exactement INSI-AUTO ou INSI-MANU',
      en: 'Insufficient access level: the CN of the certificate is not exactly INSI-AUTO or INSI-MANU',
    },
    retry: 'no',
    audience: 'admin',
    user: {
      fr: {
        title: 'Certificat refusé par INSi',
        action: 'Contactez votre support : le certificat doit être nommé INSI-AUTO ou INSI-MANU',
      },
      en: {
        title: 'Certificate refused by INSi',
        action: 'Contact your support: the certificate must be named INSI-AUTO or INSI-MANU',
      },
    },
    ref: { document: 'Guide commande de certificats Ségur hôpital', version: 'V0.8' },
    unverified: 'subcode',
  },
  {
    code: 'desir_1020',
    family: 'Erreur',
    kind: 'unavailable',
    subcodes: ['siram_40'],
    meaning: {
      fr: 'Le service appelé est temporairement indisponible',
      en: 'The called service is temporarily unavailable',
    },
    retry: 'backoff',
    audience: 'user',
    user: {
      fr: {
        title: 'INSi est indisponible',
        action: 'Poursuivez avec une identité provisoire ; nouvelle tentative proposée',
      },
      en: { title: 'INSi is unavailable', action: 'Go on with a provisional identity; you may try again' },
    },
    ref: OBSERVED,
  },
  {
    code: 'insi_102',
    family: 'Erreur',
    kind: 'technical',
    subcodes: ['siram_40'],
    meaning: {
      fr: 'Erreur technique de la recherche par traits ; au bac à sable, aussi « personne absente du jeu de test »',
      en: 'Technical error of the search by traits; in the test service also “person not in the test base”',
    },
    retry: 'onceLater',
    audience: 'user',
    user: {
      fr: {
        title: 'Erreur technique de la recherche',
        action:
          'Réessayez une fois. Au bac à sable, cette réponse signifie souvent « personne absente du jeu de test »',
      },
      en: {
        title: 'Technical error of the search',
        action: 'Retry once. In the test service this answer often means “person not in the test base”',
      },
    },
    ref: OBSERVED,
  },
  {
    code: 'insi_101',
    family: 'Erreur',
    kind: 'technical',
    subcodes: ['siram_40'],
    meaning: {
      fr: 'Erreur technique de la recherche par carte Vitale',
      en: 'Technical error of the search by carte Vitale',
    },
    retry: 'onceLater',
    audience: 'user',
    user: {
      fr: {
        title: 'Erreur technique de la recherche par carte Vitale',
        action: 'Utilisez la recherche par traits',
      },
      en: { title: 'Technical error of the search by carte Vitale', action: 'Use the search by traits' },
    },
    ref: OBSERVED,
    unverified: 'code',
  },
]);

const BY_CODE = new Map(INSI_CODES.map((entry) => [entry.code, entry]));

/**
 * The row of a code. The service writes `desir_550` and `DESIR_560`: case does not matter.
 */
export function findInsiCode(code: string): InsiCodeEntry | undefined {
  return BY_CODE.get(code.trim().toLowerCase());
}
