import type { Pattern, RegexNode } from './ast.js';
import { intersects } from './code-set.js';
import { type Components, componentsOf } from './components.js';
import { type Positions, positionsOf } from './positions.js';

/** Places of a pattern, and joins of its pairs, that the analysis looks at; what is larger goes to the automaton. */
const MAX_POSITIONS = 500;
const MAX_JOINS = 400_000;

/**
 * The longest input (in UTF-16 units) that a backtracking engine gets through within a number of steps, whatever the input says; 0 when
 * its steps may grow exponentially, or when that cannot be told.
 *
 * A backtracking engine takes, from one start, at most as many steps as the pattern has runs over the beginnings of the input. So the
 * runs are counted, on the automaton of {@link positionsOf} times itself: two different runs over the same text that lead from a state
 * back to it make them exponential; two that lead from one loop to a later one, over a text that both loops take, add one to the
 * degree of a polynomial (Weber and Seidl, On the degree of ambiguity of finite automata, 1991). Where no two runs meet again, there
 * are no more of them than states.
 */
export function longestNativeInput(pattern: Pattern, maxSteps: number): number {
  const positions = positionsOf(pattern.root, MAX_POSITIONS);
  if (!positions) return 0;
  const base = componentsOf(positions.next);
  const pairs = new PairGraph(positions);
  if (!pairs.explore()) return 0;
  const meeting = componentsOf(pairs.next);
  if (isExponential(pairs, meeting)) return 0;
  const starts = isAnchored(pattern.root, pattern.multiline) ? 0 : 1;
  const loops = base.cyclic.includes(true) ? 1 : 0;
  const exponent = starts + loops + degree(positions, base, pairs, meeting);
  const joins = positions.next.reduce((sum, next) => sum + next.length + 1, 0);
  const perPlace = joins * (pairs.meets ? pathsThrough(positions, base) : 1);
  return exponent === 0 ? Number.POSITIVE_INFINITY : Math.floor((maxSteps / perPlace) ** (1 / exponent));
}

/** Must a match start where the input does? */
export function isAnchored(node: RegexNode, multiline: boolean): boolean {
  if (multiline) return false;
  switch (node.kind) {
    case 'start':
      return true;
    case 'sequence':
      return node.items.some((item, n) => isAnchored(item, false) && node.items.slice(0, n).every(takesNothing));
    case 'choice':
      return node.branches.every((branch) => isAnchored(branch, false));
    case 'group':
      return isAnchored(node.body, false);
    default:
      return false;
  }
}

function takesNothing(node: RegexNode): boolean {
  return node.kind === 'empty' || node.kind === 'start' || node.kind === 'end';
}

/** Pairs of states that the same text leads to, from the same state. A pair of a state with itself comes first, numbered as it. */
class PairGraph {
  readonly next: number[][] = [];
  readonly pairs: (readonly [number, number])[] = [];
  /** Do two different runs over the same text ever meet again? */
  meets = false;
  readonly #positions: Positions;
  readonly #numbers = new Map<number, number>();
  readonly #overlaps = new Map<number, boolean>();

  constructor(positions: Positions) {
    this.#positions = positions;
  }

  /** False when there is too much to look at. */
  explore(): boolean {
    const { next } = this.#positions;
    for (let state = 0; state < next.length; state++) this.#numberOf(state, state);
    let joins = 0;
    for (let n = 0; n < this.pairs.length; n++) {
      const [left, right] = this.pairs[n] ?? [0, 0];
      const found = new Set<number>();
      for (const a of next[left] ?? []) {
        for (const b of next[right] ?? []) {
          joins += 1;
          if (joins > MAX_JOINS) return false;
          if (!this.#overlap(a, b)) continue;
          found.add(this.#numberOf(a, b));
          if (a === b && left !== right) this.meets = true;
        }
      }
      this.next[n] = [...found];
    }
    return true;
  }

  #numberOf(a: number, b: number): number {
    const key = this.#key(a, b);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.pairs.push(a < b ? [a, b] : [b, a]) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  #overlap(a: number, b: number): boolean {
    if (a === b) return true;
    const key = this.#key(a, b);
    let overlap = this.#overlaps.get(key);
    if (overlap === undefined) {
      overlap = intersects(this.#positions.sets[a] ?? [], this.#positions.sets[b] ?? []);
      this.#overlaps.set(key, overlap);
    }
    return overlap;
  }

  #key(a: number, b: number): number {
    return Math.min(a, b) * this.#positions.next.length + Math.max(a, b);
  }
}

/** Do two different runs over the same text lead from a state back to it? */
function isExponential(pairs: PairGraph, meeting: Components): boolean {
  const same = new Set<number>();
  pairs.pairs.forEach(([a, b], n) => {
    if (a === b) same.add(meeting.of[n] ?? 0);
  });
  return pairs.pairs.some(([a, b], n) => a !== b && same.has(meeting.of[n] ?? 0));
}

/** Upper bound of the degree of the polynomial that counts the runs: the longest chain of loops, each confused with the next. */
function degree(positions: Positions, base: Components, pairs: PairGraph, meeting: Components): number {
  const confused = Array.from({ length: base.count }, () => new Set<number>());
  pairs.pairs.forEach(([a, b], n) => {
    const [high, low] = [base.of[a] ?? 0, base.of[b] ?? 0].sort((x, y) => y - x);
    if (high === undefined || low === undefined || high === low || !meeting.cyclic[meeting.of[n] ?? 0]) return;
    confused[high]?.add(low);
  });
  const after = edgesOf(positions, base);
  const longest: number[] = [];
  for (let component = 0; component < base.count; component++) {
    let best = 0;
    for (const other of after[component] ?? []) best = Math.max(best, longest[other] ?? 0);
    for (const other of confused[component] ?? []) best = Math.max(best, 1 + (longest[other] ?? 0));
    longest.push(best);
  }
  return longest[base.of[positions.start] ?? 0] ?? 0;
}

/** How many ways there are through the components, from the start. */
function pathsThrough(positions: Positions, base: Components): number {
  const after = edgesOf(positions, base);
  const paths: number[] = [];
  for (let component = 0; component < base.count; component++) {
    let sum = 1;
    for (const other of after[component] ?? []) sum += paths[other] ?? 0;
    paths.push(Math.min(sum, Number.MAX_SAFE_INTEGER));
  }
  return paths[base.of[positions.start] ?? 0] ?? 1;
}

/** Component → the others that come right after it. */
function edgesOf(positions: Positions, base: Components): readonly ReadonlySet<number>[] {
  const after = Array.from({ length: base.count }, () => new Set<number>());
  positions.next.forEach((next, state) => {
    const from = base.of[state] ?? 0;
    for (const other of next) {
      const to = base.of[other] ?? 0;
      if (to !== from) after[from]?.add(to);
    }
  });
  return after;
}
