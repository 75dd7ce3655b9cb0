import type { DmpAccessMode, DmpCallerKind } from './caller.js';

/** What the rights matrix speaks of. */
export type DmpAction =
  | 'existence'
  | 'administrativeData'
  | 'updateAdministrativeData'
  | 'close'
  | 'authoriseSelf'
  | 'removeAuthorization'
  | 'dropTreatingDoctor'
  | 'listPatients'
  | 'findPatients'
  | 'listAuthorizations'
  | 'deposit'
  | 'depositByStaff'
  | 'search'
  | 'searchReference'
  | 'retrieve'
  | 'retrieveMasked'
  | 'mask'
  | 'unmask'
  | 'showToPatient'
  | 'showToLegalRepresentatives'
  | 'archive'
  | 'unarchive'
  | 'delete';

/**
 * `yes`, `no`, `own` (documents of which the caller is an author), `structure` (documents of the caller's structure),
 * `emergency` (masked documents: when the patient did not oppose this access mode).
 */
export type DmpRight = 'yes' | 'no' | 'own' | 'structure' | 'emergency';

const WORDS: Readonly<Record<string, DmpRight>> = { y: 'yes', n: 'no', o: 'own', s: 'structure', e: 'emergency' };

/**
 * Normal, régulation (centre 15), bris de glace: one letter each, by kind of caller. PDT-INF-526 v1.8 of 2024-09-25; column `staffAir`
 * and the absence of deposit under INDIRECTE_RENFORCEE: PDT-INF-606 v1.3 of 2025-07-08. TD1.3b and TD1.4 are not in the part of the
 * matrix that is public: normal mode, professionals and staff. A médecin traitant has no régulation column: he is then any médecin.
 */
const MATRIX: Readonly<Record<DmpAction, Readonly<Record<DmpCallerKind, string>>>> = {
  existence: row('yyy yyy yyy yyy ynn yyn yyy'),
  administrativeData: row('yyy yyy yyy yyy ynn yyn yyy'),
  updateAdministrativeData: row('ynn ynn ynn ynn ynn nnn nnn'),
  close: row('ynn ynn ynn ynn ynn nnn nnn'),
  authoriseSelf: row('ynn ynn nnn ynn ynn nnn ynn'),
  removeAuthorization: row('ynn ynn nnn ynn nnn nnn nnn'),
  dropTreatingDoctor: row('nnn nnn nnn ynn nnn nnn nnn'),
  listPatients: row('yyy yyy yyy yyy ynn ynn ynn'),
  findPatients: row('nyn nyn nnn nyn nnn nyn nnn'),
  listAuthorizations: row('ynn ynn ynn ynn nnn nnn nnn'),
  deposit: row('yyy yyy yyy yyy nnn yyn nnn'),
  depositByStaff: row('nnn nnn nnn nnn ynn nnn nnn'),
  search: row('yyy yyy yyy yyy nnn nnn nnn'),
  searchReference: row('yyy yyy yyy yyy ynn yyn ynn'),
  retrieve: row('yyy yyy nnn yyy nnn nnn nnn'),
  retrieveMasked: row('oee oee nnn yee nnn nnn nnn'),
  mask: row('ynn ynn ynn ynn nnn nnn nnn'),
  unmask: row('onn onn onn ynn nnn nnn nnn'),
  showToPatient: row('ynn ynn ynn ynn nnn nnn nnn'),
  showToLegalRepresentatives: row('ynn ynn ynn ynn nnn nnn nnn'),
  archive: row('onn oyy onn yyy nnn nnn nnn'),
  unarchive: row('onn oyy onn yyy nnn nnn nnn'),
  delete: row('ooo ooo ooo ooo snn ssn snn'),
};

/** Columns: ps, medecin, medecinDuTravail, medecinTraitant, cpe, indirect, staffAir. */
function row(text: string): Readonly<Record<DmpCallerKind, string>> {
  const [ps = '', medecin = '', medecinDuTravail = '', medecinTraitant = '', cpe = '', indirect = '', staffAir = ''] =
    text.split(' ');
  return { ps, medecin, medecinDuTravail, medecinTraitant, cpe, indirect, staffAir };
}

const COLUMN: Readonly<Record<DmpAccessMode, number>> = { normal: 0, centre_15: 1, bris_de_glace: 2 };

/** The right of a kind of caller, in an access mode. `air` forbids what INDIRECTE_RENFORCEE forbids. */
export function rightOf(action: DmpAction, kind: DmpCallerKind, accessMode: DmpAccessMode, air: boolean): DmpRight {
  if (air && (action === 'deposit' || action === 'depositByStaff')) return 'no';
  return WORDS[MATRIX[action][kind][COLUMN[accessMode]] ?? 'n'] ?? 'no';
}
