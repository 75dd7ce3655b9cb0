import { describe, expect, it } from 'vitest';
import { LimitError } from '../../src/runtime/limits.js';
import { readDocument } from '../../src/tree/read.js';
import { PackError } from '../../src/validate/error.js';
import { loadPack } from '../../src/validate/load.js';
import { validateInSlices } from '../../src/validate/slices.js';
import { validate } from '../../src/validate/validate.js';
import { packOf } from '../pack/pack-of.js';

const FAILING = `
  <pattern id="one"><rule context="a" id="r">
    <report test="@n">first</report>
    <assert test="xs:integer(@n) gt 0" id="bad">second</assert>
    <report test="@n">third <value-of select="xs:integer(@m)"/></report>
    <report test="@n">fourth</report>
  </rule></pattern>
  <pattern id="two"><rule context="a"><report test="true()">two</report></rule></pattern>`;

describe('a rule that cannot be evaluated', () => {
  it('is told with what failed, where and why; the checks that follow are made', async () => {
    const { check } = await packOf(FAILING);
    const { findings, faults } = check('<r>\n<a n="x" m="y"/><a n="1" m="2"/></r>');
    expect(findings.map(({ pattern, location, text }) => [pattern, location, text])).toEqual([
      ['one', '/r/a', 'first'],
      ['one', '/r/a', 'fourth'],
      ['one', '/r/a[2]', 'first'],
      ['one', '/r/a[2]', 'third 2'],
      ['one', '/r/a[2]', 'fourth'],
      ['two', '/r/a', 'two'],
      ['two', '/r/a[2]', 'two'],
    ]);
    expect(faults).toEqual([
      {
        pattern: 'one',
        rule: 'r',
        expression: 'xs:integer(@n) gt 0',
        location: '/r/a',
        line: 2,
        column: 1,
        code: 'FORG0001',
        message: expect.stringContaining('FORG0001'),
        place: { file: 0, line: 6, column: expect.any(Number) },
      },
      expect.objectContaining({
        expression: '@n',
        code: 'FORG0001',
        place: { file: 0, line: 7, column: expect.any(Number) },
      }),
    ]);
  });

  it('ends the run when asked, as the reference engine does', async () => {
    const { check } = await packOf(FAILING);
    const { findings, faults } = check('<r><a n="x" m="y"/></r>', { onFault: 'stop' });
    expect(findings.map(({ text }) => text)).toEqual(['first']);
    expect(faults).toHaveLength(1);
    const told: string[] = [];
    check('<r><a n="x" m="y"/></r>', { onFault: ({ code }) => told.push(code) });
    expect(told).toEqual(['FORG0001', 'FORG0001']);
  });

  it('whose context fails does not match, and the run goes on even when asked to stop', async () => {
    const { check } = await packOf(`
      <pattern id="one">
        <rule context="a[xs:integer(@n) = 1]"><report test="true()">one</report></rule>
        <rule context="a"><report test="true()">other</report></rule>
      </pattern>`);
    const { findings, faults } = check('<r><a n="x"/><a n="1"/></r>', { onFault: 'stop' });
    expect(findings.map(({ text }) => text)).toEqual(['other', 'one']);
    expect(faults).toEqual([
      expect.objectContaining({ recovered: true, code: 'FORG0001', rule: 'a[xs:integer(@n) = 1]', location: '/r/a' }),
    ]);
  });
});

describe('a step of a context that cannot be tried', () => {
  it('is told with a rule whose context goes through it', async () => {
    const { check } = await packOf(`
      <pattern id="none"><rule context="x"><report test="true()">x</report></rule></pattern>
      <pattern id="one"><rule context="a[xs:integer(@n) = 1]/b"><report test="true()">b</report></rule></pattern>`);
    const { findings, faults } = check('<r><a n="x"><b/></a><a n="1"><b/></a></r>');
    expect(findings.map(({ location }) => location)).toEqual(['/r/a[2]/b']);
    expect(faults).toEqual([
      expect.objectContaining({ recovered: true, pattern: 'one', rule: 'a[xs:integer(@n) = 1]/b', location: '/r/a' }),
    ]);
  });
});

describe('bounds of a run', () => {
  const LONG =
    '<pattern><rule context="a"><report test="sum(for $i in 1 to 10000000 return $i mod 3) = 1 and //a[2]">x</report></rule></pattern>';
  const big = `<r>${'<a/>'.repeat(400)}</r>`;

  it('end it with a typed error', async () => {
    const { check } = await packOf(LONG);
    const codeOf = (limits: { steps?: number; milliseconds?: number; signal?: AbortSignal }): string | undefined => {
      try {
        check(big, { limits });
      } catch (error) {
        if (error instanceof LimitError) return error.code;
        throw error;
      }
      return undefined;
    };
    expect(codeOf({ steps: 10_000 })).toBe('limit.steps');
    expect(codeOf({ milliseconds: 1 })).toBe('limit.time');
    expect(codeOf({ signal: AbortSignal.abort() })).toBe('limit.aborted');
    // Nothing is left of a run that ended so.
    expect(check('<r/>').findings).toEqual([]);
  });
});

