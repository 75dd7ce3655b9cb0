/** Sex as INSi gives it (EF_INS25_04). */
export type Sexe = 'F' | 'M';

/** Sex as a record may hold it: `I` is undetermined, and cannot be sent to INSi. */
export type SexeLocal = Sexe | 'I';

/** The strict traits, in the spelling of INSi. */
export interface TraitsIns {
  readonly nomNaissance: string;
  /** The prénoms of the birth certificate, in order, separated by a space; as received. */
  readonly listePrenoms: string;
  readonly premierPrenom: string;
  readonly sexe: Sexe;
  /** `YYYY-MM-DD`, which may be no calendar date. */
  readonly dateNaissance: string;
  /** Code officiel géographique, 5 characters. */
  readonly lieuNaissance?: string;
}

/** The traits of a local record. The used names are the record's own: INSi never fills them (EXI ID 08). */
export interface TraitsLocaux extends Omit<TraitsIns, 'sexe'> {
  readonly sexe: SexeLocal;
  readonly nomUtilise?: string;
  readonly prenomUtilise?: string;
}
