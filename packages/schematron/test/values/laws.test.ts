import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Atomic } from '../../src/runtime/item.js';
import { arithmetic, negate } from '../../src/runtime/values/arithmetic.js';
import { readBase64, readHex, XBinary } from '../../src/runtime/values/binary.js';
import { dateOfDay, dayNumber, dayOfWeek, daysOfMonth } from '../../src/runtime/values/calendar.js';
import { castable, castTo } from '../../src/runtime/values/cast.js';
import { compareAtomic, compareCodepoints, compareNumeric } from '../../src/runtime/values/compare.js';
import { XDecimal } from '../../src/runtime/values/decimal.js';
import { doubleToString, floatToString, isDouble, parseDouble, readDouble } from '../../src/runtime/values/double.js';
import { distinctValues, equalityKey } from '../../src/runtime/values/equality.js';
import { XInteger } from '../../src/runtime/values/integer.js';
import { stringOf } from '../../src/runtime/values/text-value.js';
import { atomicTypeName } from '../../src/runtime/values/types.js';
import { TYPES } from './cases.js';
import { TEXTS, VALUES } from './samples.js';

const zone = { implicitTimezone: 60 };
const value = fc.constantFrom(...VALUES.map((each) => each.value));
const double = fc.double();
const decimal = fc
  .tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.integer({ min: 0, max: 20 }))
  .map(([n, s]) => XDecimal.of(n, s));
const integer = fc.bigInt(-(10n ** 20n), 10n ** 20n).map((n) => new XInteger(n));

/** What `eq` says, false where it is not defined. */
function equal(a: Atomic, b: Atomic): boolean {
  try {
    return compareAtomic('eq', a, b, zone);
  } catch {
    return false;
  }
}

/** Equal for distinct-values: NaN is, and an integer stands on the left of an xs:float. */
function same(a: Atomic, b: Atomic): boolean {
  const swapped = atomicTypeName(a) === 'float' && b instanceof XInteger;
  return (stringOf(a) === 'NaN' && stringOf(b) === 'NaN') || (swapped ? equal(b, a) : equal(a, b));
}

/** Level of a number, between which `eq` is not transitive. */
function isExactOrNoNumber(each: Atomic): boolean {
  const name = atomicTypeName(each);
  return name !== 'double' && name !== 'float';
}

describe('texts of values', () => {
  it('an xs:double reads back what it writes', () => {
    fc.assert(
      fc.property(double, (n) => {
        expect(readDouble(doubleToString(n))).toBe(n);
      }),
    );
  });

  it('an xs:float reads back what it writes, rounded to 32 bits', () => {
    fc.assert(
      fc.property(fc.float(), (n) => {
        expect(Math.fround(readDouble(floatToString(n)) ?? 0)).toBe(n);
      }),
    );
  });

  it('an xs:decimal and an xs:integer read back what they write', () => {
    fc.assert(
      fc.property(decimal, integer, (d, n) => {
        expect(XDecimal.parse(d.toString())).toEqual(d);
        expect(castTo(n.toString(), 'integer')).toEqual(n);
      }),
    );
  });

  it('every value of every type reads back what it writes', () => {
    const prefixes = new Map([['p', 'urn:p']]);
    for (const each of VALUES.map((one) => one.value)) {
      const type = atomicTypeName(each);
      const again = castTo(stringOf(each), type, prefixes);
      expect(atomicTypeName(again)).toBe(type);
      expect(stringOf(again)).toBe(stringOf(each));
    }
  });

  it('a canonical text is a fixed point of every cast', () => {
    for (const text of TEXTS) {
      for (const type of TYPES.filter((each) => each !== 'QName' && castable(text, each))) {
        const canonical = stringOf(castTo(text, type));
        expect(stringOf(castTo(canonical, type))).toBe(canonical);
      }
    }
  });

  it('castable says what a cast does', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...TEXTS), fc.string()), fc.constantFrom(...TYPES), (text, type) => {
        let cast = true;
        try {
          castTo(text, type);
        } catch {
          cast = false;
        }
        expect(castable(text, type)).toBe(cast);
      }),
    );
  });

  it('parseDouble is NaN exactly where there is no double', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...TEXTS), fc.stringMatching(/^[-+ 0-9.eE]{0,8}$/)), (text) => {
        expect(Number.isNaN(parseDouble(text))).toBe(!isDouble(text) || text.trim() === 'NaN');
        if (isDouble(text) && !/INF|NaN/.test(text)) expect(parseDouble(text)).toBe(Number(text));
      }),
    );
  });

  it('binaries read back what they write', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(readHex(new XBinary('hexBinary', bytes).toString())).toEqual(bytes);
        expect(readBase64(new XBinary('base64Binary', bytes).toString())).toEqual(bytes);
      }),
    );
  });
});

