import { type Atomic, XUntyped } from '../item.js';
import { XDecimal } from './decimal.js';
import { parseDouble, XFloat } from './double.js';
import { XInteger } from './integer.js';
import { XString } from './strings.js';

/** xs:integer, xs:decimal, xs:float or xs:double. */
export type Numeric = number | XInteger | XDecimal | XFloat;

/** A number as a value, or nothing when the value is no number. */
export function asNumeric(value: Atomic | undefined): Numeric | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof XInteger || value instanceof XDecimal || value instanceof XFloat) return value;
  return undefined;
}

/** The double that a number promotes to. */
export function numberOfNumeric(value: Atomic): number {
  if (typeof value === 'number') return value;
  if (value instanceof XInteger) return Number(value.value);
  if (value instanceof XDecimal) return value.toNumber();
  return value instanceof XFloat ? value.value : Number.NaN;
}

/** fn:number: NaN for what is no number. */
export function numberOf(value: Atomic | undefined): number {
  if (value === undefined) return Number.NaN;
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return parseDouble(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof XUntyped || value instanceof XString) return parseDouble(value.value);
  return numberOfNumeric(value);
}

/** The decimal of an integer or a decimal. */
export function decimalOf(value: XInteger | XDecimal): XDecimal {
  return value instanceof XInteger ? XDecimal.of(value.value, 0) : value;
}

/** What two numbers are both promoted to (XPath 2.0 §B.1). */
export type NumericLevel = 'integer' | 'decimal' | 'float' | 'double';

const LEVELS: readonly NumericLevel[] = ['integer', 'decimal', 'float', 'double'];

export function levelOf(value: Numeric): NumericLevel {
  return typeof value === 'number' ? 'double' : value.type;
}

/** The higher of two levels. */
export function commonLevel(a: NumericLevel, b: NumericLevel): NumericLevel {
  return LEVELS.indexOf(a) < LEVELS.indexOf(b) ? b : a;
}

/** A number at a level that is not below its own. */
export function promote(value: Numeric, level: NumericLevel): Numeric {
  switch (level) {
    case 'integer':
      return value;
    case 'decimal':
      return value instanceof XInteger ? decimalOf(value) : value;
    case 'float':
      return value instanceof XFloat ? value : new XFloat(numberOfNumeric(value));
    case 'double':
      return numberOfNumeric(value);
  }
}

/**
 * The integer that a finite double is cut to. Beyond 2 ** 63 the reference engine takes the digits that the double is written with,
 * followed by zeros (1e300 has 300 of them), and 2 ** 63 itself loses one.
 */
export function wholePart(value: number): XInteger {
  if (value === 2 ** 63) return new XInteger(2n ** 63n - 1n);
  if (Math.abs(value) <= 2 ** 63) return XInteger.of(Math.trunc(value));
  return new XInteger(XDecimal.ofDigits(value).unscaled);
}
