import { type Finding, finding, type SourceRef } from './finding.js';

/** Place of birth unknown (code officiel géographique, INSEE). */
export const UNKNOWN_COG = '99999';

const SOURCE: SourceRef = { document: 'INSEE, code officiel géographique' };

const COG = /^(?:[0-9]{5}|2[AB][0-9]{3})$/;

/**
 * Checks a place of birth: commune (5 digits, `2Axxx` or `2Bxxx`), or `99` and the country. Error `cog.format`; warning
 * `cog.unknown` for 99999. Whether the commune existed on the day of birth is not checked here. Never throws.
 */
export function validateCog(input: string, path: readonly (string | number)[] = []): Finding[] {
  if (typeof input !== 'string' || !COG.test(input)) return [finding('cog.format', 'error', path, {}, SOURCE)];
  return input === UNKNOWN_COG ? [finding('cog.unknown', 'warning', path, {}, SOURCE)] : [];
}

/** True for a birth outside France: `99` and a country. The unknown place is not abroad. */
export function isAbroad(cog: string): boolean {
  return COG.test(cog) && cog.startsWith('99') && cog !== UNKNOWN_COG;
}

/**
 * True when two codes name the same place: equal, or `20xxx` beside `2Axxx` or `2Bxxx` for a birth before 1976, the year
 * when Corsica was split. `birthDate` is `YYYY-MM-DD`; without it the year cannot exclude the equivalence.
 */
export function cogEquivalent(a: string, b: string, birthDate?: string): boolean {
  if (a === b) return true;
  if (birthDate !== undefined && Number(birthDate.slice(0, 4)) >= 1976) return false;
  if (!COG.test(a) || !COG.test(b) || a.slice(2) !== b.slice(2)) return false;
  const [one, two] = [a.slice(0, 2), b.slice(0, 2)];
  const split = (department: string): boolean => department === '2A' || department === '2B';
  return (one === '20' && split(two)) || (two === '20' && split(one));
}
