import { XDecimal } from './decimal.js';
import { XFloat } from './double.js';
import { XInteger } from './integer.js';
import type { Numeric } from './numeric.js';

/** fn:abs, of the type of its argument. */
export function absoluteOf(value: Numeric): Numeric {
  if (typeof value === 'number') return Math.abs(value);
  if (value instanceof XFloat) return new XFloat(Math.abs(value.value));
  if (value instanceof XInteger) return value.value < 0n ? new XInteger(-value.value) : value;
  return value.unscaled < 0n ? XDecimal.of(-value.unscaled, value.scale) : value;
}

/** fn:floor. */
export function floorOf(value: Numeric): Numeric {
  if (typeof value === 'number') return Math.floor(value);
  if (value instanceof XFloat) return new XFloat(Math.floor(value.value));
  return value instanceof XInteger ? value : XDecimal.of(floorDivide(value.unscaled, 10n ** BigInt(value.scale)), 0);
}

/** fn:ceiling. */
export function ceilingOf(value: Numeric): Numeric {
  if (typeof value === 'number') return Math.ceil(value);
  if (value instanceof XFloat) return new XFloat(Math.ceil(value.value));
  return value instanceof XInteger ? value : XDecimal.of(-floorDivide(-value.unscaled, 10n ** BigInt(value.scale)), 0);
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** What happens to a half: up towards positive (fn:round), or to the even neighbour (fn:round-half-to-even). */
type Half = 'up' | 'even';

/** The power of ten beyond which no value has digits: what is asked beyond changes nothing, or leaves nothing. */
const FAR = 10_000;

/** fn:round, to a number of decimals (negative: tens, hundreds …); the second argument comes from XPath 3.0. */
export function roundOf(value: Numeric, decimals: number): Numeric {
  return rounded(value, decimals, 'up');
}

/** fn:round-half-to-even. */
export function roundHalfToEvenOf(value: Numeric, decimals: number): Numeric {
  return rounded(value, decimals, 'even');
}

function rounded(value: Numeric, decimals: number, half: Half): Numeric {
  if (typeof value === 'number') return roundDouble(value, decimals, half);
  if (value instanceof XFloat) return new XFloat(roundDouble(value.value, decimals, half));
  if (value instanceof XInteger) {
    return decimals >= 0
      ? value
      : new XInteger(roundUnscaled(value.value, Math.min(-decimals, FAR), half) * power(-decimals));
  }
  if (decimals >= value.scale) return value;
  const dropped = Math.min(value.scale - decimals, FAR);
  return XDecimal.of(roundUnscaled(value.unscaled, dropped, half), value.scale - dropped);
}

function power(exponent: number): bigint {
  return 10n ** BigInt(Math.min(exponent, FAR));
}

/** An integer over a power of ten, rounded. */
function roundUnscaled(value: bigint, digits: number, half: Half): bigint {
  const unit = 10n ** BigInt(digits);
  const floor = floorDivide(value, unit);
  const twice = (value - floor * unit) * 2n;
  if (twice < unit) return floor;
  if (twice > unit || half === 'up') return floor + 1n;
  return floor % 2n === 0n ? floor : floor + 1n;
}

/**
 * Rounds a double as the reference engine does, in the arithmetic of doubles: 2.675 to two decimals is 2.68, although the double is
 * a little less, and a negative half with decimals goes away from zero, although F&O says up.
 */
function roundDouble(value: number, decimals: number, half: Half): number {
  if (!Number.isFinite(value) || value === 0) return value;
  if (decimals === 0 && half === 'up') return Math.round(value);
  const factor = 10 ** Math.max(-FAR, Math.min(decimals + 1, FAR));
  let scaled = Math.abs(value * factor);
  if (!Number.isFinite(scaled)) return value;
  const rest = scaled % 10;
  if (rest > 5 || (rest === 5 && (half === 'up' || scaled % 20 === 15))) scaled += 10 - rest;
  else scaled -= rest;
  scaled /= factor;
  return value < 0 ? -scaled : scaled;
}
