// The texts of the rules of the INSi client. Data only, browser-safe: the entry `messages` gathers it with the others.

import type { FindingCatalogue, FindingText } from '@socle-sante/core';

type Three = readonly [title: string, why: string, action: string];

function texts(fr: Three, en: Three): Readonly<Record<'fr' | 'en', FindingText>> {
  const text = ([title, why, action]: Three): FindingText => ({ title, why, action });
  return { fr: text(fr), en: text(en) };
}

/** Texts of the answer, request and card rules. */
const answers: FindingCatalogue = {
  'insi.cle.absente': texts(
    [
      'Clé du matricule absente de la réponse',
      'Le schéma la rend facultative : elle a été calculée.',
      'Aucune action.',
    ],
    ['Key of the matricule absent from the answer', 'The schema makes it optional: it was computed.', 'Nothing to do.'],
  ),
  'insi.trait.absent': texts(
    [
      'Trait obligatoire absent ou impossible dans la réponse',
      'Une INS ne se sépare pas de ses traits.',
      'N’utilisez pas cette identité ; signalez-la à la cellule d’identitovigilance.',
    ],
    [
      'A mandatory trait is absent or impossible in the answer',
      'An INS does not go without its traits.',
      'Do not use this identity; report it to the identity vigilance team.',
    ],
  ),
  'insi.lieu.absent': texts(
    ['Lieu de naissance absent de la réponse', 'INSi ne le donne pas toujours.', 'Complétez-le d’après un document.'],
    ['Birth place absent from the answer', 'INSi does not always give it.', 'Complete it from a document.'],
  ),
  'insi.liste.absente': texts(
    [
      'Liste des prénoms absente de la réponse',
      'Le premier prénom ne peut pas être contrôlé.',
      'Vérifiez les prénoms sur un document avant d’accepter.',
    ],
    [
      'List of first names absent from the answer',
      'The first birth first name cannot be checked.',
      'Check the first names on a document before accepting.',
    ],
  ),
  'insi.premierPrenom.incoherent': texts(
    [
      'Le premier prénom ne commence pas la liste des prénoms',
      'Les deux doivent concorder (EXI ID 10).',
      'Vérifiez les prénoms de l’acte de naissance avec le patient.',
    ],
    [
      'The first birth first name does not begin the list',
      'Both must agree (EXI ID 10).',
      'Check the first names of the birth certificate with the patient.',
    ],
  ),
  'insi.premierPrenom.ambigu': texts(
    [
      'Premier prénom à confirmer',
      'Un prénom peut contenir un espace : la liste ne dit pas où il finit.',
      'Confirmez le premier prénom avec un document.',
    ],
    [
      'First birth first name to be confirmed',
      'A first name may hold a space: the list does not say where it ends.',
      'Confirm the first name with a document.',
    ],
  ),
  'insi.ecart': texts(
    [
      'Trait reçu différent du trait envoyé : {field}',
      'INSi recherche sur ce trait : il devrait revenir identique.',
      'Vérifiez ce trait sur un document avant d’accepter.',
    ],
    [
      'Trait received differs from the one sent: {field}',
      'INSi searches on this trait: it should come back the same.',
      'Check this trait on a document before accepting.',
    ],
  ),
  'insi.histo.dates': texts(
    [
      'Historique : début postérieur à la fin',
      'INSi renvoie parfois ces dates dans cet ordre.',
      'Aucune action : elles sont conservées telles quelles.',
    ],
    [
      'History: beginning later than end',
      'INSi sometimes returns the dates in that order.',
      'Nothing to do: they are kept as received.',
    ],
  ),
  'insi.histo.actif': texts(
    ['Historique : matricule actif répété', 'INSi le renvoie parfois.', 'Aucune action.'],
    ['History: the active matricule is repeated', 'INSi sometimes returns it.', 'Nothing to do.'],
  ),
  'insi.sexe.indetermine': texts(
    [
      'Sexe indéterminé',
      'INSi ne connaît que F et M : la recherche est impossible.',
      'Gardez l’identité provisoire ou validée.',
    ],
    [
      'Undetermined sex',
      'INSi knows F and M only: the search is impossible.',
      'Keep the identity provisional or validated.',
    ],
  ),
  'insi.lps.missing': texts(
    [
      'Paramètre du logiciel absent : {field}',
      'INSi refuse un appel sans ce champ.',
      'Renseignez la valeur déclarée au CNDA.',
    ],
    ['Software setting missing: {field}', 'INSi refuses a call without it.', 'Give the value declared to the CNDA.'],
  ),
  'insi.lps.length': texts(
    ['Paramètre du logiciel trop long : {field}', '{found} caractères, maximum {max}.', 'Raccourcissez la valeur.'],
    ['Software setting too long: {field}', '{found} characters, at most {max}.', 'Shorten the value.'],
  ),
  'insi.lps.character': texts(
    ['Caractère de contrôle dans {field}', 'Un message XML ne peut pas le porter.', 'Corrigez la valeur.'],
    ['Control character in {field}', 'An XML message cannot carry it.', 'Correct the value.'],
  ),
  'insi.lps.instance': texts(
    [
      'L’instance n’est pas un UUID',
      'Chaque installation doit avoir un identifiant unique et permanent.',
      'Générez un UUID à l’installation et conservez-le.',
    ],
    [
      'The instance is not a UUID',
      'Each installation needs an identifier of its own, for ever.',
      'Make a UUID at installation and keep it.',
    ],
  ),
  'insi.vitale.matricule': texts(
    [
      'NIR de la carte Vitale incohérent',
      'La forme ou la clé est fausse : la lecture est douteuse.',
      'Relisez la carte, ou recherchez par les traits.',
    ],
    [
      'Inconsistent NIR on the carte Vitale',
      'Its form or key is wrong: the reading is doubtful.',
      'Read the card again, or search by traits.',
    ],
  ),
  'insi.vitale.vide': texts(
    ['Carte Vitale sans NIR', 'La recherche par carte a besoin du NIR de l’assuré.', 'Recherchez par les traits.'],
    ['Carte Vitale without a NIR', 'The search by card needs the NIR of the insured person.', 'Search by traits.'],
  ),
  'insi.vitale.rang': texts(
    ['Rang de naissance illisible', 'Il sépare les jumeaux.', 'Relisez la carte.'],
    ['Unreadable birth rank', 'It tells twins apart.', 'Read the card again.'],
  ),
};

