import { XPathError } from '../error.js';
import { numericArithmetic } from './arithmetic.js';
import { XDecimal } from './decimal.js';
import { XFloat } from './double.js';
import { XInteger } from './integer.js';
import { type Numeric, numberOfNumeric } from './numeric.js';
import { roundHalfToEvenOf } from './rounding.js';

/** One half of a picture, read (F&O 3.1 §4.7.4, which the reference engine follows; XSLT 2.0 §16.4.3 is a part of it). */
interface SubPicture {
  readonly prefix: string;
  readonly suffix: string;
  readonly leastInteger: number;
  readonly leastFraction: number;
  readonly mostFraction: number;
  /** Digits of the exponent; 0 for none. */
  readonly exponent: number;
  /** How many digits of the mantissa stand in front of the point. */
  readonly scaling: number;
  /** Percent 2, per-mille 3, else 0: the power of ten to multiply by. */
  readonly shift: number;
  /** Digits right of each separator of the integer part. */
  readonly groups: readonly number[];
  /** Digits left of each separator of the fraction. */
  readonly fractionGroups: readonly number[];
}

const ACTIVE = '0123456789#.,';
const DIGITS = '0123456789';

/**
 * fn:format-number with the default decimal format: `.` and `,`, `%` and `‰`, `-`, `e`, `Infinity`, `NaN`. Halves go to the even digit.
 *
 * @throws XPathError FODF1310 when the picture is not well formed
 */
export function formatNumber(value: Numeric, picture: string): string {
  const parts = picture.split(';');
  if (parts.length > 2) throw malformed();
  const [positive, negative] = parts.map(readSubPicture);
  if (positive === undefined) throw malformed();
  const number = numberOfNumeric(value);
  if (Number.isNaN(number)) return 'NaN';
  const isNegative = number < 0 || Object.is(number, -0);
  const used = isNegative ? (negative ?? { ...positive, prefix: `-${positive.prefix}` }) : positive;
  const digits = Number.isFinite(number) ? digitsOf(absoluteDecimal(multiplied(value, used.shift)), used) : 'Infinity';
  return used.prefix + digits + used.suffix;
}

/** A hundred or a thousand times, in the arithmetic of the type of the number. */
function multiplied(value: Numeric, shift: number): Numeric {
  return shift === 0 ? value : numericArithmetic('*', value, XInteger.of(10 ** shift));
}

function absoluteDecimal(value: Numeric): XDecimal {
  const exact =
    value instanceof XInteger ? XDecimal.of(value.value, 0) : value instanceof XDecimal ? value : written(value);
  return exact.unscaled < 0n ? XDecimal.of(-exact.unscaled, exact.scale) : exact;
}

/** Of a double its written digits; of a float those of the double it is. */
function written(value: number | XFloat): XDecimal {
  return XDecimal.ofDigits(value instanceof XFloat ? value.value : value);
}

function digitsOf(value: XDecimal, picture: SubPicture): string {
  if (picture.exponent === 0) return pointed(value, picture);
  // As many digits in front of the point as the picture has; when rounding adds one, it stays: 9.99 is 10.0e0.
  const exponent = value.unscaled.toString().length - value.scale - picture.scaling;
  const mantissa = XDecimal.of(value.unscaled, value.scale + exponent);
  const power = Math.abs(exponent).toString().padStart(picture.exponent, '0');
  return `${pointed(mantissa, picture)}e${exponent < 0 ? '-' : ''}${power}`;
}

function rounded(value: XDecimal, decimals: number): XDecimal {
  const result = roundHalfToEvenOf(value, decimals);
  return result instanceof XDecimal ? result : value;
}

function pointed(value: XDecimal, picture: SubPicture): string {
  const number = rounded(value, picture.mostFraction);
  const [whole = '0', fraction = ''] = number.toString().split('.');
  const integer = (whole === '0' ? '' : whole).padStart(picture.leastInteger, '0');
  const decimals = fraction.padEnd(picture.leastFraction, '0');
  const grouped = groupInteger(integer, picture.groups);
  return decimals === '' ? grouped : `${grouped}.${groupFraction(decimals, picture.fractionGroups)}`;
}

