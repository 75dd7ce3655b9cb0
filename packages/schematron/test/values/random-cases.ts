import fc from 'fast-check';
import { arithmeticOf, type Case, callOf, type Made, made } from './cases.js';
import { VALUES } from './samples.js';

const digits = (most: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`));
const sign = fc.constantFrom('', '', '-');

/** A number as a decimal writes it. */
const decimalText = fc
  .tuple(sign, digits(12), fc.option(digits(9)))
  .map(([minus, whole, fraction]) => `${minus}${whole}${fraction === null ? '' : `.${fraction}`}`);

const number = fc
  .tuple(fc.constantFrom('decimal', 'double', 'float', 'integer'), decimalText)
  .map(([type, text]) => made(type, type === 'integer' ? (text.split('.')[0] ?? text) : text));

/** Doubles of every size, powers of two among them; denormalized ones are left out, Java writes them in its own way. */
const doubleMade = fc
  .oneof(
    fc.double({ noNaN: true }),
    fc.integer({ min: -200, max: 200 }).map((power) => 2 ** power),
    fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: -30, max: 30 })).map(([m, e]) => Number(`${m}e${e}`)),
  )
  .filter((value) => value === 0 || Math.abs(value) > 2.3e-308)
  .map((value) => made('double', textOfDouble(value)));

function textOfDouble(value: number): string {
  return Number.isFinite(value) ? String(value) : value > 0 ? 'INF' : '-INF';
}

const zone = fc.constantFrom('', 'Z', '+01:00', '-05:30', '+13:00');
const instant = fc.date({
  min: new Date('1600-01-01T00:00:00Z'),
  max: new Date('2399-12-31T23:59:59Z'),
  noInvalidDate: true,
});
const dateTime = fc.tuple(instant, zone).map(([date, z]) => made('dateTime', date.toISOString().slice(0, -1) + z));
const date = fc.tuple(instant, zone).map(([each, z]) => made('date', each.toISOString().slice(0, 10) + z));
const time = fc.tuple(instant, zone).map(([each, z]) => made('time', each.toISOString().slice(11, -1) + z));
const count = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });
const days = fc
  .tuple(sign, count(40), count(30), count(90), count(90))
  .map(([minus, d, h, m, s]) => made('dayTimeDuration', `${minus}P${d}DT${h}H${m}M${s}.25S`));
const months = fc
  .tuple(sign, count(40), count(30))
  .map(([minus, y, m]) => made('yearMonthDuration', `${minus}P${y}Y${m}M`));

const PICTURES = [
  '0',
  '#',
  '0.00',
  '#,##0.00',
  '#.##',
  '000',
  '0.0#',
  '.0',
  '0%',
  '0.00%',
  '0‰',
  '(0);-0',
  '#,##0.00 €',
  '0.0e0',
];
const DATE_PICTURES = [
  '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z]',
  '[D]/[M]/[Y] [h]:[m] [P]',
  '[D1o] [MNn] [Y,2-2], [FNn,3-3] [FN,*-2] [d] [W] [w] [F1]',
  '[f] [f,2-4] [f01] [s1] [MN,*-3] [YI] [Mi] [DA] [z] [E] [Z0:00] [Z01:01t] [PN,2-2]',
];

const string = (text: string): Made => made('string', text);
const integer = (value: number): Made => made('integer', String(value));

/** Calls and operators on numbers, dates and durations of any value. */
export const ARBITRARY_CASES: Readonly<Record<string, fc.Arbitrary<Case>>> = {
  arithmetic: fc
    .tuple(fc.constantFrom('+', '-', '*', 'div', 'idiv', 'mod' as const), number, number)
    .map(([operator, a, b]) => arithmeticOf(operator, a, b)),
  strings: doubleMade.map((value) => callOf('string', [value])),
  floats: fc
    .float({ noNaN: true, noDefaultInfinity: true })
    .filter((value) => value === 0 || Math.abs(value) > 1.2e-38)
    .map((value) => callOf('string', [made('float', String(value))])),
  rounding: fc
    .tuple(fc.constantFrom('round', 'round-half-to-even'), number, fc.integer({ min: -4, max: 7 }))
    .map(([name, value, places]) => callOf(name, [value], [integer(places)])),
  whole: fc
    .tuple(fc.constantFrom('round', 'floor', 'ceiling', 'abs'), number)
    .map(([name, value]) => callOf(name, [value])),
  aggregates: fc
    .tuple(
      fc.constantFrom('sum', 'avg', 'min', 'max', 'distinct-values'),
      fc.array(fc.constantFrom(...VALUES.slice(0, 47)), { minLength: 1, maxLength: 4 }),
    )
    .map(([name, values]) => callOf(name, values)),
  mixtures: fc
    .tuple(
      fc.constantFrom('distinct-values', 'max', 'min'),
      fc.array(fc.constantFrom(...VALUES), { minLength: 2, maxLength: 3 }),
    )
    .map(([name, values]) => callOf(name, values)),
  indexes: fc
    .tuple(fc.array(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 5 }), fc.constantFrom(...VALUES))
    .map(([values, wanted]) => callOf('index-of', values, [wanted])),
  moments: fc
    .oneof(
      fc.tuple(fc.constantFrom('+', '-' as const), dateTime, days),
      fc.tuple(fc.constantFrom('+', '-' as const), date, fc.oneof(days, months)),
      fc.tuple(fc.constantFrom('+', '-' as const), time, days),
      fc.tuple(fc.constant('-' as const), dateTime, dateTime),
      fc.tuple(fc.constant('-' as const), date, date),
      fc.tuple(fc.constantFrom('+', '-', 'div' as const), days, days),
      fc.tuple(fc.constantFrom('+', '-', 'div' as const), months, months),
    )
    .map(([operator, a, b]) => arithmeticOf(operator, a, b)),
  zones: fc
    .tuple(dateTime, fc.constantFrom('PT0S', 'PT1H', '-PT5H30M', 'PT10H', 'PT14H1M', 'PT1S'))
    .map(([value, to]) => callOf('adjust-dateTime-to-timezone', [value], [made('dayTimeDuration', to)])),
  numbers: fc
    .tuple(number, fc.constantFrom(...PICTURES))
    .map(([value, picture]) => callOf('format-number', [value], [string(picture)])),
  dates: fc
    .tuple(dateTime, fc.constantFrom(...DATE_PICTURES))
    .map(([value, picture]) => callOf('format-dateTime', [value], [string(picture)])),
};
