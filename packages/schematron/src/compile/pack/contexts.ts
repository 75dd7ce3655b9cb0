import type { Source } from '../../schema/model.js';
import { ATTRIBUTE, DOCUMENT } from '../../tree/node.js';
import type { PathPattern, PatternStep, QNameRef } from '../../xpath/ast.js';
import { expandName } from '../expression/names.js';
import type { ModuleWriter } from '../module-writer.js';
import { discriminatorOf } from './discriminator.js';
import type { Expressions, Scope } from './expressions.js';
import { type PatternContext, pathMatcher, predicateConditions } from './matcher.js';
import { stepTest } from './step-test.js';

/** A rule whose context ends in a state. */
interface Ending {
  readonly pattern: number;
  readonly rule: number;
}

interface StateRecord {
  readonly number: number;
  readonly from: number;
  /** The members of its value, without its rules. */
  readonly members: readonly string[];
  readonly endings: Ending[];
}

/**
 * The contexts of all rules as one tree of steps: contexts that begin alike share their states, so that a walk down the document
 * tries each step at most once on a node, for all patterns. What is not made of steps down (`key(…)/a`, `descendant::`) is matched
 * from the last step up, as one step anywhere.
 */
export class ContextTable {
  readonly #states: StateRecord[] = [{ number: 0, from: 0, members: [], endings: [] }];
  readonly #byKey = new Map<string, StateRecord>();

  constructor(private readonly expressions: Expressions) {}

  /** Adds the context of a rule. */
  add(source: Source, scope: Scope, pattern: number, rule: number): void {
    const parsed = this.expressions.pattern(source);
    if (parsed === undefined) return;
    const context: PatternContext = { expressions: this.expressions, scope, source };
    for (const path of parsed.alternatives) {
      const { issues } = this.expressions;
      const states = issues.guard<StateRecord[]>(source.text, source.place, () => this.#path(path, context), []);
      for (const state of states) state.endings.push({ pattern, rule });
    }
  }

  /** The JavaScript of the states that rules of some patterns need. */
  code(patterns: ReadonlySet<number>): readonly string[] {
    const needed = new Set<number>();
    for (const { number, endings } of this.#states) {
      if (!endings.some(({ pattern }) => patterns.has(pattern))) continue;
      for (let at: number = number; !needed.has(at); at = this.#states[at]?.from ?? 0) needed.add(at);
    }
    const codes: string[] = [];
    for (const { number, from, members, endings } of this.#states) {
      if (!needed.has(number)) continue;
      const rules = endings
        .filter(({ pattern }) => patterns.has(pattern))
        .flatMap(({ pattern, rule }) => [pattern, rule]);
      const all = [`"s": ${number}`, `"from": ${from}`, ...members];
      if (rules.length > 0) all.push(`"rules": [${rules.join(', ')}]`);
      codes.push(`{ ${all.join(', ')} }`);
    }
    return codes;
  }

  /** The states that a path ends in: one, but for what may be of several kinds. */
  #path(path: PathPattern, context: PatternContext): StateRecord[] {
    const [last] = path.steps;
    if (last === undefined) return this.#anchor(path, context);
    if (!isDownward(path)) return [this.#upward(path, last, context)];
    let from = this.#state(0);
    for (const step of [...path.steps].reverse()) from = this.#step(from, step, path, context);
    return [from];
  }

  /** A path without steps: `/`, or a call that gives the nodes themselves. */
  #anchor(path: PathPattern, context: PatternContext): StateRecord[] {
    const { anchor } = path;
    if (anchor.kind !== 'call') return [this.#state(0)];
    if (anchor.call.kind === 'call' && anchor.call.name.local === 'root') return [this.#state(0)];
    const conditions = [`${pathMatcher(path, context)}(n, c)`];
    return [0, ATTRIBUTE].map((kind) =>
      this.#find(this.#state(0), true, kind, undefined, conditions, undefined, context),
    );
  }

  #state(number: number): StateRecord {
    const state = this.#states[number];
    if (state === undefined) throw new RangeError(`no state ${number}`);
    return state;
  }

  #step(from: StateRecord, step: PatternStep, path: PathPattern, context: PatternContext): StateRecord {
    const test = stepTest(step, namesOf(context));
    if (test.kind === DOCUMENT) return this.#state(0);
    const first = from.number === 0;
    const deep = step.link === 'ancestor' || (first && path.anchor.kind === 'anywhere');
    const conditions = [
      ...(test.condition === undefined ? [] : [test.condition]),
      ...predicateConditions(step, context),
    ];
    return this.#find(from, deep, test.kind, test.name, conditions, keyCode(step, context), context);
  }

  /** A path that only its last step can tell: tried on every node of that kind and name. */
  #upward(path: PathPattern, last: PatternStep, context: PatternContext): StateRecord {
    const { kind, name } = stepTest(last, namesOf(context));
    if (kind === DOCUMENT) throw new RangeError('a document is no step');
    const conditions = [`${pathMatcher(path, context)}(n, c)`];
    return this.#find(this.#state(0), true, kind, name, conditions, undefined, context);
  }

  #find(
    from: StateRecord,
    deep: boolean,
    kind: number,
    name: string | undefined,
    conditions: readonly string[],
    key: string | undefined,
    { expressions: { writer }, source }: PatternContext,
  ): StateRecord {
    const members = [...(deep ? ['"deep": true'] : []), `"kind": ${kind}`, `"name": ${name ?? 0}`];
    const test = testOf(conditions, writer, source);
    if (test !== undefined) members.push(`"test": ${test}`);
    if (key !== undefined) members.push(`"key": ${key}`);
    const identity = `${from.number} ${members.join(' ')}`;
    const known = this.#byKey.get(identity);
    if (known !== undefined) return known;
    const state: StateRecord = { number: this.#states.length, from: from.number, members, endings: [] };
    this.#states.push(state);
    this.#byKey.set(identity, state);
    return state;
  }
}

/** Steps down from the document, or from anywhere in it. */
function isDownward({ anchor, steps }: PathPattern): boolean {
  if (anchor.kind === 'call') return false;
  return steps.every(({ axis }, index) => axis === 'child' || (axis === 'attribute' && index === 0));
}

function namesOf({ expressions: { writer }, source }: PatternContext) {
  return { writer, namespaces: source.namespaces, source: source.text };
}

/** The function of some conditions: the one that is called when there is but one call. */
function testOf(conditions: readonly string[], writer: ModuleWriter, { text, place }: Source): string | undefined {
  const [first] = conditions;
  if (first === undefined) return undefined;
  const only = conditions.length === 1 ? /^([\w$]+)\(n, c\)$/.exec(first)?.[1] : undefined;
  if (only !== undefined) return only;
  return writer.define({
    hint: 'step',
    params: ['n', 'c'],
    body: `return ${conditions.map((each) => (each.includes('&&') ? `(${each})` : each)).join(' && ')};`,
    comment: `in ${text}`,
    place,
  });
}

function keyCode(step: PatternStep, context: PatternContext): string | undefined {
  if (step.axis === 'attribute' || stepTest(step, namesOf(context)).kind === ATTRIBUTE) return undefined;
  const found = discriminatorOf(step.predicates);
  if (found === undefined) return undefined;
  const { writer } = context.expressions;
  const names = namesOf(context);
  const number = (name: QNameRef): string => {
    const { uri, local } = expandName(name, names);
    return writer.name(uri, local);
  };
  const child = found.child === undefined ? '0' : number(found.child);
  const values = found.values.map((value) => writer.literal(value)).join(', ');
  return `{ "child": ${child}, "attribute": ${number(found.attribute)}, "values": [${values}] }`;
}
