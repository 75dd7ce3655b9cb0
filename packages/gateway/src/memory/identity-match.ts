import type { IdentityQuery, IdentityRecord } from '../handlers/ports.js';

const ligatures: Readonly<Record<string, string>> = { Œ: 'OE', Æ: 'AE', ẞ: 'SS' };

/** A name reduced to its letters: case, accents, ligatures, spaces, hyphens and apostrophes do not count (INS/va1.25). */
export function searchKey(name: string): string {
  return name
    .toUpperCase()
    .replace(/[ŒÆẞ]/g, (letter) => ligatures[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^A-Z]/g, '');
}

/**
 * True when a record answers a search (INS/va1.02, .25, .41): same birth date; any birth or used name that starts with the
 * letters given; any birth first name, or the used one, that starts with the letters given; same matricule.
 */
export function matchesIdentity(record: IdentityRecord, query: Omit<IdentityQuery, 'limit'>): boolean {
  const { traits, ins } = record.state;
  if (query.birthDate !== undefined && traits.dateNaissance !== query.birthDate) return false;
  if (query.matricule !== undefined && ins?.matricule !== query.matricule) return false;
  if (query.name !== undefined && !starts([traits.nomNaissance, traits.nomUtilise], query.name)) return false;
  return (
    query.firstName === undefined ||
    starts([traits.listePrenoms, traits.premierPrenom, traits.prenomUtilise], query.firstName)
  );
}

/** Letters that start a whole name, or one of its words. */
function starts(names: readonly (string | undefined)[], typed: string): boolean {
  const wanted = searchKey(typed);
  if (wanted === '') return false;
  return names.some(
    (name) => name !== undefined && [name, ...tails(name)].some((part) => searchKey(part).startsWith(wanted)),
  );
}

/** `JEAN-MICHEL PAUL` → `MICHEL PAUL`, `PAUL`. */
function tails(name: string): string[] {
  const words = name.split(/[\s'’-]+/);
  return words.slice(1).map((_, index) => words.slice(index + 1).join(' '));
}
