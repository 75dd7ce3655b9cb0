import type { ArithmeticOperator } from '../../xpath/ast.js';
import { XPathError } from '../error.js';
import { type Atomic, XUntyped } from '../item.js';
import { castTo } from './cast.js';
import type { Zone } from './compare.js';
import { XDecimal } from './decimal.js';
import { XFloat } from './double.js';
import { XDuration } from './duration.js';
import { XInteger } from './integer.js';
import { asNumeric, commonLevel, decimalOf, levelOf, type Numeric, numberOfNumeric, wholePart } from './numeric.js';
import { temporalArithmetic } from './temporal-arithmetic.js';
import { typeNameOf } from './types.js';

/**
 * An arithmetic expression on two atomized operands (XPath 2.0 §3.4): the empty sequence when one is. xs:untypedAtomic is cast to
 * xs:double, with dates and durations too.
 *
 * @throws XPathError XPTY0004 when the operator is not defined on the two types, FOAR0001 for a division by zero, FOAR0002 when an
 * integer would be INF or NaN, FORG0001 for an untyped value that is no number
 */
export function arithmetic(
  operator: ArithmeticOperator,
  a: Atomic | undefined,
  b: Atomic | undefined,
  zone: Zone,
): Atomic | undefined {
  if (a === undefined || b === undefined) return undefined;
  const left = a instanceof XUntyped && takesNumber(b) ? castTo(a, 'double') : a;
  const right = b instanceof XUntyped && takesNumber(a) ? castTo(b, 'double') : b;
  const x = asNumeric(left);
  const y = asNumeric(right);
  if (x !== undefined && y !== undefined) return numericArithmetic(operator, x, y);
  const result = temporalArithmetic(operator, left, right, zone);
  if (result !== undefined) return result;
  throw new XPathError('XPTY0004', `${operator} is not defined on ${typeNameOf(a)} and ${typeNameOf(b)}`);
}

/** Is the other operand one that goes with a number? An untyped value is a number then, or an error. */
function takesNumber(other: Atomic): boolean {
  return other instanceof XUntyped || other instanceof XDuration || asNumeric(other) !== undefined;
}

/** Arithmetic of two numbers, promoted to the type of the greater range. */
export function numericArithmetic(operator: ArithmeticOperator, a: Numeric, b: Numeric): Numeric {
  switch (commonLevel(levelOf(a), levelOf(b))) {
    case 'double':
      return onDoubles(operator, numberOfNumeric(a), numberOfNumeric(b));
    case 'float': {
      const [x, y] = [Math.fround(numberOfNumeric(a)), Math.fround(numberOfNumeric(b))];
      // A quotient is rounded to a float before it is cut.
      const result = operator === 'idiv' ? wholeQuotient(x, y, Math.fround(x / y)) : onDoubles(operator, x, y);
      return typeof result === 'number' ? new XFloat(result) : result;
    }
    case 'integer':
      if (a instanceof XInteger && b instanceof XInteger) return onIntegers(operator, a.value, b.value);
      break;
    case 'decimal':
      if (isExact(a) && isExact(b)) return onDecimals(operator, a, b);
  }
  throw new TypeError('numbers of no common type');
}

function isExact(value: Numeric): value is XInteger | XDecimal {
  return value instanceof XInteger || value instanceof XDecimal;
}

function onDoubles(operator: ArithmeticOperator, a: number, b: number): number | XInteger {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case 'div':
      return a / b;
    case 'mod':
      return a % b;
    case 'idiv':
      return wholeQuotient(a, b, a / b);
  }
}

/** @throws XPathError FOAR0001, FOAR0002, FOCA0002 */
function wholeQuotient(a: number, b: number, quotient: number): XInteger {
  if (b === 0) throw divisionByZero();
  if (!Number.isFinite(a) || Number.isNaN(b)) throw new XPathError('FOAR0002', 'an integer cannot be INF or NaN');
  if (!Number.isFinite(quotient)) throw new XPathError('FOCA0002', 'an integer cannot be INF');
  return wholePart(quotient);
}

