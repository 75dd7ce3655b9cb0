import { describe, expect, it } from 'vitest';
import { CompileError } from '../../src/compile/pack/issues.js';
import { packOf } from './pack-of.js';

describe('rules', () => {
  it('fire on the first context that matches, in each pattern', async () => {
    const { lines } = await packOf(`
      <pattern id="one">
        <rule context="a[@x]"><report test="true()">one: with x</report></rule>
        <rule context="a"><report test="true()">one: any</report></rule>
        <rule context="*"><report test="true()">one: other</report></rule>
      </pattern>
      <pattern id="two"><rule context="a | b"><report test="true()">two</report></rule></pattern>`);
    expect(lines('<r><a x="1"/><a/><b/></r>')).toEqual([
      '/r: one: other',
      '/r/a: one: with x',
      '/r/a[2]: one: any',
      '/r/b: one: other',
      '/r/a: two',
      '/r/a[2]: two',
      '/r/b: two',
    ]);
  });

  it('report what holds and asserts what does not', async () => {
    const { check } = await packOf(`
      <pattern id="p1"><rule context="a" id="r1" role="warning">
        <assert test="@b" id="c1" role="error" flag="f1" see="http://x" diagnostics="d1" properties="q1">No <name/> b in <value-of select="@c, @d"/>.</assert>
        <report test="@c">There is c.</report>
      </rule></pattern>
      <diagnostics><diagnostic id="d1">c is <value-of select="@c"/></diagnostic></diagnostics>
      <properties><property id="q1">always</property></properties>`);
    const { findings, fired } = check('<p:r xmlns:p="urn:p">\n <a c="1" d="2"/></p:r>');
    expect(findings).toEqual([
      {
        kind: 'assert',
        pattern: 'p1',
        rule: 'r1',
        id: 'c1',
        test: '@b',
        role: 'error',
        flag: 'f1',
        see: 'http://x',
        location: '/r/a',
        xpath: "/*:r[namespace-uri()='urn:p'][1]/*:a[namespace-uri()=''][1]",
        line: 2,
        column: 2,
        text: 'No a b in 1 2.',
        template: 'No … b in ….',
        diagnostics: [{ id: 'd1', text: 'c is 1' }],
        properties: [{ id: 'q1', text: 'always' }],
        place: { file: 0, line: 5, column: expect.any(Number) },
      },
      expect.objectContaining({ kind: 'report', text: 'There is c.', test: '@c' }),
    ]);
    expect([...fired]).toEqual([['p1', 1]]);
  });

  it('may have attributes, texts, comments, instructions and the document as context', async () => {
    const { lines } = await packOf(`
      <pattern>
        <rule context="/"><report test="a">document <value-of select="count(.//node())"/></report></rule>
        <rule context="@id"><report test=". = 'x'">id</report></rule>
        <rule context="@*"><report test="true()">attribute <name/></report></rule>
        <rule context="b/text()"><report test="true()">text <value-of select="."/></report></rule>
        <rule context="comment()"><report test="true()">comment <value-of select="."/></report></rule>
        <rule context="processing-instruction(pi)"><report test="true()">instruction <value-of select="."/></report></rule>
      </pattern>`);
    expect(lines('<a id="x" q="y">t<b id="z">u<!--c--></b><?pi d?><?qi d?></a>')).toEqual([
      '/a: document 7',
      '/a/@id: id',
      '/a/@q: attribute q',
      '/a/b/text(): text u',
      '/a/b/comment(): comment c',
      '/a/processing-instruction(pi): instruction d',
    ]);
  });

  it.each([
    ['a/b', ['/r/a/b', '/r/a/a/b']],
    ['/r/a/b', ['/r/a/b']],
    ['r//b', ['/r/a/b', '/r/a/a/b', '/r/b']],
    ['/r/a//b', ['/r/a/b', '/r/a/a/b']],
    ['a//a/b', ['/r/a/a/b']],
    ['//b', ['/r/a/b', '/r/a/a/b', '/r/b']],
    ['*:b[1]', ['/r/a/b', '/r/a/a/b', '/r/b']],
    ['b[@x]', ['/r/a/b']],
    ['b[@x = "1"]', ['/r/a/b']],
    ['b[not(@x)]', ['/r/a/a/b', '/r/b']],
    ['a[a]/b', ['/r/a/b']],
    ['a[2]', []],
    ['r/*[2]', ['/r/b']],
    ['r/*[position() = last()]', ['/r/b']],
    ['r/*[@k][1]', ['/r/b']],
    ['*[c/@root = "u"]', ['/r/b']],
    ['*[c[@root = ("u", "v")]]', ['/r/b']],
    ['*[c/@root = "u" or c/@root = "w"]', ['/r/b']],
    ['p:*', ['/r/b/n']],
    ['p:n', ['/r/b/n']],
    ['descendant::a', ['/r/a', '/r/a/a']],
    ['a/descendant::b', ['/r/a/b', '/r/a/a/b']],
    ['a/a | b/c', ['/r/a/a', '/r/b/c']],
    ['key("k", "1")', ['/r/b']],
    ['key("k", "1")/c', ['/r/b/c']],
    ['element(c)', ['/r/b/c']],
    ['r/b/node()', ['/r/b/c', '/r/b/n']],
    ['b[$one = @k]', ['/r/b']],
  ])('have the context %s', async (context, expected) => {
    const { lines } = await packOf(`
      <let name="one" value="'1'"/>
      <xsl:key name="k" match="b" use="@k"/>
      <pattern><rule context="${context.replaceAll('"', '&quot;')}"><report test="true()">x</report></rule></pattern>`);
    const xml = '<r><a><b x="1"/><a><b/></a></a><b k="1"><c root="u"/><p:n xmlns:p="urn:p"/></b></r>';
    expect(lines(xml)).toEqual(expected.map((each) => `${each}: x`));
  });

  it('share what they extend', async () => {
    const { lines, compiled } = await packOf(`
      <pattern>
        <rule abstract="true" id="base">
          <let name="b" value="@b"/>
          <assert test="$b">no b in <name/></assert>
          <assert test="$own = 1">own is <value-of select="$own"/></assert>
        </rule>
        <rule context="x"><let name="own" value="1"/><extends rule="base"/><assert test="$b = 'x'">b is <value-of select="$b"/></assert></rule>
        <rule context="y"><let name="own" value="1"/><extends rule="base"/></rule>
        <rule context="z"><let name="own" value="2"/><extends rule="base"/></rule>
      </pattern>`);
    expect(lines('<r><x b="q"/><y/><z b="1"/></r>')).toEqual(['/r/x: b is q', '/r/y: no b in y', '/r/z: own is 2']);
    expect(compiled.manifest.totals).toMatchObject({ checks: 7, rules: 3 });
    expect(compiled.manifest.totals.distinctChecks).toBeLessThanOrEqual(5);
  });
});

