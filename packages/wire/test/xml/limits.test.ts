import { describe, expect, it } from 'vitest';
import { defaultXmlLimits, parseXml, XmlError, type XmlErrorCode, type XmlParseOptions } from '../../src/xml.js';

function accepts(xml: string | Uint8Array, options: XmlParseOptions): true | string {
  try {
    parseXml(xml, options);
    return true;
  } catch (error) {
    return error instanceof XmlError ? error.code : String(error);
  }
}

const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
const flat = (count: number) => `<r>${'<a/>'.repeat(count - 1)}</r>`;
const attributes = (count: number) => `<r ${Array.from({ length: count }, (_, i) => `a${i}="1"`).join(' ')}/>`;

const cases: readonly (readonly [string, XmlParseOptions, (n: number) => string, number, XmlErrorCode])[] = [
  ['depth', { maxDepth: 7 }, nested, 7, 'xml.tooDeep'],
  ['default depth', {}, nested, defaultXmlLimits.maxDepth, 'xml.tooDeep'],
  ['elements', { maxElements: 9 }, flat, 9, 'xml.tooMany'],
  ['default elements', {}, flat, defaultXmlLimits.maxElements, 'xml.tooMany'],
  ['attributes', { maxAttributes: 5 }, attributes, 5, 'xml.tooMany'],
  ['default attributes', {}, attributes, defaultXmlLimits.maxAttributes, 'xml.tooMany'],
  ['text', { maxTextLength: 40 }, (n) => `<a>${'x'.repeat(n)}</a>`, 40, 'xml.tooLarge'],
  [
    'text in several pieces',
    { maxTextLength: 40 },
    (n) => `<a>${'x'.repeat(10)}<!-- c -->${'x'.repeat(10)}<![CDATA[${'y'.repeat(n - 20)}]]></a>`,
    40,
    'xml.tooLarge',
  ],
  ['default text', {}, (n) => `<a>${'x'.repeat(n)}</a>`, defaultXmlLimits.maxTextLength, 'xml.tooLarge'],
  ['attribute value', { maxTextLength: 40 }, (n) => `<a b="${'x'.repeat(n)}"/>`, 40, 'xml.tooLarge'],
  ['bytes', { maxBytes: 50 }, (n) => `<a>${'x'.repeat(n - 7)}</a>`, 50, 'xml.tooLarge'],
  ['bytes of two', { maxBytes: 50 }, (n) => `<a>${'x'.repeat(n - 9)}é</a>`, 50, 'xml.tooLarge'],
  [
    'default bytes',
    { maxTextLength: 2_000_000 },
    (n) => `<a>${'x'.repeat(n - 7)}</a>`,
    defaultXmlLimits.maxBytes,
    'xml.tooLarge',
  ],
];

describe('limits of the reader, at n and n + 1', () => {
  it.each(cases)('%s', (_name, options, make, n, code) => {
    expect(accepts(make(n), options)).toBe(true);
    expect(accepts(make(n + 1), options)).toBe(code);
    expect(accepts(new TextEncoder().encode(make(n)), options)).toBe(true);
    expect(accepts(new TextEncoder().encode(make(n + 1)), options)).toBe(code);
  });

  it('stops when the clock says so', () => {
    // Each reading of the clock is one millisecond later; the document needs several chunks.
    const ticking = () => {
      let time = 0;
      return () => time++;
    };
    const long = `<a>${'<b>x</b>'.repeat(20_000)}</a>`;
    expect(accepts(long, { maxMillis: 5, now: ticking() })).toBe('xml.tooSlow');
    expect(accepts(long, { maxMillis: 500, now: ticking() })).toBe(true);
  });

  it('ignores an option left undefined', () => {
    expect(accepts(nested(300), { maxDepth: undefined })).toBe('xml.tooDeep');
  });
});
