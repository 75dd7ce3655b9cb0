/** Last code point of Unicode. */
export const LAST_CODE_POINT = 0x10ffff;

/** A set of code points: bounds of its ranges, in order and not touching; even places first, odd places last, both included. */
export type CodeSet = readonly number[];

export const EMPTY_SET: CodeSet = [];
export const ALL_CODE_POINTS: CodeSet = [0, LAST_CODE_POINT];

/** The set of these ranges, given in any order: `[first, last, first, last…]`. */
export function setOf(bounds: readonly number[]): CodeSet {
  const ranges: [number, number][] = [];
  for (let at = 0; at + 1 < bounds.length; at += 2) ranges.push([bounds[at] ?? 0, bounds[at + 1] ?? 0]);
  ranges.sort((a, b) => a[0] - b[0]);
  const result: number[] = [];
  for (const [first, last] of ranges) {
    const end = result[result.length - 1];
    if (end !== undefined && first <= end + 1) result[result.length - 1] = Math.max(end, last);
    else result.push(first, last);
  }
  return result;
}

/** Everything in one of them. */
export function union(...sets: readonly CodeSet[]): CodeSet {
  const present = [...new Set(sets)].filter((set) => set.length > 0);
  return present.length === 1 ? (present[0] ?? EMPTY_SET) : setOf(present.flat());
}

/** Every code point that is not in it. */
export function complement(set: CodeSet): CodeSet {
  const result: number[] = [];
  let from = 0;
  for (let at = 0; at + 1 < set.length; at += 2) {
    const first = set[at] ?? 0;
    if (first > from) result.push(from, first - 1);
    from = (set[at + 1] ?? 0) + 1;
  }
  if (from <= LAST_CODE_POINT) result.push(from, LAST_CODE_POINT);
  return result;
}

/** What is in the first and not in the second. */
export function difference(set: CodeSet, removed: CodeSet): CodeSet {
  return complement(union(complement(set), removed));
}

/** Have they a code point in common? */
export function intersects(a: CodeSet, b: CodeSet): boolean {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if ((a[i + 1] ?? 0) < (b[j] ?? 0)) i += 2;
    else if ((b[j + 1] ?? 0) < (a[i] ?? 0)) j += 2;
    else return true;
  }
  return false;
}

/** Is the code point in it? A search by halves. */
export function contains(set: CodeSet, code: number): boolean {
  let low = 0;
  let high = set.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (code > (set[2 * middle + 1] ?? 0)) low = middle + 1;
    else high = middle;
  }
  const first = set[2 * low];
  return first !== undefined && code >= first;
}
