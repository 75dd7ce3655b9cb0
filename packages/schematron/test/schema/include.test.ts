import { describe, expect, it } from 'vitest';
import { SchemaError } from '../../src/schema/error.js';
import type { Check } from '../../src/schema/model.js';
import { bodyOf, deviationsOf, errorOf, fragment, itemOf, patternOf, read, schemaText } from './schema.js';

const pattern = (id: string, inside = '') => fragment(`<pattern id="${id}">${inside}</pattern>`);

describe('include', () => {
  it('puts the root of a file in place, relative to the file that names it', () => {
    const schema = read('<include href="a/one.sch"/><include href="a/../a/two%20words.sch"/>', {
      'a/one.sch': pattern('one', '<include href="rules/r.sch"/>'),
      'a/rules/r.sch': fragment('<rule context="x"><include href="../../check.sch"/></rule>'),
      'check.sch': fragment('<assert test="y">m</assert>'),
      'a/two words.sch': pattern('two'),
    });
    expect(schema.patterns.map(({ key }) => key)).toEqual(['one', 'two']);
    expect(schema.files).toEqual(['main.sch', 'a/one.sch', 'a/rules/r.sch', 'check.sch', 'a/two words.sch']);
    const check = patternOf(schema, 'one').rules[0]?.items[0];
    expect(check).toMatchObject({ kind: 'assert', place: { file: 3, line: 1, column: 1 } });
  });

  it('takes the element of a fragment, in the same file too', () => {
    const schema = read(
      '<pattern id="p"><rule context="a"><include href="lib.sch#c2"/></rule></pattern><diagnostics/>',
      {
        'lib.sch': fragment(
          '<pattern><rule context="x"><assert id="c1" test="1">1</assert><assert xml:id="c2" test="2">2</assert></rule></pattern>',
        ),
      },
    );
    expect(patternOf(schema, 'p').rules[0]?.items[0]).toMatchObject({ test: { text: '2' } });
    const same = read(
      '<pattern id="a"><rule context="a"><assert id="c" test="1">1</assert></rule><rule context="b"><include href="#c"/></rule></pattern>',
    );
    expect(patternOf(same, 'a').rules[1]?.items).toHaveLength(1);
  });

  it('reads a file once, however often it is included', () => {
    const schema = read('<include href="a.sch"/><include href="./a.sch"/>', { 'a.sch': pattern('a') });
    expect(schema.files).toHaveLength(2);
    expect(schema.patterns).toHaveLength(2);
  });

  it('says what does not exist, and that the schema is incomplete', () => {
    const schema = read('<include href="none.sch"/>\n<include href="a.sch#none"/>', { 'a.sch': pattern('a') });
    expect(deviationsOf(schema, 'include.missing')).toEqual([
      {
        code: 'include.missing',
        subject: 'none.sch',
        message: expect.stringContaining('does not exist') as string,
        place: { file: 0, line: 2, column: 16 },
        incomplete: true,
      },
    ]);
    expect(deviationsOf(schema, 'include.fragment')).toMatchObject([{ subject: 'a.sch#none', incomplete: true }]);
  });

  it('refuses what does not exist when asked to', () => {
    const error = errorOf(() => read('<include href="none.sch"/>', {}, { missing: 'error' }));
    expect(error).toMatchObject({ code: 'schema.reference', position: { line: 2, column: 16 } });
  });

  it('says a name of another case', () => {
    const schema = read('<include href="A/One.sch"/>', { 'a/one.sch': pattern('one') });
    expect(schema.patterns).toHaveLength(1);
    expect(deviationsOf(schema, 'include.case')).toMatchObject([{ subject: 'A/One.sch', incomplete: false }]);
  });

  it('leaves out a root that is not Schematron, and says it', () => {
    const schema = read('<include href="a.xml"/>', { 'a.xml': '<x/>' });
    expect(deviationsOf(schema, 'include.foreign')).toMatchObject([{ subject: 'a.xml', incomplete: true }]);
  });

  it.each<[string, string, Record<string, string>]>([
    [
      'schema.cycle',
      '<include href="a.sch"/>',
      {
        'a.sch': pattern('a', '<include href="b.sch"/>'),
        'b.sch': fragment('<rule context="x"><include href="a.sch"/></rule>'),
      },
    ],
    ['schema.cycle', '<pattern id="a"><include href="#a"/></pattern>', {}],
    ['schema.structure', '<include href="a.sch"/>', { 'a.sch': schemaText('') }],
    ['schema.attribute', '<include/>', {}],
    ['schema.attribute', '<include href=""/>', {}],
    ['schema.outside', '<include href="../a.sch"/>', {}],
    ['schema.outside', '<include href="%2e%2e/a.sch"/>', {}],
    ['schema.outside', '<include href="x%2f..%2f..%2fa.sch"/>', {}],
    ['schema.outside', '<include href="/etc/passwd"/>', {}],
    ['schema.outside', '<include href="//host/a.sch"/>', {}],
    ['schema.outside', '<include href="https://example.org/a.sch"/>', {}],
    ['schema.outside', '<include href="file:a.sch"/>', {}],
    ['schema.outside', '<include href="C:\\a.sch"/>', {}],
    ['schema.outside', '<include href="a\\b.sch"/>', {}],
    [
      'schema.namespace',
      '<include href="a.sch"/>',
      { 'a.sch': '<pattern xmlns="http://www.ascc.net/xml/schematron"/>' },
    ],
  ])('refuses with %s: %s', (code, content, files) => {
    const error = errorOf(() => read(content, files));
    expect(error).toBeInstanceOf(SchemaError);
    expect(error).toMatchObject({ code, position: { file: expect.any(String) as string } });
  });
});