/** As in the reference engine, `6 div 2` is the integer 3, but only while both are positive and below 2 ** 31. */
function onIntegers(operator: ArithmeticOperator, a: bigint, b: bigint): Numeric {
  switch (operator) {
    case '+':
      return new XInteger(a + b);
    case '-':
      return new XInteger(a - b);
    case '*':
      return new XInteger(a * b);
  }
  if (b === 0n) throw divisionByZero();
  switch (operator) {
    case 'div':
      if (!isSmall(a) || !isSmall(b)) return onDecimals('div', XDecimal.of(a, 0), XDecimal.of(b, 0));
      return a % b === 0n ? new XInteger(a / b) : divide(XDecimal.of(a, 0), XDecimal.of(b, 0), 18);
    case 'idiv':
      return new XInteger(a / b);
    case 'mod':
      return new XInteger(a % b);
  }
}

function isSmall(value: bigint): boolean {
  return value >= 0n && value < 2n ** 31n;
}

function onDecimals(operator: ArithmeticOperator, left: XInteger | XDecimal, right: XInteger | XDecimal): Numeric {
  const a = decimalOf(left);
  const b = decimalOf(right);
  const scale = Math.max(a.scale, b.scale);
  switch (operator) {
    case '+':
      return XDecimal.of(a.at(scale) + b.at(scale), scale);
    case '-':
      return XDecimal.of(a.at(scale) - b.at(scale), scale);
    case '*':
      return XDecimal.of(a.unscaled * b.unscaled, a.scale + b.scale);
  }
  if (b.unscaled === 0n) throw divisionByZero();
  switch (operator) {
    case 'div':
      return divide(a, b, Math.max(18, places(left) - places(right) + 18));
    case 'idiv':
      return new XInteger(a.at(scale) / b.at(scale));
    case 'mod':
      return XDecimal.of(a.at(scale) % b.at(scale), scale);
  }
}

/** Decimals that the reference engine counts in a number: fewer than none when a decimal ends with zeros (300.0 has -2). */
function places(value: XInteger | XDecimal): number {
  if (value instanceof XInteger) return 0;
  if (value.scale > 0 || value.unscaled === 0n) return value.scale;
  const digits = value.unscaled.toString();
  return digits.replace(/0+$/, '').length - digits.length;
}

/**
 * Quotient of two decimals, to a number of decimals: the recommendation leaves that to the processor; the reference engine keeps 18,
 * or 18 more than the dividend has over the divisor, and rounds a half towards zero.
 */
export function divide(a: XDecimal, b: XDecimal, decimals: number): XDecimal {
  const shift = decimals - a.scale + b.scale;
  const dividend = shift >= 0 ? a.unscaled * 10n ** BigInt(shift) : a.unscaled;
  const divisor = shift >= 0 ? b.unscaled : b.unscaled * 10n ** BigInt(-shift);
  const quotient = dividend / divisor;
  const rest = absolute(dividend % divisor) * 2n;
  if (rest <= absolute(divisor)) return XDecimal.of(quotient, decimals);
  return XDecimal.of(dividend < 0n === divisor < 0n ? quotient + 1n : quotient - 1n, decimals);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function divisionByZero(): XPathError {
  return new XPathError('FOAR0001', 'division by zero');
}

/**
 * Unary minus.
 *
 * @throws XPathError XPTY0004 when the operand is no number, FORG0001 when it is untyped and none
 */
export function negate(value: Atomic): Numeric {
  const number = unarySign(value);
  if (typeof number === 'number') return -number;
  if (number instanceof XInteger) return new XInteger(-number.value);
  return number instanceof XDecimal ? XDecimal.of(-number.unscaled, number.scale) : new XFloat(-number.value);
}

/** Unary plus: the number itself. @throws XPathError as {@link negate} */
export function unarySign(value: Atomic): Numeric {
  const number = asNumeric(value instanceof XUntyped ? castTo(value, 'double') : value);
  if (number === undefined) throw new XPathError('XPTY0004', `${typeNameOf(value)} has no sign`);
  return number;
}
