import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSchemas } from '../../src/schema/compare.js';
import { measureSchema } from '../../src/schema/count.js';
import { SchemaError } from '../../src/schema/error.js';
import { memoryLoader } from '../../src/schema/loader.js';
import { readSchema } from '../../src/schema/read-schema.js';
import { fragment, ISO, schemaText } from './schema.js';

const main =
  schemaText(`<title>T</title><ns prefix="x" uri="urn:x"/><let name="g" value="x:a"/><include href="a.sch"/><include href="b.sch#q"/>
  <phase id="f"><active pattern="p"/><let name="h" value="1"/></phase>
  <pattern id="p"><let name="v" value="1"/><rule context="x:a"><extends rule="r"/><extends href="c.sch"/><let name="w">text</let>
  <assert test="$v" diagnostics="d" properties="e">m <value-of select="."/> <name path="x"/><emph>z</emph></assert></rule>
  <rule abstract="true" id="r"><report test="b">n</report></rule></pattern>
  <pattern abstract="true" id="abs"><rule context="$c"><assert test="$t">t</assert></rule></pattern>
  <pattern id="i" is-a="abs"><param name="c" value="1"/><param name="t" value="2"/></pattern>
  <diagnostics><diagnostic id="d">D</diagnostic></diagnostics><properties><property id="e">E</property></properties>
  <xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="k" match="a" use="b"/>
  <xsl:function xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="x:f"><xsl:param name="p"/><xsl:sequence select="1"/></xsl:function>`);
const files = {
  'a.sch': fragment('<pattern id="a"><rule context="a"><include href="c.sch#z"/></rule></pattern>'),
  'b.sch': fragment('<pattern><rule id="q" context="b"/></pattern>').replace('<rule id="q"', '<rule'),
  'c.sch': fragment('<rule abstract="true" id="y"><assert id="z" test="1">1</assert></rule>'),
};

const names = [
  'schema',
  'pattern',
  'rule',
  'assert',
  'let',
  'include',
  'extends',
  'phase',
  'param',
  'xsl:if',
  'x',
  'name',
  'value-of',
  'key',
];
const attributes = [
  'id',
  'context',
  'test',
  'is-a',
  'abstract',
  'href',
  'rule',
  'name',
  'value',
  'pattern',
  'select',
  'prefix',
  'uri',
  'use',
];
const values = [
  '',
  ' ',
  'a',
  'p',
  'abs',
  'r',
  'true',
  'a.sch',
  '#p',
  'main.sch',
  '../x',
  'x:y',
  '$c',
  '1',
  'urn:x',
  '$t$c',
];

type Mutation = { readonly at: number; readonly how: number; readonly with: number };

/** The text with one thing changed: a character, a tag name, an attribute, its value; an element doubled or taken out. */
function mutate(text: string, { at, how, with: other }: Mutation): string {
  const pick = (found: RegExpExecArray[]) => found[at % Math.max(1, found.length)];
  const replace = (pattern: RegExp, make: (match: RegExpExecArray) => string): string => {
    const match = pick([...text.matchAll(pattern)]);
    return match === undefined
      ? text
      : text.slice(0, match.index) + make(match) + text.slice(match.index + match[0].length);
  };
  const name = names[other % names.length] ?? '';
  const attribute = attributes[other % attributes.length] ?? '';
  const value = values[other % values.length] ?? '';
  switch (how) {
    case 0:
      return replace(/<(\w[\w:-]*)([^<>]*)\/>/g, (found) => `<${name}${found[2] ?? ''}/>`);
    case 1:
      return replace(/ [\w:-]+="[^"]*"/g, () => '');
    case 2:
      return replace(/ ([\w-]+)="[^"]*"/g, (found) => ` ${found[1] ?? ''}="${value}"`);
    case 3:
      return replace(/ ([\w-]+)="/g, () => ` ${attribute}="`);
    case 4:
      return replace(/<[\w:-]+[^<>]*\/>/g, (found) => `${found[0]}${found[0]}`);
    case 5:
      return replace(/<(\w+)[^<>]*>(?:(?!<\/?\1)[\s\S])*<\/\1>/g, (found) =>
        other % 2 === 0 ? '' : `${found[0]}${found[0]}`,
      );
    case 6:
      return replace(
        /<(\w+)([^<>]*)>((?:(?!<\/?\1)[\s\S])*)<\/\1>/g,
        (found) => `<${name}${found[2] ?? ''}>${found[3] ?? ''}</${name}>`,
      );
    default:
      return `${text.slice(0, at % text.length)}${'<>&"\'/= \0é'[other % 10] ?? ''}${text.slice((at % text.length) + 1)}`;
  }
}

describe('schemas with faults', () => {
  const mutation = fc.record({ at: fc.nat(10_000), how: fc.nat(7), with: fc.nat(1_000) });

  it('are read or refused with an error of ours, never anything else', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), fc.nat(2), (mutations, which) => {
        const changed: Record<string, string> = { 'main.sch': main, ...files };
        const name = ['main.sch', 'a.sch', 'c.sch'][which] ?? 'main.sch';
        for (const each of mutations) changed[name] = mutate(changed[name] ?? '', each);
        try {
          const schema = readSchema('main.sch', memoryLoader(changed));
          read += 1;
          expect(new Set(schema.patterns.map(({ key }) => key)).size).toBe(schema.patterns.length);
          for (const { place } of schema.deviations) expect(place?.file ?? 0).toBeLessThan(schema.files.length);
          expect(measureSchema(schema).inlined).toBeGreaterThanOrEqual(0);
          expect(compareSchemas(schema, schema)).toEqual([]);
        } catch (error) {
          if (!(error instanceof SchemaError)) throw error;
          expect(error.code).toMatch(/^schema\./);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  it('are told what was changed', () => {
    const original = readSchema('main.sch', memoryLoader({ 'main.sch': main, ...files }));
    expect(original.deviations.map(({ code, subject }) => `${code} ${subject}`)).toEqual(['include.fragment b.sch#q']);
    expect(measureSchema(original)).toEqual({ patterns: 3, rules: 3, checks: 5, inlined: 5 });
    expect(main).toContain(ISO);
  });
});
