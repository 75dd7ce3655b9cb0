import type { FindingCatalogue } from '@socle-sante/core/finding';
import { texts } from '../texts.js';

/** What a submission lacks or contradicts: form, identifiers, codes, header, versions, visibility. */
export const submissionFindings: FindingCatalogue = {
  'documents.submission.missing': texts(
    ['Le champ {field} manque', 'Il est obligatoire.', 'Ajoutez-le.'],
    ['The field {field} is missing', 'It is mandatory.', 'Add it.'],
  ),
  'documents.submission.type': texts(
    ['Le champ {field} n’a pas le bon type', 'La valeur attendue est de type {expected}.', 'Corrigez la valeur.'],
    ['The field {field} has the wrong type', 'A value of type {expected} is expected.', 'Correct the value.'],
  ),
  'documents.submission.value': texts(
    ['La valeur du champ {field} n’est pas admise', 'Les valeurs admises sont : {allowed}.', 'Choisissez-en une.'],
    ['The value of the field {field} is not allowed', 'The allowed values are: {allowed}.', 'Choose one of them.'],
  ),
  'documents.submission.unknown': texts(
    [
      'Le champ {field} est inconnu',
      'Un champ mal orthographié serait ignoré sans un mot.',
      'Corrigez son nom, ou retirez-le.',
    ],
    [
      'The field {field} is unknown',
      'A misspelt field would be passed over without a word.',
      'Correct its name, or remove it.',
    ],
  ),
  'documents.submission.format': texts(
    [
      'Le champ {field} est mal formé',
      'Sa forme n’est pas celle qui est attendue (date ISO avec décalage, OID, code de langue, matricule…).',
      'Corrigez la valeur.',
    ],
    [
      'The field {field} is malformed',
      'It does not have the expected form (ISO date with its offset, OID, language code, matricule…).',
      'Correct the value.',
    ],
  ),
  'documents.submission.content': texts(
    [
      'Le contenu {field} ne peut pas être lu',
      'Il est donné par {how}, qui n’a rien donné de lisible.',
      'Vérifiez le fichier ou le texte en base64.',
    ],
    [
      'The content {field} cannot be read',
      'It is given by {how}, which gave nothing readable.',
      'Check the file or the base64 text.',
    ],
  ),
  'documents.none': texts(
    ['Aucun document', 'Un envoi contient au moins un document.', 'Ajoutez un document.'],
    ['No document', 'A submission holds at least one document.', 'Add a document.'],
  ),
  'documents.vendor.oid': texts(
    [
      'L’OID de l’éditeur est faux',
      'Les identifiants des documents sont construits sous cet OID, dans la limite de 64 caractères.',
      'Donnez l’OID de l’éditeur, par exemple 1.2.250.1.999.1.',
    ],
    [
      'The OID of the vendor is wrong',
      'The identifiers of documents are made under this OID, within 64 characters.',
      'Give the OID of the vendor, for example 1.2.250.1.999.1.',
    ],
  ),
  'documents.vendor.length': texts(
    [
      'L’OID de l’éditeur est trop long',
      'Avec {length} caractères, il ne laisse pas la place d’un identifiant de 64 caractères (au plus {max}).',
      'Prenez une racine plus courte, ou donnez vous-même les identifiants.',
    ],
    [
      'The OID of the vendor is too long',
      'With {length} characters it leaves no room for an identifier of 64 characters (at most {max}).',
      'Take a shorter root, or give the identifiers yourself.',
    ],
  ),
  'documents.id.oid': texts(
    [
      'L’identifiant n’est pas un OID',
      'Un document et sa lignée sont identifiés par un OID seul.',
      'Donnez un OID, ou laissez-le construire.',
    ],
    [
      'The identifier is not an OID',
      'A document and its line are identified by an OID alone.',
      'Give an OID, or let it be made.',
    ],
  ),
  'documents.id.length': texts(
    [
      'L’identifiant est trop long',
      'Il a {length} caractères ; les métadonnées XDS en admettent {max}.',
      'Raccourcissez l’OID.',
    ],
    ['The identifier is too long', 'It has {length} characters; the XDS metadata take {max}.', 'Shorten the OID.'],
  ),
  'documents.id.form': texts(
    [
      'Identifiant mal formé',
      'La racine est un OID ou un UUID, et ni elle ni l’extension ne sont vides.',
      'Corrigez l’identifiant.',
    ],
    [
      'Malformed identifier',
      'The root is an OID or a UUID, and neither it nor the extension is empty.',
      'Correct the identifier.',
    ],
  ),
  'documents.id.twice': texts(
    [
      'Identifiant employé deux fois',
      'Deux documents, ou deux identifiants locaux, ne peuvent pas être les mêmes.',
      'Donnez un autre identifiant, ou retirez le doublon.',
    ],
    [
      'Identifier used twice',
      'Two documents, or two local identifiers, cannot be the same.',
      'Give another identifier, or remove the duplicate.',
    ],
  ),
  'documents.twice': texts(
    [
      'Doublon dans {field}',
      'La même valeur figure deux fois côte à côte, ce que les types de données de l’en-tête refusent.',
      'Retirez le doublon.',
    ],
    [
      'Duplicate in {field}',
      'The same value stands twice side by side, which the data types of the header refuse.',
      'Remove the duplicate.',
    ],
  ),
  'documents.nullAmong': texts(
    [
      'Absence à côté d’une valeur dans {field}',
      'La raison d’une absence ne se donne que s’il n’y a aucune valeur.',
      'Retirez l’absence.',
    ],
    [
      'Absence beside a value in {field}',
      'Why there is no value is only said when there is none.',
      'Remove the absence.',
    ],
  ),
  'documents.code.form': texts(
    [
      'Code mal formé',
      'Le champ {field} veut un code sans espace, l’OID de son système et son libellé.',
      'Donnez le code, son système et son libellé.',
    ],
    [
      'Malformed code',
      'The field {field} wants a code without a space, the OID of its system and its label.',
      'Give the code, its system and its label.',
    ],
  ),
  'documents.code.set': texts(
    [
      'Code {code} hors de {set}',
      'Le champ {field} n’admet que les codes du jeu de valeurs {set}.',
      'Choisissez un code de ce jeu de valeurs.',
    ],
    [
      'Code {code} is not in {set}',
      'The field {field} takes only the codes of the value set {set}.',
      'Choose a code of this value set.',
    ],
  ),
  'documents.code.system': texts(
    [
      'Mauvais système de codage pour {code}',
      'Ce code figure dans {set} sous un autre système : la métadonnée serait fausse.',
      'Corrigez codeSystem.',
    ],
    [
      'Wrong code system for {code}',
      'This code stands in {set} under another system: the metadata would be wrong.',
      'Correct codeSystem.',
    ],
  ),
  'documents.code.notInDmp': texts(
    [
      'Le DMP n’admet pas le code {code}',
      'Il est admis par le CI-SIS, mais pas par le jeu de valeurs {set} du DMP (champ {field}).',
      'Choisissez un code de {set} pour le DMP.',
    ],
    [
      'The DMP does not take the code {code}',
      'The CI-SIS takes it, but the value set {set} of the DMP does not (field {field}).',
      'Choose a code of {set} for the DMP.',
    ],
  ),
  'documents.code.label': texts(
    [
      'Libellé différent du libellé officiel',
      'Pour {code}, {set} donne « {label} » : le DMP affiche le libellé envoyé.',
      'Envoyez le libellé officiel.',
    ],
    [
      'Label other than the official one',
      'For {code}, {set} gives “{label}”: the DMP shows the label that is sent.',
      'Send the official label.',
    ],
  ),
  'documents.type.class': texts(
    [
      'Le type {code} n’a pas de classe',
      'La classe du document se déduit de son type (ASS_X04), qui n’a pas de ligne pour ce code : le DMP le refuserait.',
      'Choisissez un autre type de document.',
    ],
    [
      'The type {code} has no class',
      'The class of the document is derived from its type (ASS_X04), which has no row for this code: the DMP would refuse it.',
      'Choose another type of document.',
    ],
  ),
  'documents.time.value': texts(
    [
      'La date du champ {field} est fausse',
      'Il faut un instant ISO 8601 avec son décalage (2026-01-15T10:00:00+01:00), ou un jour, qui existent au calendrier.',
      'Corrigez la date.',
    ],
    [
      'The date of the field {field} is wrong',
      'It must be an ISO 8601 instant with its offset (2026-01-15T10:00:00+01:00), or a day, that the calendar has.',
      'Correct the date.',
    ],
  ),
  'documents.createdAt.day': texts(
    [
      'La date de création n’a pas d’heure',
      'Les métadonnées sont en temps universel : il faut l’heure et le décalage.',
      'Donnez l’instant avec son décalage.',
    ],
    [
      'The date of creation has no time',
      'The metadata are in universal time: the time and the offset are needed.',
      'Give the instant with its offset.',
    ],
  ),
  'documents.period.order': texts(
    ['La fin précède le début', 'Une période finit après avoir commencé.', 'Corrigez l’une des deux dates.'],
    ['The end comes before the start', 'A period ends after it started.', 'Correct one of the two dates.'],
  ),
  'documents.period.empty': texts(
    [
      'Le début et la fin sont le même instant',
      'Un intervalle de l’en-tête ne peut pas être vide.',
      'Retirez la fin, ou corrigez-la.',
    ],
    [
      'Start and end are the same instant',
      'An interval of the header cannot be empty.',
      'Remove the end, or correct it.',
    ],
  ),
  'documents.telecom.empty': texts(
    [
      'Coordonnée sans valeur',
      'Une coordonnée a une valeur, ou la raison de son absence, pas les deux.',
      'Donnez la valeur, ou retirez la coordonnée.',
    ],
    [
      'Telecom without a value',
      'A telecom has a value, or why there is none, not both.',
      'Give the value, or remove the telecom.',
    ],
  ),
  'documents.telecom.form': texts(
    [
      'Coordonnée mal formée',
      'Elle commence par tel:, fax:, mailto:, http:, ftp: ou mllp: (https: est refusé par les règles officielles), sans espace ni accent.',
      'Corrigez la coordonnée.',
    ],
    [
      'Malformed telecom',
      'It begins with tel:, fax:, mailto:, http:, ftp: or mllp: (the official rules refuse https:), without space or accent.',
      'Correct the telecom.',
    ],
  ),
  'documents.address.empty': texts(
    [
      'Adresse vide',
      'Une adresse a des lignes ou des parties, ou la raison de son absence.',
      'Remplissez l’adresse, ou retirez-la.',
    ],
    ['Empty address', 'An address has lines or parts, or why there is none.', 'Fill in the address, or remove it.'],
  ),
  'documents.address.mixed': texts(
    [
      'Adresse écrite de deux façons',
      'Les lignes et les parties ne se mêlent pas.',
      'Gardez les lignes, ou les parties.',
    ],
    ['Address written in two ways', 'Lines and parts do not mix.', 'Keep the lines, or the parts.'],
  ),
  'documents.text.control': texts(
    [
      'Caractère interdit',
      'Un texte contient un caractère de contrôle que XML ne peut pas porter.',
      'Retirez les caractères invisibles des textes.',
    ],
    [
      'Forbidden character',
      'A text holds a control character that XML cannot carry.',
      'Remove the invisible characters from the texts.',
    ],
  ),
  'documents.text.empty': texts(
    [
      'Le champ {field} est vide',
      'Un texte vide ne dit rien, et les règles officielles le refusent.',
      'Remplissez-le, ou retirez-le.',
    ],
    [
      'The field {field} is empty',
      'An empty text says nothing, and the official rules refuse it.',
      'Fill it in, or remove it.',
    ],
  ),
  'documents.language': texts(
    ['Langue mal formée', 'Elle s’écrit fr-FR : langue, tiret, pays.', 'Corrigez la langue.'],
    ['Malformed language', 'It is written fr-FR: language, hyphen, country.', 'Correct the language.'],
  ),
  'documents.title.empty': texts(
    ['Le titre est vide', 'Le titre est obligatoire.', 'Donnez un titre.'],
    ['The title is empty', 'The title is mandatory.', 'Give a title.'],
  ),
  'documents.title.length': texts(
    [
      'Le titre est trop long',
      'Il a {length} caractères ; les métadonnées en admettent {max}.',
      'Raccourcissez le titre.',
    ],
    ['The title is too long', 'It has {length} characters; the metadata take {max}.', 'Shorten the title.'],
  ),
  'documents.author.none': texts(
    ['Aucun auteur', 'Un document a au moins un auteur.', 'Ajoutez l’auteur.'],
    ['No author', 'A document has at least one author.', 'Add the author.'],
  ),
  'documents.author.organization': texts(
    [
      'La structure de l’auteur manque',
      'Un auteur autre que le patient a une structure, avec son identifiant et son nom.',
      'Donnez la structure.',
    ],
    [
      'The structure of the author is missing',
      'An author other than the patient has a structure, with its identifier and its name.',
      'Give the structure.',
    ],
  ),
  'documents.author.system': texts(
    [
      'Spécialité d’un professionnel pour un automate',
      'Un système a pour code DISPOSITIF, AUTOMATE… (1.2.250.1.213.1.1.4.6).',
      'Donnez le code du système.',
    ],
    [
      'Specialty of a professional for a device',
      'A system has the code DISPOSITIF, AUTOMATE… (1.2.250.1.213.1.1.4.6).',
      'Give the code of the system.',
    ],
  ),
  'documents.author.professional': texts(
    [
      'Code de système pour un professionnel',
      'Un professionnel a une profession ou une spécialité, pas un code de dispositif.',
      'Donnez sa spécialité, ou changez le genre de l’auteur.',
    ],
    [
      'Code of a system for a professional',
      'A professional has a profession or a specialty, not the code of a device.',
      'Give the specialty, or change the kind of author.',
    ],
  ),
  'documents.patientAuthor.ins': texts(
    [
      'Patient auteur sans INS qualifiée',
      'Un patient auteur ou signataire est identifié par son INS.',
      'Qualifiez l’identité, ou changez l’auteur.',
    ],
    [
      'Patient as author without a qualified INS',
      'A patient who is author or signatory is identified by the INS.',
      'Qualify the identity, or change the author.',
    ],
  ),
  'documents.signatory.name': texts(
    ['Le nom du responsable manque', 'Les métadonnées donnent le nom du responsable du document.', 'Donnez son nom.'],
    [
      'The name of the legal authenticator is missing',
      'The metadata give the name of who is responsible for the document.',
      'Give the name.',
    ],
  ),
  'documents.custodian.missing': texts(
    [
      'La structure conservatrice manque',
      'Aucun auteur n’a de structure dont on puisse la déduire.',
      'Donnez la structure qui conserve le document.',
    ],
    [
      'The custodian is missing',
      'No author has a structure that could stand for it.',
      'Give the structure that keeps the document.',
    ],
  ),
  'documents.cda.otherReplaced': texts(
    [
      'Le document et la soumission ne remplacent pas la même version',
      'Le lien de remplacement du document CDA (relatedDocument) et celui de la soumission doivent nommer le même document : sinon deux versions restent visibles, ou la mauvaise disparaît.',
      'Donnez dans la soumission l’identifiant que le document remplace, ou corrigez le document.',
    ],
    [
      'The document and the submission do not replace the same version',
      'The link of replacement of the CDA document (relatedDocument) and that of the submission must name the same document: else two versions stay visible, or the wrong one goes.',
      'Give in the submission the identifier that the document replaces, or correct the document.',
    ],
  ),
  'documents.custodian.contacts': texts(
    [
      'Une seule coordonnée de la structure conservatrice est écrite ({field})',
      'Le schéma CDA n’en a qu’une de chaque sorte ; {count} sont données.',
      'Ne gardez que celle qui doit paraître, en premier.',
    ],
    [
      'One contact of the custodian alone is written ({field})',
      'The CDA schema has one of each kind; {count} are given.',
      'Keep the one that is to appear, first.',
    ],
  ),
  'documents.custodian.patientHost': texts(
    [
      'Hébergeur de patient pour un document de professionnel',
      'Cette racine ne vaut que pour un document produit par le patient.',
      'Donnez l’identifiant de la structure.',
    ],
    [
      'Patient host for a document of a professional',
      'This root is only for a document that the patient made.',
      'Give the identifier of the structure.',
    ],
  ),
  'documents.act.none': texts(
    ['Aucun acte', 'Le document dit au moins un acte, dont le premier a un exécutant et un début.', 'Ajoutez l’acte.'],
    ['No act', 'The document tells at least one act, the first of which has a performer and a start.', 'Add the act.'],
  ),
  'documents.act.performer': texts(
    [
      'L’exécutant de l’acte manque',
      'Le premier acte donne le cadre d’exercice des métadonnées.',
      'Ajoutez l’exécutant et son cadre d’exercice.',
    ],
    [
      'The performer of the act is missing',
      'The first act gives the practice setting of the metadata.',
      'Add the performer and the setting.',
    ],
  ),
  'documents.act.start': texts(
    ['Le début de l’acte manque', 'Il devient serviceStartTime, obligatoire en France.', 'Donnez le début de l’acte.'],
    [
      'The start of the act is missing',
      'It becomes serviceStartTime, mandatory in France.',
      'Give the start of the act.',
    ],
  ),
  'documents.act.day': texts(
    [
      'L’acte est daté au jour ({field})',
      'Les métadonnées sont en temps universel : un jour seul les laisse imprécises.',
      'Donnez l’heure avec son décalage.',
    ],
    [
      'The act is dated to the day ({field})',
      'The metadata are in universal time: a day alone leaves them imprecise.',
      'Give the time with its offset.',
    ],
  ),
  'documents.telemedicine.act': texts(
    [
      'L’acte de télémédecine manque',
      'Une demande (75496-0) ou un compte rendu (85208-7) de télémédecine dit l’un de ces actes : {allowed}.',
      'Donnez le code de l’acte.',
    ],
    [
      'The act of telemedicine is missing',
      'A request (75496-0) or a report (85208-7) of telemedicine tells one of these acts: {allowed}.',
      'Give the code of the act.',
    ],
  ),
  'documents.identity.dmp': texts(
    [
      'Identité non qualifiée ({status})',
      'Le DMP ne reçoit que des documents d’une identité qualifiée.',
      'Interrogez INSi et contrôlez une pièce d’identité, ou envoyez par MSSanté.',
    ],
    [
      'Identity not qualified ({status})',
      'The DMP only takes documents of a qualified identity.',
      'Query INSi and check an identity document, or send by MSSanté.',
    ],
  ),
  'documents.identity.noIns': texts(
    [
      'Le document partira sans INS ({status})',
      'L’INS n’accompagne qu’une identité qualifiée.',
      'Rien n’est à faire ; qualifiez l’identité si le destinataire attend l’INS.',
    ],
    [
      'The document will leave without INS ({status})',
      'The INS only goes with a qualified identity.',
      'Nothing has to be done; qualify the identity if the recipient expects the INS.',
    ],
  ),
  'documents.identity.environment': texts(
    [
      'L’INS n’est pas de cet environnement ({environment})',
      'Une identité de test ne va pas en production, ni un patient réel sur un serveur de test.',
      'Choisissez le bon environnement, ou le bon patient.',
    ],
    [
      'The INS is not of this environment ({environment})',
      'A test identity does not go to production, nor a real patient to a test server.',
      'Choose the right environment, or the right patient.',
    ],
  ),
  'documents.identity.noIdentifier': texts(
    [
      'Le patient n’a aucun identifiant',
      'Sans INS, il faut un identifiant local.',
      'Donnez l’IPP et l’OID de qui l’a attribué.',
    ],
    [
      'The patient has no identifier',
      'Without INS, a local identifier is needed.',
      'Give the local identifier and the OID of who gave it.',
    ],
  ),
  'documents.version.form': texts(
    ['Numéro de version faux', 'C’est un entier à partir de 1.', 'Corrigez le numéro.'],
    ['Wrong version number', 'It is a whole number from 1.', 'Correct the number.'],
  ),
  'documents.version.replaces': texts(
    [
      'Version {version} sans document remplacé',
      'Une version au-delà de 1 remplace un document.',
      'Dites quel document elle remplace.',
    ],
    [
      'Version {version} without a replaced document',
      'A version beyond 1 replaces a document.',
      'Say which document it replaces.',
    ],
  ),
  'documents.version.first': texts(
    [
      'Un remplacement ne peut pas être la version 1',
      'La version remplacée porte déjà au moins ce numéro.',
      'Donnez la version suivante.',
    ],
    ['A replacement cannot be version 1', 'The replaced version has at least that number.', 'Give the next version.'],
  ),
  'documents.version.setId': texts(
    [
      'La lignée du document manque',
      'Toutes les versions ont le même setId ; celui du document remplacé n’est pas donné.',
      'Donnez setId.',
    ],
    [
      'The line of the document is missing',
      'All versions have the same setId; that of the replaced document is not given.',
      'Give setId.',
    ],
  ),
  'documents.version.setIdChanged': texts(
    [
      'Le setId a changé',
      'Toutes les versions d’un document gardent le même.',
      'Reprenez le setId du document remplacé.',
    ],
    ['The setId changed', 'All versions of a document keep the same one.', 'Take the setId of the replaced document.'],
  ),
  'documents.version.number': texts(
    [
      'Le numéro de version manque',
      'Ni cette version ni la version remplacée n’est numérotée.',
      'Donnez l’un des deux numéros.',
    ],
    [
      'The version number is missing',
      'Neither this version nor the replaced one has a number.',
      'Give one of the two numbers.',
    ],
  ),
  'documents.version.order': texts(
    [
      'La version ne suit pas la version remplacée',
      'La version {version} ne peut pas remplacer la version {replaced}.',
      'Donnez un numéro plus grand.',
    ],
    [
      'The version does not follow the replaced one',
      'Version {version} cannot replace version {replaced}.',
      'Give a greater number.',
    ],
  ),
  'documents.version.sameId': texts(
    [
      'Le document se remplace lui-même',
      'Chaque version a son propre identifiant.',
      'Donnez un autre identifiant, ou laissez-le construire.',
    ],
    [
      'The document replaces itself',
      'Each version has an identifier of its own.',
      'Give another identifier, or let it be made.',
    ],
  ),
  'documents.visibility.mss': texts(
    [
      'Les masquages n’ont pas d’effet par MSSanté',
      'Ils n’existent que dans les métadonnées du DMP.',
      'Envoyez au DMP, ou retirez-les.',
    ],
    [
      'Masks have no effect by MSSanté',
      'They only exist in the metadata of the DMP.',
      'Send to the DMP, or remove them.',
    ],
  ),
  'documents.visibility.patientAuthor': texts(
    ['Document du patient rendu invisible au patient', 'Le patient en est l’auteur.', 'Retirez ce masquage.'],
    ['Document of the patient hidden from the patient', 'The patient is its author.', 'Remove this mask.'],
  ),
  'documents.visibility.hiddenAgain': texts(
    [
      'Nouvelle version invisible au patient',
      'Un document déjà visible ne peut plus lui être caché.',
      'Vérifiez que la version précédente était déjà cachée.',
    ],
    [
      'New version hidden from the patient',
      'A document that was visible cannot be hidden any more.',
      'Check that the previous version was hidden already.',
    ],
  ),
  'documents.visibility.adult': texts(
    ['Représentants légaux d’un patient majeur', 'Ce masquage ne concerne que les mineurs.', 'Retirez-le.'],
    ['Legal representatives of an adult patient', 'This mask is only for minors.', 'Remove it.'],
  ),
  'documents.confidentiality.dmp': texts(
    [
      'Document {code} dans le DMP',
      'Un document restreint ou très restreint n’a pas à être partagé dans le DMP.',
      'Employez N et, au besoin, un masquage.',
    ],
    [
      'Document {code} in the DMP',
      'A restricted or very restricted document should not be shared in the DMP.',
      'Use N and, if needed, a mask.',
    ],
  ),
};
