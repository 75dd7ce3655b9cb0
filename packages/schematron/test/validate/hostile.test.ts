import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/tree/read.js';
import { validate } from '../../src/validate/validate.js';
import { packOf } from '../pack/pack-of.js';

const RULES = `
  <pattern id="one"><rule context="a[not(ancestor::b)]"><report test="not(*) and count(ancestor::*) gt 2">leaf</report></rule></pattern>
  <pattern id="two">
    <rule context="/*"><report test="count(.//a) gt 5"><value-of select="string-length(string(.))"/></report></rule>
    <rule context="a//a/c"><report test="true()">c</report></rule>
  </pattern>`;

describe('hostile documents', () => {
  it('that are very deep, when the caller lets them in, are walked without recursion', async () => {
    const { pack } = await packOf(RULES);
    const deep = 10_000;
    const xml = `${'<a>'.repeat(deep)}x${'</a>'.repeat(deep)}`;
    const document = readDocument(xml, { limits: { maxDepth: deep } });
    const { findings, faults } = validate(document, pack, { phase: '#ALL' });
    expect(faults).toEqual([]);
    expect(findings.map(({ pattern, text }) => [pattern, text])).toEqual([
      ['one', 'leaf'],
      ['two', '1'],
    ]);
  });

  it('that are very wide cost steps that grow with their size', async () => {
    const { pack } = await packOf(RULES);
    const count = 40_000;
    const document = readDocument(`<a>${'<a><a><c/></a></a>'.repeat(count)}</a>`);
    // A square would take more than a thousand million.
    const { faults } = validate(document, pack, { limits: { steps: 100 * count } });
    expect(faults).toEqual([]);
  });
});

describe('hostile rules', () => {
  const faultOf = async (test: string, foreign = ''): Promise<(string | boolean)[]> => {
    const { pack } = await packOf(`${foreign}<pattern><rule context="/*">
      <assert test="${test}">hostile</assert><report test="true()">next</report>
    </rule></pattern>`);
    const { findings, faults } = validate(readDocument(`<a>${'x'.repeat(5_000)}</a>`), pack);
    return [faults.map(({ code }) => code).join(), findings.some(({ text }) => text === 'next')];
  };

  it.each([
    ['count(1 to 10000000000) = 1', 'limit.size'],
    ["string-length(string-join(for $i in 1 to 100000 return string(.), '')) = 1", 'limit.size'],
    ["string-length(string-join(for $i in 1 to 100000 return if ($i = 3) then 'y' else ., '')) = 1", 'limit.size'],
  ])('%s stops, and the next check is made', async (test, code) => {
    expect(await faultOf(test)).toEqual([code, true]);
  });

  it('functions that call themselves for ever stop, and the next check is made', async () => {
    const forever = `<ns prefix="f" uri="urn:f"/><xsl:function name="f:again" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
      <xsl:param name="n"/><xsl:sequence select="1 + f:again($n + 1)"/></xsl:function>`;
    expect(await faultOf('f:again(1) = 1', forever)).toEqual(['limit.recursion', true]);
  });

  it('ancestors of ancestors are counted as steps', async () => {
    const { pack } = await packOf(
      '<pattern><rule context="a"><report test="count(ancestor::a) lt 0">no</report></rule></pattern>',
    );
    const deep = 5_000;
    const document = readDocument('<a>'.repeat(deep) + '</a>'.repeat(deep), { limits: { maxDepth: deep } });
    expect(() => validate(document, pack, { limits: { steps: 1_000_000 } })).toThrow(
      expect.objectContaining({ code: 'limit.steps' }),
    );
  });
});
