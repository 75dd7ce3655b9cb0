import { Budget, isEnd, isStart, type Match, type Matcher, width } from './matcher.js';
import { inSet, OP, type Program } from './program.js';

/** Where a thread keeps the places of its groups; never changed once made. */
type Slots = readonly number[];

/** Threads at one place, first the one that counts most; each instruction at most once. */
interface Threads {
  readonly pcs: Int32Array;
  readonly slots: Slots[];
  count: number;
}

/**
 * The simulation of a pattern without back-references, all its threads advancing together (Thompson, Pike): its time grows with the
 * input times the pattern, whatever the pattern. The match is the one a backtracking engine would find first.
 */
export class AutomatonMatcher implements Matcher {
  readonly #program: Program;
  readonly #maxSteps: number;
  readonly #anchored: boolean;
  /** Instruction → the last closure (counted by `#generation`) that went through it. */
  readonly #seen: Float64Array;
  readonly #nowhere: Slots;
  readonly #lists: readonly [Threads, Threads];
  #generation = 0;

  constructor(program: Program, anchored: boolean, maxSteps: number) {
    this.#program = program;
    this.#anchored = anchored;
    this.#maxSteps = maxSteps;
    this.#seen = new Float64Array(program.ops.length);
    this.#nowhere = new Array<number>(program.slots).fill(-1);
    this.#lists = [threadsFor(program), threadsFor(program)];
  }

  test(input: string): boolean {
    return this.find(input, 0, false, new Budget(this.#maxSteps), true) !== undefined;
  }

  find(input: string, from: number, captures: boolean, budget: Budget, anyEnd = false): Match {
    let [now, next] = this.#lists;
    now.count = 0;
    next.count = 0;
    let found: Slots | undefined;
    for (let at = from; ; ) {
      // A new thread, after all others, while nothing has matched: the leftmost match wins.
      if (!found && (at === 0 || !this.#anchored)) {
        if (now.count === 0) this.#generation += 1;
        budget.spend(this.#follow(now, input, at, 0, this.#nowhere, captures));
      }
      if (now.count === 0 && (found || this.#anchored)) return found;
      const code = at < input.length ? (input.codePointAt(at) ?? 0) : -1;
      const then = at + width(code);
      this.#generation += 1;
      budget.spend(now.count);
      for (let n = 0; n < now.count; n++) {
        const pc = now.pcs[n] ?? 0;
        const slots = now.slots[n] ?? [];
        if (this.#program.ops[pc] === OP.match) {
          found = slots;
          if (anyEnd) return found;
          break;
        }
        const test = this.#program.sets[this.#program.a[pc] ?? 0];
        if (code >= 0 && test && inSet(test, code))
          budget.spend(this.#follow(next, input, then, this.#program.b[pc] ?? 0, slots, captures));
      }
      if (code < 0) return found;
      now.count = 0;
      [now, next] = [next, now];
      at = then;
    }
  }

  /** Adds every thread that an instruction leads to without taking a character, the preferred first; answers the steps it took. */
  #follow(threads: Threads, input: string, at: number, from: number, slots: Slots, captures: boolean): number {
    const { ops, a, b, multiline } = this.#program;
    const pending: number[] = [from];
    const pendingSlots: Slots[] = [slots];
    let steps = 0;
    for (let pc = pending.pop(); pc !== undefined; pc = pending.pop()) {
      let held = pendingSlots.pop() ?? slots;
      for (let going = true; going; steps++) {
        if (this.#seen[pc] === this.#generation) break;
        this.#seen[pc] = this.#generation;
        const target: number = a[pc] ?? 0;
        switch (ops[pc]) {
          case OP.jump:
            pc = target;
            break;
          case OP.split:
            pending.push(b[pc] ?? 0);
            pendingSlots.push(held);
            pc = target;
            break;
          case OP.save:
            if (captures || target < 2) held = withSlot(held, target, at);
            pc += 1;
            break;
          case OP.start:
            going = isStart(input, at, multiline);
            pc += 1;
            break;
          case OP.end:
            going = isEnd(input, at, multiline);
            pc += 1;
            break;
          case OP.enter:
          case OP.head:
            pc += 1;
            break;
          default:
            threads.pcs[threads.count] = pc;
            threads.slots[threads.count] = held;
            threads.count += 1;
            going = false;
        }
      }
    }
    return steps + 1;
  }
}

function threadsFor(program: Program): Threads {
  return { pcs: new Int32Array(program.ops.length), slots: [], count: 0 };
}

function withSlot(slots: Slots, slot: number, at: number): Slots {
  const changed = slots.slice();
  changed[slot] = at;
  return changed;
}
