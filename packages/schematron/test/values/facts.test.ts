import { describe, expect, it } from 'vitest';
import { XPathError } from '../../src/runtime/error.js';
import { valueFunctions } from '../../src/runtime/functions/values-functions.js';
import { FUNCTIONS } from '../../src/runtime/functions.js';
import { type Atomic, XUntyped } from '../../src/runtime/item.js';
import { SIGNATURES } from '../../src/runtime/signatures.js';
import { arithmetic } from '../../src/runtime/values/arithmetic.js';
import { booleanOfAtomic, effectiveBooleanValue } from '../../src/runtime/values/boolean-value.js';
import { castTo } from '../../src/runtime/values/cast.js';
import { compareAtomic } from '../../src/runtime/values/compare.js';
import { XDecimal } from '../../src/runtime/values/decimal.js';
import { generalCompare } from '../../src/runtime/values/general.js';
import { XInteger } from '../../src/runtime/values/integer.js';
import { stringOf } from '../../src/runtime/values/text-value.js';
import { readDocument } from '../../src/tree/read.js';
import { answerOf, callOf, type Made, made, runAt } from './cases.js';

const c = runAt(60);

/** The code of the error that this throws. */
function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof XPathError) return error.code;
    throw error;
  }
  return 'no error';
}

const text = (value: string): Made => made('string', value);
const call = (name: string, ...values: readonly (readonly Made[])[]): string => answerOf(callOf(name, ...values), c);

describe('codes of errors', () => {
  it.each([
    ['12a', 'integer', 'FORG0001'],
    ['', 'date', 'FORG0001'],
    ['20251131', 'date', 'FORG0001'],
    ['99999999999-01-01', 'date', 'FODT0001'],
    ['P99999999999Y', 'duration', 'FODT0002'],
    ['q:x', 'QName', 'FONS0004'],
    ['1x', 'QName', 'FORG0001'],
    ['256', 'unsignedByte', 'FORG0001'],
    ['2025-01-01T00:00:00', 'dateTimeStamp', 'FORG0001'],
    ['x', 'anyAtomicType', 'XPST0080'],
  ])('%j as xs:%s: %s', (value, type, code) => {
    expect(codeOf(() => castTo(value, type))).toBe(code);
  });

  it('casts that do not exist, or have no result', () => {
    expect(codeOf(() => castTo(true, 'date'))).toBe('XPTY0004');
    expect(codeOf(() => castTo(new XInteger(1n), 'anyURI'))).toBe('XPTY0004');
    expect(codeOf(() => castTo(Number.NaN, 'integer'))).toBe('FOCA0002');
    expect(codeOf(() => castTo(Number.POSITIVE_INFINITY, 'decimal'))).toBe('FOCA0002');
    expect(codeOf(() => castTo(castTo('10:00:00', 'time'), 'date'))).toBe('XPTY0004');
  });

  it('arithmetic', () => {
    const [one, zero] = [new XInteger(1n), new XInteger(0n)];
    expect(codeOf(() => arithmetic('div', one, zero, c))).toBe('FOAR0001');
    expect(codeOf(() => arithmetic('mod', XDecimal.of(15n, 1), zero, c))).toBe('FOAR0001');
    expect(codeOf(() => arithmetic('idiv', Number.NaN, one, c))).toBe('FOAR0002');
    expect(codeOf(() => arithmetic('+', 'a', one, c))).toBe('XPTY0004');
    expect(codeOf(() => arithmetic('+', new XUntyped('a'), one, c))).toBe('FORG0001');
    expect(codeOf(() => arithmetic('*', castTo('PT1H', 'dayTimeDuration'), Number.NaN, c))).toBe('FOCA0005');
    expect(arithmetic('+', undefined, one, c)).toBeUndefined();
  });

  it('comparisons', () => {
    expect(codeOf(() => compareAtomic('eq', 'a', 1, c))).toBe('XPTY0004');
    expect(codeOf(() => compareAtomic('lt', castTo('2025', 'gYear'), castTo('2026', 'gYear'), c))).toBe('XPTY0004');
    expect(codeOf(() => generalCompare('=', [new XUntyped('x')], [1], c))).toBe('FORG0001');
    expect(codeOf(() => generalCompare('=', ['1'], [1], c))).toBe('XPTY0004');
    expect(generalCompare('=', [1, 'a'], [1], c)).toBe(true);
    expect(generalCompare('!=', [new XUntyped('x')], [Number.NaN], c)).toBe(true);
    expect(generalCompare('=', [], [1], c)).toBe(false);
    expect(generalCompare('=', [new XUntyped('1.0')], [new XUntyped('1')], c)).toBe(false);
    expect(generalCompare('<', [new XUntyped('9')], [10], c)).toBe(true);
  });

  it('no message tells the text of a document', () => {
    const secret = '275126322074974';
    for (const run of [
      () => castTo(`${secret}x`, 'integer'),
      () => castTo(`q:${secret}`, 'QName'),
      () => castTo(secret, 'date'),
    ]) {
      expect(String(catchOf(run))).not.toContain(secret);
    }
  });
});

function catchOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

describe('texts that are long', () => {
  it('are read in a time that their length explains', () => {
    const zeros = '0'.repeat(200_000);
    expect(stringOf(castTo(`1.5${zeros}`, 'decimal'))).toBe('1.5');
    expect(stringOf(castTo(`${zeros}7`, 'integer'))).toBe('7');
    expect(codeOf(() => castTo(`P${zeros}1Y1`, 'duration'))).toBe('FORG0001');
    expect(codeOf(() => castTo(`${zeros}x`, 'double'))).toBe('FORG0001');
    expect(codeOf(() => castTo(`${'a'.repeat(200_000)} `, 'language'))).toBe('FORG0001');
    expect(codeOf(() => castTo('A'.repeat(200_001), 'base64Binary'))).toBe('FORG0001');
    expect(castTo(` ${'a '.repeat(100_000)}`, 'token').toString()).toHaveLength(199_999);
  });
});

describe('effective boolean value', () => {
  it('of one value', () => {
    const yes: Atomic[] = ['a', 'false', true, 1, new XInteger(2n), XDecimal.of(1n, 1), new XUntyped('0')];
    const no: Atomic[] = ['', false, 0, -0, Number.NaN, new XInteger(0n), XDecimal.of(0n, 0), new XUntyped('')];
    expect(yes.map(booleanOfAtomic)).toEqual(yes.map(() => true));
    expect(no.map(booleanOfAtomic)).toEqual(no.map(() => false));
  });

  it('of sequences', () => {
    const node = readDocument('<a/>');
    expect(effectiveBooleanValue([])).toBe(false);
    expect(effectiveBooleanValue([node, 'a'])).toBe(true);
    expect(codeOf(() => effectiveBooleanValue(['a', node]))).toBe('FORG0006');
    expect(codeOf(() => effectiveBooleanValue([castTo('2025-01-01', 'date')]))).toBe('FORG0006');
  });
});

