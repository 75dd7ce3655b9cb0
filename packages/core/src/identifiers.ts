import { type Checked, checked, type Finding, finding } from './finding.js';
import { luhnHolds } from './luhn.js';

type Path = readonly (string | number)[];

/** What the first character of an idNat_PS says (TRE_G08): for display and diagnosis only. */
export type IdNatPsKind =
  | 'adeli'
  | 'adeliCabinet'
  | 'finess'
  | 'siren'
  | 'siret'
  | 'rppsCabinet'
  | 'rpps'
  | 'uuid'
  | 'unknown';

/** National identifier of a professional. Opaque: it is taken from the directory, Pro Santé Connect or the card, never built. */
export interface IdNatPs {
  readonly raw: string;
  readonly kind: IdNatPsKind;
  /** Present for kind `rpps` when the source gave the same RPPS apart: it is not cut out of `raw`. */
  readonly rpps?: string;
}

/** What the first character of an idNat_Struct says: for display and diagnosis only. */
export type IdNatStructKind = 'adeli' | 'finess' | 'siren' | 'siret' | 'rpps' | 'unknown';

/** National identifier of a structure. Opaque. */
export interface IdNatStruct {
  readonly raw: string;
  readonly kind: IdNatStructKind;
}

const PS_KINDS: Readonly<Record<string, IdNatPsKind>> = {
  '0': 'adeli',
  '1': 'adeliCabinet',
  '3': 'finess',
  '4': 'siren',
  '5': 'siret',
  '6': 'rppsCabinet',
  '8': 'rpps',
};

const STRUCT_KINDS: Readonly<Record<string, IdNatStructKind>> = {
  '0': 'adeli',
  '1': 'finess',
  '2': 'siren',
  '3': 'siret',
  '4': 'rpps',
};

const STRUCT_FORMS: Readonly<Partial<Record<IdNatStructKind, RegExp>>> = {
  finess: /^1(?:\d{9}|\d[AB]\d{7})$/,
  siren: /^2\d{9}$/,
  siret: /^3\d{14}$/,
};

/** FINESS of the national test environments: a letter in the place of the department, as `0B0172805`; never 2A or 2B, which are Corsica. */
const TEST_FINESS = /^[013-9][AB]\d{7}$/;

/** La Poste: its establishments do not all follow Luhn (INSEE). */
const LA_POSTE = '356000000';

/** RPPS: 11 digits, the last is a Luhn key. Error `identifier.rpps.format`, warning `identifier.rpps.key`: official samples have wrong keys. */
export function validateRpps(input: string, path: Path = []): Finding[] {
  return check('rpps', input, /^\d{11}$/, path, luhnHolds);
}

/** ADELI: 9 characters. Its key is not published. Error `identifier.adeli.format`. */
export function validateAdeli(input: string, path: Path = []): Finding[] {
  return check('adeli', input, /^(?:\d{2}|2[AB]|9[A-F])[0-9A-Z]{7}$/, path, () => true);
}

/**
 * FINESS: 9 digits, or `2A`/`2B` and 7 digits. Error `identifier.finess.format`, warning `identifier.finess.key`.
 * The key is not checked for Corsica, where its rule is not published. Info `identifier.finess.test`: a number of the test environments.
 */
export function validateFiness(input: string, path: Path = []): Finding[] {
  if (typeof input === 'string' && TEST_FINESS.test(input)) return [finding('identifier.finess.test', 'info', path)];
  return check('finess', input, /^(?:\d{9}|2[AB]\d{7})$/, path, (id) => !/^\d+$/.test(id) || luhnHolds(id));
}

/** SIREN: 9 digits, Luhn (INSEE). Error `identifier.siren.format`, warning `identifier.siren.key`. */
export function validateSiren(input: string, path: Path = []): Finding[] {
  return check('siren', input, /^\d{9}$/, path, luhnHolds);
}

