import { describe, expect, it } from 'vitest';
import type { SchemaLimits } from '../../src/schema/limits.js';
import { errorOf, fragment, read } from './schema.js';

function refused(content: string, files: Record<string, string>, limits: Partial<SchemaLimits> = {}): unknown {
  return errorOf(() => read(content, files, { limits }));
}

describe('bounds of a reading', () => {
  it('files', () => {
    const files = { 'a.sch': fragment('<pattern/>'), 'b.sch': fragment('<pattern/>') };
    expect(refused('<include href="a.sch"/><include href="b.sch"/>', files, { files: 2 })).toMatchObject({
      code: 'schema.limit',
      position: { line: 2 },
    });
    expect(() => read('<include href="a.sch"/>', files, { limits: { files: 2 } })).not.toThrow();
  });

  it('bytes', () => {
    const files = { 'a.sch': fragment(`<pattern><title>${'x'.repeat(5_000)}</title></pattern>`) };
    expect(refused('<include href="a.sch"/>', files, { bytes: 5_000 })).toMatchObject({ code: 'schema.limit' });
  });

  it('depth of elements', () => {
    const deep = `${'<emph>'.repeat(100_000)}x${'</emph>'.repeat(100_000)}`;
    expect(refused(`<p>${deep}</p>`, {})).toMatchObject({ code: 'schema.limit' });
    expect(refused(`<p>${deep}</p>`, {}, { elementDepth: Number.MAX_SAFE_INTEGER })).toMatchObject({
      code: 'schema.limit',
    });
  });

  it('depth of includes', () => {
    const files: Record<string, string> = {};
    for (let at = 0; at < 100; at += 1)
      files[`${at}.sch`] = fragment(`<pattern><include href="${at + 1}.sch"/></pattern>`);
    expect(refused('<include href="0.sch"/>', files)).toMatchObject({ code: 'schema.limit' });
  });

  it('includes that double: 2⁴⁰ elements', () => {
    const files: Record<string, string> = { '40.sch': fragment('<emph>x</emph>') };
    for (let at = 0; at < 40; at += 1) {
      files[`${at}.sch`] = fragment(`<emph>${`<include href="${at + 1}.sch"/>`.repeat(2)}</emph>`);
    }
    expect(refused('<p><include href="0.sch"/></p>', files)).toMatchObject({ code: 'schema.limit' });
  });

  it('parameters that double: 2⁴⁰ characters', () => {
    const parameters = Array.from(
      { length: 40 },
      (_, at) => `<param name="p${at}x" value="$p${at + 1}x$p${at + 1}x"/>`,
    ).join('');
    const content = `<pattern abstract="true" id="a"><rule context="$p0x"/></pattern><pattern is-a="a">${parameters}</pattern>`;
    expect(refused(content, {})).toMatchObject({ code: 'schema.limit' });
  });

  it('one parameter too many times', () => {
    const value = 'v'.repeat(100_000);
    const content = `<pattern abstract="true" id="a"><rule context="${'$p'.repeat(100_000)}"/></pattern>
      <pattern is-a="a"><param name="p" value="${value}"/></pattern>`;
    expect(refused(content, {})).toMatchObject({ code: 'schema.limit' });
  });

  it('abstract rules that double: 2⁴⁰ checks', () => {
    const rules = Array.from(
      { length: 40 },
      (_, at) => `<rule abstract="true" id="r${at}">${`<extends rule="r${at + 1}"/>`.repeat(2)}</rule>`,
    ).join('');
    const last = '<rule abstract="true" id="r40"><assert test="a">m</assert></rule>';
    expect(
      refused(`<pattern>${rules}${last}<rule context="a"><extends rule="r0"/></rule></pattern>`, {}),
    ).toMatchObject({
      code: 'schema.limit',
    });
  });

  it('abstract rules in a chain', () => {
    const rules = Array.from(
      { length: 100 },
      (_, at) => `<rule abstract="true" id="r${at}"><extends rule="r${at + 1}"/></rule>`,
    );
    expect(
      refused(`<pattern>${rules.join('')}<rule context="a"><extends rule="r0"/></rule></pattern>`, {}),
    ).toMatchObject({
      code: 'schema.limit',
    });
  });
});
