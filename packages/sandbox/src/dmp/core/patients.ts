import { PERSONAS } from '../../insi/registry.js';
import type { DmpAuthorization, DmpPatient, DmpRecord } from './record.js';

/** The two physicians of the test PKI (roles `cps-auth`, `cps-sign` and `other-cps-auth`, `other-cps-sign`). */
export const PHYSICIAN = '899900000003';
export const OTHER_PHYSICIAN = '899900000029';

const STRUCTURES: Readonly<Record<string, string>> = { [PHYSICIAN]: '10B0999999', [OTHER_PHYSICIAN]: '10B0888888' };
/** Structure of a professional of the simulator. */
export const structureOf = (professional: string): string | undefined => STRUCTURES[professional];

const MOTHER = { relation: 'MTH', familyName: 'PAT-PLUSSEPT', givenName: 'ANNE' };

/** States of the default records, by persona; all others have an active record, attached to Mon espace santé, opened to nobody. */
const RECORDS: Readonly<Record<string, 'none' | Partial<DmpRecord>>> = {
  'dmp-pat-neuf-sylvie': 'none',
  'dmp-tome-zarah': 'none',
  'provisoire-matricule': 'none',
  'patb-quatre-laurence': { treatingDoctors: [PHYSICIAN] },
  'dmp-pat-quatre-isabelle': { treatingDoctors: [OTHER_PHYSICIAN] },
  'dmp-pat-ferm-un-micheline': closed('FERMETURE_DEMANDE_PATIENT'),
  'dmp-pat-ferm-deux-thomas': closed('FERMETURE_DEMANDE_PATIENT'),
  'dmp-pat-ferm-trois-nala': closed('FERMETURE_DEMANDE_PATIENT'),
  'dmp-fermeture-florence': closed('FERMETURE_DEMANDE_PATIENT'),
  'dmp-conteste-jean': { opposesBreakGlass: true },
  'dmp-urgence-clarence': { opposesEmergencyAccess: true },
  // Not attached to Mon espace santé: TD1.3b and TD1.4 are possible.
  'dmp-pat-six-alain': { attachedToMes: false, internetAccount: false },
  'dmp-pat-sept-pierre': { attachedToMes: false, internetAccount: false },
  'dmp-pat-plussept-lea': { legalRepresentatives: [MOTHER] },
  'dmp-pat-plushuit-leo': { legalRepresentatives: [MOTHER] },
  'dmp-pat-plushuitdemi-leon': { legalRepresentatives: [MOTHER] },
  'dmp-parhasard-gaspard': {
    legalRepresentatives: [{ relation: 'FTH', familyName: 'PARHASARD', givenName: 'JEAN-MICHEL' }],
  },
};

function closed(closingReason: string): Partial<DmpRecord> {
  return { status: 'terminated', closedAt: '2026-01-15T09:00:00.000Z', closingReason };
}

/** Who may open what at the start. */
const AUTHORIZATIONS: readonly (readonly [persona: string, holder: string, state: DmpAuthorization['state']])[] = [
  ['adrun-zoe', PHYSICIAN, 'ACTIVE'],
  ['dmp-pat-trois-dominique', PHYSICIAN, 'ACTIVE'],
  ['dmp-pat-trois-dominique', OTHER_PHYSICIAN, 'ACTIVE'],
  ['dmp-corse-figatellix', PHYSICIAN, 'ACTIVE'],
  ['dmp-pat-seize-veronique', PHYSICIAN, 'ACTIVE'],
  ['dmp-pat-seize-veronique', OTHER_PHYSICIAN, 'ACTIVE'],
  ['dmp-pat-vingt-olivier', PHYSICIAN, 'ACTIVE'],
  ['dmp-pat-onze-patrick', PHYSICIAN, 'ACTIVE'],
  ['dmp-pat-plussept-lea', PHYSICIAN, 'ACTIVE'],
  ['dmp-pat-plushuit-leo', PHYSICIAN, 'ACTIVE'],
  ['dmp-pat-plushuitdemi-leon', PHYSICIAN, 'ACTIVE'],
  ['sim-lunaire-awa', PHYSICIAN, 'ACTIVE'],
  ['dmp-parhasard-gaspard', PHYSICIAN, 'ACTIVE'],
  ['dmp-conteste-jean', PHYSICIAN, 'ACTIVE'],
  ['dmp-pat-six-alain', PHYSICIAN, 'ACTIVE'],
  ['dmp-expire-elvire', PHYSICIAN, 'EXPIREE'],
  ['dmp-prorogee-zara', PHYSICIAN, 'EXPIREE'],
  ['dmp-autorisepas-helene', PHYSICIAN, 'INTERDITE'],
  ['patb-quatre-laurence', OTHER_PHYSICIAN, 'ACTIVE'],
];

const HOLDERS: Readonly<Record<string, Pick<DmpAuthorization, 'familyName' | 'givenName' | 'specialty'>>> = {
  [PHYSICIAN]: {
    familyName: 'EXEMPLE',
    givenName: 'ALIX',
    specialty: { code: 'G15_10/SM26', label: 'Médecin - Qualifié en Médecine Générale (SM)' },
  },
  [OTHER_PHYSICIAN]: {
    familyName: 'MODELE',
    givenName: 'NOA',
    specialty: { code: 'G15_10/SM54', label: 'Médecin - Médecine générale (SM)' },
  },
};

const DEFAULT_RECORD: DmpRecord = {
  status: 'active',
  attachedToMes: true,
  internetAccount: true,
  opposesBreakGlass: false,
  opposesEmergencyAccess: false,
  treatingDoctors: [],
  telecoms: ['tel:0300000000'],
  address: { street: '12 rue des Tilleuls', postalCode: '51000', city: 'CHALONS-EN-CHAMPAGNE' },
  legalRepresentatives: [],
};

const NUMBER_OF = new Map(PERSONAS.map(({ id, matricule, cle }) => [id, `${matricule}${cle}`]));

/** Matricule (with key) of a persona. */
export function matriculeOf(persona: string): string {
  return persona === LUNAR.id ? LUNAR.matricule : (NUMBER_OF.get(persona) ?? '');
}

/** Every persona of the sandbox, with or without a DMP. */
export function seedPatients(): readonly DmpPatient[] {
  return [...PERSONAS.map(patientOf), LUNAR];
}

/** Invented: born abroad in 1958, on a day and in a month that nobody wrote down. */
const LUNAR: DmpPatient = {
  id: 'sim-lunaire-awa',
  matricule: '258209935004271',
  birthName: 'LUNAIRE',
  givenNames: 'AWA',
  sex: 'F',
  birthDate: '1958-00-00',
  record: DEFAULT_RECORD,
};

function patientOf(person: (typeof PERSONAS)[number]): DmpPatient {
  const state = RECORDS[person.id];
  return {
    id: person.id,
    matricule: `${person.matricule}${person.cle}`,
    birthName: person.nomNaissance,
    givenNames: person.listePrenom ?? person.prenomsRecherche.join(' '),
    sex: person.sexe,
    birthDate: person.dateNaissance,
    ...(state === 'none' ? {} : { record: { ...DEFAULT_RECORD, ...state } }),
  };
}

export function seedAuthorizations(now: Date): { matricule: string; authorization: DmpAuthorization }[] {
  const since = new Date(now.getTime() - 30 * 24 * 3_600_000).toISOString();
  return AUTHORIZATIONS.map(([persona, holder, state]) => ({
    matricule: matriculeOf(persona),
    authorization: { holder, state, ...HOLDERS[holder], since, lastAction: since },
  }));
}
