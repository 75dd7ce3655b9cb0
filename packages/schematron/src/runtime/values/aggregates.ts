import { XPathError } from '../error.js';
import { type Atomic, XUntyped, XUri } from '../item.js';
import { arithmetic, numericArithmetic } from './arithmetic.js';
import { castTo } from './cast.js';
import { compareAtomic, compareNumeric, type Zone } from './compare.js';
import { XDuration } from './duration.js';
import { XInteger } from './integer.js';
import { asNumeric, commonLevel, levelOf, numberOfNumeric, promote } from './numeric.js';
import { typeNameOf } from './types.js';

/** Untyped values are xs:double in all of these functions. @throws XPathError FORG0001 */
function typed(value: Atomic): Atomic {
  return value instanceof XUntyped ? castTo(value, 'double') : value;
}

/** Nothing can change it any more: as in the reference engine, the values that follow are not even looked at. */
function isDoubleNaN(value: Atomic): boolean {
  return typeof value === 'number' && Number.isNaN(value);
}

function cannot(what: string, ...values: readonly Atomic[]): XPathError {
  return new XPathError('FORG0006', `${what} is not defined on ${values.map(typeNameOf).join(' and ')}`);
}

/** fn:sum (F&O §15.4.5) of values that are not none. @throws XPathError FORG0006 when they cannot be added */
export function sum(values: readonly Atomic[], zone: Zone): Atomic {
  return total(values, 'sum', zone);
}

function total(values: readonly Atomic[], what: string, zone: Zone): Atomic {
  let all: Atomic | undefined;
  for (const each of values) {
    const value = typed(each);
    if (asNumeric(value) === undefined && !isAddable(value)) throw cannot(what, value);
    all = all === undefined ? value : added(all, value, what, zone);
    if (isDoubleNaN(all)) return all;
  }
  return all ?? new XInteger(0n);
}

function isAddable(value: Atomic): boolean {
  return value instanceof XDuration && value.type !== 'duration';
}

function added(a: Atomic, b: Atomic, what: string, zone: Zone): Atomic {
  const [x, y] = [asNumeric(a), asNumeric(b)];
  if (x !== undefined && y !== undefined) return numericArithmetic('+', x, y);
  if (!(a instanceof XDuration && b instanceof XDuration && a.type === b.type)) throw cannot(what, a, b);
  return arithmetic('+', a, b, zone) ?? a;
}

/** fn:avg (F&O §15.4.2) of values that are not none. @throws XPathError FORG0006 */
export function average(values: readonly Atomic[], zone: Zone): Atomic {
  const all = total(values, 'avg', zone);
  if (all instanceof XDuration && all.type === 'dayTimeDuration') {
    return XDuration.ofNanoseconds(all.nanoseconds / BigInt(values.length));
  }
  return arithmetic('div', all, XInteger.of(values.length), zone) ?? all;
}

/**
 * fn:max and fn:min (F&O §15.4.3) of values that are not none: NaN when one is NaN; an xs:double when one is, else an xs:float when one
 * is, a string when an xs:anyURI is among strings. Strings are compared by codepoints.
 *
 * @throws XPathError FORG0006 when they have no common order
 */
export function extreme(values: readonly Atomic[], which: 'max' | 'min', zone: Zone): Atomic {
  let best: Atomic | undefined;
  let level: ReturnType<typeof levelOf> = 'integer';
  let hasString = false;
  for (const each of values) {
    const value = typed(each);
    const number = asNumeric(value);
    if (number !== undefined) {
      level = commonLevel(level, levelOf(number));
      if ((isNaNumber(value) || isNaNumber(best)) && level === 'double') return Number.NaN;
    } else hasString ||= typeof value === 'string';
    best = best === undefined ? first(value, which, zone) : better(best, value, which, zone);
  }
  return common(best, level, hasString);
}

function isNaNumber(value: Atomic | undefined): boolean {
  const number = asNumeric(value);
  return number !== undefined && Number.isNaN(numberOfNumeric(number));
}

/** One value alone must have an order too. */
function first(value: Atomic, which: 'max' | 'min', zone: Zone): Atomic {
  better(value, value, which, zone);
  return value;
}

function better(best: Atomic, value: Atomic, which: 'max' | 'min', zone: Zone): Atomic {
  const [x, y] = [asNumeric(value), asNumeric(best)];
  if (x !== undefined && y !== undefined) {
    if (isNaNumber(value)) return value;
    const difference = compareNumeric(x, y);
    return (which === 'max' ? difference > 0 : difference < 0) ? value : best;
  }
  try {
    return compareAtomic(which === 'max' ? 'gt' : 'lt', value, best, zone) ? value : best;
  } catch (error) {
    if (error instanceof XPathError && error.code === 'XPTY0004') throw cannot(which, best, value);
    throw error;
  }
}

function common(best: Atomic | undefined, level: ReturnType<typeof levelOf>, hasString: boolean): Atomic {
  if (best === undefined) return Number.NaN;
  if (best instanceof XUri && hasString) return best.value;
  const number = asNumeric(best);
  return number !== undefined && (level === 'float' || level === 'double') ? promote(number, level) : best;
}
