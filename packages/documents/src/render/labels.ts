import type { Locale } from '@socle-sante/core/finding';

const fr = {
  patient: 'Patient',
  birthName: 'Nom de naissance',
  usedName: 'Nom utilisé',
  firstGiven: 'Premier prénom de naissance',
  givenList: 'Prénoms de naissance',
  usedGiven: 'Prénom utilisé',
  sex: 'Sexe',
  birthDate: 'Date de naissance',
  birthPlace: 'Lieu de naissance (code COG)',
  ins: 'Matricule INS',
  insInvalid: 'matricule incorrect',
  insTest: 'INS de test',
  insDemo: 'INS de démonstration',
  localId: 'Identifiant local',
  document: 'Document',
  type: 'Type',
  created: 'Créé le',
  confidentiality: 'Confidentialité',
  version: 'Version',
  replaces: 'Remplace',
  identifier: 'Identifiant',
  model: 'Modèle',
  author: 'Auteur',
  legal: 'Responsable',
  authenticator: 'Validé par',
  custodian: 'Conservé par',
  recipient: 'Destinataire',
  participant: 'Intervenant',
  act: 'Acte',
  encounter: 'Prise en charge',
  facility: 'Lieu d’exercice',
  from: 'du {start} au {stop}',
  since: 'le {start}',
  until: 'jusqu’au {stop}',
  none: 'Sans titre',
  copy: 'Copie du document (PDF)',
  content: 'Contenu du document',
  open: 'Enregistrer le fichier ({type}, {size})',
  tooBig: 'Contenu de {size} ({type}), non repris dans cette page : extrayez-le du document.',
  unreadable: 'Ce contenu ne peut pas être affiché.',
  mismatch: 'Le type annoncé ({declared}) n’est pas celui du contenu.',
  missing: 'Contenu absent du document',
  image: 'Image du document',
  truncated: 'Ce document est trop long pour être affiché en entier. Ouvrez le fichier d’origine.',
  notes: 'Notes',
  note: 'Note',
  table: 'Tableau',
  attachments: 'Autres contenus du document',
  empty: 'Ce document n’a pas de contenu affichable.',
  signature: 'Une signature enveloppe ce document ; elle n’a pas été vérifiée ici.',
} as const;

export type LabelKey = keyof typeof fr;

const en: Readonly<Record<LabelKey, string>> = {
  patient: 'Patient',
  birthName: 'Birth name',
  usedName: 'Used name',
  firstGiven: 'First given name at birth',
  givenList: 'Given names at birth',
  usedGiven: 'Used given name',
  sex: 'Sex',
  birthDate: 'Date of birth',
  birthPlace: 'Place of birth (COG code)',
  ins: 'INS matricule',
  insInvalid: 'wrong matricule',
  insTest: 'test INS',
  insDemo: 'demonstration INS',
  localId: 'Local identifier',
  document: 'Document',
  type: 'Type',
  created: 'Created on',
  confidentiality: 'Confidentiality',
  version: 'Version',
  replaces: 'Replaces',
  identifier: 'Identifier',
  model: 'Model',
  author: 'Author',
  legal: 'Legal authenticator',
  authenticator: 'Authenticated by',
  custodian: 'Custodian',
  recipient: 'Recipient',
  participant: 'Participant',
  act: 'Act',
  encounter: 'Encounter',
  facility: 'Facility',
  from: 'from {start} to {stop}',
  since: 'on {start}',
  until: 'until {stop}',
  none: 'Untitled',
  copy: 'Copy of the document (PDF)',
  content: 'Content of the document',
  open: 'Save the file ({type}, {size})',
  tooBig: 'Content of {size} ({type}), not carried in this page: extract it from the document.',
  unreadable: 'This content cannot be shown.',
  mismatch: 'The declared type ({declared}) is not the one of the content.',
  missing: 'Content absent from the document',
  image: 'Image of the document',
  truncated: 'This document is too long to be shown whole. Open the original file.',
  notes: 'Notes',
  note: 'Note',
  table: 'Table',
  attachments: 'Other contents of the document',
  empty: 'This document has no content that can be shown.',
  signature: 'A signature envelops this document; it was not verified here.',
};

const catalogues: Readonly<Record<Locale, Readonly<Record<LabelKey, string>>>> = { fr, en };

/** A label of the rendered page; `{placeholders}` are filled. */
export function label(locale: Locale, key: LabelKey, values: Readonly<Record<string, string>> = {}): string {
  return catalogues[locale][key].replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

const HL7 = /^(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(\d{2})(?:\d{2}(?:\.\d+)?)?)?)?)?(?:([+-]\d{2})(\d{2}))?$/;

/** An HL7 timestamp for a reader: `15/01/2026 10:15 (+01:00)`; `2026-01-15 10:15 (+01:00)` in English; as written otherwise. */
export function showTime(raw: string, locale: Locale): string {
  const match = HL7.exec(raw.trim());
  if (!match) return raw;
  const [, year = '', month, day, hour, minute, zoneHour, zoneMinute] = match;
  const date = [year, month, day].filter((part) => part !== undefined);
  const shown = locale === 'fr' ? date.reverse().join('/') : date.join('-');
  const clock = hour === undefined ? '' : ` ${hour}:${minute ?? ''}`;
  return `${shown}${clock}${zoneHour === undefined ? '' : ` (${zoneHour}:${zoneMinute ?? ''})`}`;
}

/** A size in bytes for a reader. */
export function showSize(size: number, locale: Locale): string {
  const units = locale === 'fr' ? ['octets', 'ko', 'Mo'] : ['bytes', 'kB', 'MB'];
  const step = size < 1_000 ? 0 : size < 1_000_000 ? 1 : 2;
  const value = size / 1_000 ** step;
  const text = step === 0 || value >= 100 ? value.toFixed(0) : value.toFixed(1);
  return `${locale === 'fr' ? text.replace('.', ',') : text}\u00a0${units[step] ?? ''}`;
}
