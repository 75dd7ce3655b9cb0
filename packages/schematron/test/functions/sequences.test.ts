import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertBefore, remove, subsequence } from '../../src/runtime/functions/sequence-functions.js';
import { call, codeOf, element, int, runOf, texts } from './call.js';

describe('sequences', () => {
  const c = runOf();

  it('take items in, and out', () => {
    expect(insertBefore(['a', 'b'], 0, ['x'])).toEqual(['x', 'a', 'b']);
    expect(insertBefore(['a', 'b'], 2, ['x', 'y'])).toEqual(['a', 'x', 'y', 'b']);
    expect(insertBefore(['a', 'b'], 99, ['x'])).toEqual(['a', 'b', 'x']);
    expect(remove(['a', 'b'], 2)).toEqual(['a']);
    expect(remove(['a', 'b'], 0)).toEqual(['a', 'b']);
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer({ min: -2, max: 12 }), fc.string(), (items, position, item) => {
        const at = Math.min(Math.max(position, 1), items.length + 1);
        const longer = insertBefore(items, position, [item]);
        expect(longer[at - 1]).toBe(item);
        expect(remove(longer, at)).toEqual(items);
      }),
    );
  });

  it('are cut as texts are', () => {
    expect(subsequence([1, 2, 3], 0, 2)).toEqual([1]);
    expect(subsequence([1, 2, 3, 4, 5], 2.5, 2.5)).toEqual([3, 4, 5]);
    expect(subsequence([1, 2, 3], Number.NaN)).toEqual([]);
    expect(subsequence([1, 2, 3], 2, Number.NaN)).toEqual([]);
    expect(subsequence([1, 2, 3], Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)).toEqual([]);
    expect(subsequence([1, 2, 3], -5, 3)).toEqual([]);
    fc.assert(
      fc.property(
        fc.array(fc.integer()),
        fc.double({ noNaN: true, min: -4, max: 9 }),
        fc.integer({ min: -1, max: 9 }),
        (items, start, length) => {
          const from = Math.round(start);
          expect(subsequence(items, start, length)).toEqual(
            items.filter((_, index) => from <= index + 1 && index + 1 < from + length),
          );
        },
      ),
    );
  });

  it('are turned, headed and tailed', () => {
    expect(call(c, 'reverse', ['a', 'b', 'c'])).toEqual(['c', 'b', 'a']);
    expect(call(c, 'head', ['a', 'b'])).toEqual(['a']);
    expect(call(c, 'tail', ['a', 'b'])).toEqual(['b']);
    expect([call(c, 'head', []), call(c, 'tail', [])]).toEqual([[], []]);
    expect(call(c, 'unordered', ['b', 'a'])).toEqual(['b', 'a']);
    expect([call(c, 'empty', []), call(c, 'exists', [])]).toEqual([[true], [false]]);
  });

  it('have as many items as they should', () => {
    expect(codeOf(() => call(c, 'zero-or-one', ['a', 'b']))).toBe('FORG0003');
    expect(codeOf(() => call(c, 'one-or-more', []))).toBe('FORG0004');
    expect(codeOf(() => call(c, 'exactly-one', []))).toBe('FORG0005');
    expect(codeOf(() => call(c, 'exactly-one', ['a', 'b']))).toBe('FORG0005');
    expect(call(c, 'exactly-one', 'a')).toEqual(['a']);
  });

  it('are true or false', () => {
    expect(call(c, 'boolean', element(c, 'c'))).toEqual([true]);
    expect(call(c, 'not', [])).toEqual([true]);
    expect(codeOf(() => call(c, 'boolean', [int(1), int(2)]))).toBe('FORG0006');
    expect([call(c, 'true'), call(c, 'false')]).toEqual([[true], [false]]);
  });

  it('have strings and values', () => {
    expect(texts(c, 'string', element(c, 'c'))).toEqual(['deux']);
    expect(texts(c, 'string', [])).toEqual(['']);
    expect(texts(c, 'data', [element(c, 'c'), int(3)])).toEqual(['deux', '3']);
    expect(codeOf(() => call(c, 'string', ['a', 'b']))).toBe('XPTY0004');
  });
});
