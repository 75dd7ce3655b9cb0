import type { FindingCatalogue } from '@socle-sante/core/finding';

/** Texts of what the reader of documents remarks. */
export const readerFindings: FindingCatalogue = {
  'cda.reference.dead': {
    fr: {
      title: 'Une référence ne mène nulle part',
      why: 'Le document désigne l’élément « {id} », qui n’existe pas dans ce document. Aucune règle officielle ne le vérifie.',
      action: 'Donnez cet ID à l’élément visé, ou corrigez la référence.',
    },
    en: {
      title: 'A reference leads nowhere',
      why: 'The document names the element "{id}", which does not exist in it. No official rule checks this.',
      action: 'Give this ID to the element meant, or correct the reference.',
    },
  },
  'cda.id.duplicate': {
    fr: {
      title: 'Un ID est donné deux fois',
      why: 'Plusieurs éléments portent l’ID « {id} » : les références vers lui sont ambiguës. Le premier est retenu.',
      action: 'Donnez un ID différent à chaque élément du document.',
    },
    en: {
      title: 'An ID is given twice',
      why: 'Several elements bear the ID "{id}": references to it are ambiguous. The first one is kept.',
      action: 'Give each element of the document an ID of its own.',
    },
  },
  'cda.media.null': {
    fr: {
      title: 'Le contenu est déclaré absent',
      why: 'Le document annonce un contenu et indique qu’il n’est pas fourni (nullFlavor).',
      action: 'Demandez le contenu à l’auteur du document.',
    },
    en: {
      title: 'The content is declared absent',
      why: 'The document announces a content and says that it is not given (nullFlavor).',
      action: 'Ask the author of the document for the content.',
    },
  },
  'cda.media.empty': {
    fr: {
      title: 'Le contenu est vide',
      why: 'Le document annonce un fichier et n’en contient aucun octet.',
      action: 'Demandez à l’auteur du document de le transmettre à nouveau.',
    },
    en: {
      title: 'The content is empty',
      why: 'The document announces a file and holds not one byte of it.',
      action: 'Ask the author of the document to send it again.',
    },
  },
  'cda.media.reference': {
    fr: {
      title: 'Le contenu n’est pas dans le document',
      why: 'Le document désigne un contenu qui se trouve ailleurs. Un contenu extérieur n’est jamais chargé.',
      action: 'Demandez à l’auteur d’inclure le contenu dans le document.',
    },
    en: {
      title: 'The content is not in the document',
      why: 'The document names a content that is elsewhere. An outside content is never loaded.',
      action: 'Ask the author to include the content in the document.',
    },
  },
  'cda.media.base64': {
    fr: {
      title: 'Le contenu ne peut pas être décodé',
      why: 'Le contenu est annoncé en base64 et ne l’est pas.',
      action: 'Demandez à l’auteur du document de le transmettre à nouveau.',
    },
    en: {
      title: 'The content cannot be decoded',
      why: 'The content is announced as base64 and is not.',
      action: 'Ask the author of the document to send it again.',
    },
  },
  'cda.media.typeMismatch': {
    fr: {
      title: 'Le type annoncé n’est pas celui du contenu',
      why: 'Les premiers octets du contenu ne sont pas ceux du type annoncé par le document.',
      action: 'N’ouvrez ce fichier qu’avec prudence, et signalez l’écart à l’auteur du document.',
    },
    en: {
      title: 'The declared type is not the one of the content',
      why: 'The first bytes of the content are not those of the type that the document announces.',
      action: 'Open this file with care only, and tell the author of the document.',
    },
  },
  'cda.media.unknownType': {
    fr: {
      title: 'Le type du contenu n’est pas reconnu',
      why: 'Ni le document ni les premiers octets ne disent un type qui puisse être affiché.',
      action: 'Enregistrez le fichier et ouvrez-le avec le logiciel adapté.',
    },
    en: {
      title: 'The type of the content is not known',
      why: 'Neither the document nor the first bytes say a type that can be shown.',
      action: 'Save the file and open it with the software made for it.',
    },
  },
  'cda.narrative.tooDeep': {
    fr: {
      title: 'Le texte est imbriqué trop profondément',
      why: 'Au-delà de {max} niveaux, seul le texte est gardé, sans sa mise en forme.',
      action: 'Simplifiez la mise en forme du texte de la section.',
    },
    en: {
      title: 'The text is nested too deep',
      why: 'Beyond {max} levels only the text is kept, without its layout.',
      action: 'Simplify the layout of the text of the section.',
    },
  },
  'cda.narrative.tooLong': {
    fr: {
      title: 'Le document est trop long pour être affiché en entier',
      why: 'Le texte des sections compte plus de {max} éléments.',
      action: 'Ouvrez le fichier d’origine pour lire la suite.',
    },
    en: {
      title: 'The document is too long to be shown whole',
      why: 'The text of its sections has more than {max} elements.',
      action: 'Open the original file to read the rest.',
    },
  },
  'cda.narrative.unknownElement': {
    fr: {
      title: 'Un élément inconnu dans le texte d’une section',
      why: 'L’élément « {element} » n’existe pas dans le texte d’un document CDA : seul son texte est montré.',
      action: 'Utilisez les éléments du bloc narratif de CDA R2 (content, paragraph, list, table…).',
    },
    en: {
      title: 'An unknown element in the text of a section',
      why: 'The element "{element}" does not exist in the text of a CDA document: only its text is shown.',
      action: 'Use the elements of the CDA R2 narrative block (content, paragraph, list, table…).',
    },
  },
  'cda.narrative.linkRefused': {
    fr: {
      title: 'Un lien n’est pas suivi',
      why: 'Seuls les liens http, https, mailto et les liens internes (#…) sont permis. Un chemin de fichier ou un autre schéma n’est pas suivi.',
      action: 'Écrivez une adresse complète, ou joignez le fichier au document.',
    },
    en: {
      title: 'A link is not followed',
      why: 'Only http, https, mailto and internal links (#…) are allowed. A file path or another scheme is not followed.',
      action: 'Write a complete address, or attach the file to the document.',
    },
  },
  'cda.narrative.nestedTable': {
    fr: {
      title: 'Un tableau dans un tableau',
      why: 'Une cellule ne peut pas contenir un tableau : ses lignes sont montrées comme des paragraphes.',
      action: 'Séparez les deux tableaux.',
    },
    en: {
      title: 'A table inside a table',
      why: 'A cell cannot hold a table: its rows are shown as paragraphs.',
      action: 'Part the two tables.',
    },
  },
  'cda.narrative.tableTooWide': {
    fr: {
      title: 'Un tableau a trop de colonnes',
      why: 'Au-delà de {max} colonnes, les lignes sont montrées comme des paragraphes.',
      action: 'Partagez le tableau en plusieurs.',
    },
    en: {
      title: 'A table has too many columns',
      why: 'Beyond {max} columns, its rows are shown as paragraphs.',
      action: 'Part the table into several.',
    },
  },
};
