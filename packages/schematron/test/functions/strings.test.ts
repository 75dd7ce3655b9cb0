import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codepointsToString, normalizeUnicode, stringToCodepoints } from '../../src/runtime/functions/codepoints.js';
import {
  containsToken,
  normalizeSpace,
  stringLength,
  substring,
  substringAfter,
  substringBefore,
  translate,
} from '../../src/runtime/functions/strings.js';
import { call, codeOf, int, runOf, texts } from './call.js';

/** Texts of French, of pairs of surrogates, of marks that combine and of every white space. */
const text = () =>
  fc.string({
    unit: fc.constantFrom(
      'a',
      'b',
      'É',
      'œ',
      'e\u0301',
      '\u0301',
      '😀',
      '𝒳',
      ' ',
      '\t',
      '\n',
      '\r',
      '\u00a0',
      '\u2028',
      "'",
    ),
    maxLength: 12,
  });

const anyNumber = () =>
  fc.oneof(
    fc.integer({ min: -3, max: 15 }),
    fc.double({ min: -3, max: 15, noNaN: true }),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0.5, 1.5, 2.5, -0.5, -1.5),
  );

describe('substring', () => {
  it('counts characters and rounds as xs:double does', () => {
    expect(substring('hello', 1.5, 2.6)).toBe('ell');
    expect(substring('12345', 0, 3)).toBe('12');
    expect(substring('12345', 0.5, 2.5)).toBe('123');
    expect(substring('12345', -0.5, 2)).toBe('1');
    expect(substring('12345', 5, -3)).toBe('');
    expect(substring('12345', -2.5, 2)).toBe('');
    expect(substring('12345', Number.NaN)).toBe('');
    expect(substring('12345', 2, Number.NaN)).toBe('');
    expect(substring('12345', -42, Number.POSITIVE_INFINITY)).toBe('12345');
    expect(substring('12345', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)).toBe('');
    expect(substring('12345', Number.NEGATIVE_INFINITY)).toBe('12345');
    expect(substring('a😀b', 2, 1)).toBe('😀');
    expect(substring('été', 2)).toBe('té');
    expect(substring('e\u0301te\u0301', 2, 1)).toBe('\u0301');
  });

  it('gives nothing for a start with a fraction beyond the length, as the reference engine', () => {
    expect(substring('é', 1.2)).toBe('');
    expect(substring('éa', 1.2)).toBe('éa');
  });

  it('is the filter of characters that the recommendation writes', () => {
    fc.assert(
      fc.property(text(), anyNumber(), fc.option(anyNumber(), { nil: undefined }), (value, start, length) => {
        fc.pre(!(start > value.length));
        const from = Math.round(start);
        const to = length === undefined ? Number.POSITIVE_INFINITY : from + Math.round(length);
        const expected = Array.from(value).filter((_, index) => from <= index + 1 && index + 1 < to);
        expect(substring(value, start, length)).toBe(expected.join(''));
      }),
    );
  });
});

describe('white space', () => {
  it('is that of XML', () => {
    expect(normalizeSpace('  a\t\n b\u00a0 c\r')).toBe('a b\u00a0 c');
    expect(normalizeSpace('déjà vu')).toBe('déjà vu');
    expect(normalizeSpace(' ')).toBe('');
    expect(normalizeSpace('')).toBe('');
    expect(normalizeSpace('a ')).toBe('a');
    expect(normalizeSpace('a  b')).toBe('a b');
  });

  it('is trimmed and collapsed in any text', () => {
    fc.assert(
      fc.property(text(), (value) => {
        const expected = value.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '');
        expect(normalizeSpace(value)).toBe(expected);
        expect(normalizeSpace(expected)).toBe(expected);
      }),
    );
  });

  it('parts tokens', () => {
    expect(containsToken(' a  bé\tc ', ' bé ')).toBe(true);
    expect(containsToken('a bé', 'b')).toBe(false);
    expect(containsToken('a  b', '')).toBe(false);
    expect(containsToken('a b', 'a b')).toBe(false);
  });
});

