import type { FindingCatalogue } from '@socle-sante/core/finding';
import { texts } from '../texts.js';

const REFUSED_FR = 'Le registre refuserait le dépôt.';
const REFUSED_EN = 'The registry would refuse the submission.';
const EDITOR_FR = 'Signalez-le à l’éditeur de votre logiciel.';
const EDITOR_EN = 'Tell the vendor of your software.';
const SENDER_FR = 'Signalez-le au service qui a envoyé ce message.';
const SENDER_EN = 'Tell the service that sent this message.';

/** Texts of the rules of XDS metadata: reading, deriving, checking. */
export const xdsFindings: FindingCatalogue = {
  'documents.xds.noObjects': texts(
    ['Aucune métadonnée XDS', 'Le message ne contient pas de liste d’objets de registre.', SENDER_FR],
    ['No XDS metadata', 'The message holds no list of registry objects.', SENDER_EN],
  ),
  'documents.xds.missing': texts(
    ['{field} manque', 'Cet attribut est obligatoire dans les métadonnées du document.', 'Complétez le document.'],
    ['{field} is missing', 'This attribute is mandatory in the metadata of the document.', 'Complete the document.'],
  ),
  'documents.xds.repeated': texts(
    ['{field} est donné plusieurs fois', 'Une seule valeur est attendue ; la première a été lue.', SENDER_FR],
    ['{field} is given several times', 'One value is expected; the first was read.', SENDER_EN],
  ),
  'documents.xds.code': texts(
    ['Code incomplet : {field}', 'Un code va toujours avec son système de codage.', SENDER_FR],
    ['Incomplete code: {field}', 'A code always goes with its coding scheme.', SENDER_EN],
  ),
  'documents.xds.identifier': texts(
    ['Identifiant mal formé : {field}', 'Il n’a pas la forme que le standard lui donne.', SENDER_FR],
    ['Malformed identifier: {field}', 'It does not have the form that the standard gives it.', SENDER_EN],
  ),
  'documents.xds.time': texts(
    [
      'Date illisible : {field}',
      'Une date avec une heure doit dire son fuseau : les métadonnées sont en temps universel.',
      'Donnez la date avec l’heure et le décalage horaire.',
    ],
    [
      'Unreadable date: {field}',
      'A date with an hour must say its time zone: metadata are in UTC.',
      'Give the date with its hour and offset.',
    ],
  ),
  'documents.xds.number': texts(
    ['Nombre illisible : {field}', 'Un nombre entier est attendu.', SENDER_FR],
    ['Unreadable number: {field}', 'A whole number is expected.', SENDER_EN],
  ),
  'documents.xds.unknownObject': texts(
    ['Objet inconnu : {field}', 'Il n’appartient pas aux documents, lots, classeurs ou associations.', SENDER_FR],
    ['Unknown object: {field}', 'It is no document, submission set, folder or association.', SENDER_EN],
  ),
  'documents.xds.class': texts(
    [
      'Ce type de document n’a pas de classe',
      'La classe est déduite du type (ASS_X04), et cette version de l’association ne connaît pas ce type.',
      'Choisissez un autre type, ou donnez la classe dans la configuration.',
    ],
    [
      'This document type has no class',
      'The class is derived from the type (ASS_X04), and this version of the association does not know it.',
      'Choose another type, or give the class in the configuration.',
    ],
  ),
  'documents.xds.format': texts(
    [
      'Format du document inconnu',
      'Ni le modèle ni le contenu n’ont de formatCode publié (ASS_A11, ASS_A12).',
      'Vérifiez le modèle du document, ou donnez le format dans la configuration.',
    ],
    [
      'Unknown document format',
      'Neither the model nor the content has a published formatCode (ASS_A11, ASS_A12).',
      'Check the model of the document, or give the format in the configuration.',
    ],
  ),
  'documents.xds.patient': texts(
    [
      'Le patient n’a aucun identifiant transmissible',
      'Sans INS qualifiée ni identifiant local, rien ne désigne le patient.',
      'Qualifiez l’identité du patient, ou donnez son IPP.',
    ],
    [
      'The patient has no identifier that may be sent',
      'Without a qualified INS or a local identifier, nothing names the patient.',
      'Qualify the identity of the patient, or give the local identifier.',
    ],
  ),
  'documents.xds.replacedEntry': texts(
    [
      'La version à remplacer n’est pas désignée dans le registre',
      'Le remplacement vise l’entryUUID de la version en cours, qui change à chaque mise à jour.',
      'Recherchez le document, puis donnez l’entryUUID trouvé.',
    ],
    [
      'The version to replace is not named in the registry',
      'A replacement aims at the entryUUID of the current version, which changes at each update.',
      'Search for the document, then give the entryUUID that was found.',
    ],
  ),
  'documents.xds.contents': texts(
    ['Les contenus ne correspondent pas aux documents', 'Il en faut un par document, dans le même ordre.', EDITOR_FR],
    ['The contents do not match the documents', 'There must be one for each document, in the same order.', EDITOR_EN],
  ),
  'documents.xds.extension': texts(
    [
      'L’identifiant du document a une extension',
      'Le DMP ne connaît que des identifiants faits d’un OID seul.',
      'Identifiez le document par un OID sans extension.',
    ],
    [
      'The identifier of the document has an extension',
      'The DMP knows only identifiers made of one OID.',
      'Identify the document by an OID without extension.',
    ],
  ),
  'documents.xades.chain': texts(
    [
      'La chaîne de certificats s’arrête avant la racine',
      'La signature du lot nomme le certificat, son autorité et la racine.',
      'Ajoutez les certificats manquants de l’IGC-Santé.',
    ],
    [
      'The certificate chain stops before the root',
      'The signature of a set names the certificate, its authority and the root.',
      'Add the missing certificates of IGC-Santé.',
    ],
  ),
  'documents.metadata.missing': texts(
    ['{field} manque', 'Cet attribut est obligatoire.', 'Complétez l’envoi.'],
    ['{field} is missing', 'This attribute is mandatory.', 'Complete the submission.'],
  ),
  'documents.metadata.label': texts(
    ['Code sans libellé : {field}', 'Le libellé est montré aux utilisateurs.', 'Donnez le libellé officiel du code.'],
    ['Code without a label: {field}', 'Users are shown the label.', 'Give the official label of the code.'],
  ),
  'documents.metadata.valueSet': texts(
    [
      'Code {code} non admis pour {field}',
      'Ce code, avec ce système de codage, n’est pas dans {set}.',
      'Choisissez un code de cette liste.',
    ],
    [
      'Code {code} not allowed for {field}',
      'This code, with this coding scheme, is not in {set}.',
      'Choose a code of that list.',
    ],
  ),
  'documents.metadata.cisisOnly': texts(
    [
      'Code {code} refusé par le DMP pour {field}',
      'Il est admis par le CI-SIS, mais n’est pas dans {set}, la liste du DMP.',
      'Choisissez un code de la liste du DMP.',
    ],
    [
      'Code {code} refused by the DMP for {field}',
      'The CI-SIS allows it, but it is not in {set}, the list of the DMP.',
      'Choose a code of the list of the DMP.',
    ],
  ),
  'documents.metadata.uniqueId': texts(
    [
      'Identifiant qui n’est pas un OID',
      'Un uniqueId est un OID sans extension, de 64 caractères au plus.',
      'Formez les identifiants sous l’OID de l’éditeur.',
    ],
    [
      'Identifier that is not an OID',
      'A uniqueId is an OID without extension, of at most 64 characters.',
      'Make identifiers under the OID of the vendor.',
    ],
  ),
  'documents.metadata.uniqueIdTwice': texts(
    ['Identifiant utilisé deux fois', REFUSED_FR, 'Donnez à chaque document et au lot leur propre identifiant.'],
    ['Identifier used twice', REFUSED_EN, 'Give each document and the set an identifier of its own.'],
  ),
  'documents.metadata.idTwice': texts(
    ['Nom symbolique utilisé deux fois', REFUSED_FR, EDITOR_FR],
    ['Symbolic name used twice', REFUSED_EN, EDITOR_EN],
  ),
  'documents.metadata.sourceId': texts(
    ['Le logiciel émetteur n’est pas désigné par un OID', REFUSED_FR, 'Configurez l’OID de l’installation.'],
    ['The sending software is not named by an OID', REFUSED_EN, 'Configure the OID of the installation.'],
  ),
  'documents.metadata.ins': texts(
    [
      'Le patient n’est pas désigné par son INS',
      'Le DMP ne reçoit que des documents d’un patient dont l’INS est qualifiée.',
      'Qualifiez l’identité du patient avant de déposer.',
    ],
    [
      'The patient is not named by an INS',
      'The DMP receives documents of patients with a qualified INS only.',
      'Qualify the identity of the patient before the deposit.',
    ],
  ),
  'documents.metadata.insType': texts(
    ['INS sans le type NH', 'patientId s’écrit matricule^^^&OID&ISO^NH.', EDITOR_FR],
    ['INS without the type NH', 'patientId is written matricule^^^&OID&ISO^NH.', EDITOR_EN],
  ),
  'documents.metadata.environment': texts(
    [
      'INS d’un autre environnement',
      'L’environnement est {environment}, et l’OID de l’INS est celui d’un autre.',
      'Vérifiez l’environnement, ou l’identité du patient.',
    ],
    [
      'INS of another environment',
      'The environment is {environment}, and the OID of the INS is that of another one.',
      'Check the environment, or the identity of the patient.',
    ],
  ),
  'documents.metadata.otherPatient': texts(
    [
      'Le document n’est pas du patient du lot',
      'Un lot porte sur un seul patient.',
      'Retirez ce document, ou vérifiez son patient.',
    ],
    [
      'The document is not of the patient of the set',
      'A set is about one patient.',
      'Remove this document, or check its patient.',
    ],
  ),
  'documents.metadata.sourceType': texts(
    ['Type de l’identifiant source inattendu', 'Il vaut PI pour un IPP, NH pour une INS.', EDITOR_FR],
    ['Unexpected type of source identifier', 'It is PI for a local identifier, NH for an INS.', EDITOR_EN],
  ),
  'documents.metadata.sourceInfo': texts(
    [
      'Traits du patient incomplets',
      'Nom de naissance, date de naissance et sexe accompagnent chaque document.',
      'Complétez l’identité du patient.',
    ],
    [
      'Incomplete traits of the patient',
      'Birth name, birth date and sex go with each document.',
      'Complete the identity of the patient.',
    ],
  ),
  'documents.metadata.sourceField': texts(
    [
      'Trait du patient qui ne peut pas être transmis',
      'Ce champ est exclu de sourcePatientInfo ou trop long.',
      EDITOR_FR,
    ],
    [
      'Trait of the patient that may not be sent',
      'This field is excluded from sourcePatientInfo or too long.',
      EDITOR_EN,
    ],
  ),
  'documents.metadata.tooLong': texts(
    ['{field} trop long', '{length} caractères, alors que la limite est {max}.', 'Raccourcissez le texte.'],
    ['{field} too long', '{length} characters; the limit is {max}.', 'Shorten the text.'],
  ),
  'documents.metadata.time': texts(
    ['Date mal formée : {field}', 'Les métadonnées sont en temps universel, aaaaMMjjHHmmss.', EDITOR_FR],
    ['Malformed date: {field}', 'Metadata are in UTC, yyyyMMddHHmmss.', EDITOR_EN],
  ),
  'documents.metadata.afterSubmission': texts(
    [
      'Document plus récent que son dépôt',
      'La création du document est postérieure à la soumission.',
      'Vérifiez l’horloge du poste et le décalage horaire.',
    ],
    [
      'Document newer than its submission',
      'The document was created after the submission.',
      'Check the clock of the machine and its offset.',
    ],
  ),
  'documents.metadata.period': texts(
    ['L’acte finit avant d’avoir commencé', REFUSED_FR, 'Vérifiez les dates de l’acte.'],
    ['The act ends before it starts', REFUSED_EN, 'Check the dates of the act.'],
  ),
  'documents.metadata.mimeType': texts(
    ['Type de média mal formé', REFUSED_FR, EDITOR_FR],
    ['Malformed media type', REFUSED_EN, EDITOR_EN],
  ),
  'documents.metadata.format': texts(
    [
      'Le format ne va pas avec le type de média',
      'Un format DICOM va avec application/dicom, et réciproquement.',
      EDITOR_FR,
    ],
    [
      'The format does not go with the media type',
      'A DICOM format goes with application/dicom, and conversely.',
      EDITOR_EN,
    ],
  ),
  'documents.metadata.hash': texts(
    ['Empreinte mal formée', 'Elle est en SHA-1, 40 chiffres hexadécimaux en minuscules.', EDITOR_FR],
    ['Malformed hash', 'It is SHA-1, 40 hexadecimal digits in lower case.', EDITOR_EN],
  ),
  'documents.metadata.size': texts(
    ['Taille du document incorrecte', 'Elle est un nombre d’octets, plus grand que zéro.', EDITOR_FR],
    ['Wrong size of the document', 'It is a number of bytes, greater than zero.', EDITOR_EN],
  ),
  'documents.metadata.person': texts(
    [
      'Personne incomplète : {field}',
      'Identifiant, nom, autorité et types sont obligatoires.',
      'Complétez l’identifiant national et le nom.',
    ],
    [
      'Incomplete person: {field}',
      'Identifier, name, authority and types are mandatory.',
      'Complete the national identifier and the name.',
    ],
  ),
  'documents.metadata.institution': texts(
    [
      'Structure incomplète',
      'Le nom et l’identifiant national de la structure sont obligatoires.',
      'Complétez la structure de l’auteur.',
    ],
    [
      'Incomplete structure',
      'The name and the national identifier of the structure are mandatory.',
      'Complete the structure of the author.',
    ],
  ),
  'documents.metadata.oneAuthor': texts(
    ['Le lot a {count} auteurs', 'Un lot a exactement un auteur : celui qui dépose.', 'Désignez le déposant.'],
    ['The set has {count} authors', 'A set has exactly one author: who deposits.', 'Say who deposits.'],
  ),
  'documents.metadata.structure': texts(
    [
      'La structure du VIHF n’est pas celle du déposant',
      'Le DMP compare la structure de l’authentification à celle de l’auteur du lot.',
      'Choisissez la situation d’exercice qui correspond, ou changez de déposant.',
    ],
    [
      'The structure of the VIHF is not that of the submitter',
      'The DMP compares the structure of the authentication with that of the author of the set.',
      'Choose the right work situation, or another submitter.',
    ],
  ),
  'documents.metadata.noClass': texts(
    [
      'La classe de ce type n’est pas publiée',
      'L’association ASS_X04 ne connaît pas ce type : le DMP peut refuser la classe donnée.',
      'Vérifiez la classe avant de déposer.',
    ],
    [
      'The class of this type is not published',
      'The association ASS_X04 does not know this type: the DMP may refuse the class given.',
      'Check the class before the deposit.',
    ],
  ),
  'documents.metadata.class': texts(
    ['La classe ne correspond pas au type', 'Pour ce type, la classe est {expected} (ASS_X04).', EDITOR_FR],
    ['The class does not match the type', 'For this type the class is {expected} (ASS_X04).', EDITOR_EN],
  ),
  'documents.metadata.confidentialityCount': texts(
    ['Nombre de codes de confidentialité incorrect', 'Il en faut de un à quatre.', EDITOR_FR],
    ['Wrong number of confidentiality codes', 'There must be one to four.', EDITOR_EN],
  ),
  'documents.metadata.confidentialityTwice': texts(
    ['Code de confidentialité répété', REFUSED_FR, EDITOR_FR],
    ['Confidentiality code repeated', REFUSED_EN, EDITOR_EN],
  ),
  'documents.metadata.confidentialityLevel': texts(
    ['Niveau de confidentialité absent', 'Le premier code est le niveau du document : N, R ou V, un seul.', EDITOR_FR],
    ['No level of confidentiality', 'The first code is the level of the document: N, R or V, one only.', EDITOR_EN],
  ),
  'documents.metadata.restricted': texts(
    [
      'Document restreint',
      'Le DMP partage des documents de niveau normal ; un document restreint n’y est pas déposé.',
      'Déposez-le au niveau normal avec un masquage, ou ne le déposez pas.',
    ],
    [
      'Restricted document',
      'The DMP shares documents of the normal level; a restricted one is not deposited there.',
      'Deposit it at the normal level with a mask, or do not deposit it.',
    ],
  ),
  'documents.metadata.notMinor': texts(
    [
      'Le patient est majeur',
      'Cacher un document aux représentants légaux ne vaut que pour un mineur.',
      'Retirez cette option.',
    ],
    [
      'The patient is an adult',
      'A document is hidden from legal representatives for a minor only.',
      'Remove this option.',
    ],
  ),
  'documents.metadata.language': texts(
    ['Langue mal formée', 'Elle s’écrit comme fr-FR.', 'Corrigez la langue du document.'],
    ['Malformed language', 'It is written as fr-FR.', 'Correct the language of the document.'],
  ),
  'documents.metadata.reference': texts(
    ['Référence externe d’un type inattendu', 'Les types admis sont ceux de JDV_J231.', EDITOR_FR],
    ['External reference of an unexpected type', 'The types allowed are those of JDV_J231.', EDITOR_EN],
  ),
  'documents.metadata.signatureEntry': texts(
    ['Fiche de la signature incorrecte : {field}', 'Le DMP impose chaque attribut de cette fiche.', EDITOR_FR],
    ['Wrong entry of the signature: {field}', 'The DMP imposes each attribute of this entry.', EDITOR_EN],
  ),
  'documents.metadata.signatures': texts(
    ['Le lot a {count} signatures', 'Un lot a une seule signature.', EDITOR_FR],
    ['The set has {count} signatures', 'A set has one signature.', EDITOR_EN],
  ),
  'documents.metadata.signs': texts(
    ['La signature n’est pas liée au lot', 'Une association « signs » va de la signature au lot.', EDITOR_FR],
    ['The signature is not tied to the set', 'An association "signs" goes from the signature to the set.', EDITOR_EN],
  ),
  'documents.metadata.noEntry': texts(
    ['Le lot est vide', REFUSED_FR, 'Ajoutez au moins un document.'],
    ['The set is empty', REFUSED_EN, 'Add at least one document.'],
  ),
  'documents.metadata.associationType': texts(
    ['Association de type inconnu', REFUSED_FR, EDITOR_FR],
    ['Association of an unknown type', REFUSED_EN, EDITOR_EN],
  ),
  'documents.metadata.associationSource': texts(
    ['L’association ne part pas d’un document du lot', REFUSED_FR, EDITOR_FR],
    ['The association does not start from a document of the set', REFUSED_EN, EDITOR_EN],
  ),
  'documents.metadata.associationTarget': texts(
    [
      'L’association ne vise pas un document du registre',
      'Elle vise un entryUUID, jamais l’identifiant du document.',
      'Recherchez le document, puis donnez l’entryUUID trouvé.',
    ],
    [
      'The association does not aim at a document of the registry',
      'It aims at an entryUUID, never at the identifier of the document.',
      'Search for the document, then give the entryUUID that was found.',
    ],
  ),
  'documents.metadata.associationDmp': texts(
    ['Association que le DMP ne reçoit peut-être pas', 'Seul le remplacement est connu du DMP.', EDITOR_FR],
    ['Association that the DMP may not receive', 'The DMP is known to take replacement only.', EDITOR_EN],
  ),
  'documents.metadata.member': texts(
    ['Appartenance au lot incorrecte', 'Elle va du lot à un de ses documents, avec l’état Original.', EDITOR_FR],
    [
      'Wrong membership of the set',
      'It goes from the set to one of its documents, with the status Original.',
      EDITOR_EN,
    ],
  ),
  'documents.metadata.noMember': texts(
    ['Document hors du lot', 'Chaque document a une association, une seule, qui le met dans le lot.', EDITOR_FR],
    ['Document outside the set', 'Each document has one association that puts it in the set.', EDITOR_EN],
  ),
  'documents.metadata.noDocument': texts(
    ['Fiche sans contenu', 'Chaque fiche décrit un contenu de l’envoi, un seul.', EDITOR_FR],
    ['Entry without a content', 'Each entry describes one content of the submission.', EDITOR_EN],
  ),
  'documents.metadata.noEntryFor': texts(
    ['Contenu sans fiche', 'Chaque contenu de l’envoi a une fiche.', EDITOR_FR],
    ['Content without an entry', 'Each content of the submission has an entry.', EDITOR_EN],
  ),
  'documents.metadata.otherDocument': texts(
    ['La fiche et le contenu n’ont pas le même identifiant', REFUSED_FR, EDITOR_FR],
    ['The entry and the content have different identifiers', REFUSED_EN, EDITOR_EN],
  ),
  'documents.metadata.otherSize': texts(
    ['La taille annoncée n’est pas celle du contenu', 'Le contenu a changé après sa description.', EDITOR_FR],
    ['The size announced is not that of the content', 'The content was changed after it was described.', EDITOR_EN],
  ),
  'documents.metadata.otherHash': texts(
    ['L’empreinte annoncée n’est pas celle du contenu', 'Le contenu a changé après sa description.', EDITOR_FR],
    ['The hash announced is not that of the content', 'The content was changed after it was described.', EDITOR_EN],
  ),
  'documents.metadata.differs': texts(
    [
      'La fiche et le document se contredisent : {field}',
      'Les métadonnées reprennent l’en-tête du document.',
      'Corrigez l’un ou l’autre avant de déposer.',
    ],
    [
      'The entry and the document contradict each other: {field}',
      'The metadata repeat the header of the document.',
      'Correct one or the other before the deposit.',
    ],
  ),
};