const cards: FindingCatalogue = {
  'insi.carte.identifiant': texts(
    ['Carte sans identifiant national', 'Son certificat n’a pas de nom commun (CN).', 'Utilisez une autre carte.'],
    ['Card without a national identifier', 'Its certificate has no common name (CN).', 'Use another card.'],
  ),
  'insi.carte.nonNominative': texts(
    [
      'Carte non nominative',
      'INSi n’accepte que les cartes CPS, CPF et CPE au nom d’une personne.',
      'Utilisez une carte nominative.',
    ],
    ['Card without a holder', 'INSi accepts only cards in the name of a person.', 'Use a card in your own name.'],
  ),
  'insi.carte.expiree': texts(
    ['Carte expirée', 'INSi refuserait sa signature.', 'Renouvelez la carte auprès de l’ANS.'],
    ['Card expired', 'INSi would refuse its signature.', 'Renew the card with the ANS.'],
  ),
  'insi.carte.pasEncoreValide': texts(
    [
      'Carte pas encore valide',
      'La date de la machine précède le début de validité.',
      'Vérifiez l’heure de la machine.',
    ],
    ['Card not yet valid', 'The clock of the machine is before its validity.', 'Check the clock of the machine.'],
  ),
  'insi.carte.usage': texts(
    [
      'Ce certificat n’est pas le certificat de signature',
      'L’assertion se signe avec la clé de signature de la carte.',
      'Choisissez le certificat de signature (nonRepudiation).',
    ],
    [
      'Not the signature certificate',
      'The assertion is signed with the signature key of the card.',
      'Choose the signature certificate (nonRepudiation).',
    ],
  ),
  'insi.carte.autorite': texts(
    [
      'Carte émise par une autorité inattendue : {found}',
      'L’environnement en attend une autre.',
      'Vérifiez carte de test ou réelle.',
    ],
    [
      'Card issued by an unexpected authority: {found}',
      'The environment expects another one.',
      'Check test card or real card.',
    ],
  ),
};

