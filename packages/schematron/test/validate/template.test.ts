import { describe, expect, it } from 'vitest';
import { packOf } from '../pack/pack-of.js';

describe('the template of a finding', () => {
  it('is its message without what comes from the document', async () => {
    const { check } = await packOf(`
      <pattern><rule context="a">
        <report test="true()">One   <value-of select="@n"/> in
          <name/>, <emph>two</emph> <value-of select="'x'"/></report>
        <report test="true()">  plain
          words </report>
      </rule></pattern>`);
    expect(check('<a n="secret"/>').findings.map(({ text, template }) => [text, template])).toEqual([
      ['One secret in a, two x', 'One … in …, two …'],
      ['plain words', 'plain words'],
    ]);
  });
});
