import { cogEquivalent } from './cog.js';
import { completeBirthDate, parseDateLunaire } from './lunar-date.js';
import { namesEquivalent } from './name-fold.js';
import type { TraitsIns, TraitsLocaux } from './strict-traits.js';

/** The traits that are compared, in the order in which a screen shows them. */
export type TraitField = 'nomNaissance' | 'listePrenoms' | 'premierPrenom' | 'sexe' | 'dateNaissance' | 'lieuNaissance';

/**
 * `same` to the character · `equivalent` for RNIV (case, accents, separators, Corsican code, completed date) ·
 * `different` · `missing` on one side or both.
 */
export type TraitVerdict = 'same' | 'equivalent' | 'different' | 'missing';

/** A stretch of a value, and whether it is absent from the other side. The texts put together give the value back. */
export interface TraitPart {
  readonly text: string;
  readonly changed: boolean;
}

export interface TraitDiff {
  readonly field: TraitField;
  readonly local?: string;
  readonly insi?: string;
  readonly verdict: TraitVerdict;
  /** The value of INSi in parts (the local one when INSi gave none). */
  readonly parts: readonly TraitPart[];
  /** The local value in parts. */
  readonly localParts: readonly TraitPart[];
}

const FIELDS: readonly TraitField[] = [
  'nomNaissance',
  'listePrenoms',
  'premierPrenom',
  'sexe',
  'dateNaissance',
  'lieuNaissance',
];

/** Above this many pairs of characters the differing middle is marked as one block. */
const MAX_PAIRS = 40_000;

/** Compares the traits of a record with those of INSi, trait by trait, with the differing characters of each side. */
export function compareTraits(local: TraitsLocaux, insi: Partial<TraitsIns>): TraitDiff[] {
  return FIELDS.map((field) => {
    const mine = local[field] || undefined;
    const theirs = insi[field] || undefined;
    const [localParts, parts] = diffParts(mine ?? '', theirs ?? '');
    return {
      field,
      ...(mine === undefined ? {} : { local: mine }),
      ...(theirs === undefined ? {} : { insi: theirs }),
      verdict: verdictOf(field, mine, theirs, local.dateNaissance),
      parts: theirs === undefined ? localParts : parts,
      localParts,
    };
  });
}

function verdictOf(
  field: TraitField,
  mine: string | undefined,
  theirs: string | undefined,
  birthDate: string,
): TraitVerdict {
  if (mine === undefined || theirs === undefined) return 'missing';
  if (mine === theirs) return 'same';
  if (field === 'sexe') return 'different';
  if (field === 'dateNaissance') return completesTo(theirs, mine) ? 'equivalent' : 'different';
  if (field === 'lieuNaissance') return cogEquivalent(mine, theirs, birthDate) ? 'equivalent' : 'different';
  return namesEquivalent(mine, theirs) ? 'equivalent' : 'different';
}

/** True when `completed` is what the rules of EXI ID 11 make of the incomplete date `lunar`. */
function completesTo(lunar: string, completed: string): boolean {
  const date = parseDateLunaire(lunar);
  return date.ok && !date.value.isCalendarDate && completeBirthDate(date.value).date.raw === completed;
}

/** Both values in parts, by longest common subsequence between the common beginning and the common end. */
function diffParts(a: string, b: string): [TraitPart[], TraitPart[]] {
  if (a === b) return [group([{ text: a, changed: false }]), group([{ text: b, changed: false }])];
  const [left, right] = [Array.from(a), Array.from(b)];
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let tail = 0;
  while (tail < left.length - start && tail < right.length - start && left.at(-1 - tail) === right.at(-1 - tail))
    tail++;
  const [midLeft, midRight] = [left.slice(start, left.length - tail), right.slice(start, right.length - tail)];
  const head = { text: left.slice(0, start).join(''), changed: false };
  const end = { text: left.slice(left.length - tail).join(''), changed: false };
  if (midLeft.length * midRight.length > MAX_PAIRS) {
    const whole = (chars: string[]): TraitPart => ({ text: chars.join(''), changed: true });
    return [group([head, whole(midLeft), end]), group([head, whole(midRight), end])];
  }
  const [keepLeft, keepRight] = commonCharacters(midLeft, midRight);
  const mark = (chars: string[], keep: boolean[]): TraitPart[] => chars.map((text, i) => ({ text, changed: !keep[i] }));
  return [group([head, ...mark(midLeft, keepLeft), end]), group([head, ...mark(midRight, keepRight), end])];
}

/** For each character, whether it belongs to the longest common subsequence. */
function commonCharacters(left: readonly string[], right: readonly string[]): [boolean[], boolean[]] {
  const keepLeft = left.map(() => false);
  const keepRight = right.map(() => false);
  const [n, m] = [left.length, right.length];
  const width = m + 1;
  const lengths = new Uint16Array((n + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      lengths[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let [i, j] = [0, 0];
  while (i < n && j < m) {
    if (left[i] === right[j]) {
      keepLeft[i++] = true;
      keepRight[j++] = true;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return [keepLeft, keepRight];
}

/** Joins neighbours of the same kind, and drops what is empty. */
function group(parts: readonly TraitPart[]): TraitPart[] {
  const grouped: TraitPart[] = [];
  for (const part of parts) {
    if (part.text === '') continue;
    const previous = grouped.at(-1);
    if (previous && previous.changed === part.changed)
      grouped[grouped.length - 1] = { text: previous.text + part.text, changed: part.changed };
    else grouped.push(part);
  }
  return grouped;
}