describe('variables', () => {
  it('are read where they are declared: rule, pattern, schema, in any order above rules', async () => {
    const { lines } = await packOf(`
      <let name="sum" value="$first + 1"/>
      <let name="first" value="count(//a)"/>
      <let name="many" value="//a/@n"/>
      <let name="text">plain</let>
      <pattern>
        <let name="own" value="$sum * 10"/>
        <rule context="r">
          <let name="n" value="@n"/>
          <let name="sum" value="$n + $sum"/>
          <report test="true()"><value-of select="$sum"/> <value-of select="$own"/> <value-of select="$many"/> <value-of select="$text"/></report>
        </rule>
      </pattern>`);
    expect(lines('<r n="100"><a n="1"/><a n="2"/></r>')).toEqual(['/r: 103 30 1 2 plain']);
  });

  it('have the type that is declared', async () => {
    const { lines, check } = await packOf(`
      <let name="limit" value="//limit" as="xs:integer"/>
      <let name="content">12</let>
      <pattern><rule context="a">
        <let name="n" value="@n" as="xs:double?"/>
        <report test="$n instance of xs:double and $limit instance of xs:integer"><value-of select="$n + $limit"/></report>
        <report test="$content = 12">content</report>
      </rule></pattern>`);
    expect(lines('<r><limit>5</limit><a n="1.5"/><a/></r>')).toEqual([
      '/r/a: 6.5',
      '/r/a: content',
      '/r/a[2]: content',
    ]);
    expect(check('<r><limit>x</limit><a n="1"/></r>').faults).toEqual([expect.objectContaining({ code: 'FORG0001' })]);
  });

  it('are evaluated only when they are used: one that fails and is not used does no harm', async () => {
    const { check } = await packOf(`
      <let name="bad" value="xs:integer('x')"/>
      <pattern><rule context="r">
        <let name="worse" value="xs:integer(@n)"/>
        <report test="true()">fine</report>
        <report test="@m and $worse = 1">not asked</report>
      </rule></pattern>`);
    const { findings, faults } = check('<r n="x"/>');
    expect(faults).toEqual([]);
    expect(findings.map(({ text }) => text)).toEqual(['fine']);
  });

  it('of a phase depend on the phase that runs', async () => {
    const { lines, check } = await packOf(`
      <let name="limit" value="10"/>
      <phase id="strict"><active pattern="p1"/><let name="limit" value="1"/></phase>
      <phase id="loose"><active pattern="p1"/></phase>
      <pattern id="p1"><rule context="r"><report test="@n &gt; $limit">more than <value-of select="$limit"/></report></rule></pattern>
      <pattern id="p2"><rule context="r"><report test="true()">p2</report></rule></pattern>`);
    expect(lines('<r n="5"/>', { phase: 'strict' })).toEqual(['/r: more than 1']);
    expect(lines('<r n="5"/>', { phase: 'loose' })).toEqual([]);
    expect(lines('<r n="50"/>')).toEqual(['/r: more than 10', '/r: p2']);
    expect(() => check('<r/>', { phase: 'none' })).toThrow(/no phase none/);
  });
});

