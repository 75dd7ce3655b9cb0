import { RegexError } from './error.js';
import { Budget, isEnd, isStart, type Match, type Matcher, width } from './matcher.js';
import { inSet, OP, type Program } from './program.js';
import { caseVariants } from './unicode.js';

/** Choices that may wait at once: bounds the memory. */
const MAX_WAITING = 3_000_000;

/** What waits to be tried, or to be put back, when a path fails. Each takes three numbers. */
const TRY = 0;
const SLOT = 1;
const HEAD = 2;

/**
 * Runs a pattern as it is written, one path after the other, within a budget: the way of patterns with back-references, which no
 * automaton can follow. A back-reference to a group that took no part matches the zero-length string.
 */
export class BacktrackingMatcher implements Matcher {
  readonly #program: Program;
  readonly #maxSteps: number;

  constructor(program: Program, maxSteps: number) {
    this.#program = program;
    this.#maxSteps = maxSteps;
  }

  test(input: string): boolean {
    return this.find(input, 0, true, new Budget(this.#maxSteps)) !== undefined;
  }

  find(input: string, from: number, _captures: boolean, budget: Budget): Match {
    for (let at = from; at <= input.length; at += width(input.codePointAt(at) ?? 0)) {
      const match = this.#matchAt(input, at, budget);
      if (match) return match;
    }
    return undefined;
  }

  #matchAt(input: string, from: number, budget: Budget): Match {
    const { ops, a, b, sets, multiline } = this.#program;
    const slots = new Array<number>(this.#program.slots).fill(-1);
    const heads = new Array<number>(this.#program.heads).fill(-1);
    const waiting: number[] = [];
    let pc = 0;
    let at = from;
    for (;;) {
      budget.spend(1);
      let alive = true;
      const argument = a[pc] ?? 0;
      switch (ops[pc]) {
        case OP.take: {
          const code = at < input.length ? (input.codePointAt(at) ?? 0) : -1;
          const test = sets[argument];
          alive = code >= 0 && test !== undefined && inSet(test, code);
          at += width(code);
          pc = b[pc] ?? 0;
          break;
        }
        case OP.split:
          waiting.push(TRY, b[pc] ?? 0, at);
          pc = argument;
          break;
        case OP.jump:
          pc = argument;
          break;
        case OP.save:
          waiting.push(SLOT, argument, slots[argument] ?? -1);
          slots[argument] = at;
          pc += 1;
          break;
        case OP.start:
          alive = isStart(input, at, multiline);
          pc += 1;
          break;
        case OP.end:
          alive = isEnd(input, at, multiline);
          pc += 1;
          break;
        case OP.back: {
          const [first = -1, last = -1] = slots.slice(2 * argument, 2 * argument + 2);
          const end = first < 0 || last < first ? at : this.#endOfCopy(input, first, last, at, budget);
          alive = end >= 0;
          at = end;
          pc += 1;
          break;
        }
        case OP.enter:
        case OP.head:
          alive = ops[pc] === OP.enter || heads[argument] !== at;
          waiting.push(HEAD, argument, heads[argument] ?? -1);
          heads[argument] = ops[pc] === OP.enter ? -1 : at;
          pc += 1;
          break;
        default:
          return slots;
      }
      if (waiting.length > 3 * MAX_WAITING) {
        throw new RegexError('regex.budget', 'Regular expression: a match keeps too many choices waiting');
      }
      while (!alive) {
        const value = waiting.pop();
        const what = waiting.pop();
        const kind = waiting.pop();
        if (value === undefined || what === undefined) return undefined;
        if (kind === SLOT) slots[what] = value;
        else if (kind === HEAD) heads[what] = value;
        else {
          pc = what;
          at = value;
          alive = true;
        }
      }
    }
  }

  /** Where the text of a group ends when it stands again at a place; -1 when it does not. */
  #endOfCopy(input: string, first: number, last: number, at: number, budget: Budget): number {
    budget.spend(last - first);
    if (!this.#program.caseBlind) return input.startsWith(input.slice(first, last), at) ? at + last - first : -1;
    let here = at;
    for (let from = first; from < last; ) {
      const expected = input.codePointAt(from) ?? 0;
      const actual = input.codePointAt(here) ?? -1;
      if (actual !== expected && !caseVariants(expected).includes(actual)) return -1;
      from += width(expected);
      here += width(actual);
    }
    return here;
  }
}
