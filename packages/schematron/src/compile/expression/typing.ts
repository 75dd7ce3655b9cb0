import { SIGNATURES } from '../../runtime/signatures.js';
import type { AxisStep, Expr, ItemType, SequenceType } from '../../xpath/ast.js';
import { printExpression } from '../../xpath/print.js';
import {
  ANYTHING,
  atomicKinds,
  atomized,
  EMPTY,
  either,
  followedBy,
  Kind,
  many,
  one,
  only,
  onlyNodes,
  optional,
  type StaticType,
  someOf,
  times,
  typeOfSpec,
} from '../static-type.js';
import type { Compiling, Env, Focus } from './compiling.js';
import { StaticError } from './errors.js';
import { local } from './frame.js';
import { clarkName, expandName, FUNCTION_NAMESPACE, SCHEMA_NAMESPACE } from './names.js';
import { axisKinds } from './node-test.js';

type Functions = Pick<Compiling, 'functions'>;

/** The environment inside a predicate or on the right of a path, for typing only. */
export function within(env: Env, type: StaticType): Env {
  const item = local(one(type.kinds, type.home), onlyNodes(type) ? 'node' : 'item', 'x');
  const number = local(one(Kind.integer), 'number', 'p');
  const focus: Focus = { item, position: number, last: number };
  return { ...env, focus };
}

/** What an expression gives (a static type without a schema, §2.3.4, as far as code can use it). */
export function typeOf(k: Functions, expr: Expr, env: Env): StaticType {
  const of = (inner: Expr): StaticType => typeOf(k, inner, env);
  switch (expr.kind) {
    case 'string':
      return one(Kind.string);
    case 'integer':
    case 'decimal':
    case 'double':
      return one(Kind[expr.kind]);
    case 'variable': {
      const bound = env.variables.get(clarkName(expandName(expr.name, env)));
      if (bound === undefined) return ANYTHING;
      return bound.kind === 'local' ? bound.local.type : bound.variable.type;
    }
    case 'context':
      return env.focus?.item.type ?? one(Kind.any);
    case 'sequence':
      return expr.items.map(of).reduce(followedBy, EMPTY);
    case 'range':
      return many(Kind.integer);
    case 'value':
    case 'node':
      return { ...one(Kind.boolean), min: of(expr.left).min === 1 && of(expr.right).min === 1 ? 1 : 0 };
    case 'arithmetic':
      return arithmeticType(expr.operator, of(expr.left), of(expr.right));
    case 'unary':
      return arithmeticType('+', of(expr.operand), of(expr.operand));
    case 'set': {
      const [left, right] = [of(expr.left), of(expr.right)];
      const home = left.home === true && right.home === true;
      if (expr.operator !== 'union') return { ...someOf(left), kinds: left.kinds & Kind.node, max: left.max };
      const kinds = (left.kinds | right.kinds) & Kind.node;
      if (left.max === 0 || right.max === 0) return { ...followedBy(left, right), kinds };
      return { kinds, min: left.min === 1 || right.min === 1 ? 1 : 0, max: 2, home };
    }
    case 'treatAs': {
      const declared = sequenceType(expr.type, env);
      const operand = of(expr.operand);
      return { ...declared, kinds: declared.kinds & operand.kinds, home: operand.home === true };
    }
    case 'castAs': {
      const { uri, local: name } = expandName(expr.type, env);
      const kinds = uri === SCHEMA_NAMESPACE ? atomicKinds(name) : Kind.atomic;
      return expr.optional && of(expr.operand).min === 0 ? optional(kinds) : one(kinds);
    }
    case 'if':
      return either(of(expr.then), of(expr.else));
    case 'for': {
      const range = of(expr.binding.in);
      return times(range, typeOf(k, expr.body, bind(env, expr, range)));
    }
    case 'call':
      return callType(k, expr, env);
    case 'filter':
      return filtered(of(expr.operand), expr.predicates);
    case 'root':
      return one(Kind.document, env.focus?.item.type.home === true);
    case 'path': {
      const left = of(expr.left);
      if (isAtomic(left)) throw new StaticError('XPTY0019', 'the left side of / gives no nodes', printExpression(expr));
      return times(left, typeOf(k, expr.right, within(env, left)));
    }
    case 'step':
      return stepType(expr, env);
    default:
      return one(Kind.boolean);
  }
}

/** The environment in the body of `for`, `some`, `every`, for typing. */
export function bind(env: Env, expr: Extract<Expr, { kind: 'for' | 'some' | 'every' }>, range: StaticType): Env {
  const type = { ...range, min: 1, max: 1 } as const;
  const variables = new Map(env.variables);
  const key = clarkName(expandName(expr.binding.variable, env));
  variables.set(key, { kind: 'local', local: local(type, onlyNodes(type) ? 'node' : 'item', 'v') });
  return { ...env, variables };
}

/** There may be items, and none of them is a node: the reference engine refuses a step from there before it runs. */
function isAtomic(type: StaticType): boolean {
  return type.max !== 0 && type.kinds !== 0 && (type.kinds & Kind.node) === 0;
}

