import { expect, it } from 'vitest';
import { explainRules } from '../../src/validate/explain.js';
import { packOf } from '../pack/pack-of.js';

it('a rule is explained with the functions that it compiled to', async () => {
  const { pack } = await packOf(
    '<pattern id="p"><rule context="a" id="r"><assert test="@b = 1">b is <value-of select="@b"/></assert></rule></pattern>',
  );
  for (const asked of ['p', 'r', 'a']) {
    expect(explainRules(pack, asked)).toEqual([
      {
        pattern: 'p',
        id: 'r',
        context: 'a',
        place: { file: 0, line: 3, column: expect.any(Number) },
        code: expect.stringMatching(/^function rule_r\(n, c, o\)/),
        checks: [
          {
            kind: 'assert',
            test: '@b = 1',
            template: 'b is …',
            place: { file: 0, line: 3, column: expect.any(Number) },
            code: expect.stringMatching(/^function \w+\(n, c\)/),
          },
        ],
      },
    ]);
  }
  expect(explainRules(pack, 'none')).toEqual([]);
});
