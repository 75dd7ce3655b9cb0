import type { Watchlist } from './watchlist.ts';

/** One thing that came out and should not have. It says of whom by number only: a report must not leak either. */
export interface Leak {
  readonly kind: 'matricule' | 'nom' | 'nom et prénom' | 'private key';
  /** Place of the person in the watchlist, from 0; absent for a key. */
  readonly person?: number;
  /** The text around it, everything watched being masked. */
  readonly excerpt: string;
}

export type LeakDetector = (text: string) => Leak[];

const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----/g;
const MASK = '•••';

/** Makes the function that finds watched data in a text. */
export function leakDetector(watched: Watchlist): LeakDetector {
  const matricules = alternation([...watched.matricules.keys()], spaced, 'gi');
  const names = wordAlternation(watched.people.map((person) => person.nom));
  return (text) => {
    const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
    const hits: Hit[] = [];
    for (const match of plain.matchAll(PRIVATE_KEY))
      hits.push({ kind: 'private key', at: match.index, found: match[0] });
    for (const match of matricules === undefined ? [] : plain.matchAll(matricules)) {
      const person = watched.matricules.get(match[0].replace(/[^0-9AB]/gi, '').toUpperCase());
      hits.push({ kind: 'matricule', at: match.index, found: match[0], person });
    }
    for (const match of names === undefined ? [] : plain.matchAll(names)) hits.push(...nameHits(watched, plain, match));
    return report(plain, hits);
  };
}

interface Hit {
  readonly kind: Leak['kind'];
  readonly at: number;
  readonly found: string;
  readonly person?: number | undefined;
}

/** A distinctive name in capitals counts alone; any other counts beside a given name of the same person. */
function nameHits(watched: Watchlist, text: string, match: RegExpExecArray): Hit[] {
  const found = match[0];
  const hits: Hit[] = [];
  for (const [person, { nom, prenoms, distinctive }] of watched.people.entries()) {
    if (nom !== found.toUpperCase()) continue;
    const prenom = prenoms.find((candidate) => wordAlternation([candidate])?.test(text));
    if (prenom !== undefined) hits.push({ kind: 'nom et prénom', at: match.index, found, person });
    else if (distinctive && found === nom) hits.push({ kind: 'nom', at: match.index, found, person });
    if (hits.length > 0) break;
  }
  return hits;
}

function report(text: string, hits: readonly Hit[]): Leak[] {
  return hits.map((hit) => ({
    kind: hit.kind,
    ...(hit.person === undefined ? {} : { person: hit.person }),
    excerpt: mask(text.slice(Math.max(0, hit.at - 40), hit.at + hit.found.length + 40), hits),
  }));
}

function mask(excerpt: string, hits: readonly Hit[]): string {
  return hits.reduce((masked, hit) => masked.replaceAll(hit.found, MASK), excerpt).replace(/\s+/g, ' ');
}

/** A matricule may be written with separators: `2 75 12 63 220 749`. */
function spaced(matricule: string): string {
  return [...matricule].join('[\\s.\\u00a0\\u202f-]?');
}

function alternation(values: readonly string[], pattern: (value: string) => string, flags: string): RegExp | undefined {
  return values.length === 0 ? undefined : new RegExp(values.map(pattern).join('|'), flags);
}

function wordAlternation(values: readonly string[]): RegExp | undefined {
  if (values.length === 0) return undefined;
  const words = [...new Set(values)].sort((a, b) => b.length - a.length).map(escapeRegExp);
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}-])`, 'giu');
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