describe('functions', () => {
  it('are those of the signatures', () => {
    for (const { name } of valueFunctions) expect(FUNCTIONS.get(name)?.call, name).toBeTypeOf('function');
    expect(new Set(valueFunctions.map(({ name }) => name)).size).toBe(valueFunctions.length);
    expect(valueFunctions.every(({ name }) => SIGNATURES.has(name))).toBe(true);
  });

  it.each([
    [0.0000001, '1.0E-7'],
    [1e6, '1.0E6'],
    [999_999.5, '999999.5'],
    [-0, '-0'],
    [1e23, '0.9999999999999999E23'],
    [2.5e22, '2.4999999999999998E22'],
    [2 ** -25, '2.980232238769531E-8'],
  ])('the text of %d is %s', (value, expected) => {
    expect(stringOf(value)).toBe(expected);
  });

  it('say the time of the run', () => {
    expect(call('current-dateTime')).toBe('xs:dateTime 2026-01-02T04:04:05+01:00');
    expect(call('current-date')).toBe('xs:date 2026-01-02+01:00');
    expect(call('current-time')).toBe('xs:time 04:04:05+01:00');
    expect(call('implicit-timezone')).toBe('xs:dayTimeDuration PT1H');
  });

  it('put dates and times together', () => {
    expect(call('dateTime', [made('date', '2025-01-01')], [made('time', '10:00:00Z')])).toBe(
      'xs:dateTime 2025-01-01T10:00:00Z',
    );
    expect(call('dateTime', [made('date', '2025-01-01Z')], [made('time', '10:00:00+01:00')])).toBe('error FORG0008');
    expect(call('adjust-date-to-timezone', [made('date', '2025-01-01')])).toBe('xs:date 2025-01-01+01:00');
    expect(call('adjust-date-to-timezone', [made('date', '2025-01-01Z')], [])).toBe('xs:date 2025-01-01');
    expect(call('adjust-date-to-timezone', [made('date', '2025-01-01Z')], [made('dayTimeDuration', 'PT15H')])).toBe(
      'error FODT0003',
    );
  });

  it('refuse collations but that of codepoints', () => {
    expect(
      call('max', [text('a'), text('b')], [text('http://www.w3.org/2005/xpath-functions/collation/codepoint')]),
    ).toBe('xs:string b');
    expect(call('distinct-values', [text('a')], [text('urn:x')])).toBe('error FOCH0002');
  });

  it('sum nothing as they are told', () => {
    expect(call('sum', [])).toBe('xs:integer 0');
    expect(call('sum', [], [])).toBe('');
    expect(call('avg', [])).toBe('');
    expect(call('max', [text('a'), made('integer', '1')])).toBe('error FORG0006');
  });

  it.each([
    ['1234567.891', '#,##0.00', '1,234,567.89'],
    ['0.5', '#.##', '.5'],
    ['-5', '0;(0)', '(5)'],
    ['0.256', '0%', '26%'],
    ['2.5', '0', '2'],
    ['0', '#', '0'],
    ['1234567', '#,##,##0', '12,34,567'],
    ['12345.678', '00.0e0', '12.3e3'],
    ['12', 'a0b', 'a12b'],
  ])('format %s with %s: %s', (value, picture, expected) => {
    expect(call('format-number', [made('decimal', value)], [text(picture)])).toBe(`xs:string ${expected}`);
  });

  it.each(['', 'abc', '0.0.0', '#0#', '0;0;0', '0.#0', '%0%', '0e0%', '#,', '0,,0', '.'])(
    'refuse the picture %j',
    (picture) => {
      expect(call('format-number', [made('decimal', '12')], [text(picture)])).toBe('error FODF1310');
    },
  );

  it('refuse decimal formats that nobody declared', () => {
    expect(call('format-number', [made('decimal', '12')], [text('0')], [text('x')])).toBe('error FODF1280');
  });

  it.each([
    ['[D01]/[M01]/[Y0001]', '03/11/2025'],
    ['[D1o] [MNn] [Y]', '3rd November 2025'],
    ['[FN,3-3] [FNn,*-3] [Fn] [MN,3-3]', 'MON Mon monday NOV'],
    ['[[x]] [YI] [Mi] [Da]', '[x] MMXXV xi c'],
    ['[d] [W] [w] [F1] [E] [C]', '307 45 1 1 AD Gregorian'],
    ['[Z][z]', ''],
  ])('format a date with %s: %s', (picture, expected) => {
    expect(call('format-date', [made('date', '2025-11-03')], [text(picture)])).toBe(`xs:string ${expected}`);
  });

  it.each([
    ['[H]', 'FOFD1350'],
    ['[X]', 'FOFD1340'],
    ['[Y', 'FOFD1340'],
    ['Y]', 'FOFD1340'],
    ['[Dw]', 'FOFD1340'],
    ['[D,3-2]', 'FOFD1340'],
  ])('refuse the picture %s of a date', (picture, code) => {
    expect(call('format-date', [made('date', '2025-11-03')], [text(picture)])).toBe(`error ${code}`);
  });

  it('write English, and say so when another language is asked for', () => {
    const date = [made('date', '2025-11-03')];
    expect(call('format-date', date, [text('[MNn]')], [text('fr')], [], [])).toBe('xs:string [Language: en]November');
    expect(call('format-date', date, [text('[Y]')], [], [text('CB')], [])).toBe('xs:string [Calendar: AD]2025');
    expect(call('format-date', date, [text('[Y]')], [], [text('zz')], [])).toBe('error FOFD1340');
    expect(call('format-date', [], [text('[Y]')])).toBe('');
  });
});
