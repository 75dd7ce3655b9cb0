import type { CompiledState, Fire } from './compiled.js';
import type { Pack } from './pack.js';

/** What a check of a rule cost. */
export interface CheckCost {
  /** Its number in the pack. */
  readonly check: number;
  readonly calls: number;
  /** How many times it found something. */
  readonly found: number;
  readonly milliseconds: number;
}

/** What a rule cost. */
export interface RuleCost {
  /** Rank of the pattern in the manifest, and of the rule in its pattern. */
  readonly pattern: number;
  readonly rule: number;
  /** On how many nodes it was fired. */
  readonly fired: number;
  /** Of its checks and of the texts of what they found. */
  readonly milliseconds: number;
  /** How many times the last step of its context was tried: the nodes that no index spared. */
  readonly tried: number;
  /** Of these trials: its part of them, when several rules share the step. */
  readonly matching: number;
  readonly checks: readonly CheckCost[];
}

/** A pack that measures itself. */
export interface PackProfile {
  /** Validate with it; the pack that it was made from is not changed, and costs nothing more. */
  readonly pack: Pack;
  /** What was measured so far, by rank. Rules that never fired and were never tried are left out. */
  costs(): readonly RuleCost[];
  /** Trials of steps that only lead to others, where no context ends: they belong to no rule. */
  passages(): { readonly tried: number; readonly milliseconds: number };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Counter extends Mutable<Omit<RuleCost, 'checks'>> {
  readonly checks: Mutable<CheckCost>[];
}

/**
 * The same pack with a clock around each check and each test of a context. A value that several checks of a rule share (`let`) is
 * computed for the first that needs it, and counts there. What a clock takes is taken off, as far as it is known.
 */
export function profilePack(pack: Pack, clock: () => number = () => performance.now()): PackProfile {
  const own = costOf(clock);
  const counters = new Map<string, Counter>();
  const passages = { tried: 0, milliseconds: 0 };
  const counter = (pattern: number, rule: number): Counter => {
    const key = `${pattern} ${rule}`;
    const known = counters.get(key);
    if (known !== undefined) return known;
    const checks = (pack.rules(pattern)[rule]?.checks ?? []).map((check) => ({
      check,
      calls: 0,
      found: 0,
      milliseconds: 0,
    }));
    const made: Counter = { pattern, rule, fired: 0, milliseconds: 0, tried: 0, matching: 0, checks };
    counters.set(key, made);
    return made;
  };
  const instrumented = pack.instrumented({
    fire: (_fire, pattern, rule) => measuredRule(pack, () => counter(pattern, rule), clock, own),
    test(test, state) {
      const shared = rulesOf(state).filter(([pattern]) => pack.isLoaded(pattern));
      return (node, c) => {
        const began = clock();
        try {
          return test(node, c);
        } finally {
          const whole = Math.max(0, clock() - began - own);
          const taken = whole / Math.max(1, shared.length);
          if (shared.length === 0) {
            passages.tried += 1;
            passages.milliseconds += whole;
          }
          for (const [pattern, rule] of shared) {
            const each = counter(pattern, rule);
            each.tried += 1;
            each.matching += taken;
          }
        }
      };
    },
  });
  return {
    pack: instrumented,
    costs: () => [...counters.values()].sort((a, b) => a.pattern - b.pattern || a.rule - b.rule),
    passages: () => ({ ...passages }),
  };
}

function measuredRule(pack: Pack, counter: () => Counter, clock: () => number, own: number): Fire {
  return (node, c, o) => {
    const each = counter();
    each.fired += 1;
    const began = clock();
    try {
      for (const cost of each.checks) {
        const check = pack.check(cost.check);
        o.at = cost.check;
        cost.calls += 1;
        const from = clock();
        let fires = false;
        try {
          fires = check.holds(node, c) === (check.kind === 'report');
        } finally {
          cost.milliseconds += Math.max(0, clock() - from - own);
        }
        if (!fires) continue;
        cost.found += 1;
        o.found(node, c);
      }
    } finally {
      each.milliseconds += Math.max(0, clock() - began - own * (1 + 2 * each.checks.length));
    }
  };
}

function rulesOf({ rules = [] }: CompiledState): readonly (readonly [pattern: number, rule: number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let index = 0; index < rules.length; index += 2) pairs.push([rules[index] ?? 0, rules[index + 1] ?? 0]);
  return pairs;
}

/** What reading the clock twice takes, in milliseconds: the least of many. */
function costOf(clock: () => number): number {
  const times: number[] = [];
  for (let round = 0; round < 200; round += 1) {
    const began = clock();
    times.push(clock() - began);
  }
  return Math.max(0, Math.min(...times.slice(100)));
}
