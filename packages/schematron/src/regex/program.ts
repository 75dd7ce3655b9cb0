import type { Pattern, RegexNode, RepeatNode } from './ast.js';
import { type CodeSet, contains } from './code-set.js';
import { RegexError } from './error.js';

/** Instructions that a program may have, counts worked out. */
const MAX_INSTRUCTIONS = 10_000;

/** What an instruction does; `a` and `b` are its arguments. */
export const OP = {
  /** Takes one character of set `a`, then goes on at `b`. */
  take: 0,
  /** Tries `a`, then `b`. */
  split: 1,
  jump: 2,
  /** Keeps the place in slot `a`. */
  save: 3,
  start: 4,
  end: 5,
  /** Takes what group `a` took. */
  back: 6,
  /** Head `a` of a loop whose body may take nothing: coming back at the same place is a failure. Backtracking only. */
  head: 7,
  /** Comes to loop `a` anew. Backtracking only. */
  enter: 8,
  match: 9,
} as const;

/** A set, made fast to ask. */
export interface SetTest {
  readonly ascii: Uint8Array;
  readonly set: CodeSet;
}

/** Is the code point in the set? */
export function inSet(test: SetTest, code: number): boolean {
  return code < 128 ? test.ascii[code] === 1 : contains(test.set, code);
}

/** A pattern as instructions, for the engines that are ours. Slots 2n and 2n+1 are the bounds of group n; 0 is the whole match. */
export interface Program {
  readonly ops: Uint8Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly sets: readonly SetTest[];
  readonly slots: number;
  readonly heads: number;
  readonly multiline: boolean;
  readonly caseBlind: boolean;
}

/**
 * Writes the instructions of a pattern. In all engines the turn of a loop that takes nothing is its last one. Backtracking sees it at
 * the head of the loop; an automaton, which does not know how it came where it is, has such bodies twice: where nothing was taken yet
 * in this turn, and where something was.
 *
 * @throws RegexError FORX0002 when there are too many.
 */
export function compileProgram(pattern: Pattern, use: 'automaton' | 'backtracking'): Program {
  if (use === 'backtracking') return writeProgram(pattern, false);
  try {
    return writeProgram(pattern, true);
  } catch (error) {
    // Loops in loops in loops, all of which may take nothing: their groups then keep the last turn that took something.
    if (error instanceof RegexError) return writeProgram(pattern, false);
    throw error;
  }
}

function writeProgram(pattern: Pattern, twice: boolean): Program {
  const writer = new ProgramWriter(twice);
  writer.write({ kind: 'group', index: 0, body: pattern.root });
  writer.emit(OP.match);
  return {
    ops: Uint8Array.from(writer.ops),
    a: Int32Array.from(writer.a),
    b: Int32Array.from(writer.b),
    sets: writer.sets,
    slots: 2 * (pattern.groups + 1),
    heads: writer.heads,
    multiline: pattern.multiline,
    caseBlind: pattern.caseBlind,
  };
}

/** May it match without taking a character? Back-references and anchors may. */
export function mayBeEmpty(node: RegexNode): boolean {
  switch (node.kind) {
    case 'set':
      return false;
    case 'sequence':
      return node.items.every(mayBeEmpty);
    case 'choice':
      return node.branches.some(mayBeEmpty);
    case 'group':
      return mayBeEmpty(node.body);
    case 'repeat':
      return node.min === 0 || mayBeEmpty(node.body);
    default:
      return true;
  }
}

class ProgramWriter {
  readonly ops: number[] = [];
  readonly a: number[] = [];
  readonly b: number[] = [];
  readonly sets: SetTest[] = [];
  heads = 0;
  readonly #twice: boolean;
  readonly #setNumbers = new Map<CodeSet, number>();

  /** @param twice write the bodies of loops twice where they may take nothing */
  constructor(twice: boolean) {
    this.#twice = twice;
  }

