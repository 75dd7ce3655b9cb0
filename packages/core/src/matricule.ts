import { type Checked, checked, type Finding, finding, type Severity } from './finding.js';

/** 15 characters, upper case, whose key is right: 13 of the NIR or NIA, 2 of key. Made by {@link parseMatricule}. */
export type MatriculeIns = string & { readonly __brand: 'MatriculeIns' };

export interface MatriculeOptions {
  /** Severity of a wrong key: `error` by default. Official sample documents carry wrong keys; only tests should lower it. */
  readonly key?: Severity;
  /** Put before the path of each finding. */
  readonly path?: readonly (string | number)[];
}

/** S AA MM DD CCC OOO KK; the Corsican letter stands only at the place of the department. */
const STRUCTURE = /^[0-9]{5}(?:[0-9]{2}|2[AB])[0-9]{8}$/;
const WITHOUT_KEY = /^[0-9]{5}(?:[0-9]{2}|2[AB])[0-9]{6}$/;

/**
 * Control key of 13 characters: `97 − (N mod 97)`, two digits, `2A` counting as 19 and `2B` as 18 (INSEE; the same for a NIA).
 * Returns an empty string when the 13 characters do not have the structure of a NIR.
 */
export function computeMatriculeKey(nir13: string): string {
  const upper = nir13.toUpperCase();
  if (!WITHOUT_KEY.test(upper)) return '';
  const digits = upper.replace('2A', '19').replace('2B', '18');
  return String(97 - (Number(digits) % 97)).padStart(2, '0');
}

/**
 * Checks a matricule. Case and grouping spaces do not matter. Never throws.
 * Errors: `ins.matricule.format`, `ins.matricule.keyMissing`, `ins.matricule.key`.
 * Warnings: `ins.matricule.sex`, `.month`, `.department`, `.commune`, `.order`: real persons have odd ones.
 * Whether it is a NIR or a NIA is not in its shape: the OID says it.
 */
export function validateMatricule(input: string, options: MatriculeOptions = {}): Finding[] {
  const path = options.path ?? [];
  const m = clean(input);
  if (!STRUCTURE.test(m)) {
    return WITHOUT_KEY.test(m)
      ? [finding('ins.matricule.keyMissing', 'error', path)]
      : [finding('ins.matricule.format', 'error', path, { length: m.length })];
  }
  const found: Finding[] = [];
  const expected = computeMatriculeKey(m.slice(0, 13));
  const key = m.slice(13);
  if (key !== expected)
    found.push(finding('ins.matricule.key', options.key ?? 'error', path, { expected, found: key }));
  const warn = (wrong: boolean, name: string, value: string): void => {
    if (wrong) found.push(finding(`ins.matricule.${name}`, 'warning', path, { value }));
  };
  warn(/[0569]/.test(m.slice(0, 1)), 'sex', m.slice(0, 1));
  warn(/00|1[3-9]/.test(m.slice(3, 5)), 'month', m.slice(3, 5));
  warn(m.slice(5, 7) === '00', 'department', '00');
  warn(m.slice(7, 10) === '000', 'commune', '000');
  warn(m.slice(10, 13) === '000', 'order', '000');
  return found;
}

/** Reads a matricule into its canonical form (upper case, no space). */
export function parseMatricule(input: string, options?: MatriculeOptions): Checked<MatriculeIns> {
  return checked(clean(input) as MatriculeIns, validateMatricule(input, options));
}

/** True for a matricule already in canonical form whose key is right. */
export function isMatricule(input: string): input is MatriculeIns {
  return STRUCTURE.test(input) && computeMatriculeKey(input.slice(0, 13)) === input.slice(13);
}

/** For display: `2 75 12 63 220 749 74`. */
export function formatMatricule(m: MatriculeIns): string {
  return m.replace(/^(.)(..)(..)(..)(...)(...)/, '$1 $2 $3 $4 $5 $6 ');
}

/** For display when the matricule must not be read: `2 75 12 ••• ••• ••• ••`. */
export function maskMatricule(m: MatriculeIns): string {
  return m.replace(/^(.)(..)(..).*/, '$1 $2 $3 ••• ••• ••• ••');
}

function clean(input: string): string {
  return typeof input === 'string' ? input.replace(/\s/g, '').toUpperCase() : '';
}
