import type { ValueOperator } from '../../xpath/ast.js';
import { XPathError } from '../error.js';
import { type Atomic, XUntyped, XUri } from '../item.js';
import type { Run } from '../run.js';
import { XBinary } from './binary.js';
import { XCalendar } from './date-time.js';
import { XDecimal } from './decimal.js';
import { XFloat } from './double.js';
import { XDuration } from './duration.js';
import { XInteger } from './integer.js';
import { asNumeric, decimalOf, type Numeric, numberOfNumeric } from './numeric.js';
import { XQName } from './qname.js';
import { XString } from './strings.js';
import { typeNameOf } from './types.js';

/** The part of a run that comparisons need: what time zone a date without one is in. */
export type Zone = Pick<Run, 'implicitTimezone'>;

/** The string of a value that compares as one: xs:string, xs:anyURI, and xs:untypedAtomic, which value comparisons take as a string. */
export function comparableString(value: Atomic): string | undefined {
  if (typeof value === 'string') return value;
  if (value instanceof XUntyped || value instanceof XUri || value instanceof XString) return value.value;
  return undefined;
}

/**
 * Order of two strings by codepoints: UTF-16 units would put U+FFFF after U+10000.
 *
 * @returns negative, 0 or positive
 */
export function compareCodepoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x !== y) {
      const xHigh = x >= 0xd800 && x < 0xe000;
      const yHigh = y >= 0xd800 && y < 0xe000;
      return xHigh === yHigh ? x - y : xHigh ? 1 : -1;
    }
  }
  return a.length - b.length;
}

/**
 * Order of two numbers after promotion (F&O §6.3): NaN when one is NaN. As in the reference engine, an integer on the left of a float
 * is compared with it as a double.
 */
export function compareNumeric(a: Numeric, b: Numeric): number {
  if (typeof a === 'number' || typeof b === 'number') return order(numberOfNumeric(a), numberOfNumeric(b));
  if (a instanceof XInteger && b instanceof XFloat) return order(numberOfNumeric(a), b.value);
  if (a instanceof XInteger && b instanceof XInteger) return order(a.value, b.value);
  if ((a instanceof XInteger || a instanceof XDecimal) && (b instanceof XInteger || b instanceof XDecimal)) {
    const x = decimalOf(a);
    const y = decimalOf(b);
    const scale = Math.max(x.scale, y.scale);
    return order(x.at(scale), y.at(scale));
  }
  return order(Math.fround(numberOfNumeric(a)), Math.fround(numberOfNumeric(b)));
}

function order<T extends number | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
}

/** Does an operator hold of a difference: negative, 0, positive, or NaN for values that are not equal and have no order? */
export function holds(operator: ValueOperator, difference: number): boolean {
  switch (operator) {
    case 'eq':
      return difference === 0;
    case 'ne':
      return difference !== 0;
    case 'lt':
      return difference < 0;
    case 'le':
      return difference <= 0;
    case 'gt':
      return difference > 0;
    case 'ge':
      return difference >= 0;
  }
}

/**
 * A value comparison of two atomic values (XPath 2.0 §3.5.1, table of §B.2). xs:untypedAtomic is compared as a string. As in XPath
 * 3.1, which the reference engine follows, binaries have an order.
 *
 * @throws XPathError XPTY0004 when the operator is not defined on the two types
 */
export function compareAtomic(operator: ValueOperator, a: Atomic, b: Atomic, zone: Zone): boolean {
  return holds(operator, difference(a, b, zone, operator === 'eq' || operator === 'ne'));
}

/** Negative, 0, positive, or NaN when the two are not equal and have no order. */
function difference(a: Atomic, b: Atomic, zone: Zone, equality: boolean): number {
  const s = comparableString(a);
  if (s !== undefined) {
    const t = comparableString(b);
    if (t === undefined) return incomparable(a, b);
    return s === t ? 0 : equality ? 1 : compareCodepoints(s, t);
  }
  const x = asNumeric(a);
  if (x !== undefined) {
    const y = asNumeric(b);
    return y === undefined ? incomparable(a, b) : compareNumeric(x, y);
  }
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (a instanceof XCalendar && b instanceof XCalendar && a.type === b.type && (equality || isOrdered(a))) {
    return a.compare(b, zone.implicitTimezone);
  }
  if (a instanceof XDuration && b instanceof XDuration) return compareDurations(a, b, equality);
  if (a instanceof XQName && b instanceof XQName && equality) return a.uri === b.uri && a.local === b.local ? 0 : 1;
  if (a instanceof XBinary && b instanceof XBinary && a.type === b.type) return compareBytes(a.bytes, b.bytes);
  return incomparable(a, b);
}

function isOrdered(value: XCalendar): boolean {
  return value.type === 'dateTime' || value.type === 'date' || value.type === 'time';
}

/** Any two durations are equal or not; only two of months, or two of days, have an order. */
function compareDurations(a: XDuration, b: XDuration, equality: boolean): number {
  if (equality) return a.months === b.months && a.nanoseconds === b.nanoseconds ? 0 : 1;
  if (a.type !== b.type || a.type === 'duration') return incomparable(a, b);
  return a.type === 'yearMonthDuration' ? order(a.months, b.months) : order(a.nanoseconds, b.nanoseconds);
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function incomparable(a: Atomic, b: Atomic): never {
  throw new XPathError('XPTY0004', `${typeNameOf(a)} cannot be compared with ${typeNameOf(b)}`);
}
