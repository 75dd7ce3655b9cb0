import { XAtomic } from '../item.js';

/**
 * Text of an xs:double (F&O §17.1.2): plain digits from 1.0E-6 to 1.0E6, not including it, else a mantissa with a point and an
 * exponent (`1.0E6`); `INF`, `-INF`, `NaN`, `0`, `-0`.
 */
export function doubleToString(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude >= 1e-6 && magnitude < 1e6) return String(value);
  return special(value, magnitude) ?? scientific(strict(value, 2 ** 53, 53) ?? value.toExponential());
}

/** Text of an xs:float: the shortest digits that read back as the same float, written as those of a double. */
export function floatToString(value: number): string {
  const magnitude = Math.abs(value);
  const found = special(value, magnitude);
  if (found !== undefined) return found;
  const shortest = Number(shortestFloat(value));
  if (magnitude >= 1e-6 && magnitude < 1e6) return String(shortest);
  return scientific(strict(value, 2 ** 24, 24) ?? shortest.toExponential());
}

/**
 * The digits of a great number when they differ from the shortest ones: the reference engine (with the algorithm of Steele and
 * White) does not take a decimal that is exactly halfway to the next number, which reads back by the rule of even only: it writes
 * 2.5e22 as 2.4999999999999998E22, and 1e23 as 0.9999999999999999E23. Below `from` no short decimal is halfway.
 */
function strict(value: number, from: number, bits: number): string | undefined {
  const magnitude = Math.abs(value);
  if (magnitude < from) return undefined;
  const exact = BigInt(magnitude);
  // Half the distance to the next number; doubled everywhere, so that it is an integer.
  let half = 1n << BigInt(exact.toString(2).length - bits);
  let rest = exact * 2n;
  let exponent = 0;
  let scale = 2n;
  while (rest + half >= scale) {
    scale *= 10n;
    exponent++;
  }
  let digits = '';
  for (;;) {
    rest *= 10n;
    half *= 10n;
    const digit = rest / scale;
    rest %= scale;
    const low = rest < half;
    const high = rest > scale - half;
    if (low || high) {
      const up = high && (!low || rest * 2n >= scale);
      digits += (up ? digit + 1n : digit).toString();
      break;
    }
    digits += digit.toString();
  }
  const mantissa = digits.length === 1 ? digits : `${digits.charAt(0)}.${digits.slice(1)}`;
  return `${value < 0 ? '-' : ''}${mantissa}e${exponent - 1}`;
}

function special(value: number, magnitude: number): string | undefined {
  if (value !== value) return 'NaN';
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

function shortestFloat(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return text;
  }
  return value.toPrecision(9);
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