describe('characters', () => {
  it('are code points', () => {
    expect(stringLength('a😀é')).toBe(3);
    expect(stringLength('e\u0301')).toBe(2);
    expect(stringToCodepoints('aé😀')).toEqual([97, 233, 128512]);
    expect(codepointsToString([97, 233, 128512])).toBe('aé😀');
  });

  it('make the text that they came from', () => {
    fc.assert(
      fc.property(text(), (value) => {
        expect(codepointsToString(stringToCodepoints(value))).toBe(value);
        expect(stringLength(value)).toBe(Array.from(value).length);
      }),
    );
  });

  it.each([0, 11, 0xd800, 0xdfff, 0xfffe, 0xffff, 0x110000, -1])('of XML only: not %i', (code) => {
    expect(codeOf(() => codepointsToString([code]))).toBe('FOCH0001');
  });

  it('are translated one by one', () => {
    expect(translate('aé😀b', 'é😀', 'x')).toBe('axb');
    expect(translate('abc', 'aa', 'xy')).toBe('xbc');
    expect(translate('abc', '', 'x')).toBe('abc');
    expect(translate('ÉTÉ', 'É', 'E')).toBe('ETE');
    fc.assert(
      fc.property(text(), (value) => {
        expect(translate(value, value, value)).toBe(value);
        expect(translate(value, value, '')).toBe('');
      }),
    );
  });

  it('are composed and decomposed', () => {
    expect(normalizeUnicode('e\u0301', ' nfc ')).toBe('é');
    expect(normalizeUnicode('é', 'NFD')).toBe('e\u0301');
    expect(normalizeUnicode('ﬁ', 'NFKC')).toBe('fi');
    expect(normalizeUnicode('é', '')).toBe('é');
    expect(codeOf(() => normalizeUnicode('', 'FULLY-NORMALIZED'))).toBe('FOCH0003');
    expect(texts(runOf(), 'normalize-unicode', [], 'nonsense')).toEqual(['']);
  });
});

describe('parts of a text', () => {
  it('before and after', () => {
    expect(substringBefore('2020-02-29', '-')).toBe('2020');
    expect(substringAfter('2020-02-29', '-')).toBe('02-29');
    expect([substringBefore('abc', ''), substringAfter('abc', '')]).toEqual(['', 'abc']);
    expect([substringBefore('abc', 'x'), substringAfter('abc', 'x')]).toEqual(['', '']);
    expect(substringBefore('a😀b', 'b')).toBe('a😀');
  });

  it('are found by code points only', () => {
    const c = runOf();
    const codepoint = 'http://www.w3.org/2005/xpath-functions/collation/codepoint';
    for (const name of ['contains', 'starts-with', 'ends-with']) {
      expect(call(c, name, 'éa', 'éa', codepoint)).toEqual([true]);
      expect(call(c, name, [], [])).toEqual([true]);
      expect(call(c, name, 'é', 'É')).toEqual([false]);
      expect(codeOf(() => call(c, name, 'a', 'a', 'http://www.w3.org/2013/collation/UCA'))).toBe('FOCH0002');
    }
    expect(call(c, 'default-collation')).toEqual([codepoint]);
  });
});

describe('comparison', () => {
  it('orders code points, not UTF-16 units', () => {
    const c = runOf();
    expect(texts(c, 'compare', '😀', '\uff5e')).toEqual(['1']);
    expect(texts(c, 'compare', 'a', 'é')).toEqual(['-1']);
    expect(texts(c, 'compare', 'a', 'a')).toEqual(['0']);
    expect(call(c, 'compare', [], 'a')).toEqual([]);
    expect(call(c, 'codepoint-equal', 'é', 'e\u0301')).toEqual([false]);
    expect(call(c, 'codepoint-equal', 'é', [])).toEqual([]);
  });
});

describe('texts put together', () => {
  const c = runOf();
  it('of any atomic type', () => {
    expect(texts(c, 'concat', 'a', [], 1.5, true, int(7), 1e7)).toEqual(['a1.5true71.0E7']);
    expect(texts(c, 'string-join', ['a', int(1), true], '-')).toEqual(['a-1-true']);
    expect(texts(c, 'string-join', ['a', 'b'])).toEqual(['ab']);
    expect(texts(c, 'string-join', [], '-')).toEqual(['']);
  });

  it('and not of sequences', () => {
    expect(codeOf(() => call(c, 'concat', 'a', ['b', 'c']))).toBe('XPTY0004');
    expect(codeOf(() => call(c, 'string-join', 'a', []))).toBe('XPTY0004');
    expect(codeOf(() => call(c, 'substring', 'abc', 'x'))).toBe('XPTY0004');
  });

  it('in capitals', () => {
    expect(texts(c, 'upper-case', 'éßœﬁ')).toEqual(['ÉSSŒFI']);
    expect(texts(c, 'lower-case', 'ÉΑΣ')).toEqual(['éας']);
    expect(texts(c, 'upper-case', [])).toEqual(['']);
  });
});
