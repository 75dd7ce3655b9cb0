import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, bindingOf, joinedBy, negated } from '../../src/compile/expression/javascript-operators.js';
import { identifiersOf, indent, javaScriptString } from '../../src/compile/javascript.js';

describe('JavaScript written by the compiler', () => {
  it.each([
    ['true', 'false'],
    ['a === b', 'a !== b'],
    ['(f(x) !== null)', 'f(x) === null'],
    ['f(a, (b === c)) === "x \\" === y"', 'f(a, (b === c)) !== "x \\" === y"'],
    ['!f(x)', '!!f(x)'],
    ['!!f(x)', '!f(x)'],
    ['!(a || b)', 'a || b'],
    ['a || b', '!(a || b)'],
    ['a < b', '!(a < b)'],
    ['a === b && c === d', '!(a === b && c === d)'],
    ['f(x)', '!f(x)'],
  ])('not %s is %s', (js, expected) => {
    expect(negated(js)).toBe(expected);
  });

  it.each([
    ['(a) && (b)', '(a) && (b)'],
    ['((a && b))', 'a && b'],
    ['("(")', '"("'],
  ])('%s without its outer parentheses is %s', (js, expected) => {
    expect(bare(js)).toBe(expected);
  });

  it('joins conditions so that they mean the same', () => {
    const atom = fc.constantFrom('a', 'b', 'c', '!a', 'a === b', 'f(a || b)');
    const { condition } = fc.letrec<{ condition: string }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 4 },
        atom,
        fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((parts) => joinedBy('&&', parts)),
        fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((parts) => joinedBy('||', parts)),
        fc.tuple(tie('condition'), tie('condition')).map(([x, y]) => `(${x} ? ${y} : b)`),
        tie('condition').map(negated),
      ),
    }));
    fc.assert(
      fc.property(condition, condition, (x, y) => {
        // What is joined keeps its operands whole: it reads the same with all parentheses written.
        expect(bindingOf(joinedBy('&&', [x, y]))).toBe('and');
        expect(bindingOf(joinedBy('||', [x, y]))).toBe('or');
        expect(negated(negated(x))).toBe(negated(negated(negated(negated(x)))));
        expect(bare(`(${x})`)).toBe(bare(x));
      }),
    );
  });

  it('writes any string, and never ends a script element', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const literal = javaScriptString(text);
        expect(JSON.parse(literal)).toBe(text);
        expect(literal).not.toMatch(/[<\u2028\u2029\n]/);
        expect(identifiersOf(`f(${literal}, a.b)`)).toEqual(['f', 'a']);
      }),
    );
  });

  it('indents by braces, not by those in strings', () => {
    expect(indent(['if (a) {', 'f("{");', '} else {', 'g([', '1,', ']);', '}'])).toBe(
      'if (a) {\n  f("{");\n} else {\n  g([\n      1,\n  ]);\n}',
    );
  });
});