function stepType(step: AxisStep, env: Env): StaticType {
  const from = env.focus?.item.type ?? one(Kind.any);
  if (isAtomic(from)) throw new StaticError('XPTY0020', 'the context item is not a node', printExpression(step));
  const home = from.home === true;
  let kinds = axisKinds(step.axis, from.kinds & Kind.node);
  const { test } = step;
  const byName = test.kind === 'name' || test.kind === 'wildcard';
  if (byName) kinds &= step.axis === 'attribute' ? Kind.attribute : Kind.element;
  else if (test.kind === 'processing-instruction') kinds &= Kind.instruction;
  else if (test.kind === 'document-node') kinds &= Kind.document;
  else if (test.kind === 'text' || test.kind === 'comment' || test.kind === 'element' || test.kind === 'attribute')
    kinds &= Kind[test.kind];
  if (kinds === 0) return EMPTY;
  const single = step.axis === 'self' || step.axis === 'parent' || (step.axis === 'attribute' && test.kind === 'name');
  const always = step.axis === 'self' && test.kind === 'node' && step.predicates.length === 0;
  return filtered({ kinds, min: always ? 1 : 0, max: single ? 1 : 2, home }, step.predicates);
}

/** A predicate that is a number picks one item at most. */
export function picksOne(predicate: Expr): boolean {
  if (predicate.kind === 'integer') return true;
  return predicate.kind === 'call' && predicate.name.local === 'last' && predicate.arguments.length === 0;
}

function filtered(type: StaticType, predicates: readonly Expr[]): StaticType {
  if (predicates.length === 0 || type.max === 0) return type;
  return { ...type, min: 0, max: predicates.some(picksOne) ? 1 : type.max };
}

function arithmeticType(operator: string, left: StaticType, right: StaticType): StaticType {
  const [a, b] = [atomized(left), atomized(right)];
  const min = a.min === 1 && b.min === 1 ? 1 : 0;
  const result = (kinds: number): StaticType => ({ kinds, min, max: 1 });
  const doubles = Kind.double | Kind.untyped;
  const known = Kind.numeric | Kind.untyped;
  if (!only(a, known) || !only(b, known)) return result(Kind.numeric | Kind.other);
  if (operator === 'idiv') return result(Kind.integer);
  if (only(a, doubles) || only(b, doubles)) return result(Kind.double);
  if (only(a, Kind.integer) && only(b, Kind.integer))
    return result(operator === 'div' ? Kind.decimal | Kind.integer : Kind.integer);
  return result(Kind.numeric);
}

function callType(k: Functions, expr: Extract<Expr, { kind: 'call' }>, env: Env): StaticType {
  const { uri, local: name } = expandName(expr.name, env, FUNCTION_NAMESPACE);
  if (uri === SCHEMA_NAMESPACE) {
    const [argument] = expr.arguments;
    const empty = argument === undefined || typeOf(k, argument, env).min === 0;
    return empty ? optional(atomicKinds(name)) : one(atomicKinds(name));
  }
  if (uri !== FUNCTION_NAMESPACE)
    return k.functions.get(`{${uri}}${name}#${expr.arguments.length}`)?.result ?? ANYTHING;
  const type = typeOfSpec(SIGNATURES.get(name)?.result ?? 'item()*');
  const [first] = expr.arguments;
  switch (name) {
    case 'current':
      return env.current?.type ?? one(Kind.any);
    case 'root':
      return first === undefined
        ? one(Kind.document, env.focus?.item.type.home === true)
        : { ...type, kinds: Kind.document };
    case 'reverse':
    case 'subsequence':
    case 'remove':
    case 'unordered':
    case 'tail':
    case 'exactly-one':
    case 'zero-or-one':
    case 'one-or-more':
    case 'head':
    case 'trace': {
      if (first === undefined) return type;
      const argument = typeOf(k, first, env);
      if (name === 'exactly-one') return { ...argument, min: 1, max: 1 };
      if (name === 'zero-or-one' || name === 'head')
        return { ...argument, max: argument.max === 0 ? 0 : 1, min: argument.min };
      if (name === 'one-or-more') return { ...argument, min: 1 };
      return name === 'trace' || name === 'reverse' || name === 'unordered' ? argument : someOf(argument);
    }
    case 'doc':
    case 'document': {
      if (first === undefined) return type;
      // A fragment leads to an element.
      const reference = literalOf(first, env);
      const kinds = reference?.includes('#') === false ? Kind.document : Kind.document | Kind.element;
      const always = name === 'doc' && kinds === Kind.document;
      return { kinds, min: always ? 1 : 0, max: name === 'doc' || typeOf(k, first, env).max < 2 ? 1 : 2 };
    }
    case 'distinct-values':
      return first === undefined ? type : { ...atomized(typeOf(k, first, env)), max: typeOf(k, first, env).max };
    default:
      return type;
  }
}

function literalOf(expr: Expr, env: Env): string | undefined {
  if (expr.kind === 'string') return expr.value;
  if (expr.kind !== 'variable') return undefined;
  const bound = env.variables.get(clarkName(expandName(expr.name, env)));
  return bound?.kind === 'function' ? bound.variable.literal : undefined;
}

/** A SequenceType of the source as a static type. */
export function sequenceType(type: SequenceType, env: Env): StaticType {
  if (type.kind === 'empty') return EMPTY;
  const { occurrence } = type;
  return {
    kinds: itemKinds(type.item, env),
    min: occurrence === 'one' || occurrence === 'some' ? 1 : 0,
    max: occurrence === 'one' || occurrence === 'optional' ? 1 : 2,
  };
}

function itemKinds(item: ItemType, env: Env): number {
  if (item.kind === 'item') return Kind.any;
  if (item.kind === 'atomic') return atomicKinds(expandName(item.name, env).local);
  const { kind } = item.test;
  if (kind === 'element' || kind === 'attribute' || kind === 'text' || kind === 'comment') return Kind[kind];
  if (kind === 'processing-instruction') return Kind.instruction;
  if (kind === 'document-node') return Kind.document;
  return Kind.node;
}
