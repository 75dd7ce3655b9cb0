import { describe, expect, it } from 'vitest';
import { XPathSyntaxError } from '../../src/xpath/ast.js';
import { parseExpression } from '../../src/xpath/parse.js';
import { printExpression } from '../../src/xpath/print.js';

/** Every operand of an operator in parentheses: shows which operator holds which. */
const grouped: readonly (readonly [string, string])[] = [
  ['1 + 2 * 3', '1 + 2 * 3'],
  ['(1 + 2) * 3', '(1 + 2) * 3'],
  ['1 - 2 - 3', '1 - 2 - 3'],
  ['1 - (2 - 3)', '1 - (2 - 3)'],
  ['- -1', '--1'],
  ['-a | b', '-a union b'],
  ['-(a | b)', '-(a union b)'],
  ['a | b except c', 'a union b except c'],
  ['(a | b) except c', '(a union b) except c'],
  ['1 to 2 + 3 = 4 and 5 or 6', '1 to 2 + 3 = 4 and 5 or 6'],
  ['a and (b or c)', 'a and (b or c)'],
  ['-1 cast as xs:integer', '-1 cast as xs:integer'],
  ['-(1 cast as xs:integer)', '-(1 cast as xs:integer)'],
  ['a cast as xs:string? castable as xs:integer', '(a cast as xs:string?) castable as xs:integer'],
  ['a instance of element(*, xs:integer?)?', 'a instance of element(*, xs:integer?)?'],
  ['4 treat as item() + - 5', '(4 treat as item()+) - 5'],
  ['div div div', 'div div div'],
  ['* * *', '* * *'],
  ['a*b', 'a * b'],
  ['a *b', 'a * b'],
  ['a-b', 'a-b'],
  ['a -b', 'a - b'],
  ['for', 'for'],
  ['if', 'if'],
  ['if (if) then then else else', 'if (if) then then else else'],
  ['for $x in 1, $y in 2 return $x', 'for $x in 1 return for $y in 2 return $x'],
  ['some $x in 1 satisfies $x , 2', 'some $x in 1 satisfies $x, 2'],
  ['/', '/'],
  ['/ = 1', '(/) = 1'],
  ['(/) * 2', '(/) * 2'],
  ['/*', '/*'],
  ['//a//b', '//a//b'],
  ['a/b/c', 'a/b/c'],
  ['a/(b/c)', 'a/(b/c)'],
  ['child::a/attribute::b', 'a/@b'],
  ['parent::node()', '..'],
  ['self::node()', 'self::node()'],
  ['attribute(x)', '@attribute(x)'],
  ['child::attribute(x)', 'child::attribute(x)'],
  ['descendant-or-self::node()/a', 'descendant-or-self::node()/a'],
  ['*:a/p:*', '*:a/p:*'],
  ['(a)[1]', '(a)[1]'],
  ['a[1]', 'a[1]'],
  ['(a)', 'a'],
  ['$x[1][2]', '$x[1][2]'],
  ['($x[1])[2]', '($x[1])[2]'],
  ['f(1, (2, 3))', 'f(1, (2, 3))'],
  ['()', '()'],
  ['(1, 2), 3', '(1, 2), 3'],
  ['"a""b"', "'a\"b'"],
  ["'it''s'", "'it''s'"],
  ['a (: one (: two :) :) + 1', 'a + 1'],
  ['processing-instruction("x")', "processing-instruction('x')"],
  ['processing-instruction(x)', "processing-instruction('x')"],
  ['a is b', 'a is b'],
  ['a << b', 'a << b'],
  ['p:if(1)', 'p:if(1)'],
  ['.5 + 1. + 1e3 + .5E-2', '.5 + 1. + 1e3 + .5E-2'],
  ['1[1]div 2', '1[1] div 2'],
  ['$a/div/mod', '$a/div/mod'],
  ['.[1]', '.[1]'],
  ['../..[a]', '../..[a]'],
];

