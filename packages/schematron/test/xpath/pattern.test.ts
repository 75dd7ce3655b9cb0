import { describe, expect, it } from 'vitest';
import { XPathSyntaxError } from '../../src/xpath/ast.js';
import { parsePattern } from '../../src/xpath/parse.js';
import { printPattern } from '../../src/xpath/print.js';

const read: readonly (readonly [string, string])[] = [
  ['a', 'a'],
  ['/', '/'],
  ['//x', '//x'],
  ['/ a / b // c', '/a/b//c'],
  ['a | b|c', 'a | b | c'],
  ['a union b', 'a | b'],
  ['(a | b)', 'a | b'],
  ['(a | b)/c', 'a/c | b/c'],
  ['/r/(a | b/c)//d', '/r/a//d | /r/b/c//d'],
  ['(a|b)[@c = 1]', 'a[@c = 1] | b[@c = 1]'],
  ['@*', '@*'],
  ['@p:a', '@p:a'],
  ['attribute(x)', '@attribute(x)'],
  ['text()', 'text()'],
  ['node()', 'node()'],
  ['*:section[a][1]', '*:section[a][1]'],
  ['p:*', 'p:*'],
  ['self::a', 'self::a'],
  ['a/descendant::b', 'a/descendant::b'],
  ['.', 'self::node()'],
  ['.[@a]', 'self::node()[@a]'],
  ['a/.', 'a/self::node()'],
  ['document-node()', 'self::document-node()'],
  ['document-node(element(r))/a', 'self::document-node(element(r))/a'],
  ["key('k', 'v')", "key('k', 'v')"],
  ["key('k', 'v')//a", "key('k', 'v')//a"],
  ["id('x')/b", "id('x')/b"],
  ["doc('x.xml')/a", "doc('x.xml')/a"],
  ['$v/a', '$v/a'],
  ['$v', '$v'],
  ['root()/a', 'root()/a'],
  ['union', 'union'],
];

const refused: readonly (readonly [string, number, string])[] = [
  ['', 0, 'XPST0003'],
  ['..', 0, 'XTSE0340'],
  ['ancestor::a', 0, 'XTSE0340'],
  ['a/parent::b', 2, 'XTSE0340'],
  ['namespace::a', 0, 'XTSE0340'],
  ['./x', 1, 'XTSE0340'],
  ['count(a)', 0, 'XTSE0340'],
  ['a except b', 2, 'XTSE0340'],
  ['(a|b)[1]', 5, 'XTSE0340'],
  ['(a|b)[position() = 1]', 5, 'XTSE0340'],
  ['a/descendant::b[1]', 2, 'XTSE0340'],
  ['self::a[last()]', 0, 'XTSE0340'],
  ['a/(/b)', 2, 'XTSE0340'],
  ['a =', 2, 'XPST0003'],
  ['a,b', 1, 'XPST0003'],
  ['1', 0, 'XPST0003'],
];

describe('patterns of XSLT', () => {
  it.each(read)('%s is read as %s', (text, expected) => {
    expect(printPattern(parsePattern(text))).toBe(expected);
  });

  it.each(refused)('%s is refused at %i', (text, offset, code) => {
    try {
      parsePattern(text);
    } catch (error) {
      if (!(error instanceof XPathSyntaxError)) throw error;
      expect([error.offset, error.code]).toEqual([offset, code]);
      return;
    }
    throw new Error('accepted');
  });

  it('keeps steps from the last to the first, and how they hang together', () => {
    const [path] = parsePattern('/a//b/@c').alternatives;
    expect(path?.anchor.kind).toBe('root');
    expect(path?.steps.map(({ axis, link }) => `${axis} ${link}`)).toEqual([
      'attribute parent',
      'child ancestor',
      'child parent',
    ]);
  });

  it('bounds what parentheses are written out to', () => {
    expect(() => parsePattern(Array.from({ length: 20 }, () => '(a|b|c)').join('/'))).toThrow(/2000 alternatives/);
  });
});
