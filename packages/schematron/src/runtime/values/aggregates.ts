import { XPathError } from '../error.js';
import { type Atomic, XUntyped, XUri } from '../item.js';
import { arithmetic, numericArithmetic } from './arithmetic.js';
import { castTo } from './cast.js';
import { compareAtomic, compareNumeric, type Zone } from './compare.js';
import { XDuration } from './duration.js';
import { XInteger } from './integer.js';
import { asNumeric, commonLevel, levelOf, type Numeric, numberOfNumeric, promote } from './numeric.js';
import { XString } from './strings.js';
import { typeNameOf } from './types.js';

/** Untyped values are xs:double in all of these functions. @throws XPathError FORG0001 */
function typed(values: readonly Atomic[]): readonly Atomic[] {
  return values.map((value) => (value instanceof XUntyped ? castTo(value, 'double') : value));
}

function allNumeric(values: readonly Atomic[]): readonly Numeric[] | undefined {
  const numbers: Numeric[] = [];
  for (const value of values) {
    const number = asNumeric(value);
    if (number === undefined) return undefined;
    numbers.push(number);
  }
  return numbers;
}

function cannot(what: string, values: readonly Atomic[]): XPathError {
  const names = [...new Set(values.map(typeNameOf))].slice(0, 3).join(', ');
  return new XPathError('FORG0006', `${what} is not defined on ${names}`);
}

/** fn:sum (F&O §15.4.5) of values that are not none. @throws XPathError FORG0006 when they cannot be added */
export function sum(values: readonly Atomic[], zone: Zone): Atomic {
  return total(typed(values), 'sum', zone);
}

function total(values: readonly Atomic[], what: string, zone: Zone): Atomic {
  const numbers = allNumeric(values);
  if (numbers !== undefined) return numbers.reduce((a, b) => numericArithmetic('+', a, b));
  const [first] = values;
  const addable = first instanceof XDuration && first.type !== 'duration';
  if (!addable || values.some((value) => !(value instanceof XDuration) || value.type !== first.type)) {
    throw cannot(what, values);
  }
  return values.reduce((a, b) => arithmetic('+', a, b, zone) ?? a);
}

/** fn:avg (F&O §15.4.2) of values that are not none. @throws XPathError FORG0006 */
export function average(values: readonly Atomic[], zone: Zone): Atomic {
  const added = total(typed(values), 'avg', zone);
  return arithmetic('div', added, XInteger.of(values.length), zone) ?? added;
}

/**
 * fn:max and fn:min (F&O §15.4.3) of values that are not none: NaN when one is NaN; numbers come out of the type that all promote to.
 * Strings are compared by codepoints.
 *
 * @throws XPathError FORG0006 when they have no common order
 */
export function extreme(values: readonly Atomic[], which: 'max' | 'min', zone: Zone): Atomic {
  const all = typed(values);
  const numbers = allNumeric(all);
  if (numbers !== undefined) return extremeNumber(numbers, which);
  const strings = all.map(asString);
  const comparable = strings.every((value) => value !== undefined) ? commonStrings(all) : all;
  return extremeOf(comparable, which, zone);
}

function extremeNumber(numbers: readonly Numeric[], which: 'max' | 'min'): Atomic {
  const level = numbers.map(levelOf).reduce(commonLevel);
  let best: Numeric | undefined;
  for (const number of numbers) {
    const value = level === 'float' || level === 'double' ? promote(number, level) : number;
    if (Number.isNaN(numberOfNumeric(value))) return value;
    const difference = best === undefined ? 0 : compareNumeric(value, best);
    if (best === undefined || (which === 'max' ? difference > 0 : difference < 0)) best = value;
  }
  return best ?? Number.NaN;
}

function asString(value: Atomic): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof XUri || value instanceof XString ? value.value : undefined;
}

/** An xs:anyURI among strings is a string. */
function commonStrings(values: readonly Atomic[]): readonly Atomic[] {
  if (values.every((value) => value instanceof XUri)) return values;
  return values.map((value) => (value instanceof XUri ? value.value : value));
}

function extremeOf(values: readonly Atomic[], which: 'max' | 'min', zone: Zone): Atomic {
  const [first, ...others] = values;
  if (first === undefined) throw cannot(which, values);
  let best = first;
  try {
    // One value alone must have an order too.
    compareAtomic('lt', first, first, zone);
    for (const value of others) if (compareAtomic(which === 'max' ? 'gt' : 'lt', value, best, zone)) best = value;
  } catch (error) {
    if (error instanceof XPathError && error.code === 'XPTY0004') throw cannot(which, values);
    throw error;
  }
  return best;
}
