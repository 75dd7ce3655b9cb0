import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/tree/read.js';
import { toSvrl } from '../../src/validate/svrl.js';
import { packOf } from '../pack/pack-of.js';

const RULES = `
  <title>Rules &amp; all</title>
  <phase id="all"><active pattern="one"/></phase>
  <pattern id="one"><title>First</title>
    <rule context="a" id="ra" role="info">
      <assert test="@b &lt; 2" id="c1" role="error" diagnostics="d" properties="q">b is <value-of select="@b"/></assert>
    </rule>
    <rule context="c"><report test="true()">"c"</report></rule>
  </pattern>
  <pattern id="two"><rule context="nothing"><report test="true()">x</report></rule></pattern>
  <diagnostics><diagnostic id="d">think</diagnostic></diagnostics>
  <properties><property id="q">why</property></properties>`;

describe('SVRL', () => {
  it('has active patterns, the rules that fired and what they found', async () => {
    const { pack, check } = await packOf(RULES);
    const svrl = toSvrl(check('<r><a b="1"/><a b="5"/><c/></r>', { keepFirings: true }), pack);
    expect(svrl).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<svrl:schematron-output xmlns:svrl="http://purl.oclc.org/dsdl/svrl" title="Rules &amp; all">
  <svrl:ns-prefix-in-attribute-values uri="urn:p" prefix="p"/>
  <svrl:ns-prefix-in-attribute-values uri="http://www.w3.org/2001/XMLSchema" prefix="xs"/>
  <svrl:ns-prefix-in-attribute-values uri="urn:f" prefix="f"/>
  <svrl:active-pattern id="one" name="First"/>
  <svrl:fired-rule id="ra" context="a" role="info"/>
  <svrl:fired-rule id="ra" context="a" role="info"/>
  <svrl:failed-assert location="/*:r[namespace-uri()=''][1]/*:a[namespace-uri()=''][2]" test="@b &lt; 2" id="c1" role="error">
    <svrl:diagnostic-reference diagnostic="d">think</svrl:diagnostic-reference>
    <svrl:property-reference property="q">why</svrl:property-reference>
    <svrl:text>b is 5</svrl:text>
  </svrl:failed-assert>
  <svrl:fired-rule context="c"/>
  <svrl:successful-report location="/*:r[namespace-uri()=''][1]/*:c[namespace-uri()=''][1]" test="true()">
    <svrl:text>"c"</svrl:text>
  </svrl:successful-report>
  <svrl:active-pattern id="two"/>
</svrl:schematron-output>
`);
    expect(() => readDocument(svrl)).not.toThrow();
  });

  it('has at least the rules that found something when firings were not kept, and the phase', async () => {
    const { pack, check } = await packOf(RULES);
    const svrl = toSvrl(check('<r><a b="1"/><a b="5"/></r>', { phase: 'all' }), pack);
    expect(svrl).toContain('phase="all"');
    expect(svrl.match(/fired-rule/g)).toHaveLength(1);
    expect(svrl).not.toContain('id="two"');
  });

  it('is XML whatever the texts, and says what could not be evaluated', async () => {
    const { pack, check } = await packOf(
      `<pattern id="p"><rule context="a">
         <report test="true()"><value-of select="codepoints-to-string((9, 10, 60, 38, 62, 93, 93, 62))"/></report>
         <report test="xs:integer(@b) = 1">x</report>
       </rule></pattern>`,
    );
    const svrl = toSvrl(check('<a b="]]&gt;&lt;"/>'), pack);
    expect(() => readDocument(svrl)).not.toThrow();
    expect(svrl).toContain('<svrl:text>p: xs:integer(@b) = 1: FORG0001');
  });
});
