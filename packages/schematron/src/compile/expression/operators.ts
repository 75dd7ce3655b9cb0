import type { AxisStep, Expr } from '../../xpath/ast.js';
import { Kind, one, onlyAtomic, onlyNodes, type StaticType } from '../static-type.js';
import { type Code, code, type Form, grouped } from './code.js';
import type { Body, Bound, Compiling, Env, Need } from './compiling.js';
import { StaticError } from './errors.js';
import { type Local, local } from './frame.js';
import { joinedBy, negated } from './javascript-operators.js';
import { clarkName, expandName } from './names.js';
import { axisKinds, nodeTestCode } from './node-test.js';
import { eachOfArray } from './paths.js';
import { isPositional } from './predicates.js';
import { within } from './typing.js';

type Iteration = Extract<Expr, { kind: 'for' | 'some' | 'every' }>;

/** The environment where a range variable is bound. */
export function withVariable(env: Env, expr: Iteration, item: Local): Env {
  const variables = new Map<string, Bound>(env.variables);
  variables.set(clarkName(expandName(expr.binding.variable, env)), { kind: 'local', local: item });
  return { ...env, variables };
}

/** `for $x in a return b` (§3.7). */
export function eachOfFor(k: Compiling, expr: Iteration, env: Env, body: Body): string {
  return k.each(expr.binding.in, env, 'ordered', (item) =>
    k.each(expr.body, withVariable(env, expr, item), 'ordered', body),
  );
}

/** `some` and `every` (§3.9), as soon as it is known. */
export function quantified(k: Compiling, expr: Iteration, env: Env): string {
  const some = expr.kind === 'some';
  return k.outline(expr, env, expr.kind, (inner) => {
    const loop = k.each(expr.binding.in, inner, k.optimise ? 'any' : 'ordered', (item) => {
      const test = k.test(expr.body, withVariable(inner, expr, item));
      if (test === (some ? 'false' : 'true')) return '';
      const found = test === (some ? 'true' : 'false') ? '' : `if (${some ? test : negated(test)}) `;
      return `c.tick();\n${found}return ${some};`;
    });
    return `${loop}\nreturn ${!some};`;
  });
}

/** `a to b` (§3.3.1): its items are made one at a time. */
export function eachOfRange(k: Compiling, expr: Extract<Expr, { kind: 'range' }>, env: Env, body: Body): string {
  const w = k.writer;
  const bound = (side: Expr, what: string): string => {
    const value = k.value(side, env);
    if (value.form === 'number' && value.type.kinds === Kind.integer) return value.js;
    return `${w.runtime('rangeBound')}(${k.sequence(side, env)}, ${w.literal(what)})`;
  };
  const item = local(one(Kind.integer), 'number', 'i');
  const [i, from, to] = [env.frame.declare(item), env.frame.fresh('b'), env.frame.fresh('b')];
  const inner = body(item);
  if (inner === '') return '';
  // An empty bound is NaN, which ends the loop before it begins.
  return (
    `const ${from} = ${bound(expr.from, 'the first operand of to')};\nconst ${to} = ${bound(expr.to, 'the second operand of to')};\n` +
    `${w.runtime('checkRange')}(${from}, ${to});\n` +
    `for (let ${i} = ${from}; ${i} <= ${to}; ${i} += 1) {\nc.tick();\n${inner}\n}`
  );
}

/** A set operation on steps of one axis from one node is a condition on the nodes of that axis. */
function sameAxis(k: Compiling, expr: Expr, env: Env): AxisStep['axis'] | undefined {
  if (expr.kind === 'filter' && expr.predicates.length === 0) return sameAxis(k, expr.operand, env);
  if (expr.kind === 'set') {
    const left = sameAxis(k, expr.left, env);
    return left !== undefined && left === sameAxis(k, expr.right, env) ? left : undefined;
  }
  if (expr.kind !== 'step' || (expr.axis !== 'child' && expr.axis !== 'attribute' && expr.axis !== 'descendant'))
    return undefined;
  const inner = within(env, { ...one(Kind.node), max: 2 });
  return expr.predicates.some((each) => isPositional(k, each, inner)) ? undefined : expr.axis;
}

function axisCondition(k: Compiling, expr: Expr, item: Local, possible: number, env: Env): string {
  if (expr.kind === 'filter') return axisCondition(k, expr.operand, item, possible, env);
  if (expr.kind === 'set') {
    const left = axisCondition(k, expr.left, item, possible, env);
    const right = axisCondition(k, expr.right, item, possible, env);
    if (expr.operator === 'union')
      return left === 'false' ? right : right === 'false' ? left : joinedBy('||', [left, right]);
    return joinedBy('&&', [left, expr.operator === 'except' ? negated(right) : right]);
  }
  if (expr.kind !== 'step') throw new RangeError('only steps are conditions');
  const x = env.frame.read(item);
  const test = nodeTestCode(k.writer, expr.test, expr.axis, x, possible, env);
  const inner: Env = { ...env, focus: { item } };
  const all = [test.js, ...expr.predicates.map((each) => k.test(each, inner))].filter((each) => each !== 'true');
  return all.length === 0 ? 'true' : joinedBy('&&', all);
}

