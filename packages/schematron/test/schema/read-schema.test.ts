import { isSocleError } from '@socle-sante/core';
import { describe, expect, it } from 'vitest';
import { measureSchema } from '../../src/schema/count.js';
import { SchemaError } from '../../src/schema/error.js';
import { memoryLoader } from '../../src/schema/loader.js';
import { readSchema } from '../../src/schema/read-schema.js';
import { deviationsOf, errorOf, ISO, patternOf, read, schemaText } from './schema.js';

describe('a schema in one file', () => {
  const schema = read(
    `<title> Invoices,
       version 2 </title>
     <ns prefix="i" uri="urn:invoice"/>
     <p>Not kept.</p>
     <let name="limit" value="100"/>
     <let name="word">some text</let>
     <pattern id="totals" documents="i:list/@href">
       <title>Totals</title>
       <let name="sum" value="sum(//i:line)" as="xs:double"/>
       <rule id="r1" context="i:invoice" role="warning" flag="f" see="urn:see" subject="i:total">
         <let name="own" value="@x"/>
         <assert id="a1" test="$sum &lt; $limit" role="error" flag="big" see="urn:a" icon="i.png" fpi="-//F" subject="@x"
                 diagnostics="d1 d2" properties="q" xml:lang="fr">Total <value-of select="$sum"/> of <name/> in <name path=".."/>.</assert>
         <report test="i:draft">A <emph>draft <value-of select="@n"/></emph><dir value="rtl">!</dir></report>
       </rule>
     </pattern>
     <pattern><rule context="i:line"><assert test="@n">n</assert></rule></pattern>
     <diagnostics><diagnostic id="d1" xml:lang="en">Seen: <value-of select="@x"/></diagnostic></diagnostics>
     <diagnostics><diagnostic id="d2">Two</diagnostic></diagnostics>
     <properties><property id="q" role="kind">Q <name/></property></properties>`,
    {},
    { attributes: 'queryBinding="XSLT2" schemaVersion="2.1"' },
  );

  it('keeps what the schema says of itself', () => {
    expect(schema).toMatchObject({ title: 'Invoices, version 2', schemaVersion: '2.1', queryBinding: 'xslt2' });
    expect(schema.defaultPhase).toBeUndefined();
    expect(schema.namespaces.get('i')).toBe('urn:invoice');
    expect(schema.files).toEqual(['main.sch']);
    expect(schema.texts).toHaveLength(1);
    expect(schema.deviations).toEqual([]);
  });

  it('makes variables of patterns global, after those of the schema', () => {
    expect(schema.lets.map(({ name }) => name)).toEqual(['limit', 'word', 'sum']);
    expect(schema.lets[1]).toMatchObject({ content: 'some text' });
    expect(schema.lets[2]?.as).toBe('xs:double');
    expect(patternOf(schema, 'totals').lets).toHaveLength(1);
  });

  it('keeps rules, checks and their attributes', () => {
    const [rule] = patternOf(schema, 'totals').rules;
    expect(rule).toMatchObject({ id: 'r1', role: 'warning', flag: 'f', see: 'urn:see', subject: { text: 'i:total' } });
    expect(rule?.items.map(({ kind }) => kind)).toEqual(['let', 'assert', 'report']);
    expect(rule?.items[1]).toMatchObject({
      id: 'a1',
      test: { text: '$sum < $limit' },
      role: 'error',
      flag: 'big',
      see: 'urn:a',
      icon: 'i.png',
      fpi: '-//F',
      subject: { text: '@x' },
      diagnostics: ['d1', 'd2'],
      properties: ['q'],
      lang: 'fr',
    });
    expect(patternOf(schema, 'totals')).toMatchObject({ title: 'Totals', documents: { text: 'i:list/@href' } });
  });

  it('reads messages in parts, inline elements for what they hold', () => {
    const items = patternOf(schema, 'totals').rules[0]?.items ?? [];
    expect(items[1]).toMatchObject({
      message: [
        { kind: 'text', text: 'Total ' },
        { kind: 'valueOf', select: { text: '$sum' } },
        { kind: 'text', text: ' of ' },
        { kind: 'name' },
        { kind: 'text', text: ' in ' },
        { kind: 'name', path: { text: '..' } },
        { kind: 'text', text: '.' },
      ],
    });
    expect(items[2]).toMatchObject({
      message: [
        { kind: 'text', text: 'A draft ' },
        { kind: 'valueOf', select: { text: '@n' } },
        { kind: 'text', text: '!' },
      ],
    });
    expect(schema.diagnostics.get('d1')).toMatchObject({
      lang: 'en',
      message: [{ text: 'Seen: ' }, { kind: 'valueOf' }],
    });
    expect([...schema.diagnostics.keys()]).toEqual(['d1', 'd2']);
    expect(schema.properties.get('q')).toMatchObject({ role: 'kind' });
  });

  it('gives a key to a pattern that has no id', () => {
    expect(schema.patterns.map(({ key, id }) => [key, id])).toEqual([
      ['totals', 'totals'],
      ['p2', undefined],
    ]);
    expect(measureSchema(schema)).toEqual({ patterns: 2, rules: 2, checks: 3, inlined: 3 });
  });

  it('says where each text was written', () => {
    const text = schemaText(
      `<pattern>\n  <rule context="a"\n   >\n <assert id="x"  test = 'b  or\n c'>m</assert></rule></pattern>`,
    );
    const [rule] = readSchema('main.sch', memoryLoader({ 'main.sch': text })).patterns[0]?.rules ?? [];
    expect(rule?.place).toEqual({ file: 0, line: 3, column: 3 });
    expect(rule?.context.place).toEqual({ file: 0, line: 3, column: 18 });
    const [check] = rule?.items ?? [];
    expect(check?.place).toEqual({ file: 0, line: 5, column: 2 });
    expect(check).toMatchObject({ test: { text: 'b  or  c', place: { file: 0, line: 5, column: 26 } } });
  });
});

