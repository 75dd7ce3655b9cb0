import type { PackManifest } from '../manifest.js';
import { type Automaton, buildAutomaton } from './automaton.js';
import type {
  CompiledCheck,
  CompiledCommon,
  CompiledKeyTable,
  CompiledPattern,
  CompiledRule,
  CompiledState,
  Fire,
} from './compiled.js';
import { PackError } from './error.js';

/** A phase by that name: every pattern (ISO/IEC 19757-3 §5.4.12). */
export const ALL_PATTERNS = '#ALL';
/** The phase that the schema names, or all patterns when it names none. */
export const DEFAULT_PHASE = '#DEFAULT';

/** What loading gives to a {@link Pack}. */
export interface PackParts {
  readonly manifest: PackManifest;
  /** Each gives some of the checks. */
  readonly checks: readonly (() => readonly CompiledCheck[])[];
  /** By rank; those of chunks that were not loaded are absent. */
  readonly patterns: ReadonlyMap<number, CompiledPattern>;
  readonly states: ReadonlyMap<number, CompiledState>;
  readonly common: CompiledCommon;
  /** Forget what was kept of the last document. */
  readonly resets: readonly (() => void)[];
}

/** Patterns that run together, with the automaton of their contexts. */
export interface ActivePatterns {
  readonly phase: string;
  /** Ranks, in order. */
  readonly patterns: readonly number[];
  /** Of those that check the document itself. */
  readonly automaton: Automaton;
  /** Those that check documents of their own, each with its automaton. */
  readonly elsewhere: readonly { readonly pattern: number; readonly automaton: Automaton }[];
}

/** What stands around the functions of a pack, to measure them. */
export interface Instruments {
  /** Around the function that makes the checks of a rule; both are ranks. */
  fire(fire: Fire, pattern: number, rule: number): Fire;
  /** Around the test of a step of a context. */
  test(test: NonNullable<CompiledState['test']>, state: CompiledState): NonNullable<CompiledState['test']>;
}

/** A pack whose modules are loaded, ready to validate. */
export class Pack {
  readonly manifest: PackManifest;
  readonly keys: readonly CompiledKeyTable[];
  readonly functions: ReadonlyMap<string, ReadonlySet<number>>;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly #parts: PackParts;
  readonly #active = new Map<string, ActivePatterns>();
  readonly #rules = new Map<number, readonly CompiledRule[]>();
  #checks: ReadonlyMap<number, CompiledCheck> | undefined;

  constructor(parts: PackParts) {
    this.#parts = parts;
    this.manifest = parts.manifest;
    this.keys = parts.common.keys;
    this.functions = new Map(
      Object.entries(parts.manifest.functions).map(([name, arities]) => [name, new Set(arities)] as const),
    );
    this.namespaces = new Map(Object.entries(parts.manifest.namespaces));
  }

  /** The ids of the phases. */
  get phases(): readonly string[] {
    return this.manifest.phases.map(({ id }) => id);
  }

  /**
   * The name of a phase once `#DEFAULT` and nothing are replaced: a phase of the schema, or `#ALL`.
   *
   * @throws PackError 'pack.phase' when there is no such phase
   */
  phaseNamed(asked: string | undefined): string {
    return phaseNamed(this.manifest, asked);
  }

  /** A check by its number. */
  check(number: number): CompiledCheck {
    this.#checks ??= new Map(this.#parts.checks.flatMap((some) => some().map((each) => [each.k, each] as const)));
    const check = this.#checks.get(number);
    if (check === undefined) throw new PackError('pack.incomplete', `The pack has no check ${number}.`);
    return check;
  }

  pattern(rank: number): CompiledPattern {
    const pattern = this.#parts.patterns.get(rank);
    if (pattern === undefined) {
      const key = this.manifest.patterns[rank]?.key ?? String(rank);
      throw new PackError('pack.notLoaded', `The pattern ${key} was not loaded: load the pack with its phase.`);
    }
    return pattern;
  }

  /** Whether the chunk of a pattern was loaded. */
  isLoaded(rank: number): boolean {
    return this.#parts.patterns.has(rank);
  }

