import type { FindingCatalogue } from '@socle-sante/core/finding';

/** Texts of what the official rules say, and of what happens around them. The message of a rule is that of the kit, in French. */
export const officialLayerFindings: FindingCatalogue = {
  'official.assert': {
    fr: {
      title: 'Règle officielle non respectée ({pack})',
      why: '{message}',
      action: 'Corrigez le document à l’endroit indiqué. « … » remplace les valeurs lues dans le document.',
    },
    en: {
      title: 'An official rule is not respected ({pack})',
      why: '{message}',
      action: 'Correct the document at the place shown. "…" stands for values read in the document.',
    },
  },
  'official.report': {
    fr: {
      title: 'Remarque d’une règle officielle ({pack})',
      why: '{message}',
      action: 'Vérifiez le document à l’endroit indiqué. « … » remplace les valeurs lues dans le document.',
    },
    en: {
      title: 'Remark of an official rule ({pack})',
      why: '{message}',
      action: 'Check the document at the place shown. "…" stands for values read in the document.',
    },
  },
  'official.xsd': {
    fr: {
      title: 'Le document ne suit pas le schéma XML',
      why: '{message}',
      action: 'Corrigez la structure à la ligne indiquée : les autres règles supposent un document valide.',
    },
    en: {
      title: 'The document does not follow the XML schema',
      why: '{message}',
      action: 'Correct the structure at the line shown: the other rules suppose a valid document.',
    },
  },
  'official.xsd.more': {
    fr: {
      title: 'D’autres erreurs de schéma XML',
      why: '{count} autre(s) erreur(s) du schéma XML ne sont pas affichées.',
      action: 'Corrigez les premières puis contrôlez à nouveau.',
    },
    en: {
      title: 'More errors of the XML schema',
      why: '{count} more error(s) of the XML schema are not shown.',
      action: 'Correct the first ones, then check again.',
    },
  },
  'official.fault': {
    fr: {
      title: 'Une règle officielle n’a pas pu être évaluée ({pack})',
      why: 'La règle s’est arrêtée sur une erreur XPath ({code}) : {expression}. Le moteur de référence s’arrête aussi.',
      action: 'Corrigez d’abord les erreurs du schéma XML ; s’il n’y en a pas, signalez la règle à l’ANS.',
    },
    en: {
      title: 'An official rule could not be evaluated ({pack})',
      why: 'The rule stopped on an XPath error ({code}): {expression}. The reference engine stops as well.',
      action: 'Correct the errors of the XML schema first; if there are none, report the rule to the ANS.',
    },
  },
  'official.incomplete': {
    fr: {
      title: 'Contrôle incomplet : {pack} a des défauts',
      why: '{count} défaut(s) de ce jeu de règles font perdre des contrôles : {faults}.',
      action: 'Rien à corriger dans le document. Ces contrôles ne sont faits par aucun moteur avec ce kit.',
    },
    en: {
      title: 'Incomplete check: {pack} has faults',
      why: '{count} fault(s) of this set of rules lose checks: {faults}.',
      action: 'Nothing to correct in the document. No engine makes these checks with this kit.',
    },
  },
  'official.unreadable': {
    fr: {
      title: 'Le document est illisible',
      why: 'Ce n’est pas un document XML que l’on puisse lire en sécurité ({reason}).',
      action: 'Vérifiez que le fichier est entier, en XML, sans DOCTYPE.',
    },
    en: {
      title: 'The document cannot be read',
      why: 'It is not an XML document that can be read safely ({reason}).',
      action: 'Check that the file is whole, is XML, and has no DOCTYPE.',
    },
  },
  'official.bound': {
    fr: {
      title: 'Contrôle interrompu ({pack})',
      why: 'L’évaluation de ce jeu de règles a atteint la limite fixée ({code}).',
      action: 'Augmentez la limite, ou vérifiez que le document a une taille plausible.',
    },
    en: {
      title: 'Check interrupted ({pack})',
      why: 'The evaluation of this set of rules reached the bound that was set ({code}).',
      action: 'Raise the bound, or check that the document has a plausible size.',
    },
  },
  'official.pack.missing': {
    fr: {
      title: 'Jeu de règles absent du dossier',
      why: 'Le fichier schematrons/{file} n’existe pas dans le dossier des règles officielles : ces règles n’ont pas été appliquées.',
      action: 'Complétez le dossier avec une copie entière du kit de l’ANS.',
    },
    en: {
      title: 'A set of rules is missing from the folder',
      why: 'The file schematrons/{file} is not in the folder of the official rules: these rules were not applied.',
      action: 'Complete the folder with a whole copy of the kit of the ANS.',
    },
  },
  'official.pack.refused': {
    fr: {
      title: 'Jeu de règles inutilisable : {pack}',
      why: 'Le fichier n’a pas pu être lu ou compilé ({code}) : ces règles n’ont pas été appliquées.',
      action: 'Comparez avec une copie neuve du kit ; « socle schematron compile » montre l’erreur en détail.',
    },
    en: {
      title: 'A set of rules cannot be used: {pack}',
      why: 'The file could not be read or compiled ({code}): these rules were not applied.',
      action: 'Compare with a fresh copy of the kit; "socle schematron compile" shows the error in detail.',
    },
  },
  'official.model.unknown': {
    fr: {
      title: 'Modèle de document inconnu du kit',
      why: 'Aucun jeu de règles ne correspond au modèle {templateId} : seules les règles générales ont été appliquées.',
      action: 'Vérifiez le templateId du document, ou prenez une version du kit qui contient ce modèle.',
    },
    en: {
      title: 'The kit does not know this model of document',
      why: 'No set of rules is for the model {templateId}: only the general rules were applied.',
      action: 'Check the templateId of the document, or take a version of the kit that has this model.',
    },
  },
  'official.version.notStated': {
    fr: {
      title: 'Version du modèle {model} supposée : {version}',
      why: 'Le templateId du document ne dit pas la version du modèle ; la plus récente à sa date a été prise.',
      action: 'Écrivez la version dans templateId/@extension, ou indiquez-la pour ce contrôle.',
    },
    en: {
      title: 'Version of the model {model} assumed: {version}',
      why: 'The templateId of the document does not say the version of its model; the newest at its date was taken.',
      action: 'Write the version in templateId/@extension, or state it for this check.',
    },
  },
  'official.version.recognised': {
    fr: {
      title: 'Version du modèle {model} reconnue : {version}',
      why: 'Le templateId du document ne dit pas la version du modèle. Les règles {assumed}, de sa date, ne passent pas ; celles-ci passent.',
      action: 'Écrivez la version dans templateId/@extension, ou indiquez-la pour ce contrôle.',
    },
    en: {
      title: 'Version of the model {model} recognised: {version}',
      why: 'The templateId of the document does not say the version of its model. The rules {assumed}, of its date, do not pass; these do.',
      action: 'Write the version in templateId/@extension, or state it for this check.',
    },
  },
  'official.version.unknown': {
    fr: {
      title: 'Version inconnue du modèle {model} : {stated}',
      why: 'Le kit n’a pas de règles de cette version.',
      action: 'Vérifiez la version indiquée, ou prenez un kit qui contient ces règles.',
    },
    en: {
      title: 'Unknown version of the model {model}: {stated}',
      why: 'The kit has no rules of this version.',
      action: 'Check the version stated, or take a kit that has these rules.',
    },
  },
  'official.version.later': {
    fr: {
      title: 'Version {stated} du modèle {model} postérieure à la cible',
      why: 'La cible {target} est antérieure à cette version : le document est contrôlé avec les règles {version}.',
      action: 'Écrivez le document dans la version que la cible attend, ou changez la date de la cible.',
    },
    en: {
      title: 'Version {stated} of the model {model} is later than the target',
      why: 'The target {target} is earlier than this version: the document is checked with the rules {version}.',
      action: 'Write the document in the version that the target expects, or change the date of the target.',
    },
  },
  'official.version.other': {
    fr: {
      title: 'Document {model} {stated} contrôlé avec les règles {version}',
      why: 'La cible demande les règles les plus récentes à sa date, quelle que soit la version du document.',
      action: 'Rien à corriger : ce sont les écarts à prévoir pour passer à cette version.',
    },
    en: {
      title: 'Document {model} {stated} checked with the rules {version}',
      why: 'The target asks for the newest rules at its date, whatever the version of the document.',
      action: 'Nothing to correct: these are the differences to expect when moving to that version.',
    },
  },
  'official.version.none': {
    fr: {
      title: 'Aucune version du modèle {model} à la date de la cible',
      why: 'La cible {target} est antérieure à la première version des règles de ce modèle, qui a été prise.',
      action: 'Vérifiez la date de la cible.',
    },
    en: {
      title: 'No version of the model {model} at the date of the target',
      why: 'The target {target} is earlier than the first version of the rules of this model, which was taken.',
      action: 'Check the date of the target.',
    },
  },
  'official.target.noDate': {
    fr: {
      title: 'Date de la cible {target} non précisée',
      why: 'Les versions exigées dépendent de la date du référentiel ; celles que le document indique ont été prises.',
      action: 'Donnez la date du référentiel visé.',
    },
    en: {
      title: 'The date of the target {target} is not stated',
      why: 'The versions asked for depend on the date of the referential; those that the document states were taken.',
      action: 'Give the date of the referential aimed at.',
    },
  },
};
