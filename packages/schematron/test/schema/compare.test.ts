import { describe, expect, it } from 'vitest';
import { compareSchemas } from '../../src/schema/compare.js';
import { read } from './schema.js';

const base = `<let name="g" value="1"/><phase id="f"><active pattern="p"/></phase>
  <pattern id="p"><rule context="a" id="r"><let name="v" value="1"/><assert test="b" role="error">Message <value-of select="c"/></assert>
  <assert test="d">D</assert><report id="x" test="e">E</report></rule><rule context="z"><assert test="z">Z</assert></rule></pattern>
  <pattern><title>T</title><rule context="t"><assert test="u">U</assert></rule></pattern>`;

function changes(from: string | RegExp, to: string, attributes?: string): readonly unknown[] {
  const changed = base.replace(from, to);
  return compareSchemas(read(base), read(changed, {}, attributes === undefined ? {} : { attributes })).map(
    ({ change, what, name, field, before, after }) =>
      [change, what, name, field, before, after].filter((each) => each !== undefined),
  );
}

describe('two versions of a schema', () => {
  it('are the same, white space aside', () => {
    expect(changes('test="b"', 'test="\n b "')).toEqual([]);
    expect(changes('Message ', 'Message\n   ')).toEqual([]);
  });

  it.each<[string, string | RegExp, string, readonly unknown[]]>([
    ['a test', 'test="b"', 'test="b2"', ['changed', 'check', 'b', 'test', 'b', 'b2']],
    ['a message', '>D<', '>D2<', ['changed', 'check', 'd', 'message', 'D', 'D2']],
    [
      'a value in a message',
      'select="c"',
      'select="c2"',
      ['changed', 'check', 'b', 'message', 'Message {c}', 'Message {c2}'],
    ],
    ['a role', 'role="error"', 'role="warning"', ['changed', 'check', 'b', 'role', 'error', 'warning']],
    ['a test of a check with an id', 'test="e"', 'test="e2"', ['changed', 'check', 'x', 'test', 'e', 'e2']],
    ['a check less', '<assert test="d">D</assert>', '', ['removed', 'check', 'd', 'D']],
    ['a check more', '<assert test="d">', '<assert test="n">N</assert><assert test="d">', ['added', 'check', 'n', 'N']],
    ['a context', 'context="a"', 'context="a2"', ['changed', 'rule', 'r', 'context', 'a', 'a2']],
    ['the context of a rule without id', 'context="z"', 'context="z2"', ['changed', 'rule', 'z', 'context', 'z', 'z2']],
    ['a rule more', '<rule context="z">', '<rule context="n"/><rule context="z">', ['added', 'rule', 'n']],
    ['a rule less', /<rule context="z">.*?<\/rule>/, '', ['removed', 'rule', 'z']],
    ['a variable', 'name="v" value="1"', 'name="v" value="2"', ['changed', 'let', 'v', 'value', '1', '2']],
    ['a global variable', 'name="g" value="1"', 'name="h" value="1"', ['removed', 'let', 'g']],
    ['a phase', '<active pattern="p"/>', '', ['changed', 'phase', 'f', 'patterns', 'p', '']],
    ['a pattern less', /<pattern><title>.*<\/pattern>/, '', ['removed', 'pattern', 'p2']],
    ['a pattern more', '<pattern><title>', '<pattern id="n"/><pattern><title>', ['added', 'pattern', 'n']],
  ])('differ by %s', (_name, from, to, expected) => {
    expect(changes(from, to)).toContainEqual(expected);
    expect(changes(from, to).length).toBeLessThanOrEqual(2);
  });

  it('differ by what runs them', () => {
    expect(changes('x', 'x', 'queryBinding="xpath2" defaultPhase="f"')).toEqual([
      ['changed', 'query binding', 'queryBinding', 'queryBinding', 'xslt2', 'xpath2'],
      ['changed', 'default phase', 'defaultPhase', 'defaultPhase', 'f'],
    ]);
  });

  it('say where', () => {
    const [difference] = compareSchemas(read(base), read(base.replace('test="b"', 'test="b2"')));
    expect(difference).toMatchObject({
      pattern: 'p',
      rule: 'r',
      placeBefore: { file: 0, line: 3 },
      placeAfter: { file: 0, line: 3 },
    });
  });

  it('are the same when a check moves to an abstract rule', () => {
    const own =
      '<pattern id="p"><rule context="a"><let name="v" value="1"/><assert test="b">m</assert></rule></pattern>';
    const moved =
      '<pattern id="p"><rule abstract="true" id="r"><let name="v" value="1"/><assert test="b">m</assert></rule><rule context="a"><extends rule="r"/></rule></pattern>';
    expect(compareSchemas(read(own), read(moved))).toEqual([]);
  });
});
