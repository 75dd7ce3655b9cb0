/**
 * Lexical profiles of the names (guide SEL-MP-043 §2, EF_INS01_03, EF_INS10_01, EF_INS10_02), written here again on purpose: the
 * simulator does not lean on the client's normalisation.
 */
type LexicalProfile = 'nom' | 'prenom';

const ALPHABET = /^[A-Z' -]+$/;

/** True when the value may travel as it is. */
export function fitsProfile(value: string, profile: LexicalProfile): boolean {
  if (value.length === 0 || value.length > 100 || !ALPHABET.test(value)) return false;
  if (/ {2}|''| '|' /.test(value) || /-{3}/.test(value)) return false;
  if (profile === 'nom') return /^[A-Z']/.test(value) && /[A-Z]$/.test(value);
  return /^[A-Z]/.test(value) && !/[-' ]$/.test(value) && !value.includes('--');
}

export const SEXE = /^[FM]$/;
/** DateLunaire: not always a calendar date. */
export const DATE_LUNAIRE = /^\d{4}-\d{2}-\d{2}$/;
export const COG = /^(?:\d{5}|2[AB]\d{3})$/;
