// Who may do what in the DMP, as data for the interface: which buttons to show. The DMP alone decides (PDT-INF-526 v1.8:
// information only), so the client applies none of it. Browser-safe.

import type { AccessPurpose, DmpMode } from './access.js';

/** What the DMP may be asked. One row of the matrix. */
export type RightAction =
  | 'existence'
  | 'authoriseSelf'
  | 'unauthoriseSelf'
  | 'dropTreatingDoctor'
  | 'myPatients'
  | 'findPatients'
  | 'webAccess'
  | 'administrativeData'
  | 'authorisations'
  | 'deposit'
  | 'depositByStaff'
  | 'search'
  | 'findReference'
  | 'retrieve'
  | 'retrieveMasked'
  | 'mask'
  | 'unmask'
  | 'showToPatient'
  | 'archive'
  | 'remove';

/** Who asks. `structure`: structure certificate. */
export type RightProfile = 'ps' | 'medecin' | 'medecinDuTravail' | 'medecinTraitant' | 'staff' | 'structure';

/**
 * `own`: documents of which the user is the author. `structureOwned`: documents of the structure. `ifPatientAllows`: unless the
 * patient opposed it. `sameStructure`: for professionals of the same structure. `toStructure`: given or imputed to the structure.
 */
export type Right = 'yes' | 'no' | 'own' | 'structureOwned' | 'ifPatientAllows' | 'sameStructure' | 'toStructure';

type Cells = Readonly<Partial<Record<AccessPurpose, Right>>>;

/** One row: rights by profile, then by access mode. A missing cell: the matrix has no such column. */
export interface RightRow {
  readonly action: RightAction;
  /** Official name of the transaction. */
  readonly transaction: string;
  readonly rights: Readonly<Record<RightProfile, Cells>>;
  /** Documents deposited by the patient: only the médecin traitant or the patient (PDT-INF-526). */
  readonly exceptPatientDocuments?: true;
}

const nrb = (normal: Right, centre15: Right, brisDeGlace: Right): Cells => ({
  normal,
  centre_15: centre15,
  bris_de_glace: brisDeGlace,
});
const nb = (normal: Right, brisDeGlace: Right): Cells => ({ normal, bris_de_glace: brisDeGlace });
const nr = (normal: Right, centre15: Right): Cells => ({ normal, centre_15: centre15 });
const n = (normal: Right): Cells => ({ normal });
const all = nrb('yes', 'yes', 'yes');
const onlyNormal = nrb('yes', 'no', 'no');
const never = nrb('no', 'no', 'no');

function row(
  action: RightAction,
  transaction: string,
  cells: readonly [ps: Cells, medecin: Cells, travail: Cells, traitant: Cells, staff: Cells, structure: Cells],
  exceptPatientDocuments?: true,
): RightRow {
  const [ps, medecin, medecinDuTravail, medecinTraitant, staff, structure] = cells;
  return {
    action,
    transaction,
    rights: { ps, medecin, medecinDuTravail, medecinTraitant, staff, structure },
    ...(exceptPatientDocuments ? { exceptPatientDocuments } : {}),
  };
}