  emit(op: number, a = 0, b = 0): number {
    if (this.ops.length >= MAX_INSTRUCTIONS) {
      throw new RegexError(
        'FORX0002',
        `Regular expression: more than ${MAX_INSTRUCTIONS} states once its counts are worked out`,
      );
    }
    this.a.push(a);
    this.b.push(b);
    return this.ops.push(op) - 1;
  }

  write(node: RegexNode): void {
    switch (node.kind) {
      case 'empty':
        return;
      case 'set':
        this.emit(OP.take, this.#numberOf(node.set), this.ops.length + 1);
        return;
      case 'start':
      case 'end':
        this.emit(OP[node.kind]);
        return;
      case 'backReference':
        this.emit(OP.back, node.index);
        return;
      case 'sequence':
        for (const item of node.items) this.write(item);
        return;
      case 'choice':
        this.#writeChoice(node.branches);
        return;
      case 'group':
        this.emit(OP.save, 2 * node.index);
        this.write(node.body);
        this.emit(OP.save, 2 * node.index + 1);
        return;
      case 'repeat':
        this.#writeRepeat(node);
    }
  }

  #writeChoice(branches: readonly RegexNode[]): void {
    const jumps: number[] = [];
    branches.forEach((branch, n) => {
      if (n === branches.length - 1) {
        this.write(branch);
        return;
      }
      const split = this.emit(OP.split);
      this.#aim(split, 'a');
      this.write(branch);
      jumps.push(this.emit(OP.jump));
      this.#aim(split, 'b');
    });
    for (const jump of jumps) this.#aim(jump, 'a');
  }

  #writeRepeat(node: RepeatNode): void {
    const [inside, outside] = node.greedy ? (['a', 'b'] as const) : (['b', 'a'] as const);
    if (node.max === Number.POSITIVE_INFINITY) {
      for (let n = 1; n < node.min; n++) this.write(node.body);
      const skip = node.min === 0 ? this.emit(OP.split) : undefined;
      if (skip !== undefined) this.#aim(skip, inside);
      this.#aim(this.#writeLoop(node.body), outside);
      if (skip !== undefined) this.#aim(skip, outside);
      return;
    }
    for (let n = 0; n < node.min; n++) this.write(node.body);
    const splits: number[] = [];
    for (let n = node.min; n < node.max; n++) {
      const split = this.emit(OP.split);
      splits.push(split);
      this.#aim(split, inside);
      this.write(node.body);
    }
    for (const split of splits) this.#aim(split, outside);
  }

  /** One turn or more; answers the split that goes back or on. */
  #writeLoop(body: RegexNode): number {
    const empty = mayBeEmpty(body);
    const guarded = empty && !this.#twice;
    if (guarded) this.emit(OP.enter, this.heads);
    const top = this.ops.length;
    if (guarded) this.emit(OP.head, this.heads++);
    this.write(body);
    if (!empty || !this.#twice) return this.emit(OP.split, top, top);
    const leave = this.emit(OP.jump);
    const distance = this.ops.length - top;
    for (let pc = top; pc < leave; pc++) if (this.ops[pc] === OP.take) this.b[pc] = (this.b[pc] ?? 0) + distance;
    this.write(body);
    const split = this.emit(OP.split, top, top);
    this.#aim(leave, 'a');
    return split;
  }

  /** Makes an argument of an instruction the place where the next one goes. */
  #aim(instruction: number, argument: 'a' | 'b'): void {
    this[argument][instruction] = this.ops.length;
  }

  #numberOf(set: CodeSet): number {
    const known = this.#setNumbers.get(set);
    if (known !== undefined) return known;
    const ascii = new Uint8Array(128);
    for (let code = 0; code < 128; code++) if (contains(set, code)) ascii[code] = 1;
    const number = this.sets.push({ ascii, set }) - 1;
    this.#setNumbers.set(set, number);
    return number;
  }
}
