/** The three behaviours of the simulated service: faithful to the vendor test service, to production, to the CNDA tests. */
export type InsiMode = 'bas' | 'prod' | 'cnda';

/** An earlier matricule (`INSHISTO`), as the service delivers it: its key may be wrong, its dates out of order. */
export interface SimulatedHistory {
  readonly matricule: string;
  readonly cle: string;
  readonly oid: string;
  /** xsd:date */
  readonly dateDeb?: string;
  /** xsd:date */
  readonly dateFin?: string;
}

/** A person of the simulated national base. */
export interface SimulatedPerson {
  /** Stable name for tests and logs; holds nothing personal beyond a test identity. */
  readonly id: string;
  readonly nomNaissance: string;
  /** Birth prénoms as answered in `ListePrenom`, separated by spaces. Absent: the answer carries `Prenom` only. */
  readonly listePrenom?: string;
  /** Prénoms that find the person when sent alone; the whole list always does. */
  readonly prenomsRecherche: readonly string[];
  readonly sexe: 'F' | 'M';
  /** `YYYY-MM-DD`, never a Date: it may be a lunar one. */
  readonly dateNaissance: string;
  /** COG, 5 characters. */
  readonly lieuNaissance: string;
  /** 13 characters. */
  readonly matricule: string;
  /** Key as delivered, which may be wrong on purpose. */
  readonly cle: string;
  readonly oid: string;
  readonly historique: readonly SimulatedHistory[];
  /** 1 unless a twin was born before. */
  readonly rangNaissance: number;
  /** `insi` and `dmp`: official public test sets. `custom`: added by the vendor. */
  readonly origin: 'insi' | 'dmp' | 'custom';
  /** What the simulator made up because no source publishes it. */
  readonly invented?: readonly ('identity' | 'matricule' | 'lieuNaissance')[];
  /** Modes in which the base knows the person; absent means all. */
  readonly knownIn?: readonly InsiMode[];
  /** In `cnda` mode the answer is the file that the CNDA hands out: `Prenom` present, this history. */
  readonly cnda?: { readonly historique: readonly (SimulatedHistory & { readonly typeMatricule?: 'NIR' })[] };
}

/** OIDs of the INS as INSi answers them. */
export const OID_INS_NIR = '1.2.250.1.213.1.4.8';
export const OID_INS_NIA = '1.2.250.1.213.1.4.9';