  /** What is told of the rules of a pattern, by rank. */
  rules(rank: number): readonly CompiledRule[] {
    const known = this.#rules.get(rank);
    if (known !== undefined) return known;
    const made = this.pattern(rank).rules();
    this.#rules.set(rank, made);
    return made;
  }

  /**
   * The patterns of a phase. Made once.
   *
   * @throws PackError 'pack.phase', 'pack.notLoaded'
   */
  active(asked: string | undefined): ActivePatterns {
    const phase = this.phaseNamed(asked);
    const known = this.#active.get(phase);
    if (known !== undefined) return known;
    const made = this.#activate(phase);
    this.#active.set(phase, made);
    return made;
  }

  /** The contexts that lead to a rule, one for each branch of a union: the steps of each, from the document down. */
  contexts(pattern: number, rule: number): readonly (readonly CompiledState[])[] {
    const { states } = this.#parts;
    const found: CompiledState[][] = [];
    for (const state of states.values()) {
      if (!endsAt(state, pattern, rule)) continue;
      const steps: CompiledState[] = [];
      for (let at: CompiledState | undefined = state; at !== undefined && at.s !== 0; at = states.get(at.from)) {
        steps.unshift(at);
      }
      found.push(steps);
    }
    return found;
  }

  /** The same pack with functions around its own. */
  instrumented(instruments: Instruments): Pack {
    const patterns = [...this.#parts.patterns].map(([rank, each]) => {
      const fire = each.fire.map((own, rule) => instruments.fire(own, rank, rule));
      return [rank, { ...each, fire }] as const;
    });
    const states = [...this.#parts.states].map(([number, each]) => {
      const test = each.test === undefined ? {} : { test: instruments.test(each.test, each) };
      return [number, { ...each, ...test }] as const;
    });
    return new Pack({ ...this.#parts, patterns: new Map(patterns), states: new Map(states) });
  }

  /** Forgets what modules kept of the last document: their nodes can then be freed. */
  reset(): void {
    for (const reset of this.#parts.resets) reset();
  }

  #activate(phase: string): ActivePatterns {
    const ranks = activeRanks(this.manifest, phase);
    const here: number[] = [];
    const elsewhere: number[] = [];
    for (const rank of ranks) (this.pattern(rank).documents === undefined ? here : elsewhere).push(rank);
    return {
      phase,
      patterns: ranks,
      automaton: this.#automaton(here),
      elsewhere: elsewhere.map((pattern) => ({ pattern, automaton: this.#automaton([pattern]) })),
    };
  }

  #automaton(ranks: readonly number[]): Automaton {
    const active = new Set(ranks);
    const { states } = this.#parts;
    return buildAutomaton(states, states.get(0)?.rules ?? [], (pattern) => active.has(pattern));
  }
}

/** Whether a context of the rule ends at the state. */
function endsAt({ rules = [] }: CompiledState, pattern: number, rule: number): boolean {
  for (let index = 0; index < rules.length; index += 2) {
    if (rules[index] === pattern && rules[index + 1] === rule) return true;
  }
  return false;
}

/** Ranks of the patterns of a phase, in the order of the schema. */
export function activeRanks(manifest: PackManifest, phase: string): readonly number[] {
  const all = manifest.patterns.map((_pattern, rank) => rank);
  if (phase === ALL_PATTERNS) return all;
  const keys = new Set(manifest.phases.find(({ id }) => id === phase)?.patterns);
  return all.filter((rank) => keys.has(manifest.patterns[rank]?.key ?? ''));
}

/** See {@link Pack.phaseNamed}. */
export function phaseNamed(manifest: PackManifest, asked: string | undefined): string {
  if (asked === ALL_PATTERNS) return asked;
  const name = asked === undefined || asked === DEFAULT_PHASE ? manifest.defaultPhase : asked;
  if (name === undefined || name === ALL_PATTERNS) return ALL_PATTERNS;
  if (manifest.phases.some(({ id }) => id === name)) return name;
  const names = manifest.phases.map(({ id }) => id).join(', ');
  throw new PackError(
    'pack.phase',
    `There is no phase ${name}; there are: ${names === '' ? 'none' : names}, ${ALL_PATTERNS}.`,
  );
}
