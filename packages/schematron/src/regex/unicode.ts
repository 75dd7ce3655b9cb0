import { type CodeSet, complement, contains, setOf, union } from './code-set.js';
import { BLOCK_TABLE } from './unicode-blocks.js';
import { CASE_PAIRS, CASE_SETS } from './unicode-case.js';
import { CATEGORY_NAMES, CATEGORY_RUNS, CATEGORY_SYMBOLS } from './unicode-categories.js';

/** A value that is made when it is first asked for. */
function lazy<T extends object>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

const categories = lazy((): ReadonlyMap<string, CodeSet> => {
  const names = CATEGORY_NAMES.split(' ');
  const bounds = new Map<string, number[]>();
  let from = 0;
  for (const run of CATEGORY_RUNS.matchAll(/([^0-9a-z])([0-9a-z]*)/g)) {
    const length = run[2] ? Number.parseInt(run[2], 36) : 1;
    const name = names[CATEGORY_SYMBOLS.indexOf(run[1] ?? '')];
    if (name !== undefined) {
      const ranges = bounds.get(name) ?? [];
      ranges.push(from, from + length - 1);
      bounds.set(name, ranges);
    }
    from += length;
  }
  const sets = new Map<string, CodeSet>(bounds);
  for (const letter of 'CLMNPSZ') {
    sets.set(letter, setOf(names.filter((name) => name[0] === letter).flatMap((name) => bounds.get(name) ?? [])));
  }
  return sets;
});

const blocks = lazy((): ReadonlyMap<string, CodeSet> => {
  const sets = new Map<string, CodeSet>();
  for (const line of BLOCK_TABLE.split(';')) {
    const [name, ...bounds] = line.split(' ');
    if (name) sets.set(name, setOf(bounds.map((bound) => Number.parseInt(bound, 16))));
  }
  return sets;
});

const variants = lazy((): ReadonlyMap<number, readonly number[]> => {
  const found = new Map<number, readonly number[]>();
  for (const entry of CASE_PAIRS.split(';')) {
    const [first = 0, distance = 0, count = 1, stride = 1] = entry.split(' ').map((text) => Number.parseInt(text, 36));
    for (let n = 0; n < count; n++) {
      const lower = first + n * stride;
      found.set(lower, [lower + distance]);
      found.set(lower + distance, [lower]);
    }
  }
  for (const entry of CASE_SETS.split(';')) {
    const [code = 0, ...others] = entry.split(' ').map((text) => Number.parseInt(text, 16));
    found.set(code, others);
  }
  return found;
});

/** The characters of a category of one letter (`L`) or two (`Lu`), or undefined. XML Schema Part 2 §F.1.1. */
export function category(name: string): CodeSet | undefined {
  return categories().get(name);
}

/** The characters of a block, by its name without `Is`; white space and underlines in it do not count. XML Schema Part 2 §F.1.1. */
export function block(name: string): CodeSet | undefined {
  return blocks().get(name.replace(/[ \t\r\n_]/g, ''));
}

/** The other characters that are the same but for case. Functions and Operators §7.6.1.1, flag `i`. */
export function caseVariants(code: number): readonly number[] {
  return variants().get(code) ?? [];
}

/** A set and the case variants of everything in it. */
export function withCaseVariants(set: CodeSet): CodeSet {
  const added: number[] = [...set];
  for (const [code, others] of variants()) {
    if (contains(set, code)) for (const other of others) added.push(other, other);
  }
  return setOf(added);
}

/** `NameStartChar` of XML 1.0 (fifth edition) and 1.1, `:` included: `\i`. */
const NAME_START = setOf([
  0x3a, 0x3a, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a, 0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2ff, 0x370, 0x37d, 0x37f, 0x1fff,
  0x200c, 0x200d, 0x2070, 0x218f, 0x2c00, 0x2fef, 0x3001, 0xd7ff, 0xf900, 0xfdcf, 0xfdf0, 0xfffd, 0x10000, 0xeffff,
]);

/** `NameChar`: `\c`. */
const NAME_CHAR = union(NAME_START, [0x2d, 0x2e, 0x30, 0x39, 0xb7, 0xb7, 0x300, 0x36f, 0x203f, 0x2040]);

const WHITE_SPACE: CodeSet = [9, 10, 13, 13, 32, 32];

const escapes = lazy((): ReadonlyMap<string, CodeSet> => {
  const digits = category('Nd') ?? [];
  const notWord = setOf([...(category('P') ?? []), ...(category('Z') ?? []), ...(category('C') ?? [])]);
  const positive: [string, CodeSet][] = [
    ['s', WHITE_SPACE],
    ['i', NAME_START],
    ['c', NAME_CHAR],
    ['d', digits],
    ['w', complement(notWord)],
  ];
  return new Map(
    positive.flatMap(([letter, set]) => [
      [letter, set],
      [letter.toUpperCase(), complement(set)],
    ]),
  );
});

/** The characters of `\s \i \c \d \w` and of their opposites in upper case, or undefined. XML Schema Part 2 §F.1.1. */
export function multiCharEscape(letter: string): CodeSet | undefined {
  return escapes().get(letter);
}
