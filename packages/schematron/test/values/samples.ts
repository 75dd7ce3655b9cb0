import { literal, type Made, made, TYPES } from './cases.js';
import { castable } from '../../src/runtime/values/cast.js';
import { XInteger } from '../../src/runtime/values/integer.js';
import { XDecimal } from '../../src/runtime/values/decimal.js';

const SPACE_NBSP = '\u00a0';

/** Texts at the edges of the lexical spaces of XML Schema. */
export const TEXTS: readonly string[] = [
  ...['', ' ', 'a', 'A b', ' a  b ', '\ta\nb', 'true', 'false', 'TRUE', ' true ', '0', '1', '-0', '+0', '00', '007'],
  ...['-1', '+1', '12', ' 12 ', `12${SPACE_NBSP}`, '1 2', '12.0', '12.', '.5', '.', '+.5', '-.5', '-', '+', '--1', '1_000', '1,000'],
  ...['１２', '0x10', '1e3', '1E3', '1e', '1e+3', '1e-3', '1e400', '-1e400', '1e-400', '1.5e-7', '1e21', 'e3', '1d', '1f', '1e1.5'],
  ...['INF', '-INF', '+INF', 'NaN', '-NaN', 'nan', 'inf', 'Infinity', '0.1', '1.10', '100.00', '123456789012345678901234567890'],
  ...['0.123456789012345678901234567890', '127', '128', '-128', '-129', '255', '256', '32767', '32768', '65535', '65536'],
  ...['2147483647', '2147483648', '-2147483648', '-2147483649', '4294967295', '4294967296', '9223372036854775807'],
  ...['9223372036854775808', '-9223372036854775808', '18446744073709551615', '18446744073709551616', '16777217', '9007199254740993'],
  ...['2025-11-22', '20251131', '2025-11-31', '2025-02-29', '2024-02-29', '1900-02-29', '2000-02-29', '0000-02-29', '-0001-02-28'],
  ...['-0004-02-29', '12025-01-01', '012025-01-01', '202-01-01', '2025-1-1', '2025-13-01', '2025-00-01', '2025-01-00', '+2025-01-01'],
  ...['2025-11-22Z', '2025-11-22+01:00', '2025-11-22-00:00', '2025-11-22+14:00', '2025-11-22+14:59', '2025-11-22+15:00'],
  ...['2025-11-22+1:00', '2025-11-22z', '2025-11-22 ', '2025-11-22T10:20:30', '2025-11-22T10:20:30Z', '2025-11-22T10:20:30.5+02:00'],
  ...['2025-11-22T24:00:00', '2025-12-31T24:00:00Z', '2025-11-22T24:00:01', '2025-11-22T10:20', '2025-11-22T10:20:60'],
  ...['2025-11-22T10:20:30.', '2025-11-22T10:20:30.123456789123', '2025-11-22t10:20:30', '2025-11-22 10:20:30', '99999999999-01-01'],
  ...['-0044-03-15T00:00:00', '10:20:30', '24:00:00', '24:00:01', '23:59:60', '10:20:30Z', '10:20:30.001-05:00', '1:02:03'],
  ...['2025', '2025Z', '-2025', '02025', '25', '-0000', '2025-11', '2025-13', '2025-11+01:00', '--11-22', '--02-29', '--02-30', '--2-3'],
  ...['---22', '---31Z', '---32', '---00', '--11', '--13', '--11Z', '--11--'],
  ...['P1Y', 'P1M', 'P1D', 'PT1H', 'PT1M', 'PT1S', 'P1Y2M3DT4H5M6.789S', '-P1Y', '+P1Y', 'P', 'PT', 'P1YT', 'P1Y1D', 'P1M1Y', 'P1S'],
  ...['P1.5Y', 'PT1.5S', 'PT1.S', 'PT.5S', 'P0Y', 'P0M', 'PT0S', '-PT0S', 'P13M', 'PT3600S', 'PT36H', '-P1DT12H', 'p1y', 'P1', 'P2147483648D'],
  ...['PT0.0000000001S', 'P-1Y', '00', '0aFF', '0aF', '0aFf ', 'zz', '0 0', 'AA==', 'AA=', 'AB==', 'A A = =', 'YWI=', 'YWJ=', 'YWJj', 'AA==AA=='],
  ...['fr', 'fr-FR', 'fr_FR', 'abcdefghi', 'x-klingon-1', 'fr-', 'a:b', 'p:x', 'q:x', ':x', 'p:', 'p:x:y', '1a', '_a', 'é', 'a.b-c', 'a/b'],
  ...['http://example.org/é%zz', 'urn:x', '  urn:x  ', '\u{10000}', 'a\u{300}', '\u{37e}', '٣'],
];

