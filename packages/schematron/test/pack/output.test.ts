import { describe, expect, it } from 'vitest';
import { compileSchema } from '../../src/compile/pack/compile-schema.js';
import { memoryLoader } from '../../src/schema/loader.js';
import { readSchema } from '../../src/schema/read-schema.js';
import { packOf, schemaText } from './pack-of.js';

const RULES = `
<pattern id="one">
  <rule context="a" id="ra">
    <let name="v" value="@v"/>
    <assert test="$v = 'x'">v is <value-of select="$v"/></assert>
    <report test="//b[@k = 'y']">There is a b.</report>
  </rule>
</pattern>
<pattern id="two">
  <rule context="a/b"><report test="//b[@k = 'y']">again</report></rule>
</pattern>`;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Source lines of the generated lines of a map, from 1; 0 for those that have none. */
function sourceLines(map: { readonly mappings: string }): readonly number[] {
  let line = 0;
  return map.mappings.split(';').map((segment) => {
    if (segment === '') return 0;
    const numbers: number[] = [];
    let [value, shift] = [0, 0];
    for (const digit of segment) {
      const bits = DIGITS.indexOf(digit);
      value |= (bits & 31) << shift;
      shift += 5;
      if ((bits & 32) !== 0) continue;
      numbers.push((value & 1) === 1 ? -(value >> 1) : value >> 1);
      [value, shift] = [0, 0];
    }
    line += numbers[2] ?? 0;
    return line + 1;
  });
}

describe('what a schema compiles to', () => {
  it('is plain functions, with the expressions beside them', async () => {
    const { compiled } = await packOf(RULES);
    const code = compiled.files.get('patterns-1.mjs') ?? '';
    expect(code).toContain('export function create(r, common) {');
    expect(code).toContain('/* rule: a */\n  function rule_ra(n, c, o) {\n    o.at = 1;');
    expect(code).toContain("$v = 'x'");
    expect(code).not.toMatch(/\beval\b|new Function|\bimport\b/);
  });

  it('has source maps to the lines of the schema, which they hold', async () => {
    const { compiled } = await packOf(RULES);
    const code = compiled.files.get('patterns-1.mjs') ?? '';
    expect(code.trimEnd().endsWith('//# sourceMappingURL=patterns-1.mjs.map')).toBe(true);
    const map = JSON.parse(compiled.files.get('patterns-1.mjs.map') ?? '');
    expect(map).toMatchObject({ version: 3, file: 'patterns-1.mjs', sources: ['main.sch'] });
    expect(map.sourcesContent[0]).toContain('<let name="v" value="@v"/>');
    const source = schemaText(RULES).split('\n');
    const generated = code.split('\n');
    const lines = sourceLines(map);
    const at = (text: string): string =>
      source[(lines[generated.findIndex((line) => line.includes(text))] ?? 0) - 1] ?? '';
    expect(at('o.at = 1;')).toContain('<assert');
    expect(at('o.at = 2;')).toContain('<report test="//b');
    expect(at('function rule_ra')).toContain('<rule context="a"');
    expect((await packOf(RULES, {}, { sourceMaps: false })).compiled.files.size).toBe(2);
  });

  it('is parted in files that share what they have in common', async () => {
    const whole = await packOf(RULES);
    const parted = await packOf(RULES, {}, { chunkBytes: 1 });
    expect(whole.compiled.manifest.chunks).toHaveLength(1);
    expect(parted.compiled.manifest.chunks).toHaveLength(2);
    // The test that both patterns make is in the common module, once.
    const files = [...parted.compiled.files].filter(([name]) => name.endsWith('.mjs'));
    expect(files.filter(([, text]) => text.includes('"y"')).map(([name]) => name)).toEqual(['common.mjs']);
    const xml = '<r><a v="z"><b k="y"/></a></r>';
    expect(parted.check(xml).findings).toEqual(whole.check(xml).findings);
    expect(whole.lines(xml)).toEqual(['/r/a: v is z', '/r/a: There is a b.', '/r/a/b: again']);
  });

  it('is named by what it is made of', () => {
    const hash = (text: string): string =>
      compileSchema(readSchema('m.sch', memoryLoader(new Map([['m.sch', schemaText(text)]])))).manifest.hash;
    expect(hash(RULES)).toBe(hash(RULES));
    expect(hash(RULES)).not.toBe(hash(`${RULES} `));
    expect(hash(RULES)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is counted', async () => {
    const { manifest } = (await packOf(RULES)).compiled;
    expect(manifest.totals).toMatchObject({ rules: 2, checks: 3, distinctChecks: 3 });
    expect(manifest.patterns.map(({ key, rules, checks, chunk }) => [key, rules, checks, chunk])).toEqual([
      ['one', 1, 2, 0],
      ['two', 1, 1, 0],
    ]);
    expect(manifest.totals.bytes).toBe(manifest.common.bytes + (manifest.chunks[0]?.bytes ?? 0));
  });
});
