import type { Run } from '../runtime/run.js';
import type { XNode } from '../tree/node.js';
import { ATTRIBUTE, ELEMENT, TEXT } from '../tree/node.js';
import type { CompiledKey, CompiledState } from './compiled.js';

/** A state of the automaton: see {@link CompiledState}. */
export class State {
  /** Steps that follow it by `/`. */
  children: Branches | null = null;
  /** Steps that follow it by `//`. */
  deep: Branches | null = null;
  /** A rule whose context goes through here, its pattern first: the one that is named when the step cannot be tried. */
  blamed: readonly number[];
  /** The visit in which it was last asked. */
  asked = 0;
  constructor(
    readonly number: number,
    readonly test: ((node: XNode, c: Run) => boolean) | null,
    /** Rank of the pattern, then of the rule, of each rule whose context ends here. */
    readonly rules: readonly number[],
  ) {
    this.blamed = rules;
  }
}

/** Steps to try on a node of some name: all of `plain`, and those that `keyed` finds by value. */
export interface Candidates {
  readonly plain: State[];
  readonly keyed: Keyed[];
}

export interface Keyed {
  readonly child: number;
  readonly attribute: number;
  readonly byValue: Map<string, State[]>;
}

/** Steps that follow a state. */
export class Branches {
  /** For the names that some step asks for, steps for any name among them. */
  readonly byName = new Map<number, Candidates>();
  /** For elements of other names. */
  readonly elements: Candidates = { plain: [], keyed: [] };
  readonly byAttribute = new Map<number, Candidates>();
  readonly attributes: Candidates = { plain: [], keyed: [] };
  /** For nodes that are neither elements nor attributes. */
  readonly others = new Map<number, Candidates>();

  constructor(steps: readonly { readonly compiled: CompiledState; readonly state: State }[]) {
    for (const { compiled } of steps) {
      if (compiled.name === 0) continue;
      const table = compiled.kind === ATTRIBUTE ? this.byAttribute : this.byName;
      if (compiled.kind === ATTRIBUTE || compiled.kind === ELEMENT) table.set(compiled.name, { plain: [], keyed: [] });
    }
    for (const { compiled, state } of steps) {
      const { kind, name } = compiled;
      if (kind === ELEMENT || kind === 0) addByName(this.byName, this.elements, name, compiled.key, state);
      if (kind === ATTRIBUTE) addByName(this.byAttribute, this.attributes, name, compiled.key, state);
      else if (kind !== ELEMENT) {
        for (const other of kind === 0 ? [TEXT, 7, 8] : [kind]) {
          const known = this.others.get(other) ?? { plain: [], keyed: [] };
          this.others.set(other, known);
          known.plain.push(state);
        }
      }
    }
  }
}

function addByName(
  table: ReadonlyMap<number, Candidates>,
  rest: Candidates,
  name: number,
  key: CompiledKey | undefined,
  state: State,
): void {
  if (name !== 0) {
    const own = table.get(name);
    if (own !== undefined) addTo(own, key, state);
    return;
  }
  addTo(rest, key, state);
  for (const each of table.values()) addTo(each, key, state);
}

function addTo(candidates: Candidates, key: CompiledKey | undefined, state: State): void {
  if (key === undefined) {
    candidates.plain.push(state);
    return;
  }
  let keyed = candidates.keyed.find(({ child, attribute }) => child === key.child && attribute === key.attribute);
  if (keyed === undefined) {
    keyed = { child: key.child, attribute: key.attribute, byValue: new Map() };
    candidates.keyed.push(keyed);
  }
  for (const value of key.values) {
    const list = keyed.byValue.get(value);
    if (list === undefined) keyed.byValue.set(value, [state]);
    else list.push(state);
  }
}

/** All contexts of some patterns, as one automaton that runs down the document. */
export interface Automaton {
  /** The document itself. */
  readonly root: State;
  /** Whether some context may match such nodes: they are visited only then. */
  readonly attributes: boolean;
  readonly others: boolean;
}

/** The automaton of the contexts of the patterns that `active` holds. */
export function buildAutomaton(
  compiled: ReadonlyMap<number, CompiledState>,
  rootRules: readonly number[],
  active: (pattern: number) => boolean,
): Automaton {
  const states = new Map<number, State>();
  const root = new State(0, null, only(rootRules, active));
  states.set(0, root);
  const needed = new Set<number>();
  for (const each of compiled.values()) {
    if (only(each.rules ?? [], active).length === 0) continue;
    for (let at: CompiledState | undefined = each; at !== undefined && at.s !== 0; at = compiled.get(at.from)) {
      if (needed.has(at.s)) break;
      needed.add(at.s);
    }
  }
  const chosen = [...needed].sort((a, b) => a - b).flatMap((number) => compiled.get(number) ?? []);
  for (const each of chosen) states.set(each.s, new State(each.s, each.test ?? null, only(each.rules ?? [], active)));
  // What follows a state has a higher number.
  for (const each of chosen.toReversed()) {
    const [from, state] = [states.get(each.from), states.get(each.s)];
    if (from !== undefined && state !== undefined && from.blamed.length === 0) from.blamed = state.blamed;
  }
  const steps = new Map<State, { compiled: CompiledState; state: State }[]>();
  for (const each of chosen) {
    const from = states.get(each.from);
    const state = states.get(each.s);
    if (from === undefined || state === undefined) continue;
    const list = steps.get(from) ?? [];
    list.push({ compiled: each, state });
    steps.set(from, list);
  }
  for (const [state, all] of steps) {
    const near = all.filter(({ compiled: { deep } }) => deep !== true);
    const deep = all.filter(({ compiled: { deep: is } }) => is === true);
    if (near.length > 0) state.children = new Branches(near);
    if (deep.length > 0) state.deep = new Branches(deep);
  }
  return {
    root,
    attributes: chosen.some(({ kind }) => kind === ATTRIBUTE),
    others: chosen.some(({ kind }) => kind !== ATTRIBUTE && kind !== ELEMENT),
  };
}

function only(rules: readonly number[], active: (pattern: number) => boolean): readonly number[] {
  const kept: number[] = [];
  for (let index = 0; index < rules.length; index += 2) {
    const pattern = rules[index] ?? 0;
    if (active(pattern)) kept.push(pattern, rules[index + 1] ?? 0);
  }
  return kept;
}
