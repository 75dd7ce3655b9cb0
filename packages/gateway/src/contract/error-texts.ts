import { dmpErrorTexts } from './dmp-error-texts.js';
import type { UiError } from './error.js';
import { type ErrorText, type ErrorTexts, type TextLocale, text } from './error-text.js';

export type { ErrorText, ErrorTexts, TextLocale } from './error-text.js';

const offlineAction = ['Vos saisies sont conservées', 'What you typed is kept'] as const;

/** The one table of error texts. A vendor overrides rows with a partial table. */
export const errorTexts: ErrorTexts = {
  ...dmpErrorTexts,
  // INSi, CodeCR (ins.md §7.1)
  '01': text(
    'Aucune identité trouvée',
    'Vérifiez les traits sur une pièce d’identité, essayez un autre prénom de naissance. Nouveau-né de moins de 8 jours : réessayez plus tard',
    'No identity found',
    'Check the traits on an identity document, try another birth first name. Newborn under 8 days: try again later',
  ),
  '02': text(
    'Plusieurs identités trouvées',
    'Ajoutez les autres prénoms, puis le lieu de naissance',
    'Several identities found',
    'Add the other first names, then the birth place',
  ),
  // INSi, faults (ins.md §7.3)
  desir_550: text(
    'Logiciel non autorisé par l’Assurance Maladie',
    'Contactez votre éditeur : numéro d’autorisation inconnu',
    'Software not authorised by the Assurance Maladie',
    'Contact your vendor: unknown authorisation number',
  ),
  desir_560: text(
    'Certificat refusé par INSi',
    'Contactez votre support : le certificat doit être nommé INSI-AUTO ou INSI-MANU',
    'Certificate refused by INSi',
    'Contact your support: the certificate must be named INSI-AUTO or INSI-MANU',
  ),
  desir_1020: text(
    'INSi est indisponible',
    'Poursuivez avec une identité provisoire ; nouvelle tentative proposée',
    'INSi is unavailable',
    'Go on with a provisional identity; you may try again later',
  ),
  insi_102: text(
    'Erreur technique de la recherche',
    'Réessayez une fois. Au bac à sable, cette réponse signifie souvent « personne absente du jeu de test »',
    'Technical error of the search',
    'Retry once. In the sandbox this answer often means “person not in the test set”',
  ),
  insi_101: text(
    'Erreur technique de la recherche par carte Vitale',
    'Utilisez la recherche par traits',
    'Technical error of the search by carte Vitale',
    'Use the search by traits',
  ),
  // INSi, without an official code
  'insi.unavailable': text(
    'INSi ne répond pas',
    'Poursuivez avec une identité provisoire ; réessayez plus tard',
    'INSi does not answer',
    'Go on with a provisional identity; try again later',
  ),
  'insi.technical': text(
    'Erreur technique d’INSi',
    'Réessayez une fois, sinon transmettez la référence {messageId} au support',
    'Technical error of INSi',
    'Retry once, or give the reference {messageId} to the support',
  ),
  'insi.config': text(
    'INSi refuse la configuration de ce logiciel',
    'Contactez votre support',
    'INSi refuses the configuration of this software',
    'Contact your support',
  ),
  'insi.input': text(
    'Traits refusés avant l’interrogation d’INSi',
    'Corrigez les traits signalés',
    'Traits refused before INSi was asked',
    'Correct the traits that are pointed at',
  ),
  'insi.protocol': text(
    'Réponse d’INSi inexploitable',
    'Ne saisissez pas l’identité à la main ; transmettez la référence {messageId} au support',
    'The answer of INSi cannot be used',
    'Do not type the identity by hand; give the reference {messageId} to the support',
  ),
  // Carte Vitale
  'insi.vitale.absent': text(
    'Aucune carte Vitale dans le lecteur',
    'Insérez la carte Vitale, puis relisez-la',
    'No carte Vitale in the reader',
    'Insert the card, then read it again',
  ),
  'insi.vitale.swapped': text(
    'La carte a changé',
    'Relisez la carte Vitale du patient',
    'The card changed',
    'Read the patient’s card again',
  ),
  'insi.vitale.expired': text(
    'Lecture de la carte trop ancienne',
    'Relisez la carte Vitale : une lecture sert 20 minutes',
    'The reading of the card is too old',
    'Read the card again: a reading lasts 20 minutes',
  ),
  'insi.vitale.unreadable': text(
    'Carte Vitale illisible',
    'Nettoyez la puce ou utilisez la recherche par traits',
    'The card cannot be read',
    'Clean the chip or use the search by traits',
  ),
  'insi.vitale.noReader': text(
    'Aucun lecteur de carte Vitale',
    'Branchez le lecteur ou utilisez la recherche par traits',
    'No reader of cartes Vitale',
    'Connect the reader or use the search by traits',
  ),
  'insi.rateLimited': text(
    'Trop d’interrogations d’INSi',
    'Nouvelle tentative possible dans {retryAfterS} s',
    'Too many INSi queries',
    'You may try again in {retryAfterS} s',
  ),
  'insi.unsupportedCombination': text(
    'Recherche par carte Vitale impossible sans carte de professionnel',
    'Utilisez la recherche par traits',
    'No search by carte Vitale without a professional’s card',
    'Use the search by traits',
  ),
  'insi.verification': text(
    'La vérification d’INS n’est pas disponible',
    'Interrogez INSi par les traits et comparez, ou contactez votre éditeur',
    'INS verification is not available',
    'Ask INSi by traits and compare, or contact your vendor',
  ),
  // The way to the service
  network: text(
    'Le service ne répond pas',
    'Poursuivez avec une identité provisoire ; réessayez plus tard',
    'The service does not answer',
    'Go on with a provisional identity; try again later',
  ),
  timeout: text(
    'Le service ne répond pas à temps',
    'Poursuivez avec une identité provisoire ; réessayez plus tard',
    'The service does not answer in time',
    'Go on with a provisional identity; try again later',
  ),
  tls: text(
    'Connexion sécurisée refusée',
    'Contactez votre support : certificat ou autorité à vérifier',
    'Secure connection refused',
    'Contact your support: certificate or authority to check',
  ),
  // Results that are refused
  'insi.protocol.matriculeKey': text(
    'Le matricule reçu est incohérent',
    'Ne l’utilisez pas. Signalez-le à la cellule d’identitovigilance',
    'The matricule received is inconsistent',
    'Do not use it. Report it to the identity-vigilance team',
  ),
  'gateway.refusedResult': text(
    'L’identité reçue d’INSi ne peut pas être utilisée',
    'Rien n’a été enregistré. Signalez-le à la cellule d’identitovigilance',
    'The identity received from INSi cannot be used',
    'Nothing was stored. Report it to the identity-vigilance team',
  ),
  'gateway.lexical': text(
    'Caractère non accepté : « {char} » position {position}',
    'Corrigez le nom ou le prénom',
    'Character not accepted: “{char}” at position {position}',
    'Correct the name or the first name',
  ),
  'gateway.blocked': text(
    'Appel INSi bloqué : identité {attribute}',
    'Levez l’attribut avant d’interroger INSi',
    'INSi call blocked: identity is {attribute}',
    'Remove the attribute before asking INSi',
  ),
  'gateway.blocked.sexe': text(
    'Appel INSi impossible : sexe indéterminé',
    'INSi n’accepte que Féminin ou Masculin ; l’identité reste provisoire ou validée',
    'INSi call not possible: sex is undetermined',
    'INSi takes only Female or Male; the identity stays provisional or validated',
  ),
  'gateway.blocked.apcv': text(
    'Appel INSi inutile : identité lue dans l’appli carte Vitale',
    'Aucune action : l’identité est déjà qualifiée',
    'INSi call not needed: identity read from the appli carte Vitale',
    'No action: the identity is already qualified',
  ),
  'gateway.arbitrate': text(
    'L’identité validée diffère de celle d’INSi',
    'Vérifiez le document avec le patient, corrigez la fiche ou signalez l’écart ; le statut ne change pas',
    'The validated identity differs from the one of INSi',
    'Check the document with the patient, correct the record or report the difference; the status does not change',
  ),
  'gateway.snapshotExpired': text(
    'Le résultat d’INSi a expiré ou la fiche a changé',
    'Interrogez INSi à nouveau',
    'The INSi result expired or the record changed',
    'Ask INSi again',
  ),
  'gateway.unacknowledged': text(
    'Des différences ne sont pas vérifiées',
    'Vérifiez chaque trait différent sur un document, puis confirmez',
    'Some differences are not checked',
    'Check each trait that differs on a document, then confirm',
  ),
  'gateway.notQualified': text(
    'Disponible seulement pour une identité qualifiée',
    'Récupérez l’INS et vérifiez l’identité sur un document',
    'Only for a qualified identity',
    'Retrieve the INS and check the identity on a document',
  ),
  'gateway.transition': text(
    'Changement de statut impossible',
    'Vérifiez le statut actuel de l’identité et le document présenté',
    'This change of status is not possible',
    'Check the present status of the identity and the document shown',
  ),
  'gateway.locked': text(
    'Trait verrouillé : l’identité est récupérée, validée ou qualifiée',
    'Demandez à une personne habilitée de le modifier',
    'Locked trait: the identity is retrieved, validated or qualified',
    'Ask an authorised person to change it',
  ),
  'gateway.confirmationNeeded': text(
    'Modifier ce trait efface le matricule INS et abaisse le statut',
    'Lisez les conséquences, puis confirmez',
    'Changing this trait removes the INS and lowers the status',
    'Read the consequences, then confirm',
  ),
  // The gateway
  'gateway.badRequest': text(
    'Saisie refusée',
    'Corrigez les champs signalés',
    'Input refused',
    'Correct the fields pointed at',
  ),
  'gateway.busy': text(
    'Une interrogation est déjà en cours pour ce dossier',
    'Attendez sa fin ou annulez-la',
    'A query already runs for this record',
    'Wait for its end or cancel it',
  ),
  'gateway.conflict': text(
    'La fiche a été modifiée entre-temps',
    'Actualisez la fiche puis recommencez',
    'The record was changed meanwhile',
    'Refresh the record, then do it again',
  ),
  'gateway.contract': text(
    'Version incompatible du serveur',
    'Rechargez la page ; si le message revient, prévenez le support',
    'Incompatible version of the server',
    'Reload the page; if the message comes back, tell the support',
  ),
  'gateway.csrf': text(
    'Demande refusée : elle ne vient pas de cette application',
    'Rechargez la page',
    'Request refused: it does not come from this application',
    'Reload the page',
  ),
  'gateway.expired': text(
    'Session expirée',
    'Identifiez-vous de nouveau ; vos saisies sont conservées',
    'Session expired',
    'Sign in again; what you typed is kept',
  ),
  'gateway.forbidden': text(
    'Action non permise pour votre profil',
    'Demandez à votre administrateur',
    'Not permitted for your profile',
    'Ask your administrator',
  ),
  'gateway.idempotency': text(
    'Demande déjà envoyée avec un autre contenu',
    'Actualisez la fiche puis recommencez',
    'Request already sent with other content',
    'Refresh the record, then do it again',
  ),
  'gateway.internal': text(
    'Erreur du serveur',
    'Réessayez ou transmettez la référence {messageId} au support',
    'Server error',
    'Retry or give the reference {messageId} to the support',
  ),
  'gateway.mediaType': text(
    'Format de demande refusé',
    'Rechargez la page',
    'Request format refused',
    'Reload the page',
  ),
  'gateway.method': text(
    'Demande inconnue du serveur',
    'Rechargez la page',
    'Request unknown to the server',
    'Reload the page',
  ),
  'gateway.notFound': text('Dossier introuvable', 'Actualisez la liste', 'Record not found', 'Refresh the list'),
  'gateway.offline': text('Pas de réseau', offlineAction[0], 'No network', offlineAction[1]),
  'gateway.timeout': text('Pas de réponse', offlineAction[0], 'No answer', offlineAction[1]),
  'gateway.tooLarge': text('Demande trop volumineuse', 'Réduisez la saisie', 'Request too large', 'Shorten the input'),
  'gateway.tooMany': text(
    'Trop de demandes',
    'Nouvelle tentative possible dans {retryAfterS} s',
    'Too many requests',
    'You may try again in {retryAfterS} s',
  ),
  'gateway.unsupported': text(
    'Fonction non disponible sur ce site',
    'Demandez à votre administrateur',
    'Not available on this site',
    'Ask your administrator',
  ),
};

