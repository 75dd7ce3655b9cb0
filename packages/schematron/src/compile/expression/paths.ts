import type { AxisStep, Expr } from '../../xpath/ast.js';
import { Kind, one, onlyAtomic, onlyNodes, type StaticType } from '../static-type.js';
import { eachOfStep } from './axes.js';
import { code, toItem } from './code.js';
import type { Body, Compiling, Env, Need } from './compiling.js';
import { usesFocusNumber } from './dependencies.js';
import { StaticError } from './errors.js';
import { type Local, local } from './frame.js';
import { joined, partsOf, type Reached, reach, SINGLE, SORTED, shortened, UNKNOWN } from './order.js';
import { isPositional } from './predicates.js';
import { within } from './typing.js';

/** A loop variable for the items of a sequence. */
export function itemLocal(type: StaticType): Local {
  const form = onlyNodes(type) ? 'node' : 'item';
  return local({ ...type, min: 1, max: 1 }, form, form === 'node' ? 'x' : 'v');
}

/** Statements that run the body for each item of an array. */
export function eachOfArray(array: string, type: StaticType, env: Env, body: Body): string {
  const item = itemLocal(type);
  const name = env.frame.declare(item);
  const inner = body(item);
  return inner === '' ? '' : `for (const ${name} of ${array}) {\n${inner}\n}`;
}

interface Part {
  readonly expr: Expr;
  readonly type: StaticType;
  /** What the path has reached after it. */
  readonly reached: Reached;
  /** Nodes that were reached twice are removed before the path goes on, so that their number stays bounded. */
  readonly sort: boolean;
}

/** Looks at the parts of a path, each in the focus that the one before gives. */
function analyse(k: Compiling, parts: readonly Expr[], env: Env): Part[] {
  const out: Part[] = [];
  let inner = env;
  let reached: Reached = SINGLE;
  for (const expr of parts) {
    const type = k.typeOf(expr, inner);
    const last = out.length === parts.length - 1;
    if (!last && onlyAtomic(type) && type.max !== 0 && type.kinds !== 0) {
      throw new StaticError('XPTY0019', 'the left side of / gives no nodes', k.textOf(expr, env));
    }
    if (expr.kind === 'step') reached = reach(reached, expr, type.max === 1);
    else if (out.length > 0 && !reached.single) reached = UNKNOWN;
    else reached = type.max < 2 ? SINGLE : UNKNOWN;
    const sort = !last && !reached.distinct;
    if (sort) reached = SORTED;
    out.push({ expr, type, reached, sort });
    inner = within(inner, type);
  }
  return out;
}

/** Statements that run the body for the items of a path (§3.2). */
export function eachOfPath(k: Compiling, expr: Expr, env: Env, need: Need, body: Body): string {
  const positional = (step: AxisStep): boolean => {
    const inner = within(env, { ...one(Kind.node), max: 2 });
    return step.predicates.some((predicate) => isPositional(k, predicate, inner));
  };
  const all = partsOf(expr);
  const parts = k.optimise ? shortened(all, positional) : all;
  const known = analyse(k, parts, env);
  const last = known.at(-1);
  if (last === undefined) return '';
  const counted = parts.some(
    (part, index) => index > 0 && (usesFocusNumber(part, 'position') || usesFocusNumber(part, 'last')),
  );

  if (onlyNodes(last.type) && !counted) {
    const sorted = k.optimise ? last.reached : { ordered: false, distinct: false };
    const enough = need === 'any' || (sorted.distinct && (need === 'distinct' || sorted.ordered));
    if (enough || last.type.max === 0) return run(k, known, env, body);
    return sortedLoop(k, env, last.type, (collect) => run(k, known, env, collect), body);
  }
  // Atomic values come in the order of the nodes on the left.
  const left = joined(parts.slice(0, -1));
  const over = (inner: Body): string => eachOfFocus(k, left, env, last.expr, inner);
  if (onlyAtomic(last.type)) return over(body);
  return sortedLoop(k, env, last.type, over, body);
}