/** Separators at regular places go on to the left; others stand where they are. */
function groupInteger(digits: string, groups: readonly number[]): string {
  const [first] = groups;
  if (first === undefined) return digits;
  const regular = groups.every((place, index) => place === first * (index + 1));
  let text = '';
  for (let index = 0; index < digits.length; index++) {
    const right = digits.length - index;
    if (index > 0 && (regular ? right % first === 0 : groups.includes(right))) text += ',';
    text += digits.charAt(index);
  }
  return text;
}

function groupFraction(digits: string, groups: readonly number[]): string {
  let text = '';
  for (let index = 0; index < digits.length; index++) {
    if (groups.includes(index)) text += ',';
    text += digits.charAt(index);
  }
  return text;
}

function readSubPicture(text: string): SubPicture {
  const first = [...ACTIVE].map((char) => text.indexOf(char)).filter((at) => at >= 0);
  if (first.length === 0) throw malformed();
  const start = Math.min(...first);
  const end = Math.max(...[...ACTIVE].map((char) => text.lastIndexOf(char))) + 1;
  const body = text.slice(start, end);
  const [prefix, suffix] = [text.slice(0, start), text.slice(end)];
  const found = /^([#,]*)([0-9,]*)(?:(\.)([0-9,]*)([#,]*))?(?:e([0-9]+))?$/.exec(body);
  if (found === null) throw malformed();
  const [, optional = '', mandatory = '', point, fixed = '', more = '', exponent] = found;
  const shift = percents(prefix + suffix);
  const integer = optional + mandatory;
  const fraction = fixed + more;
  const digits = (integer + fraction).replaceAll(',', '');
  const badGroup = /,,/.test(body) || integer.endsWith(',') || fraction.startsWith(',');
  if (digits === '' || badGroup || (point === undefined && fraction !== '')) throw malformed();
  if (exponent !== undefined && (shift !== 0 || body.includes(','))) throw malformed();
  return {
    prefix,
    suffix,
    shift,
    exponent: exponent?.length ?? 0,
    scaling: count(mandatory),
    ...leastSizes(count(mandatory), count(fixed), digitCount(fraction), exponent !== undefined, integer.includes('#')),
    groups: separators(integer).reverse(),
    fractionGroups: [...fraction].flatMap((char, at) => (char === ',' ? [digitCount(fraction.slice(0, at))] : [])),
  };
}

/** A number has a digit: in front of the point when the picture has no fraction, else behind it. */
function leastSizes(
  integer: number,
  fixed: number,
  fraction: number,
  exponent: boolean,
  optional: boolean,
): Pick<SubPicture, 'leastInteger' | 'leastFraction' | 'mostFraction'> {
  let [leastInteger, leastFraction, mostFraction] = [integer, fixed, fraction];
  if (leastInteger === 0 && mostFraction === 0) {
    if (exponent) [leastFraction, mostFraction] = [1, 1];
    else leastInteger = 1;
  }
  if (exponent && leastInteger === 0 && optional) leastInteger = 1;
  if (leastInteger === 0 && leastFraction === 0) leastFraction = 1;
  return { leastInteger, leastFraction, mostFraction };
}

function percents(passive: string): number {
  const percent = passive.split('%').length - 1;
  const permille = passive.split('‰').length - 1;
  if (percent + permille > 1) throw malformed();
  return percent === 1 ? 2 : permille === 1 ? 3 : 0;
}

function separators(integer: string): number[] {
  return [...integer].flatMap((char, at) => (char === ',' ? [digitCount(integer.slice(at + 1))] : []));
}

function digitCount(text: string): number {
  return text.replaceAll(',', '').length;
}

function count(text: string): number {
  return [...text].filter((char) => DIGITS.includes(char)).length;
}

function malformed(): XPathError {
  return new XPathError('FODF1310', 'the picture of a number is not well formed');
}