/** PDT-INF-526 v1.8 (2024-09-25): direct mode (card) and indirect mode (structure certificate). */
export const DMP_RIGHTS: readonly RightRow[] = Object.freeze([
  row('existence', 'TD0.2', [all, all, n('yes'), nb('yes', 'yes'), n('yes'), nr('yes', 'yes')]),
  row('authoriseSelf', 'TD0.3', [onlyNormal, onlyNormal, n('no'), nb('yes', 'no'), n('toStructure'), nr('no', 'no')]),
  row('unauthoriseSelf', 'TD0.3', [onlyNormal, onlyNormal, n('no'), nb('yes', 'no'), n('no'), nr('no', 'no')]),
  row('dropTreatingDoctor', 'TD0.3', [never, never, n('no'), nb('yes', 'no'), n('no'), nr('no', 'no')]),
  row('myPatients', 'TD0.4', [all, all, n('yes'), nb('yes', 'yes'), n('sameStructure'), nr('yes', 'no')]),
  row('findPatients', 'TD0.5', [
    nrb('no', 'yes', 'no'),
    nrb('no', 'yes', 'no'),
    n('no'),
    nb('no', 'no'),
    n('no'),
    nr('no', 'yes'),
  ]),
  row('webAccess', 'TD0.9', [all, all, n('yes'), nb('yes', 'yes'), n('yes'), nr('no', 'no')]),
  row('administrativeData', 'TD1.3a', [all, all, n('yes'), nb('yes', 'yes'), n('yes'), nr('yes', 'yes')]),
  row('authorisations', 'TD1.6', [onlyNormal, onlyNormal, n('yes'), nb('yes', 'no'), n('no'), nr('no', 'no')]),
  row('deposit', 'TD2.1', [all, all, n('yes'), nb('yes', 'yes'), n('no'), nr('toStructure', 'toStructure')]),
  row('depositByStaff', 'TD2.2', [never, never, n('no'), nb('no', 'no'), n('toStructure'), nr('no', 'no')]),
  row('search', 'TD3.1a', [all, all, n('yes'), nb('yes', 'yes'), n('no'), nr('no', 'no')]),
  row('findReference', 'TD3.1b', [all, all, n('yes'), nb('yes', 'yes'), n('yes'), nr('yes', 'yes')]),
  row('retrieve', 'TD3.2', [all, all, n('no'), nb('yes', 'yes'), n('no'), nr('no', 'no')]),
  row('retrieveMasked', 'TD3.2', [
    nrb('own', 'ifPatientAllows', 'ifPatientAllows'),
    nrb('own', 'ifPatientAllows', 'ifPatientAllows'),
    n('no'),
    nb('yes', 'ifPatientAllows'),
    n('no'),
    nr('no', 'no'),
  ]),
  row('mask', 'TD3.3a', [onlyNormal, onlyNormal, n('yes'), nb('yes', 'no'), n('no'), nr('no', 'no')]),
  row('unmask', 'TD3.3a', [
    nrb('own', 'no', 'no'),
    nrb('own', 'no', 'no'),
    n('own'),
    nb('yes', 'no'),
    n('no'),
    nr('no', 'no'),
  ]),
  row('showToPatient', 'TD3.3b', [onlyNormal, onlyNormal, n('yes'), nb('yes', 'no'), n('no'), nr('no', 'no')]),
  row(
    'archive',
    'TD3.3d',
    [nrb('own', 'no', 'no'), nrb('own', 'yes', 'yes'), n('own'), nb('yes', 'yes'), n('no'), nr('no', 'no')],
    true,
  ),
  row(
    'remove',
    'TD3.3c',
    [
      nrb('own', 'own', 'own'),
      nrb('own', 'own', 'own'),
      n('own'),
      nb('own', 'own'),
      n('structureOwned'),
      nr('structureOwned', 'structureOwned'),
    ],
    true,
  ),
]);

/** What staff may do in AIR mode (PDT-INF-606 v1.3); for professionals it is the direct matrix but for the exceptions below. */
const AIR_STAFF: Readonly<Partial<Record<RightAction, Right>>> = {
  existence: 'yes',
  authoriseSelf: 'toStructure',
  myPatients: 'sameStructure',
  administrativeData: 'yes',
  findReference: 'yes',
  remove: 'structureOwned',
};

/** TD0.9 is replaced by TD0.10 in AIR mode, whose wire format is not published; deposits stay direct or indirect. */
const AIR_NEVER: readonly RightAction[] = ['deposit', 'depositByStaff', 'webAccess'];

/** The caller, as the matrix sees him. */
export interface RightsCaller {
  readonly mode: DmpMode;
  readonly profile: RightProfile;
  /** Default `normal`. */
  readonly purpose?: AccessPurpose;
}

/**
 * What the published matrix says. `no` also where it has no column, such as the régulation mode of a médecin traitant.
 * A structure certificate is the indirect mode, whoever the user is.
 */
export function rightOf(action: RightAction, caller: RightsCaller): Right {
  const purpose = caller.purpose ?? 'normal';
  const profile = caller.mode === 'INDIRECTE' ? 'structure' : caller.profile;
  if (caller.mode === 'INDIRECTE_RENFORCEE') {
    if (AIR_NEVER.includes(action)) return 'no';
    if (profile === 'staff') return purpose === 'normal' ? (AIR_STAFF[action] ?? 'no') : 'no';
  }
  const found = DMP_RIGHTS.find((item) => item.action === action);
  return found?.rights[profile][purpose] ?? 'no';
}