describe('bounds of what is found', () => {
  const MANY = '<pattern><rule context="a"><report test="true()">x</report></rule></pattern>';

  it('end the run with a typed error', async () => {
    const { check } = await packOf(MANY);
    const xml = `<r>${'<a/>'.repeat(10)}</r>`;
    expect(check(xml, { maxFindings: 10 }).findings).toHaveLength(10);
    expect(() => check(xml, { maxFindings: 9 })).toThrow(expect.objectContaining({ code: 'limit.findings' }));
  });

  it('are found in a time that grows with their number, in siblings too', async () => {
    const { check } = await packOf(MANY);
    const { findings } = check(`<r>${'<a/><b/>'.repeat(30_000)}</r>`);
    expect(findings.at(-1)?.location).toBe('/r/a[30000]');
    expect(findings.at(-1)?.xpath).toContain('[30000]');
  });

  it('are found in such a time when contexts ask for positions, at any depth', async () => {
    const { lines } = await packOf('<pattern><rule context="b[2]"><report test="true()">x</report></rule></pattern>');
    expect(lines(`<r>${'<b><b/><b/></b>'.repeat(20_000)}</r>`)).toHaveLength(20_001);
  });

  it('tell what each rule costs', async () => {
    const { check } = await packOf(MANY);
    const costs: number[] = [];
    check('<r><a/><a/></r>', { onRule: (_pattern, _rule, cost) => costs.push(cost) });
    expect(costs).toHaveLength(2);
    expect(Math.min(...costs)).toBeGreaterThanOrEqual(0);
  });
});

describe('a validation in slices', () => {
  const RULES = `
    <pattern id="one"><rule context="a"><let name="n" value="number(@n)"/><report test="$n mod 2 = 0">even <value-of select="@n"/></report></rule></pattern>
    <pattern id="two"><rule context="a"><report test="@n = '3'">three</report></rule></pattern>`;
  const xml = `<r>${Array.from({ length: 500 }, (_, n) => `<a n="${n}"/>`).join('')}</r>`;

  it('finds the same, streams it, and lets others run', async () => {
    const { pack } = await packOf(RULES);
    const document = readDocument(xml);
    const whole = validate(document, pack);
    const streamed: string[] = [];
    let turns = 0;
    let done = false;
    const count = async (): Promise<void> => {
      while (!done) {
        turns += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const [sliced] = await Promise.all([
      validateInSlices(document, pack, { sliceMs: 0, onFinding: ({ text }) => streamed.push(text) }).finally(() => {
        done = true;
      }),
      count(),
    ]);
    expect(sliced.findings).toEqual(whole.findings);
    expect(streamed).toHaveLength(whole.findings.length);
    expect(streamed.slice(0, 4)).toEqual(['even 0', 'even 2', 'three', 'even 4']);
    expect(turns).toBeGreaterThan(2);
  });

  it('may run with others of the same pack and document', async () => {
    const { pack } = await packOf(RULES);
    const document = readDocument(xml);
    const others = await Promise.all(Array.from({ length: 4 }, () => validateInSlices(document, pack, { sliceMs: 0 })));
    const whole = validate(document, pack);
    for (const each of others) expect(each.findings).toEqual(whole.findings);
  });

  it('stops when told', async () => {
    const { pack } = await packOf(RULES);
    const stop = new AbortController();
    const running = validateInSlices(readDocument(xml), pack, {
      sliceMs: 0,
      signal: stop.signal,
      onFinding: () => stop.abort(),
    });
    await expect(running).rejects.toMatchObject({ code: 'limit.aborted' });
  });
});

describe('a pack that is not what it should be', () => {
  it('is refused', async () => {
    const { compiled } = await packOf('<pattern><rule context="a"><assert test="@b">x</assert></rule></pattern>');
    const { manifest } = compiled;
    const refused = async (given: Parameters<typeof loadPack>[0]): Promise<string | undefined> => {
      const error: unknown = await loadPack(given).catch((cause: unknown) => cause);
      return error instanceof PackError ? error.code : undefined;
    };
    expect(await refused({ ...compiled, manifest: { ...manifest, format: 0 as typeof manifest.format } })).toBe(
      'pack.format',
    );
    expect(await refused({ manifest, files: new Map() })).toBe('pack.incomplete');
    expect(await refused({ manifest, load: () => Promise.reject(new Error('404')) })).toBe('pack.incomplete');
    expect(await refused({ manifest, load: () => Promise.resolve({ create: () => ({}) }) })).toBe('pack.incomplete');
    expect(await refused({ manifest, load: () => Promise.resolve({}) })).toBe('pack.incomplete');
  });
});
