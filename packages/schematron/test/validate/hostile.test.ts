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

  it('that are very wide cost a time that grows with their size', async () => {
    const { pack } = await packOf(RULES);
    const cost = (count: number): number => {
      const document = readDocument(`<a>${'<a><a><c/></a></a>'.repeat(count)}</a>`);
      let best = Number.POSITIVE_INFINITY;
      for (let turn = 0; turn < 3; turn += 1) {
        const began = performance.now();
        validate(document, pack);
        best = Math.min(best, performance.now() - began);
      }
      return best;
    };
    cost(2_000);
    // Ten times as large: a square would be a hundred times as long.
    expect(cost(40_000) / cost(4_000)).toBeLessThan(40);
  });
});