/** Collects what a loop gives, and goes through it in the order of the document. */
function sortedLoop(k: Compiling, env: Env, type: StaticType, over: (collect: Body) => string, body: Body): string {
  const list = env.frame.fresh('s');
  const collect = over((item) => {
    const js = toItem(k.writer, code(env.frame.read(item), item.form, item.type));
    return `${list}.push(${js});`;
  });
  if (collect === '') return '';
  const sort = k.writer.runtime(onlyNodes(type) ? 'documentOrder' : 'pathResult');
  return `const ${list} = [];\n${collect}\n${eachOfArray(`${sort}(${list}, c)`, type, env, body)}`;
}

/** Runs the parts one inside the other. */
function run(k: Compiling, parts: readonly Part[], env: Env, body: Body): string {
  const split = parts.findLastIndex((part, index) => part.sort && index < parts.length - 1);
  const next = parts[split];
  if (next !== undefined) {
    const before = parts.slice(0, split + 1);
    return sortedLoop(
      k,
      env,
      next.type,
      (collect) => run(k, before, env, collect),
      (item) => follow(k, parts, split + 1, item, env, body),
    );
  }
  const [first] = parts;
  if (first === undefined) return '';
  return eachPart(k, first.expr, env, (item) => follow(k, parts, 1, item, env, body));
}

function eachPart(k: Compiling, expr: Expr, env: Env, body: Body): string {
  return expr.kind === 'step' ? eachOfStep(k, expr, env, body) : k.each(expr, env, 'any', body);
}

function follow(k: Compiling, parts: readonly Part[], index: number, item: Local, env: Env, body: Body): string {
  const part = parts[index];
  if (part === undefined) return body(item);
  return withNode(k, item, env, (node) =>
    eachPart(k, part.expr, { ...env, focus: { item: node } }, (found) => follow(k, parts, index + 1, found, env, body)),
  );
}

/** What stands on the left of `/` must be a node (XPTY0019). */
function withNode(k: Compiling, item: Local, env: Env, body: Body): string {
  if (onlyNodes(item.type)) return body(item);
  const node = local({ ...item.type, kinds: item.type.kinds & Kind.node }, 'node', 'x');
  const name = env.frame.declare(node);
  return `const ${name} = ${k.writer.runtime('stepNode')}(${env.frame.read(item)});\n${body(node)}`;
}

/** Runs `right` for each node of `left` in order, with its position where that is asked for. */
export function eachOfFocus(k: Compiling, left: Expr, env: Env, right: Expr, body: Body): string {
  const type = k.typeOf(left, env);
  if (onlyAtomic(type) && type.max !== 0 && type.kinds !== 0) {
    throw new StaticError('XPTY0019', 'the left side of / gives no nodes', k.textOf(left, env));
  }
  const number = (hint: string): Local => local(one(Kind.integer), 'number', hint);
  const runRight = (item: Local, numbers: { position?: Local; last?: Local }): string =>
    withNode(k, item, env, (node) => k.each(right, { ...env, focus: { item: node, ...numbers } }, 'ordered', body));
  if (usesFocusNumber(right, 'last')) {
    const list = env.frame.fresh('l');
    const [position, last] = [number('p'), number('l')];
    env.frame.declare(last, `${list}.length`);
    const p = env.frame.declare(position);
    const inner = eachOfArray(list, type, env, (item) => `${p} += 1;\n${runRight(item, { position, last })}`);
    return `const ${list} = ${k.sequence(left, env)};\nlet ${p} = 0;\n${inner}`;
  }
  if (!usesFocusNumber(right, 'position')) return k.each(left, env, 'ordered', (item) => runRight(item, {}));
  const position = number('p');
  const p = env.frame.declare(position);
  return `let ${p} = 0;\n${k.each(left, env, 'ordered', (item) => `${p} += 1;\n${runRight(item, { position })}`)}`;
}