/** `union`, `intersect`, `except` (§3.3.2). */
export function eachOfSet(
  k: Compiling,
  expr: Extract<Expr, { kind: 'set' }>,
  env: Env,
  need: Need,
  body: Body,
): string {
  const [left, right] = [k.typeOf(expr.left, env), k.typeOf(expr.right, env)];
  for (const type of [left, right]) {
    if (type.max !== 0 && onlyAtomic(type)) {
      throw new StaticError('XPTY0004', `an operand of ${expr.operator} gives no nodes`, k.textOf(expr, env));
    }
  }
  const type = k.typeOf(expr, env);
  const w = k.writer;
  if (k.optimise) {
    const axis = sameAxis(k, expr, env);
    if (axis !== undefined) {
      const possible = axisKinds(axis, (env.focus?.item.type.kinds ?? Kind.node) & Kind.node);
      const span = { start: expr.start, end: expr.end };
      const step: AxisStep = { ...span, kind: 'step', axis, test: { kind: 'node' }, predicates: [] };
      return k.each(step, env, need, (item) => {
        const narrow = local({ ...item.type, kinds: possible & type.kinds }, 'node', 'x');
        env.frame.declare(narrow, env.frame.read(item));
        const condition = axisCondition(k, expr, item, possible, env);
        const inner = body(narrow);
        if (condition === 'false' || inner === '') return '';
        return condition === 'true' ? inner : `if (${condition}) {\n${inner}\n}`;
      });
    }
    if (expr.operator === 'union' && need === 'any') {
      const list = env.frame.fresh('s');
      const push: Body = (item) => `${list}.push(${env.frame.read(item)});`;
      const loops = `${k.each(expr.left, env, 'any', push)}\n${k.each(expr.right, env, 'any', push)}`;
      if (onlyNodes(left) && onlyNodes(right))
        return `const ${list} = [];\n${loops}\n${eachOfArray(list, type, env, body)}`;
    }
  }
  const call = `${w.runtime(`${expr.operator}Of`)}(${k.sequence(expr.left, env)}, ${k.sequence(expr.right, env)}, c)`;
  return eachOfArray(call, type, env, body);
}

/** `if (a) then b else c` as one value when both branches have one form, or as a sequence. */
export function conditional(k: Compiling, expr: Extract<Expr, { kind: 'if' }>, env: Env): Code {
  const test = k.test(expr.condition, env);
  if (test === 'true') return k.value(expr.then, env);
  if (test === 'false') return k.value(expr.else, env);
  const [a, b] = [k.value(expr.then, env), k.value(expr.else, env)];
  const type = k.typeOf(expr, env);
  const ask = grouped(test);
  if (a.form === b.form && (a.form === 'boolean' || a.type.kinds === b.type.kinds || onlyNodes(type))) {
    // A branch that is never taken is in the static type, and not in the values.
    return code(`(${ask} ? ${a.js} : ${b.js})`, a.form, { ...type, kinds: a.type.kinds | b.type.kinds });
  }
  const maybe = optionalBranch(ask, a, b, type);
  if (maybe !== undefined) return maybe;
  return code(`(${ask} ? ${k.sequence(expr.then, env)} : ${k.sequence(expr.else, env)})`, 'sequence', type);
}

/** One text or one node, or none: `if (a) then b else ()`. */
function optionalBranch(ask: string, a: Code, b: Code, type: StaticType): Code | undefined {
  const [value, missing] = b.type.max === 0 ? [a, 'else'] : [b, 'then'];
  if ((missing === 'then' ? a : b).type.max !== 0) return undefined;
  const base = value.form.replace('?', '');
  if (base !== 'text' && base !== 'node') return undefined;
  const form: Form = base === 'text' ? 'text?' : 'node?';
  return code(missing === 'else' ? `(${ask} ? ${value.js} : null)` : `(${ask} ? null : ${value.js})`, form, {
    ...type,
    kinds: value.type.kinds,
  });
}

/** The items of `a, b` one after the other. */
export function eachOfSequence(k: Compiling, items: readonly Expr[], env: Env, need: Need, body: Body): string {
  const [only, ...others] = items;
  if (only === undefined) return '';
  if (others.length === 0) return k.each(only, env, need, body);
  const type = k.typeOf({ kind: 'sequence', items, start: 0, end: 0 }, env);
  return eachOfArray(inTurn(k, items, env), type, env, body);
}

/** The items of several expressions one after the other, and only as far as a loop goes: what comes later may be an error. */
export function inTurn(k: Compiling, items: readonly Expr[], env: Env): string {
  return `${k.writer.runtime('inTurn')}(${items.map((item) => `() => ${k.sequence(item, env)}`).join(', ')})`;
}
