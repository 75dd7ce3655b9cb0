import type { FindingCatalogue } from '../finding.js';

const form = (name: string, fr: string, en: string, enName = name): FindingCatalogue[string] => ({
  fr: {
    title: `${name} : forme incorrecte`,
    why: fr,
    action: 'Reprenez l’identifiant donné par l’annuaire, la carte ou Pro Santé Connect.',
  },
  en: {
    title: `${enName}: wrong form`,
    why: en,
    action: 'Use the identifier that the directory, the card or Pro Santé Connect gives.',
  },
});

const key = (name: string, enName = name): FindingCatalogue[string] => ({
  fr: {
    title: `${name} : clé inattendue`,
    why: 'Le dernier chiffre ne correspond pas aux autres. Des identifiants officiels de test sont dans ce cas.',
    action: 'Vérifiez l’identifiant dans l’annuaire avant de l’utiliser.',
  },
  en: {
    title: `${enName}: unexpected key`,
    why: 'The last digit does not agree with the others. Some official test identifiers are so.',
    action: 'Check the identifier in the directory before you use it.',
  },
});

const kind = (name: string, enName: string): FindingCatalogue[string] => ({
  fr: {
    title: `${name} : nature inconnue`,
    why: 'Le premier caractère ne figure pas dans la nomenclature. L’identifiant est opaque : il a été gardé tel quel.',
    action: 'Vérifiez l’identifiant dans l’annuaire.',
  },
  en: {
    title: `${enName}: unknown kind`,
    why: 'The first character is not in the nomenclature. The identifier is opaque: it was kept as it is.',
    action: 'Check the identifier in the directory.',
  },
});

const ofTests = (name: string, enName: string): FindingCatalogue[string] => ({
  fr: {
    title: `${name} : numéro de test`,
    why: 'Le numéro FINESS porte une lettre hors de la Corse, comme ceux des environnements de test nationaux.',
    action: 'Rien à faire en test. En production, reprenez l’identifiant de la structure dans l’annuaire.',
  },
  en: {
    title: `${enName}: number of a test environment`,
    why: 'The FINESS number holds a letter outside Corsica, as those of the national test environments do.',
    action: 'Nothing to do in test. In production, take the identifier of the structure from the directory.',
  },
});

/** Texts of the rules on identifiers of professionals and structures, OIDs and times. */
export const identifierFindings: FindingCatalogue = {
  'identifier.rpps.format': form('RPPS', 'Un numéro RPPS compte 11 chiffres.', 'An RPPS number has 11 digits.'),
  'identifier.rpps.key': key('RPPS'),
  'identifier.adeli.format': form(
    'ADELI',
    'Un numéro ADELI compte 9 caractères, dont les 2 premiers désignent le département.',
    'An ADELI number has 9 characters, the first 2 of which are the department.',
  ),
  'identifier.finess.format': form(
    'FINESS',
    'Un numéro FINESS compte 9 chiffres, ou 2A ou 2B et 7 chiffres en Corse.',
    'A FINESS number has 9 digits, or 2A or 2B and 7 digits in Corsica.',
  ),
  'identifier.finess.key': key('FINESS'),
  'identifier.finess.test': ofTests('FINESS', 'FINESS'),
  'identifier.siren.format': form('SIREN', 'Un numéro SIREN compte 9 chiffres.', 'A SIREN number has 9 digits.'),
  'identifier.siren.key': key('SIREN'),
  'identifier.siret.format': form('SIRET', 'Un numéro SIRET compte 14 chiffres.', 'A SIRET number has 14 digits.'),
  'identifier.siret.key': key('SIRET'),
  'identifier.idNatPs.format': form(
    'Identifiant national du professionnel',
    'L’identifiant est vide, contient une espace, ou commence par 8 sans être suivi des 11 chiffres du RPPS.',
    'The identifier is empty, holds a space, or starts with 8 without the 11 digits of an RPPS.',
    'National identifier of the professional',
  ),
  'identifier.idNatPs.key': key('Identifiant national du professionnel', 'National identifier of the professional'),
  'identifier.idNatPs.kind': kind('Identifiant national du professionnel', 'National identifier of the professional'),
  'identifier.idNatStruct.format': form(
    'Identifiant national de la structure',
    'L’identifiant est vide, contient une espace, ou n’a pas la longueur que son premier caractère annonce.',
    'The identifier is empty, holds a space, or does not have the length that its first character announces.',
    'National identifier of the structure',
  ),
  'identifier.idNatStruct.test': ofTests(
    'Identifiant national de la structure',
    'National identifier of the structure',
  ),
  'identifier.idNatStruct.kind': kind('Identifiant national de la structure', 'National identifier of the structure'),
  'oid.format': {
    fr: {
      title: 'OID : forme incorrecte',
      why: 'Un OID est une suite de nombres séparés par des points, dont le premier est 0, 1 ou 2.',
      action: 'Corrigez l’OID dans la configuration ou dans le message.',
    },
    en: {
      title: 'OID: wrong form',
      why: 'An OID is a row of numbers separated by dots, the first of which is 0, 1 or 2.',
      action: 'Correct the OID in the configuration or the message.',
    },
  },
  'time.hl7.format': {
    fr: {
      title: 'Horodatage HL7 : forme incorrecte',
      why: 'La forme attendue est AAAAMMJJHHMMSS et le fuseau horaire, tronquée à droite si l’heure n’est pas connue.',
      action: 'Signalez l’écart à l’éditeur qui a produit le message.',
    },
    en: {
      title: 'HL7 timestamp: wrong form',
      why: 'The form expected is YYYYMMDDHHMMSS and the time zone, cut on the right when the time is not known.',
      action: 'Report it to the vendor of the sending software.',
    },
  },
  'time.hl7.value': {
    fr: {
      title: 'Horodatage HL7 : date ou heure impossible',
      why: 'Le mois, le jour, l’heure ou le fuseau n’existe pas.',
      action: 'Signalez l’écart à l’éditeur qui a produit le message.',
    },
    en: {
      title: 'HL7 timestamp: impossible date or time',
      why: 'The month, the day, the time or the zone does not exist.',
      action: 'Report it to the vendor of the sending software.',
    },
  },
  'time.iso.format': {
    fr: {
      title: 'Horodatage ISO : forme incorrecte',
      why: 'La forme attendue est AAAA-MM-JJTHH:MM:SS suivie de Z ou du fuseau horaire.',
      action: 'Signalez l’écart à l’éditeur qui a produit le message.',
    },
    en: {
      title: 'ISO timestamp: wrong form',
      why: 'The form expected is YYYY-MM-DDTHH:MM:SS, then Z or the time zone.',
      action: 'Report it to the vendor of the sending software.',
    },
  },
  'time.iso.value': {
    fr: {
      title: 'Horodatage ISO : date ou heure impossible',
      why: 'Le mois, le jour, l’heure ou le fuseau n’existe pas.',
      action: 'Signalez l’écart à l’éditeur qui a produit le message.',
    },
    en: {
      title: 'ISO timestamp: impossible date or time',
      why: 'The month, the day, the time or the zone does not exist.',
      action: 'Report it to the vendor of the sending software.',
    },
  },
};
