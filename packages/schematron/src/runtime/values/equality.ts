import type { Atomic } from '../item.js';
import { XBinary } from './binary.js';
import { comparableString, type Zone } from './compare.js';
import { XCalendar } from './date-time.js';
import { XDecimal } from './decimal.js';
import { XFloat } from './double.js';
import { XDuration } from './duration.js';
import { XInteger } from './integer.js';
import { asNumeric, type Numeric, numberOfNumeric } from './numeric.js';
import { XQName } from './qname.js';

/**
 * A text that is the same for two values when, and only when, they are equal under `eq` with the codepoint collation; values of types
 * that do not compare have different ones. NaN equals itself here, as in distinct-values.
 *
 * Between numbers of different types `eq` is not transitive (0.1 equals both 0.1e0 and xs:float(0.1), which differ): here a float is
 * the double it is, and a decimal is the double whose shortest digits it is, or stands alone.
 */
export function equalityKey(value: Atomic, zone: Zone): string {
  const text = comparableString(value);
  if (text !== undefined) return `s:${text}`;
  const number = asNumeric(value);
  if (number !== undefined) return numericKey(number);
  if (value instanceof XCalendar) {
    return `${value.type}:${value.minutes(zone.implicitTimezone)}:${value.second}:${value.nanosecond}`;
  }
  if (value instanceof XDuration) return `duration:${value.months}:${value.nanoseconds}`;
  if (value instanceof XQName) return `q:{${value.uri}}${value.local}`;
  return value instanceof XBinary ? `${value.type}:${value.toString()}` : `b:${String(value)}`;
}

function numericKey(value: Numeric): string {
  const number = numberOfNumeric(value);
  if (typeof value === 'number' || value instanceof XFloat) return doubleKey(number);
  return isWritten(number, value) ? doubleKey(number) : `d:${value.toString()}`;
}

/** 0 and -0 are equal. */
function doubleKey(value: number): string {
  return `n:${value === 0 ? 0 : value}`;
}

/** Is an exact number the one that the digits of a double write? */
function isWritten(number: number, value: XInteger | XDecimal): boolean {
  if (!Number.isFinite(number)) return false;
  if (Number.isSafeInteger(number)) return value instanceof XInteger || value.scale === 0;
  const exact = Number.isInteger(number) ? XDecimal.of(BigInt(number), 0) : XDecimal.ofDigits(number);
  return value instanceof XInteger ? exact.unscaled === value.value : sameDecimal(exact, value);
}

function sameDecimal(a: XDecimal, b: XDecimal): boolean {
  return a.unscaled === b.unscaled && a.scale === b.scale;
}

/**
 * The values without those that equal an earlier one (F&O §15.1.6). Numbers are compared with each kept one as `eq` does, by tables
 * for each type and not two by two.
 */
export function distinctValues(values: readonly Atomic[], zone: Zone): Atomic[] {
  const kept: Atomic[] = [];
  const seen = new Set<string>();
  const numbers = new DistinctNumbers();
  for (const value of values) {
    const number = asNumeric(value);
    if (number !== undefined) {
      if (numbers.add(number)) kept.push(value);
      continue;
    }
    const key = equalityKey(value, zone);
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(value);
  }
  return kept;
}

/** What is kept, as each type that comes later compares with it. */
class DistinctNumbers {
  private readonly exact = new Set<string>();
  private readonly exactAsDouble = new Set<number>();
  private readonly decimalAsFloat = new Set<number>();
  private readonly integerAsDouble = new Set<number>();
  private readonly floats = new Set<number>();
  private readonly doubles = new Set<number>();

  /** False when an equal number is kept already. */
  add(value: Numeric): boolean {
    if (this.has(value)) return false;
    const number = numberOfNumeric(value);
    if (typeof value === 'number') this.doubles.add(number);
    else if (value instanceof XFloat) this.floats.add(number);
    else {
      this.exact.add(value.toString());
      this.exactAsDouble.add(number);
      if (value instanceof XInteger) this.integerAsDouble.add(number);
      else this.decimalAsFloat.add(Math.fround(number));
    }
    return true;
  }

  private has(value: Numeric): boolean {
    const number = numberOfNumeric(value);
    if (typeof value === 'number') {
      return this.doubles.has(number) || this.floats.has(number) || this.exactAsDouble.has(number);
    }
    if (value instanceof XFloat) {
      const exact = this.integerAsDouble.has(number) || this.decimalAsFloat.has(number);
      return exact || this.floats.has(number) || this.doubles.has(number);
    }
    const asFloat = value instanceof XInteger ? number : Math.fround(number);
    return this.exact.has(value.toString()) || this.doubles.has(number) || this.floats.has(asFloat);
  }
}
