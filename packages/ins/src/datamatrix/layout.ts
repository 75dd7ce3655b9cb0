/**
 * The layout of the INS datamatrix as data. Source: ANS, « Format datamatrix INS » v2.2 (26/09/2023).
 */

/** 26 characters: `IS`, version `01`, then 22 reserved characters, all `0`. */
export const DATAMATRIX_HEADER = `IS01${'0'.repeat(22)}`;

/** Group separator, the literal character U+001D. */
export const GS = '\u001d';

export type DatamatrixBlockId = 'S1' | 'S2' | 'S3' | 'S4' | 'S5' | 'S6' | 'S7';

export type DatamatrixField =
  | 'matricule'
  | 'oid'
  | 'listePrenoms'
  | 'nomNaissance'
  | 'sexe'
  | 'dateNaissance'
  | 'lieuNaissance';

export interface DatamatrixBlock {
  readonly id: DatamatrixBlockId;
  readonly field: DatamatrixField;
  /** Shortest value, in characters. */
  readonly min: number;
  /** Longest value. `min === max` is a fixed block: never followed by GS. */
  readonly max: number;
  readonly mandatory: boolean;
}

/** The seven blocks, in the order that we write. A reader takes them in any order. */
export const DATAMATRIX_BLOCKS: readonly DatamatrixBlock[] = [
  { id: 'S1', field: 'matricule', min: 15, max: 15, mandatory: true },
  { id: 'S2', field: 'oid', min: 19, max: 20, mandatory: true },
  { id: 'S3', field: 'listePrenoms', min: 1, max: 100, mandatory: true },
  { id: 'S4', field: 'nomNaissance', min: 1, max: 100, mandatory: true },
  { id: 'S5', field: 'sexe', min: 1, max: 1, mandatory: true },
  { id: 'S6', field: 'dateNaissance', min: 10, max: 10, mandatory: true },
  { id: 'S7', field: 'lieuNaissance', min: 5, max: 5, mandatory: false },
];

/**
 * Longest text that one Data Matrix symbol can hold (144 × 144, alphanumeric; ISO/IEC 16022). Longer input is refused
 * unread.
 */
export const DATAMATRIX_MAX_INPUT = 2335;

export function blockById(id: string): DatamatrixBlock | undefined {
  return DATAMATRIX_BLOCKS.find((block) => block.id === id);
}
