import { XAtomic } from '../item.js';
import { XDecimal } from './decimal.js';

/**
 * Text of an xs:double (F&O §17.1.2): plain digits from 1.0E-6 to 1.0E6, not including it, else a mantissa with a point and an
 * exponent (`1.0E6`); `INF`, `-INF`, `NaN`, `0`, `-0`.
 */
export function doubleToString(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude >= 1e-6 && magnitude < 1e6) {
    const text = String(value);
    // Sixteen digits: the next one may be a 5 with nothing behind it, which the reference engine drops and JavaScript does not.
    return text.length < 17 ? text : plain(strictDigits(value, 53));
  }
  return special(value, magnitude) ?? scientific(strictDigits(value, 53));
}

/** The least float that is written without an exponent. */
const LEAST_PLAIN_FLOAT = Math.fround(1e-6);

/** Text of an xs:float: the shortest digits that read back as the same float, written as those of a double. */
export function floatToString(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude >= LEAST_PLAIN_FLOAT && magnitude < 1e6) return plain(strictDigits(value, 24));
  return special(value, magnitude) ?? scientific(strictDigits(value, 24));
}

/** `1.5e-3` as `0.0015`. */
function plain(text: string): string {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const digits = XDecimal.parse(mantissa);
  return XDecimal.of(digits.unscaled, digits.scale - Number(exponent)).toString();
}

/**
 * The shortest digits that tell a number from its neighbours, by the algorithm of Steele and White as the reference engine has it: a
 * decimal exactly halfway to a neighbour is not taken, though it reads back by the rule of even, so that 2.5e22 is written
 * 2.4999999999999998E22 and 1e23 0.9999999999999999E23; and a power of two is as far from the number below it as from the one above.
 *
 * @param bits of the mantissa: 53 for xs:double, 24 for xs:float
 */
function strictDigits(value: number, bits: number): string {
  const { mantissa, power } = decompose(Math.abs(value), bits);
  // The number is rest / scale and half the distance to its neighbours is half / scale.
  let rest = mantissa * 2n;
  let half = 1n;
  let scale = 2n;
  if (power >= 0) {
    rest <<= BigInt(power);
    half <<= BigInt(power);
  } else scale <<= BigInt(-power);
  let exponent = 0;
  for (; rest * 10n + half * 10n < scale; exponent--) {
    rest *= 10n;
    half *= 10n;
  }
  for (; rest + half >= scale; exponent++) scale *= 10n;
  return `${value < 0 ? '-' : ''}${point(digitsOf(rest, half, scale))}e${exponent - 1}`;
}

/** `mantissa * 2 ** power`, the mantissa an integer of so many bits. */
function decompose(magnitude: number, bits: number): { readonly mantissa: bigint; readonly power: number } {
  let power = Math.max(Math.floor(Math.log2(magnitude)) - bits + 1, -1074);
  let mantissa = magnitude / 2 ** Math.max(power, -1000) / 2 ** (power < -1000 ? power + 1000 : 0);
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    power--;
  }
  for (; mantissa < 2 ** (bits - 1) && power > -1074; power--) mantissa *= 2;
  for (; mantissa >= 2 ** bits; power++) mantissa /= 2;
  return { mantissa: BigInt(mantissa), power };
}

function digitsOf(value: bigint, distance: bigint, scale: bigint): string {
  let rest = value;
  let half = distance;
  let digits = '';
  for (;;) {
    rest *= 10n;
    half *= 10n;
    const digit = rest / scale;
    rest %= scale;
    const low = rest < half;
    const high = rest > scale - half;
    if (low || high) return digits + (high && (!low || rest * 2n > scale) ? digit + 1n : digit).toString();
    digits += digit.toString();
  }
}

function point(digits: string): string {
  return digits.length === 1 ? digits : `${digits.charAt(0)}.${digits.slice(1)}`;
}

function special(value: number, magnitude: number): string | undefined {
  if (Number.isNaN(value)) return 'NaN';
  if (magnitude === Number.POSITIVE_INFINITY) return value > 0 ? 'INF' : '-INF';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  return undefined;
}

/** `1e+21` and `1.5e-7`, as JavaScript writes them, in the form of XPath: `1.0E21`, `1.5E-7`. */
function scientific(text: string): string {
  const at = text.indexOf('e');
  const mantissa = text.slice(0, at);
  const exponent = text.slice(text.charAt(at + 1) === '+' ? at + 2 : at + 1);
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent}`;
}

/** xs:float: a number rounded to 32 bits. */
export class XFloat extends XAtomic {
  readonly type = 'float';
  readonly value: number;
  constructor(value: number) {
    super();
    this.value = Math.fround(value);
  }
  override toString(): string {
    return floatToString(this.value);
  }
}

const DOUBLE = /^[\t\n\r ]*(?:[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|([+-]?INF)|NaN)[\t\n\r ]*$/;

/** Whether a text is an xs:double once trimmed. */
export function isDouble(text: string): boolean {
  return DOUBLE.test(text);
}

/** The double a text writes, `undefined` when it writes none. `+INF` is one, as in XML Schema 1.1, which the reference engine follows. */
export function readDouble(text: string): number | undefined {
  const found = DOUBLE.exec(text);
  if (found === null) return undefined;
  if (found[1] !== undefined) return found[1].startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(text);
}

/** fn:number of a text: NaN when it is no double. */
export function parseDouble(text: string): number {
  // The common case, a few digits, without a regular expression.
  const length = text.length;
  if (length > 0 && length < 16) {
    let value = 0;
    let at = 0;
    for (; at < length; at++) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (at === length) return value;
  }
  return readDouble(text) ?? Number.NaN;
}
