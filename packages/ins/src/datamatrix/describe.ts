import type { Locale } from '@socle-sante/core/finding';
import { insNature, insOidKind } from '@socle-sante/core/ins-identifier';
import { formatDateLunaire, parseDateLunaire } from '@socle-sante/core/lunar-date';
import { formatMatricule } from '@socle-sante/core/matricule';
import type { IdentityState } from '@socle-sante/core/rniv';
import type { Encoded } from '@socle-sante/documents/identity';
import { requireIns } from '@socle-sante/documents/identity';
import { type EncodeDatamatrixOptions, encodeDatamatrix } from './encode.js';

/** How the symbol must be drawn (ANS, « Format datamatrix INS » v2.2; ISO/IEC 16022). */
export const DATAMATRIX_SYMBOL = {
  symbology: 'datamatrix',
  errorCorrection: 'ECC200',
  shape: 'square',
  /** In modules, on each side, at least. */
  quietZone: 1,
} as const;

/**
 * The words that stand near the symbol, in French whatever the language of the screen: the reader of the paper needs
 * them.
 */
export const DATAMATRIX_CAPTION = 'INS à scanner';

export type ClearTextField =
  | 'nomNaissance'
  | 'premierPrenom'
  | 'listePrenoms'
  | 'dateNaissance'
  | 'sexe'
  | 'lieuNaissance'
  | 'matricule';

/** One line of the INS in clear. */
export interface ClearTextLine {
  readonly field: ClearTextField;
  readonly label: Readonly<Record<Locale, string>>;
  readonly value: string;
}

/**
 * All that a page needs to print an INS: the symbol to draw, its caption, and the INS in clear (EXI DIF 02,
 * INS/va1.15).
 */
export interface DatamatrixPrint {
  readonly payload: string;
  readonly symbol: typeof DATAMATRIX_SYMBOL;
  readonly caption: typeof DATAMATRIX_CAPTION;
  readonly clearText: readonly ClearTextLine[];
  /** True for a test or demonstration OID: the page must say so. */
  readonly fictitious: boolean;
}

const LABELS: Readonly<Record<ClearTextField, Readonly<Record<Locale, string>>>> = {
  nomNaissance: { fr: 'Nom de naissance', en: 'Birth name' },
  premierPrenom: { fr: 'Premier prénom', en: 'First given name' },
  listePrenoms: { fr: 'Prénoms de naissance', en: 'Birth given names' },
  dateNaissance: { fr: 'Date de naissance', en: 'Date of birth' },
  sexe: { fr: 'Sexe', en: 'Sex' },
  lieuNaissance: { fr: 'Lieu de naissance (code INSEE)', en: 'Place of birth (INSEE code)' },
  matricule: { fr: 'Matricule INS', en: 'Matricule INS' },
};

/**
 * What goes on the first page of a document: symbol, caption and INS in clear, the matricule followed by its nature
 * (NIR or NIA). Refused like {@link encodeDatamatrix} for an identity that is not qualified.
 */
export function describeDatamatrix(
  state: IdentityState,
  options: EncodeDatamatrixOptions = {},
): Encoded<DatamatrixPrint> {
  const encoded = encodeDatamatrix(state, options);
  if (!encoded.ok) return encoded;
  const allowed = requireIns(state);
  if (!allowed.ok) return allowed;
  const { ins, traits } = allowed;
  const date = parseDateLunaire(traits.dateNaissance);
  const values: Readonly<Record<ClearTextField, string | undefined>> = {
    nomNaissance: traits.nomNaissance,
    premierPrenom: traits.premierPrenom,
    listePrenoms: traits.listePrenoms,
    dateNaissance: date.ok ? formatDateLunaire(date.value, 'display') : traits.dateNaissance,
    sexe: traits.sexe,
    lieuNaissance: traits.lieuNaissance,
    matricule: `${formatMatricule(ins.matricule)} (${insNature(ins.oid)})`,
  };
  const clearText = (Object.keys(LABELS) as ClearTextField[]).flatMap((field): ClearTextLine[] => {
    const value = values[field];
    return value ? [{ field, label: LABELS[field], value }] : [];
  });
  return {
    ok: true,
    value: {
      payload: encoded.value,
      symbol: DATAMATRIX_SYMBOL,
      caption: DATAMATRIX_CAPTION,
      clearText,
      fictitious: insOidKind(ins.oid) !== 'production',
    },
    carriesIns: true,
    findings: encoded.findings,
  };
}
