import { useSocle } from '@socle-sante/react/provider';

const fr = {
  product: 'Cabinet M TEST',
  skip: 'Aller au contenu',
  menu: 'Menu principal',
  language: 'Langue',
  theme: 'Apparence',
  'theme.auto': 'Thème du système',
  'theme.light': 'Thème clair',
  'theme.dark': 'Thème sombre',
  'theme.contrast': 'Thème contrasté',
  home: 'Patients',
  imported: 'Identités importées',
  journal: 'Traces',
  services: 'État des services',
  homeHint: 'Cherchez d’abord le patient : un dossier se crée seulement après une recherche.',
  create: 'Nouveau dossier',
  backToSearch: 'Revenir à la recherche',
  record: 'Dossier',
  recordMenu: 'Pages du dossier',
  identity: 'Identité',
  edit: 'Modifier',
  print: 'Imprimer',
  recordJournal: 'Traces du dossier',
  datamatrix: 'Datamatrix INS',
  sheet: 'Fiche d’identité',
  sheetText: 'Votre identité telle que le cabinet la connaît. Signalez toute erreur au secrétariat.',
  importedHint: 'Identités reçues d’autres logiciels avec un INS : à vérifier auprès d’INSi avant usage.',
  unknownPage: 'Cette page n’existe pas.',
} as const;

type Words = Readonly<Record<keyof typeof fr, string>>;

const en: Words = {
  product: 'Cabinet M TEST',
  skip: 'Skip to content',
  menu: 'Main menu',
  language: 'Language',
  theme: 'Appearance',
  'theme.auto': 'System theme',
  'theme.light': 'Light theme',
  'theme.dark': 'Dark theme',
  'theme.contrast': 'High-contrast theme',
  home: 'Patients',
  imported: 'Imported identities',
  journal: 'Journal',
  services: 'State of services',
  homeHint: 'Look for the patient first: a record is created only after a search.',
  create: 'New record',
  backToSearch: 'Back to the search',
  record: 'Record',
  recordMenu: 'Pages of the record',
  identity: 'Identity',
  edit: 'Edit',
  print: 'Print',
  recordJournal: 'Journal of the record',
  datamatrix: 'INS datamatrix',
  sheet: 'Identity sheet',
  sheetText: 'Your identity as the practice knows it. Tell the desk about any mistake.',
  importedHint: 'Identities received from other software with an INS: to verify with INSi before any use.',
  unknownPage: 'This page does not exist.',
};

/** The sentences of the product, in the language of the provider. Those of the kit are its own. */
export function useWords(): Words {
  return useSocle().locale === 'fr' ? fr : en;
}
