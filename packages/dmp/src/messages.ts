import type { FindingCatalogue, FindingText } from '@socle-sante/core/finding';

type Line = readonly [title: string, why: string, action: string];

function entry(fr: Line, en: Line): { readonly fr: FindingText; readonly en: FindingText } {
  const text = ([title, why, action]: Line): FindingText => ({ title, why, action });
  return { fr: text(fr), en: text(en) };
}

const VENDOR_FR = 'Contactez votre éditeur.';
const VENDOR_EN = 'Contact your vendor.';
const REREAD_FR = 'Relisez la liste des documents, puis recommencez.';
const REREAD_EN = 'Read the list of documents again, then retry.';

/** The text of every rule of this package, for `describeFinding`. */
export const dmpFindings: FindingCatalogue = {
  'dmp.patient.ins': entry(
    [
      'Le matricule INS n’a pas la bonne forme',
      'Le DMP se cherche par un matricule de 15 caractères.',
      'Vérifiez l’identité du patient.',
    ],
    [
      'The INS does not have the right form',
      'The DMP is found by a 15-character INS.',
      'Check the identity of the patient.',
    ],
  ),
  'dmp.patients.family': entry(
    ['Le nom manque', 'La recherche sans INS se fait au moins par le nom.', 'Saisissez le nom de naissance.'],
    ['The name is missing', 'A search without INS needs at least the name.', 'Enter the birth name.'],
  ),
  'dmp.patients.birthDate': entry(
    ['La date de naissance n’a pas la bonne forme', 'Elle s’écrit AAAA-MM-JJ.', 'Corrigez la date de naissance.'],
    ['The birth date does not have the right form', 'It is written YYYY-MM-DD.', 'Correct the birth date.'],
  ),
  'dmp.record.author': entry(
    ['L’auteur de la modification manque', 'Le DMP demande l’identifiant national de qui modifie.', VENDOR_FR],
    ['The author of the change is missing', 'The DMP asks for the national identifier of who changes it.', VENDOR_EN],
  ),
  'dmp.record.structure': entry(
    ['La structure de l’auteur manque', 'Le DMP demande la structure de qui modifie.', VENDOR_FR],
    ['The structure of the author is missing', 'The DMP asks for the structure of who changes it.', VENDOR_EN],
  ),
  'dmp.record.none': entry(
    [
      'Pas de DMP pour cette personne',
      'Le DMP ne connaît pas cet INS.',
      'Gardez le document dans le dossier ; MSSanté reste possible.',
    ],
    [
      'No DMP for this person',
      'The DMP does not know this INS.',
      'Keep the document in the record; MSSanté remains possible.',
    ],
  ),
  'dmp.record.closed': entry(
    [
      'DMP fermé',
      'Le patient a fermé son DMP : dépôt et consultation sont impossibles.',
      'Gardez le document dans le dossier ; MSSanté reste possible.',
    ],
    [
      'DMP closed',
      'The patient closed the record: neither deposit nor consultation is possible.',
      'Keep the document in the record; MSSanté remains possible.',
    ],
  ),
  'dmp.consent.opposed': entry(
    [
      'Le patient s’oppose à l’alimentation de son DMP',
      'Une opposition pour motif légitime est enregistrée (R. 1111-47 CSP).',
      'N’envoyez pas ce document au DMP.',
    ],
    [
      'The patient opposes the feeding of the DMP',
      'An opposition for a legitimate reason is recorded (R. 1111-47 CSP).',
      'Do not send this document to the DMP.',
    ],
  ),
  'dmp.consent.notInformed': entry(
    [
      'Le patient n’est pas encore informé',
      'Le dépôt demande une information préalable (L. 1111-15 CSP).',
      'Informez le patient, puis notez-le.',
    ],
    [
      'The patient is not informed yet',
      'A deposit needs prior information (L. 1111-15 CSP).',
      'Inform the patient, then record it.',
    ],
  ),
  'dmp.consent.refused': entry(
    ['Le patient refuse la consultation de son DMP', 'Son refus est enregistré.', 'N’ouvrez pas le DMP.'],
    ['The patient refuses the consultation of the DMP', 'The refusal is recorded.', 'Do not open the DMP.'],
  ),
  'dmp.consent.unknown': entry(
    [
      'Le consentement à la consultation n’est pas recueilli',
      'Hors de l’équipe de soins il est explicite (L. 1111-17 CSP).',
      'Demandez-le au patient, puis notez-le.',
    ],
    [
      'The consent to consultation is not collected',
      'Outside the care team it is explicit (L. 1111-17 CSP).',
      'Ask the patient, then record it.',
    ],
  ),
  'dmp.access.brisDeGlaceOpposed': entry(
    ['Le patient s’oppose au bris de glace', 'Le DMP porte son opposition.', 'N’ouvrez pas le DMP dans ce mode.'],
    [
      'The patient opposes the emergency opening',
      'The DMP carries the opposition.',
      'Do not open the DMP in this mode.',
    ],
  ),
  'dmp.access.reason': entry(
    ['Le motif du bris de glace manque', 'Il est transmis au DMP et montré au patient.', 'Indiquez le motif.'],
    [
      'The reason of the emergency opening is missing',
      'It is sent to the DMP and shown to the patient.',
      'Give the reason.',
    ],
  ),
  'dmp.access.denied': entry(
    [
      'Le patient vous a bloqué l’accès',
      'Un professionnel bloqué n’a accès dans aucun mode.',
      'Parlez-en avec le patient.',
    ],
    [
      'The patient blocked your access',
      'A blocked professional has no access in any mode.',
      'Talk about it with the patient.',
    ],
  ),
  'dmp.access.notAuthorised': entry(
    [
      'Vous n’êtes pas encore autorisé sur ce DMP',
      'La consultation demande une autorisation en cours.',
      'Avec le consentement du patient, déclarez votre autorisation.',
    ],
    [
      'You are not authorised on this DMP yet',
      'A consultation needs a valid authorisation.',
      'With the consent of the patient, declare your authorisation.',
    ],
  ),
  'dmp.mode.onlyStaff': entry(
    ['Envoi réservé au personnel', '{transaction} ne part qu’avec une carte CPE.', 'Utilisez le dépôt ordinaire.'],
    ['Reserved to staff', '{transaction} is sent with a CPE card only.', 'Use the ordinary deposit.'],
  ),
  'dmp.mode.notStaff': entry(
    ['Envoi réservé aux professionnels', 'Avec une carte CPE le dépôt est TD2.2.', 'Utilisez le dépôt du personnel.'],
    ['Reserved to professionals', 'With a CPE card the deposit is TD2.2.', 'Use the deposit by staff.'],
  ),
  'dmp.mode.air': entry(
    [
      'Dépôt impossible dans ce mode',
      'L’authentification indirecte renforcée sert à consulter ; le dépôt reste direct ou indirect.',
      'Déposez avec le certificat de la structure ou une carte.',
    ],
    [
      'No deposit in this mode',
      'The reinforced indirect authentication is for consultation; deposits stay direct or indirect.',
      'Deposit with the certificate of the structure or a card.',
    ],
  ),
  'dmp.mode.indirect': entry(
    [
      'Action impossible dans ce mode',
      '{transaction} demande une carte, ou l’authentification indirecte renforcée.',
      'Utilisez une carte ou la seconde authentification.',
    ],
    [
      'Not possible in this mode',
      '{transaction} needs a card, or the reinforced indirect authentication.',
      'Use a card or the second authentication.',
    ],
  ),
  'dmp.submission.empty': entry(
    ['Le lot est vide', 'Un lot porte au moins un document.', VENDOR_FR],
    ['The set is empty', 'A set carries at least one document.', VENDOR_EN],
  ),
  'dmp.submission.tooMany': entry(
    [
      'Le lot porte {count} documents',
      'La limite réglée est de {limit} par lot ; celle du DMP n’est pas publiée.',
      'Déposez un document par lot, ou changez le réglage.',
    ],
    [
      'The set carries {count} documents',
      'The limit set is {limit} a set; that of the DMP is not published.',
      'Deposit one document a set, or change the setting.',
    ],
  ),
  'dmp.submission.signature': entry(
    ['Le lot porte {count} signature(s)', 'Un lot porte exactement une signature.', VENDOR_FR],
    ['The set carries {count} signature(s)', 'A set carries exactly one signature.', VENDOR_EN],
  ),
  'dmp.submission.sameId': entry(
    ['Deux objets du lot ont le même nom', 'Les noms symboliques sont uniques dans un message.', VENDOR_FR],
    ['Two objects of the set have the same name', 'Symbolic names are unique in a message.', VENDOR_EN],
  ),
  'dmp.submission.sameUniqueId': entry(
    ['Deux objets du lot ont le même identifiant', 'Chaque uniqueId est unique au monde.', VENDOR_FR],
    ['Two objects of the set have the same identifier', 'Each uniqueId is unique in the world.', VENDOR_EN],
  ),
  'dmp.submission.noBytes': entry(
    ['Une fiche n’a pas son document', 'Chaque fiche va avec exactement un document ; trouvés : {count}.', VENDOR_FR],
    ['An entry has no document', 'Each entry goes with exactly one document; found: {count}.', VENDOR_EN],
  ),
  'dmp.submission.noEntry': entry(
    ['Un document n’a pas de fiche', 'Chaque document va avec exactement une fiche.', VENDOR_FR],
    ['A document has no entry', 'Each document goes with exactly one entry.', VENDOR_EN],
  ),
  'dmp.submission.mismatch': entry(
    ['Fiche et document se contredisent', 'L’identifiant ou le type de contenu diffère.', VENDOR_FR],
    ['Entry and document disagree', 'The identifier or the media type differs.', VENDOR_EN],
  ),
  'dmp.submission.size': entry(
    [
      'La taille annoncée n’est pas celle du document',
      'La fiche dit {size} octets, le document en a {bytes}.',
      VENDOR_FR,
    ],
    [
      'The announced size is not that of the document',
      'The entry says {size} bytes, the document has {bytes}.',
      VENDOR_EN,
    ],
  ),
  'dmp.submission.tooLarge': entry(
    [
      'Document trop volumineux',
      'Il a {bytes} octets, la limite réglée est {limit}.',
      'Réduisez le document (pages, images).',
    ],
    [
      'Document too large',
      'It has {bytes} bytes, the limit set is {limit}.',
      'Make the document smaller (pages, images).',
    ],
  ),
  'dmp.submission.patient': entry(
    [
      'Un document est d’un autre patient que le lot',
      'Le DMP refuserait le lot (XDSPatientIdDoesNotMatch).',
      VENDOR_FR,
    ],
    [
      'A document is of another patient than the set',
      'The DMP would refuse the set (XDSPatientIdDoesNotMatch).',
      VENDOR_EN,
    ],
  ),
  'dmp.submission.otherPatient': entry(
    [
      'Le lot est d’un autre patient',
      'L’INS des métadonnées n’est pas celui de l’identité donnée.',
      'Vérifiez le dossier ouvert, puis préparez le document de nouveau.',
    ],
    [
      'The set is of another patient',
      'The INS of the metadata is not that of the identity given.',
      'Check which record is open, then prepare the document again.',
    ],
  ),
  'dmp.submission.association': entry(
    [
      'Lien non admis entre documents',
      'Ajouts et transformations (APND, XFRM) ne sont pas confirmés par le DMP.',
      'Déposez ou remplacez le document.',
    ],
    [
      'Link between documents not admitted',
      'Additions and transformations (APND, XFRM) are not confirmed by the DMP.',
      'Deposit or replace the document.',
    ],
  ),
  'dmp.replace.notFound': entry(
    [
      'Document à remplacer introuvable',
      'Le DMP ne connaît pas cet identifiant, ou sa nouvelle version n’est pas dans le lot.',
      'Déposez-le comme un nouveau document, ou vérifiez son identifiant.',
    ],
    [
      'Document to replace not found',
      'The DMP does not know this identifier, or its new version is not in the set.',
      'Deposit it as a new document, or check its identifier.',
    ],
  ),
  'dmp.query.parameter': entry(
    ['Critère de recherche absent ou en double', '{query} veut exactement un de : {parameter}.', VENDOR_FR],
    ['Search criterion missing or doubled', '{query} wants exactly one of: {parameter}.', VENDOR_EN],
  ),
  'dmp.query.reference': entry(
    ['Recherche de référence mal formée', 'TD3.1b est GetDocuments, réponse en références seules.', VENDOR_FR],
    ['Reference search malformed', 'TD3.1b is GetDocuments, answered with references only.', VENDOR_EN],
  ),
  'dmp.retrieve.empty': entry(
    ['Aucun document demandé', 'La demande nomme au moins un document.', VENDOR_FR],
    ['No document asked for', 'The request names at least one document.', VENDOR_EN],
  ),
  'dmp.retrieve.uniqueId': entry(
    [
      'Mauvais identifiant de document',
      'Un document se demande par son uniqueId, jamais par sa référence (entryUUID).',
      VENDOR_FR,
    ],
    [
      'Wrong document identifier',
      'A document is asked for by its uniqueId, never by its reference (entryUUID).',
      VENDOR_EN,
    ],
  ),
  'dmp.retrieve.repository': entry(
    ['L’entrepôt du document manque', 'La fiche le donne (repositoryUniqueId).', REREAD_FR],
    ['The repository of the document is missing', 'The entry gives it (repositoryUniqueId).', REREAD_EN],
  ),
  'dmp.update.entryUuid': entry(
    ['La référence du document manque', 'Elle change à chaque mise à jour et se relit avant chaque action.', REREAD_FR],
    [
      'The reference of the document is missing',
      'It changes at each update and is read before each action.',
      REREAD_EN,
    ],
  ),
  'dmp.update.logicalId': entry(
    ['L’identifiant logique du document manque', 'Une mise à jour le nomme (lid).', REREAD_FR],
    ['The logical identifier of the document is missing', 'An update names it (lid).', REREAD_EN],
  ),
  'dmp.update.version': entry(
    ['La version de la fiche manque', 'Une mise à jour dit quelle version elle remplace (PreviousVersion).', REREAD_FR],
    ['The version of the entry is missing', 'An update says which version it replaces (PreviousVersion).', REREAD_EN],
  ),
  'dmp.update.incomplete': entry(
    ['La fiche lue est incomplète', 'Une mise à jour renvoie toute la fiche : il manque {field}.', REREAD_FR],
    ['The entry that was read is incomplete', 'An update sends the whole entry again: {field} is missing.', REREAD_EN],
  ),
  'dmp.update.sameStatus': entry(
    ['Le document a déjà ce statut', 'Le nouveau statut est celui qu’il a.', 'Aucune action.'],
    ['The document has that status already', 'The new status is the present one.', 'Nothing to do.'],
  ),
  'dmp.update.nothing': entry(
    ['Le document a déjà cette visibilité', 'Il n’y a rien à changer.', 'Aucune action.'],
    ['The document has that visibility already', 'There is nothing to change.', 'Nothing to do.'],
  ),
  'dmp.update.notFound': entry(
    [
      'Le document n’est pas dans le DMP',
      'Le DMP ne connaît pas cet identifiant.',
      'Vérifiez l’identifiant gardé lors du dépôt.',
    ],
    [
      'The document is not in the DMP',
      'The DMP does not know this identifier.',
      'Check the identifier kept since the deposit.',
    ],
  ),
};
