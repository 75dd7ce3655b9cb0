import { OID_INS_NIA, OID_INS_NIR, type SimulatedPerson } from './person.js';

type Row = Omit<SimulatedPerson, 'prenomsRecherche' | 'oid' | 'historique' | 'rangNaissance' | 'origin'> &
  Partial<Pick<SimulatedPerson, 'prenomsRecherche' | 'oid' | 'historique'>>;

function persona(row: Row): SimulatedPerson {
  return {
    prenomsRecherche: row.listePrenom?.split(' ') ?? [],
    oid: OID_INS_NIR,
    historique: [],
    rangNaissance: 1,
    origin: 'insi',
    ...row,
  };
}

const nir = (matricule: string, cle: string) => ({ matricule, cle, oid: OID_INS_NIR });

/**
 * Official public test identities of the INSi teleservice (CNDA conformity tests, GIE SESAM-Vitale samples, answers seen
 * in public clients). ADRDEUX LAURENT is left out: its matricule was never published.
 */
export const INSI_PERSONAS: readonly SimulatedPerson[] = [
  persona({
    id: 'adrun-zoe',
    nomNaissance: 'ADRUN',
    listePrenom: 'ZOE',
    sexe: 'F',
    dateNaissance: '1975-12-31',
    lieuNaissance: '63220',
    matricule: '2751263220749',
    cle: '74',
    knownIn: ['bas', 'cnda'], // production answers 01 for her
  }),
  persona({
    id: 'adrtrois-dominique',
    nomNaissance: 'ADRTROIS',
    listePrenom: 'DOMINIQUE',
    sexe: 'F',
    dateNaissance: '1997-02-26',
    lieuNaissance: '2A020',
    matricule: '297022A020778',
    cle: '78',
  }),
  persona({
    id: 'adrtrois-toussaint',
    nomNaissance: 'ADRTROIS',
    listePrenom: 'TOUSSAINT',
    sexe: 'M',
    dateNaissance: '1960-01-01',
    lieuNaissance: '2B020',
    matricule: '160012B020777',
    cle: '13',
  }),
  persona({
    id: 'dartagnan-pierre-alain',
    nomNaissance: "D'ARTAGNAN DE L'HERAULT",
    listePrenom: 'PIERRE-ALAIN MURIEL FLORIANT',
    sexe: 'M',
    dateNaissance: '2001-06-17',
    lieuNaissance: '63220',
    matricule: '1010663220754',
    cle: '60',
  }),
  persona({
    id: 'ecetinsi-pierre-alain',
    nomNaissance: 'ECETINSI',
    listePrenom: 'PIERRE-ALAIN MURIEL FLORIANT',
    sexe: 'M',
    dateNaissance: '2009-07-14',
    lieuNaissance: '63220',
    matricule: '1090763220834',
    cle: '89',
    historique: [{ ...nir('2090763220834', '39'), dateDeb: '2019-03-01', dateFin: '2019-02-28' }],
    cnda: {
      historique: [
        { ...nir('2090763220834', '39'), typeMatricule: 'NIR' },
        { ...nir('2090663220123', '55'), typeMatricule: 'NIR' },
      ],
    },
  }),
  persona({
    id: 'provisoire-matricule',
    nomNaissance: 'PROVISOIRE',
    listePrenom: 'MATRICULE',
    sexe: 'M',
    dateNaissance: '2009-07-01',
    lieuNaissance: '63220',
    matricule: '1090763220888',
    cle: '35',
    oid: OID_INS_NIA,
    knownIn: ['prod', 'cnda'],
    cnda: { historique: [] },
  }),
  persona({
    id: 'devinci-leonardo',
    nomNaissance: 'DE VINCI',
    listePrenom: 'LEONARDO',
    sexe: 'M',
    dateNaissance: '2014-02-01',
    lieuNaissance: '63220',
    matricule: '1140263220999',
    cle: '84',
    invented: ['matricule'],
  }),
  persona({
    // The other one of "several identities": only the place of birth separates them (CNDA 2.06).
    id: 'devinci-leonardo-homonyme',
    nomNaissance: 'DE VINCI',
    listePrenom: 'LEONARDO',
    sexe: 'M',
    dateNaissance: '2014-02-01',
    lieuNaissance: '69123',
    matricule: '1140269123999',
    cle: '19',
    invented: ['matricule', 'lieuNaissance'],
  }),
  persona({
    id: 'tchitchi-catarina',
    nomNaissance: 'TCHITCHI',
    listePrenom: 'CATARINA BELLA',
    sexe: 'F',
    dateNaissance: '1936-06-21',
    lieuNaissance: '63220',
    matricule: '2360663220836',
    cle: '56',
  }),
  persona({
    id: 'corse-anthony',
    nomNaissance: 'CORSE',
    listePrenom: 'ANTHONY',
    sexe: 'M',
    dateNaissance: '1980-03-02',
    lieuNaissance: '2B020',
    matricule: '180032B020401',
    cle: '23',
    historique: [nir('180032B020401', '23')],
    knownIn: ['prod', 'cnda'],
    cnda: { historique: [nir('180032B020401', '23')] },
  }),
  persona({
    // Keys are wrong on purpose (right ones: 76 and 26): a client must refuse this identity (CNDA 2.08).
    id: 'hermann-gatien',
    nomNaissance: 'HERMANN',
    listePrenom: 'GATIEN',
    sexe: 'M',
    dateNaissance: '1981-03-24',
    lieuNaissance: '63220',
    matricule: '1810363220456',
    cle: '60',
    historique: [nir('1810363220456', '60'), nir('2810363220456', '10')],
    knownIn: ['prod', 'cnda'],
    cnda: { historique: [nir('1810363220456', '60'), nir('2810363220456', '10')] },
  }),
  persona({
    id: 'nessi-michelangelo',
    nomNaissance: 'NESSI',
    listePrenom: 'MICHELANGELO ANTHONY',
    sexe: 'M',
    dateNaissance: '2010-08-07',
    lieuNaissance: '63220',
    matricule: '1100863220830',
    cle: '60',
  }),
  persona({
    id: 'nessi-ruth',
    nomNaissance: 'NESSI',
    listePrenom: 'RUTH ISABELLE',
    sexe: 'F',
    dateNaissance: '1977-07-14',
    lieuNaissance: '63220',
    matricule: '2770763220829',
    cle: '10',
  }),
  persona({
    // Second beneficiary of the CNDA card "INSi 01"; only the name is published.
    id: 'nessi-donatello',
    nomNaissance: 'NESSI',
    listePrenom: 'DONATELLO',
    sexe: 'M',
    dateNaissance: '2012-05-05',
    lieuNaissance: '63220',
    matricule: '1120563220998',
    cle: '37',
    invented: ['identity', 'matricule', 'lieuNaissance'],
  }),
  persona({
    // Official GIE sample: `Prenom` only, no list; key 97.
    id: 'patb-quatre-laurence',
    nomNaissance: 'PATB-QUATRE',
    prenomsRecherche: ['LAURENCE'],
    sexe: 'F',
    dateNaissance: '1907-05-25',
    lieuNaissance: '85756',
    matricule: '2070585756270',
    cle: '97',
  }),
];

/** Calls to which the CNDA has its file `REP_CR01` injected, since its test base answers a technical error instead. */
export const CNDA_NOT_FOUND: readonly {
  readonly nomNaissance: string;
  readonly prenom: string;
  readonly sexe: 'F' | 'M';
}[] = [
  { nomNaissance: "D'AEION", prenom: 'COEUR', sexe: 'M' },
  { nomNaissance: 'TCHITCHI', prenom: 'OLA', sexe: 'F' },
  { nomNaissance: 'HOUILLES', prenom: 'PIERRE', sexe: 'M' },
  { nomNaissance: 'HOUILLES', prenom: 'PAUL', sexe: 'M' },
  { nomNaissance: 'HOUILLES', prenom: 'JACQUES', sexe: 'M' },
  { nomNaissance: 'HOUILLES', prenom: 'PIERRE PAUL JACQUES', sexe: 'M' },
];
