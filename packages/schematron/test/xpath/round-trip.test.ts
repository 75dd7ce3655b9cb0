import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { XPathSyntaxError } from '../../src/xpath/ast.js';
import { parseExpression, parsePattern, parseSequenceType } from '../../src/xpath/parse.js';
import { printExpression, printPattern } from '../../src/xpath/print.js';
import { printSequenceType } from '../../src/xpath/print-type.js';
import { Draw, randomPattern, randomSequenceType, randomTree, withoutSpans } from './generate.js';

const seeds = fc.integer({ min: 0, max: 0xffffffff });

/** What a text that nobody wrote gives: a tree, or the one error that callers expect. */
function readOrRefuse(read: (text: string) => unknown, text: string): void {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof XPathSyntaxError)) throw error;
    expect(error.offset).toBeGreaterThanOrEqual(0);
    expect(error.offset).toBeLessThanOrEqual(text.length);
    expect(error.expression).toBe(text);
  }
}

describe('printing and reading', () => {
  it('an expression comes back as it was', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const tree = randomTree(new Draw(seed), 4);
        const text = printExpression(tree);
        const read = parseExpression(text);
        expect(withoutSpans(read), text).toEqual(withoutSpans(tree));
        expect(printExpression(read)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a pattern comes back as it was', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const tree = randomPattern(new Draw(seed));
        const text = printPattern(tree);
        expect(withoutSpans(parsePattern(text)), text).toEqual(withoutSpans(tree));
      }),
      { numRuns: 1_000 },
    );
  });

  it('a sequence type comes back as it was', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const type = randomSequenceType(new Draw(seed));
        expect(parseSequenceType(printSequenceType(type))).toEqual(type);
      }),
    );
  });

  it('the span of an expression is what it is written as', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const text = printExpression(randomTree(new Draw(seed), 3));
        const tree = parseExpression(` ${text} (: end :)`);
        expect(withoutSpans(parseExpression(` ${text} `.slice(tree.start, tree.end)))).toEqual(withoutSpans(tree));
      }),
      { numRuns: 500 },
    );
  });
});

describe('texts that nobody wrote', () => {
  const pieces = [
    '(',
    ')',
    '[',
    ']',
    '/',
    '//',
    '..',
    '.',
    '*',
    ':',
    '::',
    '$',
    '@',
    ',',
    '-',
    '(:',
    ':)',
    '"',
    "'",
    ' ',
    'e',
    '1',
    '<',
    '!',
  ];

  it('a changed expression is read or refused with its place', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = new Draw(seed);
        const text = printExpression(randomTree(draw, 3));
        const at = draw.below(text.length + 1);
        const changed =
          text.slice(0, at) + (draw.chance(0.5) ? draw.pick(pieces) : '') + text.slice(at + draw.below(3));
        readOrRefuse(parseExpression, changed);
        readOrRefuse(parsePattern, changed);
        readOrRefuse(parseSequenceType, changed);
      }),
      { numRuns: 2_000 },
    );
  });

  it('any characters are read or refused with their place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        readOrRefuse(parseExpression, text);
        readOrRefuse(parsePattern, text);
      }),
    );
  });
});