/** Values of every type, several where an operator may tell them apart. */
export const VALUES: readonly Made[] = [
  ...number('integer', ['0', '1', '-1', '2', '3', '7', '-7', '10', '255', '1000', '16777217', '9007199254740993', '-12345678901234567890']),
  ...number('decimal', ['0.0', '0.5', '-0.5', '1.5', '2.5', '-2.5', '0.1', '100.0', '300.0', '0.00001', '3.14159265358979', '123456789012345678901.5']),
  ...number('double', ['0e0', '-0e0', '1e0', '0.5e0', '-2.5e0', '0.1e0', '1e-7', '1e6', '1.5e300', '9007199254740992e0']),
  ...['INF', '-INF', 'NaN'].map((text) => made('double', text)),
  ...['0', '-0', '1', '2.5', '-0.5', '0.1', '1e10', '16777216', '3.4e38', 'INF', 'NaN'].map((text) => made('float', text)),
  ...['', 'a', 'b', '1', ' 1 ', 'x1', 'true'].map((text) => made('string', text)),
  ...['', 'a', '1', '2.5', 'x', 'true', '2025-11-22', 'PT1H', 'P1Y'].map((text) => made('untypedAtomic', text)),
  { text: 'true()', value: true },
  { text: 'false()', value: false },
  ...['a', 'b', '1'].map((text) => made('anyURI', text)),
  ...['a', '1'].map((text) => made('token', text)),
  made('byte', '5'),
  made('positiveInteger', '2'),
  ...['2025-11-22T10:20:30', '2025-11-22T10:20:30Z', '2025-11-22T11:20:30+01:00', '2024-02-29T23:59:59.5-05:00'].map((text) => made('dateTime', text)),
  made('dateTimeStamp', '2025-11-22T10:20:30Z'),
  ...['2025-11-22', '2025-11-22Z', '2025-01-31', '2024-02-29+14:00', '-0001-12-31'].map((text) => made('date', text)),
  ...['10:20:30', '10:20:30Z', '00:00:00', '23:59:59.999-05:00'].map((text) => made('time', text)),
  ...['2025-11', '2025-11Z'].map((text) => made('gYearMonth', text)),
  ...['2025', '2025Z', '2024'].map((text) => made('gYear', text)),
  ...['--11-22', '--02-29'].map((text) => made('gMonthDay', text)),
  made('gDay', '---22'),
  made('gMonth', '--11'),
  ...['P1Y', 'P12M', 'PT1H', 'P1Y2M3DT4H5M6.7S', 'PT0S'].map((text) => made('duration', text)),
  ...['P1Y', 'P14M', '-P5M', 'P0M'].map((text) => made('yearMonthDuration', text)),
  ...['PT1H', 'PT3600S', '-P1DT12H', 'PT0S', 'P31D', 'PT7S'].map((text) => made('dayTimeDuration', text)),
  ...['00', '0AFF'].map((text) => made('hexBinary', text)),
  ...['AA==', 'YWJj'].map((text) => made('base64Binary', text)),
  ...['p:x', 'x'].map((text) => made('QName', text)),
];

/** Numeric literals, and the values they are. */
function number(type: 'integer' | 'decimal' | 'double', texts: readonly string[]): Made[] {
  return texts.map((text) => ({ text: text.startsWith('-') ? `xs:${type}('${text}')` : text, value: numberOf(type, text) }));
}

function numberOf(type: 'integer' | 'decimal' | 'double', text: string): Made['value'] {
  if (type === 'integer') return new XInteger(BigInt(text));
  return type === 'decimal' ? XDecimal.parse(text) : Number(text);
}

/** Every text as every type it may be, when that is not a bare text. */
export function textsAs(): Made[] {
  return TEXTS.flatMap((text) => [
    { text: literal(text), value: text },
    ...TYPES.filter((type) => type !== 'string' && type !== 'numeric' && castable(text, type)).map((type) => made(type, text)),
  ]);
}
