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
        rank: { pattern: 0, rule: 0 },
        pattern: 'p',
        id: 'r',
        context: 'a',
        place: { file: 0, line: 3, column: expect.any(Number) },
        name: 'rule_r',
        code: expect.stringMatching(/^function rule_r\(n, c, o\)/),
        contexts: [[{ axis: 'descendant', kind: 'element', node: '{}a' }]],
        checks: [
          {
            number: 1,
            kind: 'assert',
            test: '@b = 1',
            template: 'b is …',
            place: { file: 0, line: 3, column: expect.any(Number) },
            name: expect.any(String),
            code: expect.stringMatching(/^function \w+\(n, c\)/),
          },
        ],
      },
    ]);
  }
  expect(explainRules(pack, 'none')).toEqual([]);
});

it('the way to a context is explained: what is looked up, what is tried', async () => {
  const { pack } = await packOf(
    `<pattern id="p"><rule context="p:a[p:b/@root='1.2']/c | d[@e > 1]"><assert id="x" test="true()">.</assert></rule></pattern>`,
  );
  const [rule] = explainRules(pack, ({ checks }) => checks.some(({ id }) => id === 'x'));
  expect(rule?.contexts).toEqual([
    [
      {
        axis: 'descendant',
        kind: 'element',
        node: '{urn:p}a',
        name: expect.any(String),
        code: expect.stringContaining('1.2'),
        index: { child: '{urn:p}b', attribute: '{}root', values: ['1.2'] },
      },
      { axis: 'child', kind: 'element', node: '{}c' },
    ],
    [{ axis: 'descendant', kind: 'element', node: '{}d', name: expect.any(String), code: expect.any(String) }],
  ]);
});
