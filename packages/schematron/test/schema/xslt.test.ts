import { describe, expect, it } from 'vitest';
import { memoryLoader } from '../../src/schema/loader.js';
import type { Schema } from '../../src/schema/model.js';
import { readSchema } from '../../src/schema/read-schema.js';
import { errorOf, ISO } from './schema.js';

function read(content: string): Schema {
  const text =
    `<schema xmlns="${ISO}" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" ` +
    `xmlns:f="urn:f" queryBinding="xslt2"><ns prefix="x" uri="urn:x"/>\n${content}</schema>`;
  return readSchema('main.sch', memoryLoader({ 'main.sch': text }));
}

describe('keys', () => {
  it('of XSLT, and of Schematron', () => {
    const { keys } = read(
      '<xsl:key name="k" match="x:a | f:b" use="@id"/><key name="l" match="a" path="@x"/><key name="m" match="a" use="b"/>',
    );
    expect(keys).toMatchObject([
      { name: 'k', match: { text: 'x:a | f:b', place: { line: 2, column: 26 } }, use: { text: '@id' } },
      { name: 'l', match: { text: 'a' }, use: { text: '@x' } },
      { name: 'm', use: { text: 'b' } },
    ]);
    expect(keys[0]?.match.namespaces.get('f')).toBe('urn:f');
    expect(keys[0]?.match.namespaces.get('x')).toBe('urn:x');
  });

  it.each([
    ['schema.attribute', '<xsl:key match="a" use="b"/>'],
    ['schema.attribute', '<xsl:key name="k" use="b"/>'],
    ['schema.attribute', '<xsl:key name="k" match="a"/>'],
    ['schema.unsupported', '<xsl:key name="k" match="a"><xsl:sequence select="b"/></xsl:key>'],
    ['schema.unsupported', '<xsl:key name="k" match="a" use="b" collation="c"/>'],
  ])('refused with %s: %s', (code, content) => {
    expect(errorOf(() => read(content))).toMatchObject({ code, position: { line: 2 } });
  });
});

describe('functions', () => {
  it('with the instructions that compute a value', () => {
    const { functions } = read(`<xsl:function name="f:sum" as="xs:integer?">
      <xsl:param name="a" as="xs:string"/><xsl:param name="b"/>
      <xsl:variable name="v" select="$a"/>
      <xsl:variable name="w" as="xs:string*"><xsl:text> x </xsl:text>literal</xsl:variable>
      <xsl:if test="$a"><xsl:sequence select="1"/></xsl:if>
      <xsl:choose>
        <xsl:when test="$b"><xsl:value-of select="2" separator=", "/></xsl:when>
        <xsl:when test="x:c"><xsl:copy-of select="."/></xsl:when>
        <xsl:otherwise><xsl:for-each select="1 to 3"><xsl:sequence select="."/></xsl:for-each></xsl:otherwise>
      </xsl:choose>
    </xsl:function>`);
    expect(functions).toMatchObject([
      {
        name: 'f:sum',
        as: { text: 'xs:integer?' },
        parameters: [{ name: 'a', as: { text: 'xs:string' } }, { name: 'b' }],
        body: [
          { kind: 'variable', name: 'v', select: { text: '$a' }, body: [] },
          {
            kind: 'variable',
            name: 'w',
            as: { text: 'xs:string*' },
            body: [{ kind: 'text', text: ' x ' }, { text: 'literal' }],
          },
          { kind: 'choose', branches: [{ test: { text: '$a' }, body: [{ kind: 'sequence' }] }], otherwise: [] },
          {
            kind: 'choose',
            branches: [
              { test: { text: '$b' }, body: [{ kind: 'valueOf', separator: ', ' }] },
              { test: { text: 'x:c' }, body: [{ kind: 'copyOf' }] },
            ],
            otherwise: [
              { kind: 'forEach', select: { text: '1 to 3' }, body: [{ kind: 'sequence', select: { text: '.' } }] },
            ],
          },
        ],
      },
    ]);
    expect(functions[0]?.namespaces.get('f')).toBe('urn:f');
    expect(functions[0]?.body[0]).not.toHaveProperty('as');
  });

  const f = (body: string) => `<xsl:function name="f:a">${body}</xsl:function>`;
  it.each([
    ['schema.attribute', '<xsl:function/>'],
    ['schema.attribute', '<xsl:function name="a"/>'],
    ['schema.structure', f('<xsl:sequence select="1"/><xsl:param name="b"/>')],
    ['schema.structure', f('<xsl:choose/>')],
    ['schema.attribute', f('<xsl:sequence/>')],
    ['schema.attribute', f('<xsl:variable select="1"/>')],
    ['schema.attribute', f('<xsl:if><xsl:sequence select="1"/></xsl:if>')],
    ['schema.unsupported', f('<xsl:param name="b" select="1"/>')],
    ['schema.unsupported', f('<xsl:param name="b">1</xsl:param>')],
    ['schema.unsupported', f('<xsl:apply-templates/>')],
    ['schema.unsupported', f('<xsl:message>x</xsl:message>')],
    ['schema.unsupported', f('<xsl:element name="x"/>')],
    ['schema.unsupported', f('<x:literal xmlns:x="urn:x"/>')],
    ['schema.unsupported', f('<xsl:constructor/>')],
    ['schema.unsupported', f('<xsl:toString/>')],
    ['schema.unsupported', f('<xsl:sequence select="1" use-when="a"/>')],
    ['schema.unsupported', f('<xsl:sequence select="1">a</xsl:sequence>')],
    ['schema.unsupported', f('<xsl:value-of select="1" separator="{$a}"/>')],
    ['schema.unsupported', f('<xsl:variable name="v" select="1"><xsl:text>a</xsl:text></xsl:variable>')],
    ['schema.unsupported', f('<xsl:for-each select="a"><xsl:sort/></xsl:for-each>')],
    ['schema.unsupported', f('<xsl:choose><xsl:otherwise/><xsl:when test="a"/></xsl:choose>')],
    ['schema.unsupported', f('<xsl:text><xsl:text/></xsl:text>')],
    ['schema.unsupported', '<xsl:include href="a.xsl"/>'],
    ['schema.unsupported', '<xsl:import href="a.xsl"/>'],
    ['schema.unsupported', '<xsl:variable name="a" select="1"/>'],
    ['schema.unsupported', '<xsl:template match="a"/>'],
    ['schema.unsupported', '<pattern><xsl:function name="f:a"/></pattern>'],
    [
      'schema.unsupported',
      '<pattern><rule context="a"><assert test="b"><xsl:value-of select="1"/></assert></rule></pattern>',
    ],
  ])('refused with %s: %s', (code, content) => {
    expect(errorOf(() => read(content))).toMatchObject({ code, position: { file: 'main.sch', line: 2 } });
  });
});