describe('namespaces of expressions', () => {
  const rule =
    '<pattern><rule context="y:a[\'z:b\']"><assert test="child::y:b = xs:date(@x:y)">m</assert></rule></pattern>';

  it('are those of ns; a prefix of the XML alone is understood, and said once', () => {
    const text = `<schema xmlns="${ISO}" xmlns:y="urn:y" xmlns:z="urn:z" queryBinding="xslt2"><ns prefix="x" uri="urn:x"/>${rule}</schema>`;
    const schema = readSchema('main.sch', memoryLoader({ 'main.sch': text }));
    const [found] = schema.patterns[0]?.rules ?? [];
    expect(found?.context.namespaces.get('y')).toBe('urn:y');
    expect(found?.context.namespaces.has('z')).toBe(false);
    expect(found?.context.namespaces.get('x')).toBe('urn:x');
    expect(deviationsOf(schema, 'ns.implicit').map(({ subject }) => subject)).toEqual(['y', 'xs']);
  });

  it('leave an unknown prefix to the compiler', () => {
    const schema = read(rule);
    expect(schema.patterns[0]?.rules[0]?.context.namespaces.has('y')).toBe(false);
  });

  it('share one map', () => {
    const schema = read(`<ns prefix="y" uri="urn:y"/>${rule}${rule}`);
    const maps = schema.patterns.map((each) => each.rules[0]?.context.namespaces);
    expect(maps[0]).toBe(maps[1]);
  });

  it('refuse one prefix for two namespaces', () => {
    expect(() => read('<ns prefix="a" uri="urn:a"/><ns prefix="a" uri="urn:b"/>')).toThrow(
      /main.sch:2:\d+: the prefix "a"/,
    );
    expect(() => read('<ns prefix="a" uri="urn:a"/><ns prefix="a" uri="urn:a"/>')).not.toThrow();
  });
});