const refused: readonly (readonly [string, number, RegExp])[] = [
  ['', 0, /Expected a step, a value or “\(”, the expression ends/],
  ['1 +', 3, /the expression ends/],
  ['(1', 2, /Expected “\)”, the expression ends/],
  ['a]', 1, /Expected an operator or the end, found “\]”/],
  ['1 = 2 = 3', 6, /Expected an operator or the end, found “=”/],
  ['1 to 2 to 3', 7, /found “to”/],
  ['10div 2', 2, /A space must part the number “10”/],
  ['1e', 1, /A space/],
  ['1.5.6', 3, /Expected an operator/],
  ['"a', 0, /has no end/],
  ['a (: b', 2, /comment that begins here has no end/],
  ['/ * 5', 4, /Expected an operator/],
  ['item()', 0, /reserved/],
  ['if (1) then 2', 13, /Expected “else”/],
  ['1 + for $x in 1 return 2', 8, /Expected an operator/],
  ['$ ', 2, /the name of a variable/],
  ['a :b', 2, /Expected an operator/],
  ['a: b', 1, /Expected an operator/],
  ['* :a', 2, /Expected an operator/],
  ['foo::a', 0, /Expected an axis/],
  ['a || b', 2, /no part of XPath 2.0/],
  ['a ! b', 2, /no part of XPath 2.0/],
  ['a- b', 3, /Expected an operator/],
  ['/ and a', 6, /Expected an operator/],
  ['a[]', 2, /Expected a step/],
  ['f(1,)', 4, /Expected a step/],
  ['a cast xs:integer', 7, /Expected “as”/],
  ['a cast as xs:integer*', 21, /the expression ends/],
  ['a\u00a0= 1', 1, /has no place/],
  ['a instance of', 13, /Expected a type/],
  ['element(a, b, c)', 12, /Expected “\)”/],
  ['text(1)', 5, /Expected “\)”/],
  ['@', 1, /Expected a step/],
  ['a//', 3, /the expression ends/],
  ['//', 2, /the expression ends/],
];

describe('the grammar of XPath 2.0', () => {
  it.each(grouped)('%s is read as %s', (text, expected) => {
    expect(printExpression(parseExpression(text))).toBe(expected);
  });

  it.each(refused)('%s is refused at %i', (text, offset, message) => {
    const error = refusal(text);
    expect(error.message).toMatch(message);
    expect(error.offset).toBe(offset);
    expect(error.code).toBe('XPST0003');
  });

  it('gives each part its place', () => {
    const text = 'if (a = "é") then f(b)[1] else ()';
    const tree = parseExpression(text);
    if (tree.kind !== 'if' || tree.then.kind !== 'filter') throw new Error('not what was written');
    expect(text.slice(tree.condition.start, tree.condition.end)).toBe('a = "é"');
    expect(text.slice(tree.then.start, tree.then.end)).toBe('f(b)[1]');
    expect(text.slice(tree.then.operand.start, tree.then.operand.end)).toBe('f(b)');
  });
});

describe('what is too much', () => {
  it('refuses an expression that is too long', () => {
    expect(refusal(`"${'a'.repeat(100_000)}"`).message).toMatch(/more than 100000 characters/);
  });

  it('refuses what is nested too deep, whatever nests it', () => {
    const shapes: readonly (readonly [string, string])[] = [
      ['(', ')'],
      ['a[', ']'],
      ['f(', ')'],
      ['if (', ') then 1 else 2'],
      ['for $x in ', ' return 1'],
      ['some $x in 1 satisfies ', ''],
      ['if (1) then 2 else ', ''],
    ];
    for (const [before, after] of shapes) {
      const deep = (count: number) => `${before.repeat(count)}1${after.repeat(count)}`;
      expect(() => parseExpression(deep(150)), before).not.toThrow();
      expect(refusal(deep(2_000)).message, before).toMatch(/nested more than 200 deep|more than 1000 levels/);
    }
  });

  it('refuses a chain that makes a tree too high', () => {
    expect(() => parseExpression(`1${' + 1'.repeat(900)}`)).not.toThrow();
    expect(refusal(`1${' + 1'.repeat(2_000)}`).message).toMatch(/more than 1000 levels/);
    expect(refusal(`a${'/a'.repeat(2_000)}`).message).toMatch(/more than 1000 levels/);
    expect(refusal(`${'-'.repeat(2_000)}1`).message).toMatch(/more than 1000 levels/);
    expect(() => parseExpression(`1${' or 1'.repeat(10_000)}`)).not.toThrow();
  });
});

function refusal(text: string): XPathSyntaxError {
  try {
    parseExpression(text);
  } catch (error) {
    if (error instanceof XPathSyntaxError) return error;
    throw error;
  }
  throw new Error(`accepted: ${text}`);
}
