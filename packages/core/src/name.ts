import { type Finding, finding, type SourceRef } from './finding.js';

/** The two lexical profiles of SEL-MP-043 §2. A list of prénoms, separated by one space, follows the profile `prenom`. */
export type NameProfile = 'nom' | 'prenom';

export type NameChangeKind = 'case' | 'diacritic' | 'ligature' | 'apostrophe' | 'space' | 'hyphen' | 'trim';

/** One character that normalisation replaced. `index` counts UTF-16 units in what was given. */
export interface NameChange {
  readonly index: number;
  readonly kind: NameChangeKind;
  readonly from: string;
  readonly to: string;
}

export type NormalizedName =
  | { readonly ok: true; readonly value: string; readonly changes: readonly NameChange[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

export interface NameOptions {
  /** Longest accepted value: 100 by default (SEL-MP-043, 2020). */
  readonly maxLength?: number;
  /** Put before the path of each finding. */
  readonly path?: readonly (string | number)[];
}

/** The lexical profiles of INSi. */
const PROFILES: SourceRef = { document: 'SEL-MP-043', version: '05.00.01', section: '§2' };

/** Above this many characters a value is no name: it is refused as a whole, without a remark for each character. */
const MAX_SCANNED = 1_000;

const APOSTROPHES = new Set('’‘ʼ´′＇');
const HYPHENS = new Set('‐‑‒–—―−﹣－');
const LIGATURES: Readonly<Record<string, string>> = { Œ: 'OE', œ: 'OE', Æ: 'AE', æ: 'AE', ß: 'SS', ẞ: 'SS' };
const MARK = /^\p{M}$/u;
const SPACE = /^\s$/u;

function foldAscii(character: string): { text: string | undefined; kind: NameChangeKind } {
  if (character >= 'A' && character <= 'Z') return { text: character, kind: 'case' };
  if (character >= 'a' && character <= 'z') return { text: character.toUpperCase(), kind: 'case' };
  if (character === '-') return { text: character, kind: 'hyphen' };
  if (character === "'" || character === '`') return { text: "'", kind: 'apostrophe' };
  return /\s/.test(character) ? { text: ' ', kind: 'space' } : { text: undefined, kind: 'case' };
}

/** What one character becomes: `text` is empty for a combining mark, `undefined` when the profile has no place for it. */
export function foldCharacter(character: string): { text: string | undefined; kind: NameChangeKind } {
  if (character.length === 1 && character < '\u0080') return foldAscii(character);
  if (APOSTROPHES.has(character)) return { text: "'", kind: 'apostrophe' };
  if (HYPHENS.has(character)) return { text: '-', kind: 'hyphen' };
  if (SPACE.test(character)) return { text: ' ', kind: 'space' };
  if (MARK.test(character)) return { text: '', kind: 'diacritic' };
  const ligature = LIGATURES[character];
  if (ligature !== undefined) return { text: ligature, kind: 'ligature' };
  const decomposed = character.normalize('NFD').replace(/\p{M}/gu, '');
  // Ǽ and Ǣ leave a ligature once their mark is gone.
  const upper = LIGATURES[decomposed] ?? decomposed.toUpperCase();
  if (!/^[A-Z]{1,3}$/.test(upper)) return { text: undefined, kind: 'case' };
  if (upper.length > 1) return { text: upper, kind: 'ligature' };
  return { text: upper, kind: decomposed === character ? 'case' : 'diacritic' };
}

/**
 * Brings a typed name to the alphabet of INSi (EF_INS01_03): upper case, no diacritics, Œ→OE, Æ→AE, ß→SS, straight
 * apostrophes, plain spaces and hyphens, trimmed ends. `--` is left alone. Each change is reported with its place; a character that has no
 * place in the profile is an error with its place, never dropped. Keep what the user typed beside the value.
 */
export function normalizeName(input: string, profile: NameProfile, options: NameOptions = {}): NormalizedName {
  const path = options.path ?? [];
  if (input.length > MAX_SCANNED) return { ok: false, findings: [tooLong(input, options)] };
  const changes: NameChange[] = [];
  const findings: Finding[] = [];
  const start = input.length - input.trimStart().length;
  const end = Math.max(start, input.trimEnd().length);
  const origins: number[] = [];
  let value = '';
  let index = 0;
  let afterLetter = false;
  for (const character of input) {
    const at = index;
    index += character.length;
    if (at < start || at >= end) {
      changes.push({ index: at, kind: 'trim', from: character, to: '' });
      continue;
    }
    const { text, kind } = foldCharacter(character);
    if (text === undefined || (text === '' && !afterLetter)) {
      findings.push(refused(character, at, path));
      continue;
    }
    afterLetter = text === '' || /[A-Z]$/.test(text);
    if (text !== character) changes.push({ index: at, kind, from: character, to: text });
    for (const _ of text) origins.push(at);
    value += text;
  }
  if (findings.length === 0) findings.push(...validateName(value, profile, options).map((f) => inInput(f, origins)));
  return findings.some((f) => f.severity === 'error') ? { ok: false, findings } : { ok: true, value, changes };
}

/**
 * Checks a name against the wire profile (SEL-MP-043 §2; EF_INS10_01, EF_INS10_02). Nothing is corrected. Never throws.
 * Errors: `traits.name.empty`, `.tooLong`, `.character`, `.first`, `.last`, `.doubled`, `.doubleHyphen`; warning
 * `traits.name.hyphen` for a hyphen beside a space or an apostrophe, on which the profile is silent.
 */
export function validateName(input: string, profile: NameProfile, options: NameOptions = {}): Finding[] {
  const path = options.path ?? [];
  const name = typeof input === 'string' ? input : '';
  if (name === '') return [finding('traits.name.empty', 'error', path, {}, PROFILES)];
  if (name.length > MAX_SCANNED) return [tooLong(name, options)];
  const findings: Finding[] = [];
  if (name.length > maxLength(options)) findings.push(tooLong(name, options));
  findings.push(...refusedCharacters(name, path));
  const first = name.charAt(0);
  const last = name.charAt(name.length - 1);
  if (first === '-' || first === ' ' || (profile === 'prenom' && first === "'")) {
    findings.push(finding('traits.name.first', 'error', path, { character: shown(first), ...place(0) }, PROFILES));
  }
  if ("-' ".includes(last))
    findings.push(
      finding('traits.name.last', 'error', path, { character: shown(last), ...place(name.length - 1) }, PROFILES),
    );
  for (const match of name.matchAll(/[-' ]{2,}/g)) findings.push(...separators(match[0], match.index, profile, path));
  return findings;
}

/** A place as code counts it, and as a person does. */
function place(index: number): { index: number; position: number } {
  return { index, position: index + 1 };
}

function maxLength(options: NameOptions): number {
  return options.maxLength ?? 100;
}

function tooLong(name: string, options: NameOptions): Finding {
  return finding(
    'traits.name.tooLong',
    'error',
    options.path ?? [],
    { length: name.length, max: maxLength(options) },
    PROFILES,
  );
}

/** The same finding, its place counted in what was typed. */
function inInput(f: Finding, origins: readonly number[]): Finding {
  const index = typeof f.params['index'] === 'number' ? origins[f.params['index']] : undefined;
  return index === undefined ? f : { ...f, params: { ...f.params, ...place(index) } };
}

/** Rules on two or more separators in a row. */
function separators(run: string, index: number, profile: NameProfile, path: readonly (string | number)[]): Finding[] {
  const second = place(index + 1);
  if (/[' ]{2}/.test(run)) return [finding('traits.name.doubled', 'error', path, second, PROFILES)];
  if (run.includes('---') || (profile === 'prenom' && run.includes('--'))) {
    return [finding('traits.name.doubleHyphen', 'error', path, second, PROFILES)];
  }
  return run === '--' ? [] : [finding('traits.name.hyphen', 'warning', path, second)];
}

function refusedCharacters(name: string, path: readonly (string | number)[]): Finding[] {
  const findings: Finding[] = [];
  for (const match of name.matchAll(/[^A-Z' -]/gu)) findings.push(refused(match[0], match.index, path));
  return findings;
}

function refused(character: string, index: number, path: readonly (string | number)[]): Finding {
  return finding('traits.name.character', 'error', path, { character: shown(character), ...place(index) }, PROFILES);
}

/** The character as a message can show it: its code point when it is invisible or a space. */
function shown(character: string): string {
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
