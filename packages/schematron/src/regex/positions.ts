import type { RegexNode, RepeatNode } from './ast.js';
import type { CodeSet } from './code-set.js';
import { mayBeEmpty } from './program.js';

/**
 * The automaton of Glushkov of a pattern: a state for each place where it takes a character, and one more, the last, where it starts.
 * Small counts are worked out, larger ones read as loops (`{2,50}` as `+`), anchors as nothing: its runs contain all those of the
 * pattern.
 */
export interface Positions {
  readonly sets: readonly CodeSet[];
  /** State → the states that may come after it. */
  readonly next: readonly (readonly number[])[];
  readonly start: number;
}

interface Part {
  /** May it take nothing? Then in one way only: else the pattern is refused. */
  readonly empty: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const NOTHING: Part = { empty: true, first: [], last: [] };

/**
 * Builds it; undefined when a native engine might not run the pattern as ours do, or not in good time: a back-reference, a quantifier
 * on what may be empty, two ways to take nothing, two ways from a character to the next (`(a+)+`), or more than `limit` places.
 */
export function positionsOf(root: RegexNode, limit: number): Positions | undefined {
  for (const largestCount of [MAX_COUNT, 1]) {
    const builder = new PositionBuilder(limit, largestCount);
    const whole = builder.build(root);
    if (whole) return builder.finish(whole);
  }
  return undefined;
}

/** Counts up to this are worked out. */
const MAX_COUNT = 16;

/** `x{1,3}` as `x(?:x(?:x)?)?`. */
function workedOut(node: RepeatNode): RegexNode {
  let rest: RegexNode | undefined;
  for (let n = node.min; n < node.max; n++) {
    const body: RegexNode = rest ? { kind: 'sequence', items: [node.body, rest] } : node.body;
    rest = { ...node, body, min: 0, max: 1 };
  }
  const items = Array.from({ length: node.min }, () => node.body);
  return { kind: 'sequence', items: rest ? [...items, rest] : items };
}

class PositionBuilder {
  readonly #sets: CodeSet[] = [];
  readonly #next: Set<number>[] = [];
  readonly #limit: number;
  readonly #largestCount: number;

  constructor(limit: number, largestCount: number) {
    this.#limit = limit;
    this.#largestCount = largestCount;
  }

  finish(whole: Part): Positions {
    return { sets: this.#sets, next: [...this.#next.map((set) => [...set]), whole.first], start: this.#sets.length };
  }

  build(node: RegexNode): Part | undefined {
    switch (node.kind) {
      case 'empty':
      case 'start':
      case 'end':
        return NOTHING;
      case 'set': {
        if (this.#sets.length >= this.#limit) return undefined;
        const state = this.#sets.push(node.set) - 1;
        this.#next.push(new Set());
        return { empty: false, first: [state], last: [state] };
      }
      case 'group':
        return this.build(node.body);
      case 'sequence':
        return this.#sequence(node.items);
      case 'choice':
        return this.#choice(node.branches);
      case 'repeat': {
        if (mayBeEmpty(node.body)) return undefined;
        if (node.max > 1 && node.max <= this.#largestCount) return this.build(workedOut(node));
        const body = this.build(node.body);
        if (!body || (node.max > 1 && !this.#link(body.last, body.first))) return undefined;
        return node.min === 0 ? { ...body, empty: true } : body;
      }
      default:
        return undefined;
    }
  }

  #sequence(items: readonly RegexNode[]): Part | undefined {
    let whole: Part = NOTHING;
    for (const item of items) {
      const part = this.build(item);
      if (!part || !this.#link(whole.last, part.first)) return undefined;
      whole = {
        empty: whole.empty && part.empty,
        first: whole.empty ? [...whole.first, ...part.first] : whole.first,
        last: part.empty ? [...whole.last, ...part.last] : part.last,
      };
    }
    return whole;
  }

  #choice(branches: readonly RegexNode[]): Part | undefined {
    const parts: Part[] = [];
    for (const branch of branches) {
      const part = this.build(branch);
      if (!part) return undefined;
      parts.push(part);
    }
    const empties = parts.filter((part) => part.empty).length;
    if (empties > 1) return undefined;
    return { empty: empties > 0, first: parts.flatMap((part) => part.first), last: parts.flatMap((part) => part.last) };
  }

  /** Joins states to those after them; false when a join was there already. */
  #link(from: readonly number[], to: readonly number[]): boolean {
    for (const state of from) {
      const next = this.#next[state];
      for (const other of to) {
        if (!next || next.has(other)) return false;
        next.add(other);
      }
    }
    return true;
  }
}
