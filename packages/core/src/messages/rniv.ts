import type { FindingCatalogue } from '../finding.js';

const doubt = {
  fr: {
    why: 'Une identité douteuse est provisoire : son INS est invalidée et l’appel à INSi est impossible (EXI SI 09, EXI ID 24).',
    action: 'Levez le doute, puis retirez l’attribut « douteuse ».',
  },
  en: {
    why: 'A doubtful identity is provisional: its INS is invalidated and INSi cannot be called (EXI SI 09, EXI ID 24).',
    action: 'Settle the doubt, then clear the attribute “douteuse”.',
  },
} as const;

const fictitious = {
  fr: {
    why: 'Une identité fictive est provisoire : son INS est invalidée et l’appel à INSi est impossible (EXI SI 09, EXI ID 26).',
    action: 'Si la personne est réelle, retirez l’attribut « fictive ».',
  },
  en: {
    why: 'A fictitious identity is provisional: its INS is invalidated and INSi cannot be called (EXI SI 09, EXI ID 26).',
    action: 'If the person is real, clear the attribute “fictive”.',
  },
} as const;

/** Texts of the rules on the status of an identity. */
export const rnivFindings: FindingCatalogue = {
  'rniv.notApplicable': {
    fr: {
      title: 'Cette action ne s’applique pas à une identité au statut {status}',
      why: 'Le référentiel d’identitovigilance ne prévoit pas l’événement « {event} » à partir de ce statut.',
      action: 'Rechargez le dossier : son statut a peut-être changé.',
    },
    en: {
      title: 'This action does not apply to an identity whose status is {status}',
      why: 'The identity rules (RNIV) have no event “{event}” from this status.',
      action: 'Reload the record: its status may have changed.',
    },
  },
  'rniv.notDouteuse': {
    fr: { title: 'L’identité est douteuse', ...doubt.fr },
    en: { title: 'The identity is doubtful', ...doubt.en },
  },
  'rniv.notFictive': {
    fr: { title: 'L’identité est fictive', ...fictitious.fr },
    en: { title: 'The identity is fictitious', ...fictitious.en },
  },
  'rniv.notApcv': {
    fr: {
      title: 'L’identité vient de l’application carte Vitale',
      why: 'Elle est déjà qualifiée, et l’appel à INSi est exclu (RNIV 1 v2.0 §4.3.4).',
      action: 'Aucune recherche n’est nécessaire.',
    },
    en: {
      title: 'The identity comes from the appli carte Vitale',
      why: 'It is qualified already, and calling INSi is excluded (RNIV 1 v2.0 §4.3.4).',
      action: 'No search is needed.',
    },
  },
  'rniv.sexeKnown': {
    fr: {
      title: 'Le sexe est indéterminé',
      why: 'INSi ne connaît que F et M.',
      action: 'Précisez le sexe d’après un document, ou gardez l’identité sans INS.',
    },
    en: {
      title: 'The sex is undetermined',
      why: 'INSi only knows F and M.',
      action: 'Give the sex that a document bears, or keep the identity without an INS.',
    },
  },
  'rniv.accepted': {
    fr: {
      title: 'Les traits reçus n’ont pas été acceptés',
      why: 'L’utilisateur doit avoir vu les différences avant que les traits du dossier soient remplacés.',
      action: 'Comparez les traits, puis acceptez ou refusez.',
    },
    en: {
      title: 'The traits received were not accepted',
      why: 'The user must have seen the differences before the traits of the record are replaced.',
      action: 'Compare the traits, then accept or reject.',
    },
  },
  'rniv.genuine': {
    fr: {
      title: 'La lecture de l’application carte Vitale n’est pas authentifiée',
      why: 'Sans contexte authentique, l’identité lue ne peut pas être qualifiée.',
      action: 'Recommencez la lecture.',
    },
    en: {
      title: 'What was read from the appli carte Vitale is not authenticated',
      why: 'Without a genuine context the identity cannot be qualified.',
      action: 'Read it again.',
    },
  },
  'rniv.validIdentifier': {
    fr: {
      title: 'L’INS reçue n’est pas valide',
      why: 'La clé du matricule est fausse, ou son OID n’est pas celui d’une INS.',
      action: 'N’enregistrez pas cette INS et prévenez votre support.',
    },
    en: {
      title: 'The INS received is not valid',
      why: 'The key of the matricule is wrong, or its OID is not that of an INS.',
      action: 'Do not record this INS, and tell your support.',
    },
  },
  'rniv.completeTraits': {
    fr: {
      title: 'Les traits reçus sont incomplets',
      why: 'Une INS ne s’enregistre pas sans le nom, le premier prénom, le sexe et la date de naissance qui l’accompagnent.',
      action: 'N’enregistrez pas cette identité et prévenez votre support.',
    },
    en: {
      title: 'The traits received are incomplete',
      why: 'An INS is not recorded without the name, first given name, sex and date of birth that go with it.',
      action: 'Do not record this identity, and tell your support.',
    },
  },
  'rniv.highTrust': {
    fr: {
      title: 'Ce document n’est pas à haut niveau de confiance',
      why: 'Seul un document de la liste du site permet de valider une identité (EXI ID 19).',
      action: 'Demandez une carte d’identité, un passeport ou un titre de séjour.',
    },
    en: {
      title: 'This document is not of high trust',
      why: 'Only a document of the site’s list can validate an identity (EXI ID 19).',
      action: 'Ask for an identity card, a passport or a residence permit.',
    },
  },
  'rniv.documentCoherent': {
    fr: {
      title: 'Le document ne porte pas les traits du dossier',
      why: 'Une identité n’est validée que si le document prouve ses traits.',
      action: 'Corrigez le dossier ou vérifiez qu’il s’agit de la bonne personne.',
    },
    en: {
      title: 'The document does not bear the traits of the record',
      why: 'An identity is validated only if the document proves its traits.',
      action: 'Correct the record, or check that this is the right person.',
    },
  },
  'rniv.confirmed': {
    fr: {
      title: 'La modification doit être confirmée',
      why: 'Modifier un trait strict fait perdre son statut à l’identité, et son INS si elle en a une.',
      action: 'Confirmez, ou annulez la modification.',
    },
    en: {
      title: 'The edit must be confirmed',
      why: 'Editing a strict trait costs the identity its status, and its INS if it has one.',
      action: 'Confirm, or cancel the edit.',
    },
  },
  'rniv.attributeAbsent': {
    fr: {
      title: 'L’identité porte déjà cet attribut',
      why: 'L’événement « {event} » ne changerait rien.',
      action: 'Rechargez le dossier.',
    },
    en: {
      title: 'The identity has this attribute already',
      why: 'The event “{event}” would change nothing.',
      action: 'Reload the record.',
    },
  },
  'rniv.attributePresent': {
    fr: {
      title: 'L’identité ne porte pas cet attribut',
      why: 'L’événement « {event} » ne changerait rien.',
      action: 'Rechargez le dossier.',
    },
    en: {
      title: 'The identity does not have this attribute',
      why: 'The event “{event}” would change nothing.',
      action: 'Reload the record.',
    },
  },
  'rniv.transmit.douteuse': {
    fr: { title: 'L’INS ne peut pas être transmise : identité douteuse', ...doubt.fr },
    en: { title: 'The INS cannot be transmitted: doubtful identity', ...doubt.en },
  },
  'rniv.transmit.fictive': {
    fr: { title: 'L’INS ne peut pas être transmise : identité fictive', ...fictitious.fr },
    en: { title: 'The INS cannot be transmitted: fictitious identity', ...fictitious.en },
  },
  'rniv.transmit.status': {
    fr: {
      title: 'L’INS ne peut pas être transmise : identité au statut {status}',
      why: 'Seule une identité qualifiée référence des données de santé avec le matricule INS (EXI SI 08, EXI ID 29).',
      action: 'Récupérez l’INS dans INSi et vérifiez l’identité sur un document à haut niveau de confiance.',
    },
    en: {
      title: 'The INS cannot be transmitted: the identity is {status}',
      why: 'Only a qualified identity references health data with the matricule INS (EXI SI 08, EXI ID 29).',
      action: 'Retrieve the INS from INSi and check the identity on a document of high trust.',
    },
  },
  'rniv.transmit.identifier': {
    fr: {
      title: 'L’INS ne peut pas être transmise : elle n’est pas valide',
      why: 'La clé du matricule enregistré est fausse, ou son OID n’est pas celui d’une INS.',
      action: 'Interrogez INSi à nouveau et prévenez votre support.',
    },
    en: {
      title: 'The INS cannot be transmitted: it is not valid',
      why: 'The key of the recorded matricule is wrong, or its OID is not that of an INS.',
      action: 'Query INSi again, and tell your support.',
    },
  },
  'rniv.transmit.traits': {
    fr: {
      title: 'L’INS ne peut pas être transmise : des traits manquent',
      why: 'Le matricule ne voyage jamais sans le nom, le premier prénom, le sexe F ou M et la date de naissance.',
      action: 'Complétez les traits du dossier.',
    },
    en: {
      title: 'The INS cannot be transmitted: traits are missing',
      why: 'The matricule never travels without the name, first given name, sex F or M and date of birth.',
      action: 'Complete the traits of the record.',
    },
  },
  'rniv.query.douteuse': {
    fr: { title: 'Appel INSi bloqué : identité douteuse', ...doubt.fr },
    en: { title: 'INSi call blocked: doubtful identity', ...doubt.en },
  },
  'rniv.query.fictive': {
    fr: { title: 'Appel INSi bloqué : identité fictive', ...fictitious.fr },
    en: { title: 'INSi call blocked: fictitious identity', ...fictitious.en },
  },
  'rniv.query.sexe': {
    fr: {
      title: 'Appel INSi bloqué : sexe indéterminé',
      why: 'INSi ne connaît que F et M.',
      action: 'Précisez le sexe d’après un document, ou gardez l’identité sans INS.',
    },
    en: {
      title: 'INSi call blocked: undetermined sex',
      why: 'INSi only knows F and M.',
      action: 'Give the sex that a document bears, or keep the identity without an INS.',
    },
  },
  'rniv.query.apcv': {
    fr: {
      title: 'Appel INSi inutile : identité lue dans l’application carte Vitale',
      why: 'Elle est déjà qualifiée, et l’appel à INSi est exclu (RNIV 1 v2.0 §4.3.4).',
      action: 'Aucune recherche n’est nécessaire.',
    },
    en: {
      title: 'No INSi call: identity read from the appli carte Vitale',
      why: 'It is qualified already, and calling INSi is excluded (RNIV 1 v2.0 §4.3.4).',
      action: 'No search is needed.',
    },
  },
};
