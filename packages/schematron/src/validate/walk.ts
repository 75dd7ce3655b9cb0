import type { Run } from '../runtime/run.js';
import { ATTRIBUTE, ELEMENT, type XNode } from '../tree/node.js';
import type { Automaton, Branches, Candidates, State } from './automaton.js';

/** Told that a rule is the first of its pattern whose context matches the node. */
export type OnMatch = (node: XNode, pattern: number, rule: number) => void;
/** Told that the predicate of a context could not be evaluated: the step does not match. */
export type OnContextFault = (node: XNode, state: State, cause: unknown) => void;

const NONE: readonly State[] = [];
let visits = 0;

/**
 * Walks a document once, in document order, for all patterns at a time. For each node it knows the states that its parent reached,
 * and tries only the steps that follow them; of the rules whose context is matched, the first of each pattern fires.
 */
export class Walk {
  #node: XNode | null;
  #depth = 0;
  /** States reached by the ancestors of the node, by depth. */
  readonly #reached: State[][] = [[]];
  /** States of the ancestors that `//` follows, by depth. */
  readonly #inherited: (readonly State[])[] = [NONE];
  readonly #best: Int32Array;
  /** The visit in which a rule of the pattern last matched; visits may be more than 2³¹. */
  readonly #seen: Float64Array;
  /** For nodes that have no children. */
  readonly #nothing: State[] = [];
  readonly #touched: number[] = [];

  constructor(
    private readonly automaton: Automaton,
    private readonly document: XNode,
    private readonly run: Run,
    patterns: number,
    private readonly onMatch: OnMatch,
    private readonly onFault: OnContextFault,
  ) {
    this.#node = document;
    this.#best = new Int32Array(patterns);
    this.#seen = new Float64Array(patterns);
  }

  /** Visits nodes until the document ends or `pause` says so; true when the document ended. */
  advance(pause: (() => boolean) | undefined): boolean {
    let count = 0;
    while (this.#node !== null) {
      if (pause !== undefined && (++count & 0x3f) === 0 && pause()) return false;
      this.#visit(this.#node);
      this.#node = this.#next(this.#node);
    }
    return true;
  }

  #next(node: XNode): XNode | null {
    if (node.first !== null) {
      this.#depth += 1;
      return node.first;
    }
    let at = node;
    while (at.next === null) {
      if (at.parent === null || at === this.document) return null;
      at = at.parent;
      this.#depth -= 1;
    }
    return at.next;
  }

  #visit(node: XNode): void {
    const { automaton } = this;
    const depth = this.#depth;
    if (node.kind !== ELEMENT && depth > 0) {
      if (automaton.others) this.#match(node, depth, this.#nothing);
      return;
    }
    this.run.tick();
    let reached = this.#reached[depth + 1];
    if (reached === undefined) {
      reached = [];
      this.#reached[depth + 1] = reached;
    } else reached.length = 0;
    if (depth === 0) {
      visits += 1;
      reached.push(automaton.root);
      this.#touch(automaton.root);
      this.#fire(node);
    } else this.#match(node, depth, reached);
    let inherited = this.#inherited[depth] ?? NONE;
    for (const state of reached) {
      if (state.deep !== null && !inherited.includes(state)) inherited = [...inherited, state];
    }
    this.#inherited[depth + 1] = inherited;
    if (automaton.attributes && node.attributes.length > 0) {
      for (const each of node.attributes) this.#match(each, depth + 1, this.#nothing);
    }
  }

  /** Tries on a node the steps that follow what its parent, at this depth, reached. */
  #match(node: XNode, depth: number, reached: State[]): void {
    visits += 1;
    const parents = this.#reached[depth] ?? NONE;
    for (let index = 0; index < parents.length; index += 1) {
      const branches = parents[index]?.children ?? null;
      if (branches !== null) this.#try(candidates(branches, node), node, reached);
    }
    const inherited = this.#inherited[depth] ?? NONE;
    for (let index = 0; index < inherited.length; index += 1) {
      const branches = inherited[index]?.deep ?? null;
      if (branches !== null) this.#try(candidates(branches, node), node, reached);
    }
    if (this.#touched.length > 0) this.#fire(node);
  }

  #try(all: Candidates | undefined, node: XNode, reached: State[]): void {
    if (all === undefined) return;
    const { plain, keyed } = all;
    for (let index = 0; index < plain.length; index += 1) {
      const state = plain[index];
      if (state !== undefined) this.#ask(state, node, reached);
    }
    for (let index = 0; index < keyed.length; index += 1) {
      const each = keyed[index];
      if (each === undefined) continue;
      if (each.child === 0) this.#tryValues(each.byValue, each.attribute, node, node, reached);
      else {
        for (let child = node.first; child !== null; child = child.next) {
          if (child.name === each.child && child.kind === ELEMENT) {
            this.#tryValues(each.byValue, each.attribute, child, node, reached);
          }
        }
      }
    }
  }

  #tryValues(
    byValue: ReadonlyMap<string, readonly State[]>,
    attribute: number,
    holder: XNode,
    node: XNode,
    reached: State[],
  ): void {
    const { attributes } = holder;
    for (let index = 0; index < attributes.length; index += 1) {
      const each = attributes[index];
      if (each === undefined || each.name !== attribute) continue;
      const states = byValue.get(each.value);
      if (states !== undefined) for (const state of states) this.#ask(state, node, reached);
    }
  }

  #ask(state: State, node: XNode, reached: State[]): void {
    if (state.asked === visits) return;
    state.asked = visits;
    if (state.children === null && state.deep === null && !this.#wanted(state)) return;
    if (state.test !== null) {
      try {
        if (!state.test(node, this.run)) return;
      } catch (cause) {
        this.onFault(node, state, cause);
        return;
      }
    }
    if (state.children !== null || state.deep !== null) reached.push(state);
    this.#touch(state);
  }

  /** Whether a rule of the state may still be the first of its pattern. */
  #wanted(state: State): boolean {
    const { rules } = state;
    for (let index = 0; index < rules.length; index += 2) {
      const pattern = rules[index] ?? 0;
      if (this.#seen[pattern] !== visits || (rules[index + 1] ?? 0) < (this.#best[pattern] ?? 0)) return true;
    }
    return false;
  }

  #touch(state: State): void {
    const { rules } = state;
    for (let index = 0; index < rules.length; index += 2) {
      const pattern = rules[index] ?? 0;
      const rule = rules[index + 1] ?? 0;
      if (this.#seen[pattern] !== visits) {
        this.#seen[pattern] = visits;
        this.#best[pattern] = rule;
        this.#touched.push(pattern);
      } else if (rule < (this.#best[pattern] ?? 0)) this.#best[pattern] = rule;
    }
  }

  #fire(node: XNode): void {
    const touched = this.#touched;
    if (touched.length > 1) touched.sort((a, b) => a - b);
    for (let index = 0; index < touched.length; index += 1) {
      const pattern = touched[index] ?? 0;
      this.onMatch(node, pattern, this.#best[pattern] ?? 0);
    }
    touched.length = 0;
  }
}

function candidates(branches: Branches, node: XNode): Candidates | undefined {
  if (node.kind === ELEMENT) return branches.byName.get(node.name) ?? branches.elements;
  if (node.kind === ATTRIBUTE) return branches.byAttribute.get(node.name) ?? branches.attributes;
  return branches.others.get(node.kind);
}
