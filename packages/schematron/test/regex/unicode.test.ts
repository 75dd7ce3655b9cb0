import { describe, expect, it } from 'vitest';
import { complement, contains, difference, intersects, setOf, union } from '../../src/regex/code-set.js';
import { block, caseVariants, category, multiCharEscape } from '../../src/regex/unicode.js';
import { CATEGORY_NAMES } from '../../src/regex/unicode-categories.js';

describe('sets of code points', () => {
  it('are kept in order, without gaps of nothing', () => {
    expect(setOf([5, 6, 1, 2, 3, 3, 9, 9])).toEqual([1, 3, 5, 6, 9, 9]);
    expect(complement([0, 9, 20, 0x10ffff])).toEqual([10, 19]);
    expect(complement(complement([3, 7, 9, 9]))).toEqual([3, 7, 9, 9]);
    expect(difference([1, 10], [4, 5])).toEqual([1, 3, 6, 10]);
    expect(union([1, 2], [], [3, 4])).toEqual([1, 4]);
    expect(intersects([1, 2, 8, 9], [3, 7])).toBe(false);
    expect(intersects([1, 2, 8, 9], [3, 8])).toBe(true);
    expect([0, 1, 2, 3, 8, 9, 10].map((code) => contains([1, 2, 8, 9], code))).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('general categories', () => {
  // Letters and signs whose category later versions of Unicode changed (Georgian, Cherokee, a few signs) are in the exceptions.
  it('are those of the platform for what Unicode 6.2 knew, but for what has changed since', () => {
    let changed = 0;
    for (const name of CATEGORY_NAMES.split(' ').filter((one) => one !== 'Cn')) {
      const native = new RegExp(`^\\p{${name}}$`, 'u');
      const set = category(name) ?? [];
      for (let at = 0; at + 1 < set.length; at += 2) {
        for (let code = set[at] ?? 0; code <= (set[at + 1] ?? 0); code++)
          if (!native.test(String.fromCodePoint(code))) changed += 1;
      }
    }
    expect(changed).toBeLessThan(250);
  });

  it('share out every code point but the surrogates', () => {
    const all = CATEGORY_NAMES.split(' ').flatMap((name) => category(name) ?? []);
    expect(complement(setOf(all))).toEqual([0xd800, 0xdfff]);
    const size = (set: readonly number[]) => set.reduce((sum, bound, at) => sum + (at % 2 ? bound + 1 : -bound), 0);
    expect(size(all)).toBe(0x110000 - 0x800);
  });

  it('group by their first letter', () => {
    expect(category('N')).toEqual(setOf(['Nd', 'Nl', 'No'].flatMap((name) => category(name) ?? [])));
    expect(category('Cs')).toBeUndefined();
    expect(category('X')).toBeUndefined();
  });
});

describe('blocks', () => {
  it('are known by their names without spaces, and by those of XML Schema', () => {
    expect(block('BasicLatin')).toEqual([0, 0x7f]);
    expect(block('Latin-1Supplement')).toEqual([0x80, 0xff]);
    expect(block('Greek')).toEqual(block('GreekandCoptic'));
    expect(block('CombiningMarksforSymbols')).toEqual([0x20d0, 0x20ff]);
    expect(block('PrivateUse')).toContain(0xe000);
    expect(block('Emoticons')).toEqual([0x1f600, 0x1f64f]);
    expect(block('Unknown')).toBeUndefined();
  });
});

describe('case variants', () => {
  it('go both ways and hold what the platform folds together', () => {
    expect(caseVariants(0x61)).toEqual([0x41]);
    expect(caseVariants(0x4b)).toEqual([0x6b, 0x212a]);
    expect(caseVariants(0x31)).toEqual([]);
    for (let code = 0; code < 0x10500; code++) {
      for (const other of caseVariants(code)) expect(caseVariants(other)).toContain(code);
    }
    for (let code = 0x41; code < 0x250; code++) {
      const lower = String.fromCodePoint(code).toLowerCase();
      if (lower.length === 1 && lower.charCodeAt(0) !== code && category('Lu')) {
        // Letters that got a small or capital counterpart after Unicode 6.2 would be missing: none is in these blocks.
        expect(caseVariants(code)).toContain(lower.charCodeAt(0));
      }
    }
  });
});

describe('escapes of several characters', () => {
  it('and their opposites share out all code points', () => {
    for (const letter of 'sicdw') {
      expect(complement(multiCharEscape(letter) ?? [])).toEqual(multiCharEscape(letter.toUpperCase()));
    }
    expect(multiCharEscape('s')).toEqual([9, 10, 13, 13, 32, 32]);
    expect(multiCharEscape('b')).toBeUndefined();
  });
});
