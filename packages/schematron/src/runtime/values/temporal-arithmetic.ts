import type { ArithmeticOperator } from '../../xpath/ast.js';
import { XPathError } from '../error.js';
import type { Atomic } from '../item.js';
import { divide } from './arithmetic.js';
import type { Zone } from './compare.js';
import { XCalendar } from './date-time.js';
import { XDecimal } from './decimal.js';
import { XDuration } from './duration.js';
import { asNumeric, type Numeric, numberOfNumeric } from './numeric.js';

const MAX_MONTHS = 2_147_483_647;
/** The greatest duration of days is so many seconds in the reference engine: 2 ** 63. */
const MAX_NANOSECONDS = 2n ** 63n * 1_000_000_000n;

/**
 * Arithmetic of dates, times and durations (F&O §10.6 and §10.8; table of XPath 2.0 §B.2). Where the reference engine overflows
 * (an integer times a duration with fractions of a second or beyond 2 ** 31 days; it writes `PT3.S` for twice 1.5 s), the result here
 * is the right one.
 *
 * @returns undefined when the operator is not defined on the two types
 */
export function temporalArithmetic(operator: ArithmeticOperator, a: Atomic, b: Atomic, zone: Zone): Atomic | undefined {
  if (a instanceof XDuration) return onDuration(operator, a, b);
  if (a instanceof XCalendar) return onCalendar(operator, a, b, zone);
  const number = asNumeric(a);
  return number === undefined || !(b instanceof XDuration) || operator !== '*' ? undefined : onDuration('*', b, number);
}

function onDuration(operator: ArithmeticOperator, a: XDuration, b: Atomic): Atomic | undefined {
  if (a.type === 'duration') return undefined;
  if (b instanceof XCalendar) return operator === '+' ? shift(b, a, 1n) : undefined;
  if (b instanceof XDuration) {
    if (b.type !== a.type) return undefined;
    if (operator === '+') return new XDuration(a.type, a.months + b.months, a.nanoseconds + b.nanoseconds);
    if (operator === '-') return new XDuration(a.type, a.months - b.months, a.nanoseconds - b.nanoseconds);
    return operator === 'div' ? ratio(a, b) : undefined;
  }
  const number = asNumeric(b);
  if (number === undefined) return undefined;
  if (operator === '*') return multiply(a, number);
  return operator === 'div' ? divideBy(a, number) : undefined;
}

function onCalendar(operator: ArithmeticOperator, a: XCalendar, b: Atomic, zone: Zone): Atomic | undefined {
  if (operator !== '+' && operator !== '-') return undefined;
  if (b instanceof XDuration) return shift(a, b, operator === '+' ? 1n : -1n);
  const subtracts = operator === '-' && b instanceof XCalendar && a.type === b.type;
  if (!subtracts || !(a.type === 'dateTime' || a.type === 'date' || a.type === 'time')) return undefined;
  return XDuration.ofNanoseconds(a.instant(zone.implicitTimezone) - b.instant(zone.implicitTimezone));
}

function shift(moment: XCalendar, by: XDuration, sign: bigint): XCalendar | undefined {
  const hasDate = moment.type === 'dateTime' || moment.type === 'date';
  if (by.type === 'yearMonthDuration' && hasDate) return moment.plusMonths(sign * by.months);
  if (by.type === 'dayTimeDuration' && (hasDate || moment.type === 'time')) {
    return moment.plusNanoseconds(sign * by.nanoseconds);
  }
  return undefined;
}

/** How many times one duration holds another: 20 decimals, the last rounded half to even, as in the reference engine. */
function ratio(a: XDuration, b: XDuration): XDecimal {
  const [x, y] = a.type === 'yearMonthDuration' ? [a.months, b.months] : [a.nanoseconds, b.nanoseconds];
  if (y === 0n) throw new XPathError('FOAR0001', 'division by a duration of zero');
  return divide(XDecimal.of(x, 0), XDecimal.of(y, 0), 20);
}

function multiply(duration: XDuration, by: Numeric): XDuration {
  return scale(duration, numberOfNumeric(by));
}

/** The reference engine multiplies by the inverse: an hour by 3 is not quite 20 minutes. */
function divideBy(duration: XDuration, by: Numeric): XDuration {
  const number = numberOfNumeric(by);
  return scale(
    duration,
    duration.type === 'yearMonthDuration' ? number : 1 / number,
    duration.type === 'yearMonthDuration',
  );
}

function scale(duration: XDuration, factor: number, inverse = false): XDuration {
  if (Number.isNaN(factor)) throw new XPathError('FOCA0005', 'a duration cannot be multiplied or divided by NaN');
  if (duration.type === 'yearMonthDuration') {
    const months = Number(duration.months);
    if (months === 0) return duration;
    // A half goes up, towards positive.
    const result = Math.floor((inverse ? months / factor : months * factor) + 0.5);
    if (!(Math.abs(result) <= MAX_MONTHS)) throw outOfBounds();
    return XDuration.ofMonths(BigInt(result));
  }
  if (!Number.isFinite(factor)) throw outOfBounds();
  // The digits that the double is written with, not the binary fraction behind them.
  const digits = XDecimal.ofDigits(factor);
  const nanoseconds = (duration.nanoseconds * digits.unscaled) / 10n ** BigInt(digits.scale);
  if (nanoseconds > MAX_NANOSECONDS || nanoseconds < -MAX_NANOSECONDS) throw outOfBounds();
  return XDuration.ofNanoseconds(nanoseconds);
}

function outOfBounds(): XPathError {
  return new XPathError('FODT0002', 'a duration out of bounds');
}