const other = text(
  'Erreur {service} ({officialCode})',
  'Réessayez ou transmettez la référence {messageId} au support',
  'Error {service} ({officialCode})',
  'Retry or give the reference {messageId} to the support',
);

/**
 * What the user reads of an error: the row of its official code, else of its code, else the last row of the table.
 * `overrides` are looked up first. Never throws.
 */
export function describeUiError(error: UiError, locale: TextLocale, overrides: ErrorTexts = {}): ErrorText {
  const official = error.officialCode?.toLowerCase();
  const attribute = error.params?.['attribute'];
  const keys = [
    official === undefined || attribute === undefined ? undefined : `${official}.${attribute}`,
    official,
    attribute === undefined ? undefined : `${error.code}.${attribute}`,
    error.code,
    error.code.split('.').slice(0, 2).join('.'),
    error.code.split('.')[0],
  ];
  const tables = [overrides, errorTexts];
  const row =
    keys
      .flatMap((key) =>
        key === undefined ? [] : tables.map((table) => (Object.hasOwn(table, key) ? table[key] : undefined)),
      )
      .find((found) => found !== undefined) ?? other;
  const values: Readonly<Record<string, string | number | undefined>> = {
    ...error.params,
    service: error.service,
    officialCode: error.officialCode ?? error.code,
    messageId: error.messageId ?? '—',
    retryAfterS: error.retryAfterS ?? '…',
  };
  const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '…'));
  return { title: fill(row[locale].title), action: fill(row[locale].action) };
}
