import type { Expr } from '../../xpath/ast.js';
import { Kind, one, only, onlyNodes } from '../static-type.js';
import type { Body, Compiling, Env } from './compiling.js';
import { usesFocusNumber } from './dependencies.js';
import { type Local, local } from './frame.js';
import { joinedBy } from './javascript-operators.js';
import { picksOne, within } from './typing.js';

/** How the candidates of a predicate come. */
export interface Candidates {
  /** At most one: its position is 1. */
  readonly once: boolean;
  /** What the loop asks of a candidate before it counts. */
  readonly condition?: string;
  /** Head of the loop, ended by `{`; absent when the caller writes it. */
  readonly open?: string;
}

/** What a predicate is, told from its static type. */
export type PredicateKind = 'boolean' | 'number' | 'dynamic';

export function predicateKind(k: Compiling, predicate: Expr, env: Env): PredicateKind {
  const type = k.typeOf(predicate, env);
  if (type.max === 0 || onlyNodes(type) || (type.kinds & Kind.numeric) === 0) return 'boolean';
  return only(type, Kind.numeric) && type.min === 1 && type.max === 1 ? 'number' : 'dynamic';
}

/** Whether a predicate may depend on the position of the item. */
export function isPositional(k: Compiling, predicate: Expr, env: Env): boolean {
  return (
    predicateKind(k, predicate, env) !== 'boolean' ||
    usesFocusNumber(predicate, 'position') ||
    usesFocusNumber(predicate, 'last')
  );
}

/** The condition that a predicate puts on an item, in an environment whose focus is that item. */
export function predicateCondition(k: Compiling, predicate: Expr, inner: Env): string {
  const kind = predicateKind(k, predicate, inner);
  if (kind === 'boolean') return k.test(predicate, inner);
  const position = inner.focus?.position === undefined ? '1' : inner.frame.read(inner.focus.position);
  if (kind === 'number') {
    const value = k.value(predicate, inner);
    if (value.form === 'number') return `${position} === ${value.js}`;
    return `${k.writer.runtime('isPosition')}(${k.sequence(predicate, inner)}, ${position})`;
  }
  return `${k.writer.runtime('holds')}(${k.sequence(predicate, inner)}, ${position})`;
}

/**
 * Statements that run the body for the candidates that pass the predicates of a step or a filter, one predicate after the other
 * (§3.2.2). With `open` they include the loop.
 */
export function predicates(
  k: Compiling,
  all: readonly Expr[],
  item: Local,
  env: Env,
  candidates: Candidates,
  body: Body,
): string {
  const { open = '', condition = 'true', once } = candidates;
  const close = open === '' ? '' : '\n}';
  const looped = (inner: string, before = ''): string => {
    if (inner === '' || condition === 'false') return '';
    return `${before}${open === '' ? '' : `${open}\n`}${when([condition], inner)}${close}`;
  };
  const asks = (predicate: Expr | undefined): boolean =>
    predicate !== undefined && isPositional(k, predicate, within(env, item.type));

  const plain: Expr[] = [];
  let rest = all;
  while (rest[0] !== undefined && !asks(rest[0])) {
    plain.push(rest[0]);
    rest = rest.slice(1);
  }
  const focused: Env = { ...env, focus: { item } };
  const conditions = (): string[] => plain.map((predicate) => k.test(predicate, focused));
  const [positional, ...later] = rest;
  if (positional === undefined) return looped(when(conditions(), body(item)));
  if (once) {
    const inner: Env = { ...env, focus: { item } };
    const own = [...conditions(), predicateCondition(k, positional, inner)];
    return looped(when(own, predicates(k, later, item, env, { once }, body)));
  }
  const needsLast = usesFocusNumber(positional, 'last');
  const position = local(one(Kind.integer), 'number', 'p');
  if (!needsLast) {
    const p = env.frame.declare(position);
    const inner: Env = { ...env, focus: { item, position } };
    const own = predicateCondition(k, positional, inner);
    const first = picksOne(positional);
    const passed =
      first && later.every((each) => !asks(each)) ? predicates(k, later, item, env, { once: true }, body) : '';
    if (first && passed !== '') {
      return looped(when(conditions(), `${p} += 1;\n${when([own], `${passed}\nbreak;`)}`), `let ${p} = 0;\n`);
    }
    if (open !== '' && later.every((each) => !asks(each))) {
      const kept = predicates(k, later, item, env, { once: false }, body);
      return looped(when(conditions(), `${p} += 1;\n${when([own], kept)}`), `let ${p} = 0;\n`);
    }
  }
  if (open === '') throw new RangeError('a positional predicate needs its loop');
  // The candidates are put aside: their number is asked for, or more than one position is counted.
  const list = env.frame.fresh('l');
  const collected = looped(when(conditions(), `${list}.push(${env.frame.read(item)});`), `const ${list} = [];\n`);
  const index = env.frame.fresh('i');
  const again = local(item.type, item.form, 'x');
  const x = env.frame.declare(again);
  env.frame.declare(position, `${index}`);
  const last = local(one(Kind.integer), 'number', 'l');
  env.frame.declare(last, `${list}.length`);
  const inner: Env = { ...env, focus: { item: again, position, last } };
  const own = predicateCondition(k, positional, inner);
  const head = `for (let ${index} = 1; ${index} <= ${list}.length; ${index} += 1) {\nconst ${x} = ${list}[${index} - 1];`;
  return `${collected}\n${predicates(k, later, again, env, { once: false, condition: own, open: head }, body)}`;
}

/** `if` with all conditions; nothing when one of them is false. */
export function when(conditions: readonly string[], inner: string): string {
  if (inner === '' || conditions.includes('false')) return '';
  const left = conditions.filter((each) => each !== 'true');
  if (left.length === 0) return inner;
  return `if (${joinedBy('&&', left)}) {\n${inner}\n}`;
}