describe('what is refused, with its place', () => {
  it.each<[string, string, string, string]>([
    [
      'a namespace of before the standard',
      '<schema xmlns="http://www.ascc.net/xml/schematron"/>',
      'schema.namespace',
      '1:1',
    ],
    ['no namespace', '\n <schema/>', 'schema.namespace', '2:2'],
    ['a fragment', `<pattern xmlns="${ISO}"/>`, 'schema.structure', '1:1'],
    ['XML that is not', `<schema xmlns="${ISO}">`, 'schema.xml', '1:'],
    ['an entity', `<!DOCTYPE s [<!ENTITY e "x">]><schema xmlns="${ISO}">&e;</schema>`, 'schema.xml', '1:1'],
    ['another query language', schemaText('', 'queryBinding="xquery"'), 'schema.binding', '1:'],
    [
      'a default phase that does not exist',
      schemaText('', 'defaultPhase="x" queryBinding="xslt2"'),
      'schema.reference',
      '1:',
    ],
    ['a rule without context', schemaText('<pattern><rule/></pattern>'), 'schema.attribute', '2:10'],
    [
      'a check without test',
      schemaText('<pattern><rule context="a"><assert>m</assert></rule></pattern>'),
      'schema.attribute',
      '2:28',
    ],
    [
      'a value-of without select',
      schemaText('<pattern><rule context="a"><assert test="a"><value-of/></assert></rule></pattern>'),
      'schema.attribute',
      '2:45',
    ],
    ['a variable without name', schemaText('<let value="1"/>'), 'schema.attribute', '2:1'],
    ['a variable of a strange name', schemaText('<let name="a b" value="1"/>'), 'schema.attribute', '2:12'],
    ['a variable that is a tree', schemaText('<let name="a"><x xmlns=""/></let>'), 'schema.unsupported', '2:15'],
    [
      'a variable declared twice',
      schemaText('<let name="a" value="1"/><let name="a" value="2"/>'),
      'schema.duplicate',
      '2:26',
    ],
    [
      'XSLT in a rule',
      schemaText(
        '<pattern><rule context="a"><xsl:if xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/></rule></pattern>',
      ),
      'schema.unsupported',
      '2:28',
    ],
    [
      'an abstract rule without id',
      schemaText('<pattern><rule abstract="true"/></pattern>'),
      'schema.attribute',
      '2:10',
    ],
  ])('%s', (_name, text, code, place) => {
    const error = errorOf(() => readSchema('main.sch', memoryLoader({ 'main.sch': text })));
    expect(error).toBeInstanceOf(SchemaError);
    expect(isSocleError(error)).toBe(true);
    expect(error).toMatchObject({ code, origin: 'argument', position: { file: 'main.sch' } });
    expect(String(error)).toContain(`main.sch:${place}`);
  });

  it('a main file that does not exist', () => {
    expect(errorOf(() => readSchema('none.sch', memoryLoader({})))).toMatchObject({ code: 'schema.missing' });
  });
});