describe('extends', () => {
  const abstract = (id: string, inside: string) => `<rule abstract="true" id="${id}">${inside}</rule>`;
  const check = (test: string) => `<assert test="${test}">m</assert>`;

  it('takes the checks and variables of an abstract rule of any pattern, read once', () => {
    const schema = read(
      `<pattern id="p"><rule context="a"><extends rule="r"/>${check('own')}</rule><rule context="b"><extends rule="r"/></rule></pattern>
       <pattern id="q">${abstract('r', `<let name="v" value="1"/>${check('one')}<extends rule="s"/>`)}${abstract('s', check('two'))}</pattern>`,
    );
    expect(itemOf(schema, 0, 0, 0)).toMatchObject({
      kind: 'extends',
      rule: 'r',
      body: [{ kind: 'let' }, { kind: 'assert' }, { rule: 's' }],
    });
    expect(bodyOf(schema, 0, 1)).toBe(bodyOf(schema, 0, 0));
    expect(patternOf(schema, 'q').rules).toEqual([]);
    expect(schema.deviations).toEqual([]);
  });

  it('prefers the abstract rule of its own pattern', () => {
    const schema = read(
      `<pattern id="p"><rule context="a"><extends rule="r"/></rule>${abstract('r', check('p'))}</pattern>
       <pattern id="q"><rule context="a"><extends rule="r"/></rule>${abstract('r', check('q'))}</pattern>`,
    );
    const tests = [0, 1].map((at) => bodyOf(schema, at, 0).map((each) => (each as Check).test.text));
    expect(tests).toEqual([['p'], ['q']]);
    expect(schema.deviations).toEqual([]);
  });

  it('takes the checks of all abstract rules of one id, and says it', () => {
    const schema = read(
      `<pattern><rule context="a"><extends rule="r"/></rule></pattern><pattern>${abstract('r', check('1'))}${abstract('r', check('2'))}</pattern>`,
    );
    expect(bodyOf(schema, 0, 0)).toHaveLength(2);
    expect(deviationsOf(schema, 'id.duplicate')).toMatchObject([{ subject: 'r' }]);
  });

  it('says an abstract rule that does not exist', () => {
    const schema = read('<pattern><rule context="a"><extends rule="none"/></rule></pattern>');
    expect(deviationsOf(schema, 'rule.missing')).toMatchObject([
      { subject: 'none', incomplete: true, place: { column: 43 } },
    ]);
    expect(() =>
      read('<pattern><rule context="a"><extends rule="none"/></rule></pattern>', {}, { missing: 'error' }),
    ).toThrow(/there is no abstract rule "none"/);
  });

  it('takes the content of what href names: in a rule, a pattern, a schema', () => {
    const schema = read(
      `<extends href="lib.sch"/><pattern id="p"><rule context="a"><extends href="r.sch"/></rule><rule context="b"><extends href="r.sch"/></rule>
       <extends href="lib.sch#q"/></pattern>`,
      {
        'r.sch': fragment(`<rule abstract="true" id="r">${check('one')}</rule>`),
        'lib.sch': schemaText('<ns prefix="k" uri="urn:k"/><pattern id="q"><rule context="k:c"/></pattern>'),
      },
    );
    expect(schema.namespaces.get('k')).toBe('urn:k');
    expect(
      schema.patterns.map(({ key, rules }) => `${key} ${rules.map(({ context }) => context.text).join(',')}`),
    ).toEqual(['q k:c', 'p a,b,k:c']);
    expect(itemOf(schema, 1, 0, 0)).toMatchObject({ kind: 'extends', rule: 'r.sch', body: [{ kind: 'assert' }] });
    expect(bodyOf(schema, 1, 1)).toBe(bodyOf(schema, 1, 0));
  });

  it.each([
    [
      'schema.cycle',
      `<pattern><rule context="a"><extends rule="r"/></rule>${abstract('r', '<extends rule="s"/>')}${abstract('s', '<extends rule="r"/>')}</pattern>`,
    ],
    ['schema.attribute', '<pattern><rule context="a"><extends rule="r" href="r.sch"/></rule></pattern>'],
    ['schema.attribute', '<pattern><rule context="a"><extends/></rule></pattern>'],
  ])('refuses with %s', (code, content) => {
    expect(errorOf(() => read(content))).toMatchObject({ code });
  });
});
