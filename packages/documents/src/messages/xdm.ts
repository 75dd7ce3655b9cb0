import type { FindingCatalogue } from '@socle-sante/core/finding';

/** Texts of the rules of IHE_XDM archives (`XDM-001` to `XDM-010`, each with what exactly is wrong). */
export const xdmFindings: FindingCatalogue = {
  'XDM-001.missing': {
    fr: {
      title: 'Le fichier {file} manque',
      why: 'Une archive IHE_XDM contient README.TXT, INDEX.HTM et IHE_XDM/SUBSET01/METADATA.XML.',
      action: 'Ajoutez ce fichier, ou demandez à l’expéditeur une archive complète.',
    },
    en: {
      title: 'The file {file} is missing',
      why: 'An IHE_XDM archive holds README.TXT, INDEX.HTM and IHE_XDM/SUBSET01/METADATA.XML.',
      action: 'Add this file, or ask the sender for a complete archive.',
    },
  },
  'XDM-001.layout': {
    fr: {
      title: 'La disposition de l’archive n’est pas la disposition usuelle',
      why: 'Les archives échangées par messagerie ont un seul dossier, IHE_XDM/SUBSET01 ; celle-ci en a {count}, ou le nomme autrement.',
      action: 'Écrivez un seul lot, dans IHE_XDM/SUBSET01.',
    },
    en: {
      title: 'The layout of the archive is not the usual one',
      why: 'Archives sent by mail have one folder only, IHE_XDM/SUBSET01; this one has {count}, or names it otherwise.',
      action: 'Write one set only, in IHE_XDM/SUBSET01.',
    },
  },
  'XDM-001.name': {
    fr: {
      title: 'Un nom de fichier n’est pas au format 8.3',
      why: 'Les noms sont en capitales, chiffres et _, de 8 caractères au plus et 3 pour l’extension ({file}).',
      action: 'Renommez le fichier, par exemple DOC0001.XML.',
    },
    en: {
      title: 'A file name is not an 8.3 name',
      why: 'Names are capitals, digits and _, at most 8 characters and 3 for the extension ({file}).',
      action: 'Rename the file, for example DOC0001.XML.',
    },
  },
  'XDM-002.malformed': {
    fr: {
      title: 'Le fichier METADATA.XML est illisible',
      why: 'Il n’est pas un XML bien formé et sûr ({reason}).',
      action: 'Demandez à l’expéditeur de refaire l’archive.',
    },
    en: {
      title: 'The file METADATA.XML cannot be read',
      why: 'It is not well-formed, safe XML ({reason}).',
      action: 'Ask the sender to make the archive again.',
    },
  },
  'XDM-002.root': {
    fr: {
      title: 'METADATA.XML ne commence pas par la bonne racine',
      why: 'La racine attendue est lcm:SubmitObjectsRequest.',
      action: 'Écrivez les métadonnées comme une soumission ebXML RegRep 3.0.',
    },
    en: {
      title: 'METADATA.XML does not begin with the right root',
      why: 'The root must be lcm:SubmitObjectsRequest.',
      action: 'Write the metadata as an ebXML RegRep 3.0 submission.',
    },
  },
  'XDM-002.sets': {
    fr: {
      title: 'L’archive doit décrire un seul lot de soumission',
      why: 'METADATA.XML contient {count} lot(s) de soumission (RegistryPackage).',
      action: 'Faites une archive par lot.',
    },
    en: {
      title: 'The archive must describe exactly one submission set',
      why: 'METADATA.XML holds {count} submission set(s) (RegistryPackage).',
      action: 'Make one archive for each set.',
    },
  },
  'XDM-002.entries': {
    fr: {
      title: 'L’archive ne décrit aucun document',
      why: 'METADATA.XML ne contient aucune fiche de document (ExtrinsicObject).',
      action: 'Ajoutez la fiche de chaque document.',
    },
    en: {
      title: 'The archive describes no document',
      why: 'METADATA.XML holds no document entry (ExtrinsicObject).',
      action: 'Add the entry of each document.',
    },
  },
  'XDM-003.uri': {
    fr: {
      title: 'La fiche d’un document ne dit pas son fichier',
      why: 'Le slot URI est obligatoire dans une archive.',
      action: 'Indiquez le nom du fichier dans le slot URI.',
    },
    en: {
      title: 'A document entry does not say its file',
      why: 'The slot URI is mandatory in an archive.',
      action: 'Give the name of the file in the slot URI.',
    },
  },
  'XDM-003.absent': {
    fr: {
      title: 'Un document annoncé n’est pas dans l’archive',
      why: 'Le fichier {file} est décrit par les métadonnées et absent de l’archive.',
      action: 'Ajoutez le fichier, ou retirez sa fiche.',
    },
    en: {
      title: 'A document that is announced is not in the archive',
      why: 'The file {file} is described by the metadata and absent from the archive.',
      action: 'Add the file, or remove its entry.',
    },
  },
  'XDM-003.case': {
    fr: {
      title: 'La casse d’un nom de fichier diffère',
      why: 'Le fichier {file} n’est pas écrit comme dans les métadonnées.',
      action: 'Écrivez le même nom, en capitales.',
    },
    en: {
      title: 'The case of a file name differs',
      why: 'The file {file} is not written as in the metadata.',
      action: 'Write the same name, in capitals.',
    },
  },
  'XDM-003.unreferenced': {
    fr: {
      title: 'Un fichier n’est décrit par aucune fiche',
      why: 'Le fichier {file} est dans le lot et les métadonnées n’en parlent pas : il ne sera pas intégré.',
      action: 'Ajoutez sa fiche, ou retirez-le de l’archive.',
    },
    en: {
      title: 'A file is described by no entry',
      why: 'The file {file} is in the set and the metadata do not mention it: it will not be integrated.',
      action: 'Add its entry, or remove it from the archive.',
    },
  },
  'XDM-004.missing': {
    fr: {
      title: 'L’empreinte ou la taille d’un document manque',
      why: 'Le slot {field} est obligatoire dans une archive : il permet de vérifier le fichier.',
      action: 'Ajoutez le slot {field}.',
    },
    en: {
      title: 'The hash or the size of a document is missing',
      why: 'The slot {field} is mandatory in an archive: the file is checked by it.',
      action: 'Add the slot {field}.',
    },
  },
  'XDM-004.hash': {
    fr: {
      title: 'L’empreinte d’un document n’est pas la bonne',
      why: 'Le fichier a été modifié ou abîmé après l’écriture des métadonnées.',
      action: 'N’intégrez pas ce document ; demandez un nouvel envoi.',
    },
    en: {
      title: 'The hash of a document is wrong',
      why: 'The file was changed or damaged after the metadata were written.',
      action: 'Do not integrate this document; ask for a new sending.',
    },
  },
  'XDM-004.size': {
    fr: {
      title: 'La taille d’un document n’est pas la bonne',
      why: 'Les métadonnées annoncent {announced} octets, le fichier en a {real}.',
      action: 'N’intégrez pas ce document ; demandez un nouvel envoi.',
    },
    en: {
      title: 'The size of a document is wrong',
      why: 'The metadata announce {announced} bytes, the file has {real}.',
      action: 'Do not integrate this document; ask for a new sending.',
    },
  },
  'XDM-005.id': {
    fr: {
      title: 'Un identifiant est donné deux fois dans les métadonnées',
      why: 'Chaque objet, classification et identifiant externe a un id qui lui est propre.',
      action: 'Donnez un id différent à chacun.',
    },
    en: {
      title: 'An identifier is given twice in the metadata',
      why: 'Each object, classification and external identifier has an id of its own.',
      action: 'Give a different id to each.',
    },
  },
  'XDM-005.reference': {
    fr: {
      title: 'Un lien des métadonnées ne mène à aucun objet',
      why: 'L’attribut {field} désigne un objet qui n’est pas dans METADATA.XML.',
      action: 'Corrigez l’identifiant visé.',
    },
    en: {
      title: 'A link of the metadata leads to no object',
      why: 'The attribute {field} names an object that is not in METADATA.XML.',
      action: 'Correct the identifier that is meant.',
    },
  },
  'XDM-005.other': {
    fr: {
      title: 'Une classification désigne un autre objet que le sien',
      why: 'L’attribut {field} vise un autre objet que celui qui porte la classification : c’est un défaut connu de certains logiciels.',
      action: 'Faites pointer {field} vers l’objet qui la contient.',
    },
    en: {
      title: 'A classification names another object than its own',
      why: 'The attribute {field} names another object than the one that bears the classification: a known defect of some software.',
      action: 'Make {field} point at the object that holds it.',
    },
  },
  'XDM-006.missing': {
    fr: {
      title: 'Une métadonnée obligatoire manque',
      why: 'Le champ {field} est obligatoire.',
      action: 'Ajoutez le champ {field}.',
    },
    en: {
      title: 'A mandatory metadata field is missing',
      why: 'The field {field} is mandatory.',
      action: 'Add the field {field}.',
    },
  },
  'XDM-006.repeated': {
    fr: {
      title: 'Une métadonnée est donnée plusieurs fois',
      why: 'Le champ {field} ne peut être donné qu’une fois.',
      action: 'Gardez une seule valeur de {field}.',
    },
    en: {
      title: 'A metadata field is given several times',
      why: 'The field {field} may be given once only.',
      action: 'Keep one value of {field}.',
    },
  },
  'XDM-006.value': {
    fr: {
      title: 'La valeur d’une métadonnée est mal écrite',
      why: 'La valeur du champ {field} n’a pas la forme attendue.',
      action: 'Corrigez la valeur de {field}.',
    },
    en: {
      title: 'The value of a metadata field is badly written',
      why: 'The value of the field {field} does not have the form that is expected.',
      action: 'Correct the value of {field}.',
    },
  },
  'XDM-007.set': {
    fr: {
      title: 'Les documents de l’archive ne concernent pas tous le même patient',
      why: 'Le patient d’un document n’est pas celui du lot. Un message concerne un seul usager.',
      action: 'N’intégrez rien avant d’avoir vérifié l’identité auprès de l’expéditeur.',
    },
    en: {
      title: 'The documents of the archive are not all about the same patient',
      why: 'The patient of a document is not the one of the set. A message is about one person only.',
      action: 'Integrate nothing before you have checked the identity with the sender.',
    },
  },
  'XDM-007.cda': {
    fr: {
      title: 'Le patient du document n’est pas celui des métadonnées',
      why: 'L’identifiant de patient des métadonnées n’est pas dans l’en-tête du document CDA.',
      action: 'N’intégrez pas ce document avant d’avoir vérifié l’identité auprès de l’expéditeur.',
    },
    en: {
      title: 'The patient of the document is not the one of the metadata',
      why: 'The patient identifier of the metadata is not in the header of the CDA document.',
      action: 'Do not integrate this document before you have checked the identity with the sender.',
    },
  },
  'XDM-008.unreadable': {
    fr: {
      title: 'Un document de l’archive est illisible',
      why: 'Le fichier annoncé comme document CDA ne peut pas être lu ({reason}).',
      action: 'Demandez un nouvel envoi.',
    },
    en: {
      title: 'A document of the archive cannot be read',
      why: 'The file announced as a CDA document cannot be read ({reason}).',
      action: 'Ask for a new sending.',
    },
  },
  'XDM-008.differs': {
    fr: {
      title: 'Les métadonnées ne disent pas la même chose que le document',
      why: 'Le champ {field} des métadonnées diffère de l’en-tête du document CDA.',
      action: 'Refaites les métadonnées à partir du document.',
    },
    en: {
      title: 'The metadata do not say what the document says',
      why: 'The field {field} of the metadata differs from the header of the CDA document.',
      action: 'Make the metadata again from the document.',
    },
  },
  'XDM-009.action': {
    fr: {
      title: 'L’action demandée est inconnue',
      why: 'Le slot d’action vaut C (remplacer) ou D (supprimer).',
      action: 'Retirez le slot, ou écrivez C ou D.',
    },
    en: {
      title: 'The action that is asked is unknown',
      why: 'The slot of the action is C (replace) or D (delete).',
      action: 'Remove the slot, or write C or D.',
    },
  },
  'XDM-009.replaces': {
    fr: {
      title: 'Un remplacement ne dit pas quel document il remplace',
      why: 'L’action est C et le document CDA n’a pas de relatedDocument RPLC.',
      action: 'Ajoutez au document l’identifiant de la version remplacée.',
    },
    en: {
      title: 'A replacement does not say which document it replaces',
      why: 'The action is C and the CDA document has no relatedDocument RPLC.',
      action: 'Give the document the identifier of the version that it replaces.',
    },
  },
  'XDM-009.version': {
    fr: {
      title: 'Un remplacement porte le numéro de version 1',
      why: 'L’action est C et le numéro de version du document n’est pas plus grand que 1.',
      action: 'Augmentez le numéro de version.',
    },
    en: {
      title: 'A replacement bears the version number 1',
      why: 'The action is C and the version number of the document is not over 1.',
      action: 'Raise the version number.',
    },
  },
  'XDM-010.archive': {
    fr: {
      title: 'Le fichier n’est pas une archive zip',
      why: 'Aucun répertoire d’archive n’a été trouvé à la fin du fichier.',
      action: 'Vérifiez que le fichier est complet et qu’il s’agit bien d’une archive.',
    },
    en: {
      title: 'The file is not a zip archive',
      why: 'No directory of an archive was found at the end of the file.',
      action: 'Check that the file is complete and that it really is an archive.',
    },
  },
  'XDM-010.damaged': {
    fr: {
      title: 'L’archive est abîmée',
      why: 'Le répertoire de l’archive et ses fichiers ne s’accordent pas.',
      action: 'Demandez un nouvel envoi.',
    },
    en: {
      title: 'The archive is damaged',
      why: 'The directory of the archive and its files do not agree.',
      action: 'Ask for a new sending.',
    },
  },
  'XDM-010.zip64': {
    fr: {
      title: 'L’archive est au format zip64',
      why: 'Ce format, fait pour plus de 4 Go, n’a pas d’usage ici.',
      action: 'Refaites l’archive au format zip ordinaire.',
    },
    en: {
      title: 'The archive is of the zip64 format',
      why: 'This format, made for more than 4 GB, has no use here.',
      action: 'Make the archive again in the ordinary zip format.',
    },
  },
  'XDM-010.entries': {
    fr: {
      title: 'L’archive contient trop de fichiers',
      why: 'Une archive de ce genre compte quelques fichiers ; celle-ci dépasse la limite.',
      action: 'N’ouvrez pas cette archive ; prévenez l’expéditeur.',
    },
    en: {
      title: 'The archive holds too many files',
      why: 'An archive of this kind has a few files; this one is over the limit.',
      action: 'Do not open this archive; tell the sender.',
    },
  },
  'XDM-010.encrypted': {
    fr: {
      title: 'Un fichier de l’archive est chiffré',
      why: 'Le fichier n° {entry} ne peut pas être lu sans mot de passe.',
      action: 'Demandez une archive sans mot de passe : la messagerie protège déjà l’envoi.',
    },
    en: {
      title: 'A file of the archive is encrypted',
      why: 'File no. {entry} cannot be read without a password.',
      action: 'Ask for an archive without password: the mail service protects the sending already.',
    },
  },
  'XDM-010.method': {
    fr: {
      title: 'Un fichier est compressé d’une manière inconnue',
      why: 'Le fichier n° {entry} n’est ni stocké ni compressé par deflate.',
      action: 'Refaites l’archive avec la compression usuelle.',
    },
    en: {
      title: 'A file is compressed in an unknown way',
      why: 'File no. {entry} is neither stored nor deflated.',
      action: 'Make the archive again with the usual compression.',
    },
  },
  'XDM-010.path': {
    fr: {
      title: 'Un nom de fichier est dangereux',
      why: 'Le nom du fichier n° {entry} sort du dossier, ou contient des caractères interdits.',
      action: 'N’ouvrez pas cette archive ; prévenez l’expéditeur et votre responsable de la sécurité.',
    },
    en: {
      title: 'A file name is dangerous',
      why: 'The name of file no. {entry} leads out of the folder, or holds forbidden characters.',
      action: 'Do not open this archive; tell the sender and your security officer.',
    },
  },
  'XDM-010.symlink': {
    fr: {
      title: 'L’archive contient un lien',
      why: 'Le fichier n° {entry} est un lien vers un autre emplacement.',
      action: 'N’ouvrez pas cette archive ; prévenez l’expéditeur et votre responsable de la sécurité.',
    },
    en: {
      title: 'The archive holds a link',
      why: 'File no. {entry} is a link to another place.',
      action: 'Do not open this archive; tell the sender and your security officer.',
    },
  },
  'XDM-010.duplicate': {
    fr: {
      title: 'Un nom de fichier est donné deux fois',
      why: 'Le fichier n° {entry} porte le nom d’un autre : deux lecteurs ne liraient pas le même contenu.',
      action: 'N’ouvrez pas cette archive ; demandez un nouvel envoi.',
    },
    en: {
      title: 'A file name is given twice',
      why: 'File no. {entry} bears the name of another one: two readers would not read the same content.',
      action: 'Do not open this archive; ask for a new sending.',
    },
  },
  'XDM-010.overlap': {
    fr: {
      title: 'Des fichiers de l’archive se chevauchent',
      why: 'Le fichier n° {entry} partage ses octets avec un autre : c’est la marque d’une archive piégée.',
      action: 'N’ouvrez pas cette archive ; prévenez l’expéditeur et votre responsable de la sécurité.',
    },
    en: {
      title: 'Files of the archive overlap',
      why: 'File no. {entry} shares its bytes with another one: the mark of a trapped archive.',
      action: 'Do not open this archive; tell the sender and your security officer.',
    },
  },
  'XDM-010.inflated': {
    fr: {
      title: 'L’archive est trop grande une fois ouverte',
      why: 'La taille totale de ses fichiers dépasse la limite.',
      action: 'N’ouvrez pas cette archive ; prévenez l’expéditeur.',
    },
    en: {
      title: 'The archive is too large once opened',
      why: 'The total size of its files is over the limit.',
      action: 'Do not open this archive; tell the sender.',
    },
  },
  'XDM-010.ratio': {
    fr: {
      title: 'Un fichier se décompresse démesurément',
      why: 'Le fichier n° {entry} annonce plus de cent fois sa taille compressée : c’est la marque d’une archive piégée.',
      action: 'N’ouvrez pas cette archive ; prévenez l’expéditeur et votre responsable de la sécurité.',
    },
    en: {
      title: 'A file inflates beyond measure',
      why: 'File no. {entry} announces more than a hundred times its deflated size: the mark of a trapped archive.',
      action: 'Do not open this archive; tell the sender and your security officer.',
    },
  },
  'XDM-010.size': {
    fr: {
      title: 'Une taille n’est pas la bonne',
      why: 'L’archive dépasse la taille permise, ou un de ses fichiers n’a pas la taille qu’il annonce.',
      action: 'Demandez un nouvel envoi.',
    },
    en: {
      title: 'A size is wrong',
      why: 'The archive is over the size that is allowed, or one of its files does not have the size that it announces.',
      action: 'Ask for a new sending.',
    },
  },
  'XDM-010.crc': {
    fr: {
      title: 'Un fichier de l’archive est abîmé',
      why: 'La somme de contrôle du fichier n° {entry} n’est pas la bonne.',
      action: 'Demandez un nouvel envoi.',
    },
    en: {
      title: 'A file of the archive is damaged',
      why: 'The checksum of file no. {entry} is wrong.',
      action: 'Ask for a new sending.',
    },
  },
};