describe('what is lived with, and said', () => {
  it('spaces around the name of a variable', () => {
    const schema = read('<let name=" x " value="1"/>');
    expect(schema.lets[0]?.name).toBe('x');
    expect(deviationsOf(schema, 'let.name')[0]).toMatchObject({ subject: 'x', incomplete: false });
  });

  it.each([
    ['xslt', 'xslt'],
    ['xslt1', 'xslt'],
    ['xpath', 'xslt'],
    ['xslt3', 'xslt3'],
    ['xpath31', 'xslt3'],
  ])('the query language %s', (written, binding) => {
    const schema = read('', {}, { attributes: `queryBinding="${written}"` });
    expect(schema.queryBinding).toBe(binding);
    expect(schema.deviations.map(({ code }) => code)).toEqual([`binding.${binding}`]);
  });

  it('no query language is that of XSLT 1.0', () => {
    expect(read('', {}, { attributes: '' }).queryBinding).toBe('xslt');
    expect(read('', {}, { attributes: 'queryBinding="xpath2"' }).deviations).toEqual([]);
  });

  it('two patterns, two diagnostics, two phases of one id', () => {
    const pattern = '<pattern id="a"><rule context="x"><assert test="y" diagnostics="d">m</assert></rule></pattern>';
    const schema = read(
      `<phase id="f"><active pattern="a"/></phase><phase id="f"><active pattern="b"/></phase>${pattern}${pattern}<pattern id="b"/>
       <diagnostics><diagnostic id="d">1</diagnostic><diagnostic id="d">2</diagnostic></diagnostics>`,
    );
    expect(schema.patterns.map(({ key }) => key)).toEqual(['a', 'a#2', 'b']);
    expect(schema.phases).toMatchObject([{ id: 'f', active: ['a', 'b'] }]);
    expect(schema.diagnostics.get('d')?.message).toEqual([{ kind: 'text', text: '1' }]);
    expect(deviationsOf(schema, 'id.duplicate').map(({ subject }) => subject)).toEqual(['a', 'f', 'd']);
  });

  it('two rules, two checks of one id; instances of a pattern share theirs', () => {
    const one = '<rule context="a" id="r"><assert test="b" id="c">m</assert></rule>';
    const schema = read(
      `<pattern>${one}</pattern><pattern>${one}</pattern><pattern abstract="true" id="x">${one.replaceAll('id="', 'id="x')}</pattern>
       <pattern is-a="x"/><pattern is-a="x"/>`,
    );
    expect(deviationsOf(schema, 'id.duplicate').map(({ subject }) => subject)).toEqual(['r', 'c']);
  });

  it('a rule that never runs', () => {
    const schema = read('<pattern><rule context="a | b"/><rule context="c"/><rule context="a  |\n b"/></pattern>');
    expect(deviationsOf(schema, 'rule.shadowed')).toMatchObject([
      { subject: 'a | b', place: { line: 2 }, incomplete: false },
    ]);
  });

  it('a phase that names a pattern that does not exist, or an abstract one', () => {
    const schema = read(
      `<phase id="f"><active pattern="a"/><active pattern="none"/><active pattern="abs"/><let name="v" value="1"/><p>x</p></phase>
       <pattern id="a"/><pattern id="abs" abstract="true"/>`,
      {},
      { attributes: 'queryBinding="xslt2" defaultPhase="f"' },
    );
    expect(schema).toMatchObject({ defaultPhase: 'f', phases: [{ id: 'f', active: ['a'], lets: [{ name: 'v' }] }] });
    expect(deviationsOf(schema, 'phase.missing')).toMatchObject([{ subject: 'none', incomplete: true }]);
    expect(deviationsOf(schema, 'phase.abstract')).toMatchObject([{ subject: 'abs', incomplete: false }]);
    expect(schema.lets).toEqual([]);
  });

  it('a diagnostic that does not exist', () => {
    const check = '<assert test="a" diagnostics="none" properties="nothing">m</assert>';
    const schema = read(`<pattern><rule context="a">${check}</rule></pattern>`);
    expect(schema.deviations.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
      'diagnostic.missing none',
      'property.missing nothing',
    ]);
  });

  it('an element of Schematron where it has no meaning; those of other vocabularies are comments', () => {
    const schema = read(
      '<x xmlns="urn:x"/><pattern><asert/><y xmlns="urn:x"/><rule context="a"><active/></rule></pattern>',
    );
    expect(deviationsOf(schema, 'element.unknown').map(({ subject, incomplete }) => [subject, incomplete])).toEqual([
      ['asert', true],
      ['active', true],
    ]);
  });

  it('a name that patterns share is a variable of each', () => {
    const schema = read(
      `<let name="v" value="0"/><pattern id="a"><let name="v" value="1"/></pattern><pattern id="b"><let name="w" value="2"/></pattern>
       <pattern id="c"><let name="w" value="3"/></pattern>`,
    );
    expect(schema.lets.map(({ name, value }) => `${name}=${value?.text}`)).toEqual(['v=0', 'w=2']);
    expect(patternOf(schema, 'c').lets[0]?.value?.text).toBe('3');
    expect(deviationsOf(schema, 'let.shared')).toHaveLength(2);
  });

  it('foreign elements in a message keep their text', () => {
    const schema = read(
      '<pattern><rule context="a"><assert test="b">see <a xmlns="urn:h">the <b>page</b></a><p>no</p>.</assert></rule></pattern>',
    );
    expect(schema.patterns[0]?.rules[0]?.items[0]).toMatchObject({
      message: [{ kind: 'text', text: 'see the page.' }],
    });
    expect(deviationsOf(schema, 'element.unknown')).toMatchObject([{ subject: 'p', incomplete: false }]);
  });
});