const certificates: FindingCatalogue = {
  'insi.certificat.nom': texts(
    [
      'Nom du certificat refusé : « {found} »',
      'INSi n’accepte que {expected}, en majuscules et avec un tiret.',
      'Commandez un certificat IGC-Santé ORG AUTH_CLI portant exactement ce nom.',
    ],
    [
      'Name of the certificate refused: “{found}”',
      'INSi accepts only {expected}, in upper case with a hyphen.',
      'Order an IGC-Santé ORG AUTH_CLI certificate with exactly this name.',
    ],
  ),
  'insi.certificat.declencheur': texts(
    [
      'Certificat {found} au lieu de {expected}',
      'INSI-MANU sert aux appels lancés par une personne, INSI-AUTO aux appels automatiques.',
      'Utilisez le certificat qui correspond au déclencheur.',
    ],
    [
      'Certificate {found} instead of {expected}',
      'INSI-MANU is for calls made by a person, INSI-AUTO for automatic calls.',
      'Use the certificate that matches the trigger.',
    ],
  ),
  'insi.certificat.autorite': texts(
    [
      'Autorité du certificat inattendue : « {found} »',
      'Cet environnement accepte : {expected}.',
      'Vérifiez s’il s’agit d’un certificat de test ou de production.',
    ],
    [
      'Unexpected authority of the certificate: “{found}”',
      'This environment accepts: {expected}.',
      'Check whether it is a test or a production certificate.',
    ],
  ),
  'insi.certificat.expire': texts(
    ['Certificat expiré depuis le {date}', 'INSi refusera la connexion.', 'Installez le nouveau certificat.'],
    ['Certificate expired on {date}', 'INSi will refuse the connection.', 'Install the new certificate.'],
  ),
  'insi.certificat.pasEncoreValide': texts(
    ['Certificat valide à partir du {date}', 'INSi refusera la connexion.', 'Vérifiez l’heure de la machine.'],
    ['Certificate valid from {date}', 'INSi will refuse the connection.', 'Check the clock of the machine.'],
  ),
  'insi.certificat.expireBientot': texts(
    [
      'Le certificat expire dans {days} jours ({date})',
      'Une commande prend plusieurs semaines.',
      'Commandez le suivant.',
    ],
    ['The certificate expires in {days} days ({date})', 'An order takes several weeks.', 'Order the next one.'],
  ),
  'insi.certificat.structureAbsente': texts(
    [
      'Certificat sans identifiant de structure (OU)',
      'Il est l’émetteur de chaque appel.',
      'Vérifiez que c’est bien un certificat de structure.',
    ],
    [
      'Certificate without a structure identifier (OU)',
      'It is the sender of each call.',
      'Check that it is a structure certificate.',
    ],
  ),
  'insi.certificat.structureForme': texts(
    [
      'Identifiant de structure inhabituel : « {found} »',
      'Il commence d’ordinaire par un chiffre suivi du FINESS, du SIREN ou du SIRET.',
      'Vérifiez l’identifiant de la structure.',
    ],
    [
      'Unusual structure identifier: “{found}”',
      'It usually begins with a digit followed by the FINESS, SIREN or SIRET.',
      'Check the identifier of the structure.',
    ],
  ),
  'insi.certificat.sujet': texts(
    [
      'Sujet du certificat incomplet : {missing}',
      'Un certificat de structure porte C, ST et O.',
      'Vérifiez le certificat.',
    ],
    [
      'Subject of the certificate incomplete: {missing}',
      'A structure certificate has C, ST and O.',
      'Check the certificate.',
    ],
  ),
  'insi.certificat.usage': texts(
    ['Usage du certificat inadapté', 'Il manque {expected}.', 'Commandez un certificat ORG AUTH_CLI.'],
    ['Wrong key usage of the certificate', '{expected} is missing.', 'Order an ORG AUTH_CLI certificate.'],
  ),
  'insi.certificat.usageEtendu': texts(
    ['Le certificat n’authentifie pas un client', 'Il manque {expected}.', 'Commandez un certificat ORG AUTH_CLI.'],
    ['The certificate does not authenticate a client', '{expected} is missing.', 'Order an ORG AUTH_CLI certificate.'],
  ),
  'insi.certificat.usageEtenduAbsent': texts(
    ['Usage étendu du certificat absent', '{expected} est attendu.', 'Vérifiez le profil du certificat.'],
    ['Extended key usage absent', '{expected} is expected.', 'Check the profile of the certificate.'],
  ),
  'insi.certificat.cleCourte': texts(
    ['Clé de {bits} bits', 'Moins de 2048 bits n’est plus admis.', 'Renouvelez le certificat.'],
    ['Key of {bits} bits', 'Less than 2048 bits is no longer accepted.', 'Renew the certificate.'],
  ),
};

/** The text of every rule `insi.*`, for `describeFinding`. */
export const insiFindings: FindingCatalogue = { ...answers, ...cards, ...certificates };
