import type { FindingCatalogue } from '../finding.js';

/** Texts of the rules on names, sex, dates and places. */
export const traitFindings: FindingCatalogue = {
  'traits.name.empty': {
    fr: {
      title: 'Le nom ou le prénom est vide',
      why: 'Le nom de naissance et les prénoms de naissance sont obligatoires.',
      action: 'Saisissez la valeur qui figure sur le document d’identité.',
    },
    en: {
      title: 'The name is empty',
      why: 'The birth name and the given names of birth are mandatory.',
      action: 'Type what the identity document bears.',
    },
  },
  'traits.name.tooLong': {
    fr: {
      title: 'Le nom ou le prénom est trop long ({length} caractères, {max} au plus)',
      why: 'INSi refuse une valeur plus longue.',
      action: 'Vérifiez que le champ ne contient qu’un nom, ou que la liste des prénoms.',
    },
    en: {
      title: 'The name is too long ({length} characters, {max} at most)',
      why: 'INSi refuses a longer value.',
      action: 'Check that the field holds nothing but a name, or the list of given names.',
    },
  },
  'traits.name.character': {
    fr: {
      title: 'Caractère refusé : « {character} » (position {position})',
      why: 'INSi n’accepte que les lettres de A à Z, l’espace, l’apostrophe et le tiret.',
      action: 'Remplacez ou retirez ce caractère selon le document d’identité.',
    },
    en: {
      title: 'Refused character: “{character}” (position {position})',
      why: 'INSi only accepts the letters A to Z, space, apostrophe and hyphen.',
      action: 'Replace or remove this character, after the identity document.',
    },
  },
  'traits.name.first': {
    fr: {
      title: 'Le premier caractère ne convient pas : « {character} »',
      why: 'Un nom commence par une lettre ou une apostrophe, un prénom par une lettre.',
      action: 'Retirez ce caractère.',
    },
    en: {
      title: 'The first character is not accepted: “{character}”',
      why: 'A birth name starts with a letter or an apostrophe, a given name with a letter.',
      action: 'Remove this character.',
    },
  },
  'traits.name.last': {
    fr: {
      title: 'Le dernier caractère ne convient pas : « {character} » (position {position})',
      why: 'Un nom ou un prénom se termine par une lettre.',
      action: 'Retirez ce caractère.',
    },
    en: {
      title: 'The last character is not accepted: “{character}” (position {position})',
      why: 'A name ends with a letter.',
      action: 'Remove this character.',
    },
  },
  'traits.name.doubled': {
    fr: {
      title: 'Espaces ou apostrophes qui se suivent (position {position})',
      why: 'L’espace et l’apostrophe ne peuvent être ni doublés ni voisins l’un de l’autre.',
      action: 'Gardez un seul des deux caractères.',
    },
    en: {
      title: 'Spaces or apostrophes in a row (position {position})',
      why: 'A space or an apostrophe may be neither doubled nor beside the other.',
      action: 'Keep only one of the two characters.',
    },
  },
  'traits.name.doubleHyphen': {
    fr: {
      title: 'Tirets qui se suivent (position {position})',
      why: 'Le double tiret n’est admis que dans un nom de naissance à deux branches, jamais dans un prénom ; trois tirets ne le sont jamais.',
      action: 'Gardez le nombre de tirets du document d’identité.',
    },
    en: {
      title: 'Hyphens in a row (position {position})',
      why: 'A double hyphen is accepted only in a double-barrelled birth name, never in a given name; three hyphens never are.',
      action: 'Keep as many hyphens as the identity document bears.',
    },
  },
  'traits.name.hyphen': {
    fr: {
      title: 'Un tiret touche un espace ou une apostrophe (position {position})',
      why: 'Les règles publiées n’en disent rien : INSi pourrait ne pas reconnaître le nom.',
      action: 'Vérifiez l’écriture sur le document d’identité.',
    },
    en: {
      title: 'A hyphen stands beside a space or an apostrophe (position {position})',
      why: 'The published rules are silent: INSi might not recognise the name.',
      action: 'Check the spelling on the identity document.',
    },
  },
  'traits.sexe.value': {
    fr: {
      title: 'Le sexe n’est pas reconnu',
      why: 'Les valeurs admises sont F, M et, dans le dossier local seulement, I.',
      action: 'Choisissez l’une de ces valeurs.',
    },
    en: {
      title: 'The sex is not recognised',
      why: 'Accepted values are F, M and, in the local record only, I.',
      action: 'Choose one of these values.',
    },
  },
  'traits.sexe.undetermined': {
    fr: {
      title: 'Le sexe est indéterminé',
      why: 'INSi et le datamatrix ne connaissent que F et M : l’INS ne peut pas être recherchée.',
      action: 'Gardez l’identité provisoire ou validée, ou précisez le sexe d’après un document.',
    },
    en: {
      title: 'The sex is undetermined',
      why: 'INSi and the datamatrix only know F and M: the INS cannot be searched.',
      action: 'Keep the identity provisional or validated, or give the sex that a document bears.',
    },
  },
  'traits.premierPrenom.incoherent': {
    fr: {
      title: 'Le premier prénom n’est pas le début de la liste des prénoms',
      why: 'Le premier prénom de naissance doit être le début de la liste, tiret, apostrophe et espace étant équivalents.',
      action: 'Corrigez le premier prénom ou la liste d’après le document d’identité.',
    },
    en: {
      title: 'The first given name is not the beginning of the list',
      why: 'The first given name of birth must be the beginning of the list, hyphen, apostrophe and space being one.',
      action: 'Correct the first given name or the list, after the identity document.',
    },
  },
  'date.lunaire.format': {
    fr: {
      title: 'La date n’est pas écrite sous la forme {format}',
      why: 'Une autre écriture pourrait échanger le jour et le mois.',
      action: 'Réécrivez la date sous la forme demandée.',
    },
    en: {
      title: 'The date is not written {format} (AAAA year, MM month, JJ day)',
      why: 'Another form could swap the day and the month.',
      action: 'Write the date in the form asked for.',
    },
  },
  'date.lunaire.notCalendar': {
    fr: {
      title: 'Cette date n’existe pas dans le calendrier',
      why: 'L’état civil de la personne est incomplet ou sa date de naissance est dite lunaire : elle est gardée telle quelle.',
      action: 'Ne la corrigez pas de vous-même ; appliquez les règles de complétion pour l’identité sanitaire.',
    },
    en: {
      title: 'This date is not in the calendar',
      why: 'The civil record is incomplete, or the date of birth is a so-called lunar one: it is kept as it is.',
      action: 'Do not correct it yourself; apply the completion rules for the sanitary identity.',
    },
  },
  'cog.format': {
    fr: {
      title: 'Le code du lieu de naissance n’a pas la bonne forme',
      why: 'Le code officiel géographique compte 5 caractères : commune, 2A ou 2B et 3 chiffres pour la Corse, 99 et le pays pour l’étranger.',
      action: 'Choisissez la commune ou le pays dans la liste de l’INSEE, à la date de naissance.',
    },
    en: {
      title: 'The code of the place of birth does not have the right form',
      why: 'The official geographic code has 5 characters: commune, 2A or 2B and 3 digits for Corsica, 99 and the country abroad.',
      action: 'Choose the commune or the country in the list of INSEE, as of the date of birth.',
    },
  },
  'cog.unknown': {
    fr: {
      title: 'Le lieu de naissance est inconnu',
      why: 'Le code 99999 ne convient pas à une identité validée ou qualifiée.',
      action: 'Précisez le lieu de naissance d’après le document d’identité ou la réponse d’INSi.',
    },
    en: {
      title: 'The place of birth is unknown',
      why: 'The code 99999 does not suit a validated or qualified identity.',
      action: 'Give the place of birth that the identity document or INSi bears.',
    },
  },
};