describe('phases', () => {
  const patterns = ['a', 'b', 'c'].map(
    (id) => `<pattern id="${id}"><rule context="r"><report test="true()">${id}</report></rule></pattern>`,
  );
  const phases =
    '<phase id="x"><active pattern="a"/><active pattern="c"/></phase><phase id="y"><active pattern="b"/></phase>';

  it('choose patterns; the default one is the one that the schema names', async () => {
    const { lines } = await packOf(`${phases}${patterns.join('')}`, {}, { attributes: 'defaultPhase="x"' });
    expect(lines('<r/>')).toEqual(['/r: a', '/r: c']);
    expect(lines('<r/>', { phase: '#DEFAULT' })).toEqual(['/r: a', '/r: c']);
    expect(lines('<r/>', { phase: 'y' })).toEqual(['/r: b']);
    expect(lines('<r/>', { phase: '#ALL' })).toEqual(['/r: a', '/r: b', '/r: c']);
  });

  it('are loaded alone when asked', async () => {
    const { compiled } = await packOf(
      `${phases}${patterns.join('')}`,
      {},
      { attributes: 'defaultPhase="x"', chunkBytes: 1 },
    );
    expect(compiled.manifest.chunks.length).toBeGreaterThan(1);
    const { loadPack } = await import('../../src/validate/load.js');
    const { validate } = await import('../../src/validate/validate.js');
    const { readDocument } = await import('../../src/tree/read.js');
    const pack = await loadPack(compiled, { phases: ['y'] });
    const document = readDocument('<r/>');
    expect(validate(document, pack, { phase: 'y' }).findings.map(({ text }) => text)).toEqual(['b']);
    expect(() => validate(document, pack)).toThrow(/was not loaded/);
  });
});

describe('documents', () => {
  const files = {
    'codes.xml': '<codes><c v="1"/><c v="2"/></codes>',
    'other/part.xml': '<part><a/><a ok="1"/></part>',
  };

  it('of rules come from the loader, relative to the schema', async () => {
    const { lines, check } = await packOf(
      `<pattern><rule context="a">
         <assert test="document('codes.xml')//c/@v = @v">unknown <value-of select="@v"/></assert>
         <report test="doc-available('none.xml')">?</report>
         <report test="@gone and document('none.xml')/x">?</report>
       </rule></pattern>`,
      files,
    );
    expect(lines('<r><a v="2"/><a v="3"/></r>')).toEqual(['/r/a[2]: unknown 3']);
    expect(check('<r><a v="1" gone=""/></r>').deviations).toEqual([
      expect.objectContaining({ code: 'document.missing', subject: 'none.xml', incomplete: true }),
    ]);
  });

  it('of a pattern are checked instead of the one that is validated', async () => {
    const { lines, check } = await packOf(
      `<pattern documents="/r/part/@href"><rule context="a"><assert test="@ok">not ok</assert></rule></pattern>
       <pattern><rule context="r"><report test="true()">here</report></rule></pattern>`,
      files,
    );
    expect(lines('<r><part href="other/part.xml"/></r>')).toEqual(['/part/a: not ok', '/r: here']);
    expect(check('<r><part href="none.xml"/></r>').faults).toEqual([expect.objectContaining({ code: 'FODC0002' })]);
  });
});

describe('what cannot be compiled', () => {
  it('is an error that names every expression, its rule and its place', async () => {
    const failing = packOf(`
      <pattern><rule context="a" id="r1">
        <assert test="unknown(1)">1</assert>
        <assert test="1 +">2</assert>
        <assert test="$nothing">3</assert>
        <assert test="x:y">4</assert>
      </rule><rule context="a["><assert test="true()">5</assert></rule></pattern>`);
    const error: unknown = await failing.catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(CompileError);
    if (!(error instanceof CompileError)) return;
    expect(error.issues.map(({ code, rule, place, expression }) => [code, rule, place.line, expression])).toEqual([
      ['XPST0017', 'r1', 5, 'unknown(1)'],
      ['XPST0003', 'r1', 6, '1 +'],
      ['XPST0008', 'r1', 7, '$nothing'],
      ['XPST0081', 'r1', 8, 'x:y'],
      ['XPST0003', undefined, 9, 'a['],
    ]);
    expect(error.message).toMatch(/main\.sch:5:\d+: XPST0017/);
  });
});
