import type { ArithmeticOperator, Expr } from '../../xpath/ast.js';
import { atomized, Kind, only, type StaticType } from '../static-type.js';
import { type Code, code, doubleCode, grouped, integerCode } from './code.js';
import type { Compiling, Env } from './compiling.js';
import { StaticError } from './errors.js';

const ARITHMETIC = Kind.numeric | Kind.untyped | Kind.other;

function checkOperand(k: Compiling, type: StaticType, expr: Expr, env: Env): void {
  if (type.min === 1 && (atomized(type).kinds & ARITHMETIC) === 0) {
    throw new StaticError('XPTY0004', 'an operand is neither a number, a date nor a duration', k.textOf(expr, env));
  }
}

/** The second operand of an operator: a function when it may fail, since it is not computed for an empty first one. */
export function secondOperand(k: Compiling, expr: Expr, env: Env): string {
  const js = k.sequence(expr, env);
  return mayFail(expr) ? `() => ${js}` : js;
}

function mayFail(expr: Expr): boolean {
  switch (expr.kind) {
    case 'string':
    case 'integer':
    case 'decimal':
    case 'double':
    case 'context':
    case 'root':
      return false;
    case 'step':
      return expr.predicates.length > 0;
    default:
      return true;
  }
}

/** `+ - * div idiv mod` (§3.4): none when an operand is empty. */
export function arithmetic(k: Compiling, expr: Extract<Expr, { kind: 'arithmetic' }>, env: Env): Code {
  const [left, right] = [k.typeOf(expr.left, env), k.typeOf(expr.right, env)];
  checkOperand(k, left, expr, env);
  checkOperand(k, right, expr, env);
  const w = k.writer;
  if (k.optimise) {
    const quick = onDoubles(expr.operator, k.value(expr.left, env), k.value(expr.right, env));
    if (quick !== undefined) return quick;
    const small = onSmallIntegers(k, expr, env);
    if (small !== undefined) return small;
  }
  const call = `${w.runtime('arithmeticOf')}(${w.literal(expr.operator)}, ${k.sequence(expr.left, env)}, ${secondOperand(k, expr.right, env)}, c)`;
  return code(call, 'item?', k.typeOf(expr, env));
}

/** JavaScript computes xs:double as XPath does; integers only while one side is an xs:double. */
function onDoubles(operator: ArithmeticOperator, a: Code, b: Code): Code | undefined {
  if (a.form !== 'number' || b.form !== 'number') return undefined;
  const kinds = a.type.kinds | b.type.kinds;
  if (!only({ ...a.type, kinds }, Kind.double | Kind.integer) || (kinds & Kind.double) === 0) return undefined;
  if (operator === 'idiv') return undefined;
  const script = operator === 'div' ? '/' : operator === 'mod' ? '%' : operator;
  return doubleCode(`${grouped(a.js)} ${script} ${grouped(b.js)}`);
}

/** Counts, lengths, positions and short literals: their sums are exact in JavaScript. */
function onSmallIntegers(k: Compiling, expr: Extract<Expr, { kind: 'arithmetic' }>, env: Env): Code | undefined {
  const { operator, left, right } = expr;
  if (operator !== '+' && operator !== '-' && operator !== '*') return undefined;
  const [a, b] = [smallInteger(k, left, env), smallInteger(k, right, env)];
  if (a === undefined || b === undefined) return undefined;
  if (operator === '*' && !isShort(left) && !isShort(right)) return undefined;
  return integerCode(`${grouped(a)} ${operator} ${grouped(b)}`);
}

function isShort(expr: Expr): boolean {
  return expr.kind === 'integer' && expr.text.length < 4;
}

/** An operand that is far below 2⁵³. */
function smallInteger(k: Compiling, expr: Expr, env: Env): string | undefined {
  if (expr.kind === 'filter' && expr.predicates.length === 0) return smallInteger(k, expr.operand, env);
  if (expr.kind === 'integer' ? expr.text.length > 9 : expr.kind !== 'call' && expr.kind !== 'variable')
    return undefined;
  const { form, type, js } = k.value(expr, env);
  return form === 'number' && type.kinds === Kind.integer ? js : undefined;
}

/** Unary `+` and `-`. */
export function unary(k: Compiling, expr: Extract<Expr, { kind: 'unary' }>, env: Env): Code {
  const w = k.writer;
  checkOperand(k, k.typeOf(expr.operand, env), expr, env);
  const { operand } = expr;
  if (k.optimise && expr.operator === '-' && operand.kind === 'double')
    return doubleCode(`-${k.value(operand, env).js}`);
  const value = k.sequence(operand, env);
  return code(`${w.runtime('unaryOf')}(${w.literal(expr.operator)}, ${value})`, 'item?', k.typeOf(expr, env));
}

/** A numeric literal (§3.1.1). */
export function numericLiteral(
  k: Compiling,
  expr: Extract<Expr, { kind: 'integer' | 'decimal' | 'double' }>,
  env: Env,
): Code {
  const type = k.typeOf(expr, env);
  const value = Number(expr.text);
  if (expr.kind === 'double') return code(String(value), 'number', type);
  if (expr.kind === 'integer' && Number.isSafeInteger(value)) return code(String(value), 'number', type);
  const w = k.writer;
  const made = `${w.runtime('castTo')}(${w.literal(expr.text)}, ${w.literal(expr.kind)})`;
  return code(w.constant(made, 'number'), 'item', type);
}
