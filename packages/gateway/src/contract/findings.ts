import type { FindingCatalogue } from '@socle-sante/core/finding';

const text = (
  fr: readonly [title: string, why: string, action: string],
  en: readonly [title: string, why: string, action: string],
) => ({
  fr: { title: fr[0], why: fr[1], action: fr[2] },
  en: { title: en[0], why: en[1], action: en[2] },
});

/** Texts of the findings that the gateway itself makes. The others come from the catalogues of `core` and `documents`. */
export const gatewayFindings: FindingCatalogue = {
  'dmp.partial': text(
    [
      'Réponse partielle du DMP',
      '{count} avertissement(s) du DMP',
      'La liste peut être incomplète ; recommencez plus tard',
    ],
    ['Partial answer of the DMP', '{count} warning(s) of the DMP', 'The list may be incomplete; try again later'],
  ),
  'deposit.identityDiffers': text(
    [
      'L’identité de ce document n’est pas celle du dossier',
      'Le document nomme une autre personne, ou une identité qui a changé',
      'Vérifiez le dossier ouvert, ou refaites le document',
    ],
    [
      'The identity of this document is not that of the record',
      'The document names another person, or an identity that changed',
      'Check the record that is open, or make the document again',
    ],
  ),
  'deposit.reminder': text(
    [
      'Date de rappel absente',
      'Un document caché au patient avant l’annonce doit lui être montré ensuite',
      'Choisissez la date du rappel',
    ],
    [
      'No reminder date',
      'A document hidden from the patient before the announcement must be shown afterwards',
      'Choose the date of the reminder',
    ],
  ),
  'deposit.notMinor': text(
    [
      'Le patient n’est pas mineur',
      'Seul un document d’un mineur peut être caché à ses représentants légaux',
      'Retirez ce choix',
    ],
    [
      'The patient is not a minor',
      'Only a minor’s document can be hidden from the legal representatives',
      'Remove this choice',
    ],
  ),
  'deposit.act': text(
    ['Fin de l’acte avant son début', 'Les deux dates sont inversées', 'Corrigez les dates'],
    ['The act ends before it starts', 'The two dates are reversed', 'Correct the dates'],
  ),
  'deposit.choice': text(
    ['Choix inconnu du site', 'Cette valeur n’est pas proposée à cet utilisateur', 'Choisissez dans la liste'],
    ['Choice unknown to the site', 'This value is not offered to this user', 'Choose in the list'],
  ),
  'deposit.officialUnavailable': text(
    [
      'Les règles officielles n’ont pas pu être appliquées',
      'Leur dossier est absent ou illisible sur ce serveur',
      'Le dépôt reste possible ; prévenez l’administrateur',
    ],
    [
      'The official rules could not be applied',
      'Their folder is missing or cannot be read on this server',
      'The deposit is still possible; tell the administrator',
    ],
  ),
  'deposit.type': text(
    ['Type de document absent', 'Le DMP classe les documents par leur type', 'Choisissez le type dans la liste'],
    ['No type of document', 'The DMP files documents by their type', 'Choose the type in the list'],
  ),
};