/** SIRET: 14 digits, Luhn (INSEE), or for La Poste a sum of digits that 5 divides. Error `identifier.siret.format`, warning `identifier.siret.key`. */
export function validateSiret(input: string, path: Path = []): Finding[] {
  return check(
    'siret',
    input,
    /^\d{14}$/,
    path,
    (id) => luhnHolds(id) || (id.startsWith(LA_POSTE) && sumOfDigits(id) % 5 === 0),
  );
}

/**
 * idNat_PS. Errors: `identifier.idNatPs.format` (empty, spaces, over 100 characters, or kind `8` without 11 digits).
 * Warnings: `identifier.idNatPs.key` (RPPS key), `identifier.idNatPs.kind` (unknown first character).
 */
export function validateIdNatPs(input: string, path: Path = []): Finding[] {
  if (!isOpaque(input)) return [finding('identifier.idNatPs.format', 'error', path)];
  const kind = kindOfPs(input);
  if (kind === 'unknown') return [finding('identifier.idNatPs.kind', 'warning', path)];
  if (kind !== 'rpps') return [];
  if (!/^8\d{11}$/.test(input)) return [finding('identifier.idNatPs.format', 'error', path)];
  return luhnHolds(input.slice(1)) ? [] : [finding('identifier.idNatPs.key', 'warning', path)];
}

/** Reads an idNat_PS. `known.rpps` is the RPPS that the same source gave apart. */
export function parseIdNatPs(input: string, known: { readonly rpps?: string } = {}): Checked<IdNatPs> {
  const findings = validateIdNatPs(input);
  const same = known.rpps !== undefined && input === `8${known.rpps}`;
  return checked({ raw: input, kind: kindOfPs(input), ...(same ? { rpps: known.rpps } : {}) }, findings);
}

/**
 * idNat_Struct. Error `identifier.idNatStruct.format` (empty, spaces, over 100 characters, or a FINESS, SIREN or SIRET of the
 * wrong length); warning `identifier.idNatStruct.kind` (unknown first character); info `identifier.idNatStruct.test` (the FINESS of a
 * structure of the test environments: `10B0172805`).
 */
export function validateIdNatStruct(input: string, path: Path = []): Finding[] {
  if (!isOpaque(input)) return [finding('identifier.idNatStruct.format', 'error', path)];
  const kind = kindOfStruct(input);
  if (kind === 'unknown') return [finding('identifier.idNatStruct.kind', 'warning', path)];
  if (STRUCT_FORMS[kind]?.test(input) === false) return [finding('identifier.idNatStruct.format', 'error', path)];
  return kind === 'finess' && TEST_FINESS.test(input.slice(1))
    ? [finding('identifier.idNatStruct.test', 'info', path)]
    : [];
}

/** Reads an idNat_Struct. */
export function parseIdNatStruct(input: string): Checked<IdNatStruct> {
  return checked({ raw: input, kind: kindOfStruct(input) }, validateIdNatStruct(input));
}

function check(name: string, input: string, form: RegExp, path: Path, keyHolds: (id: string) => boolean): Finding[] {
  if (typeof input !== 'string' || input.length > 20 || !form.test(input))
    return [finding(`identifier.${name}.format`, 'error', path)];
  return keyHolds(input) ? [] : [finding(`identifier.${name}.key`, 'warning', path)];
}

function kindOfPs(input: string): IdNatPsKind {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(input)) return 'uuid';
  return PS_KINDS[String(input).charAt(0)] ?? 'unknown';
}

function kindOfStruct(input: string): IdNatStructKind {
  return STRUCT_KINDS[String(input).charAt(0)] ?? 'unknown';
}

function isOpaque(input: string): boolean {
  return typeof input === 'string' && input.length <= 100 && /^[!-~]+$/.test(input);
}

function sumOfDigits(digits: string): number {
  return Array.from(digits, Number).reduce((sum, digit) => sum + digit, 0);
}