describe('comparisons', () => {
  it('the exact numbers have a total order', () => {
    const exact = fc.oneof(decimal, integer);
    fc.assert(
      fc.property(exact, exact, exact, (a, b, c) => {
        expect(Math.sign(compareNumeric(a, b))).toBe(-Math.sign(compareNumeric(b, a)) + 0);
        if (compareNumeric(a, b) <= 0 && compareNumeric(b, c) <= 0) expect(compareNumeric(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('strings are in the order of their codepoints', () => {
    const unicode = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(unicode, unicode, (a, b) => {
        const [x, y] = [[...a], [...b]].map((each) => each.map((char) => char.codePointAt(0) ?? 0));
        const at = (x ?? []).findIndex((point, index) => point !== y?.[index]);
        const wanted = at < 0 ? (x?.length ?? 0) - (y?.length ?? 0) : (x?.[at] ?? 0) - (y?.[at] ?? -1);
        expect(Math.sign(compareCodepoints(a, b))).toBe(Math.sign(wanted));
      }),
    );
  });

  it('the same key is the same value, other keys are other values', () => {
    const some = fc.oneof(value.filter(isExactOrNoNumber), decimal, integer);
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(equalityKey(a, zone) === equalityKey(b, zone)).toBe(equal(a, b));
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(double, double, (a, b) => {
        expect(equalityKey(a, zone) === equalityKey(b, zone)).toBe(a === b || (Number.isNaN(a) && Number.isNaN(b)));
      }),
    );
  });

  it('numbers of different types share a key when they write the same digits', () => {
    expect(equalityKey(XDecimal.parse('0.1'), zone)).toBe(equalityKey(0.1, zone));
    expect(equalityKey(new XInteger(10n ** 22n), zone)).toBe(equalityKey(1e22, zone));
    expect(equalityKey(new XInteger(2n ** 53n + 1n), zone)).not.toBe(equalityKey(2 ** 53, zone));
    expect(equalityKey(-0, zone)).toBe(equalityKey(new XInteger(0n), zone));
  });

  it('distinct values keep the first of those that are equal', () => {
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const kept = distinctValues(values, zone);
        for (const [index, each] of kept.entries()) {
          expect(kept.slice(0, index).some((earlier) => same(each, earlier))).toBe(false);
        }
        for (const each of values) expect(kept.some((one) => one === each || same(each, one))).toBe(true);
        expect(distinctValues(distinctValues(values, zone), zone)).toEqual(distinctValues(values, zone));
      }),
    );
  });
});

describe('arithmetic', () => {
  it('exact numbers: subtraction undoes addition, division and remainder make the dividend', () => {
    const exact = fc.oneof(decimal, integer);
    fc.assert(
      fc.property(exact, exact, (a, b) => {
        const sum = arithmetic('+', a, b, zone);
        const back = arithmetic('-', sum, b, zone);
        expect(back === undefined ? false : equal(back, a)).toBe(true);
        if (equal(b, new XInteger(0n))) return;
        const quotient = arithmetic('idiv', a, b, zone);
        const whole = arithmetic('*', quotient, b, zone);
        const rest = arithmetic('mod', a, b, zone);
        const again = arithmetic('+', whole, rest, zone);
        expect(again === undefined ? false : equal(again, a)).toBe(true);
      }),
    );
  });

  it('a sign twice is none', () => {
    fc.assert(
      fc.property(fc.oneof(decimal, integer, double), (n) => {
        expect(negate(negate(n))).toEqual(n);
      }),
    );
  });
});

describe('the calendar', () => {
  const day = fc.integer({ min: -3_000_000, max: 3_000_000 });

  it('numbers days one after the other', () => {
    fc.assert(
      fc.property(day, (n) => {
        const { year, month, day: inMonth } = dateOfDay(n);
        expect(dayNumber(year, month, inMonth)).toBe(n);
        expect(inMonth).toBeLessThanOrEqual(daysOfMonth(year, month));
        expect(dayOfWeek(year, month, inMonth)).toBe(((((n + 3) % 7) + 7) % 7) + 1);
      }),
    );
  });

  it('agrees with the calendar of JavaScript', () => {
    fc.assert(
      fc.property(day, (n) => {
        const date = new Date(n * 86_400_000);
        expect(dateOfDay(n)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
      }),
    );
  });
});
