import { describe, expect, it } from 'vitest';
import { type DeviationRule, fileMatcher, withDeviations } from '../../src/schema/deviation-rules.js';
import { memoryLoader } from '../../src/schema/loader.js';
import { deviationsOf, fragment, read, testOf } from './schema.js';

const noted = '2025-11-21';
const files = {
  'include/a.sch': fragment(
    `<pattern><rule context="a"><assert test="matches(@v, '^+?$')">m</assert></rule></pattern>`,
  ),
};
const content = '<include href="include/a.sch"/>';

describe('noted faults of a pack', () => {
  it('replace a text before it is parsed, and say it', () => {
    const rule: DeviationRule = {
      code: 'regex.patched',
      noted,
      file: 'a.sch',
      reason: 'a quantifier stands after ^',
      what: 'replaceText',
      find: '^+?$',
      replace: '^$$',
    };
    const schema = read(content, files, { deviations: [rule] });
    expect(testOf(schema, 0, 0)).toBe("matches(@v, '^$$')");
    expect(schema.deviations).toEqual([
      { code: 'regex.patched', message: rule.reason, subject: 'include/a.sch', noted, incomplete: false },
    ]);
    expect(schema.texts[1]).not.toContain('^+?$');
  });

  it('say when a fault is gone', () => {
    const rule = { code: 'x', noted, reason: 'r', what: 'replaceText' as const, find: 'nowhere', replace: '' };
    const schema = read(content, files, {
      deviations: [
        { ...rule, file: 'include/a.sch' },
        { ...rule, file: '*.sch' },
      ],
    });
    expect(schema.deviations).toMatchObject([{ code: 'deviation.unused', subject: 'include/a.sch', noted }]);
  });

  it('give a file for one that does not exist', () => {
    const rule: DeviationRule = {
      code: 'resource.replaced',
      noted,
      file: 'include/none.sch',
      reason: 'it was never in the pack',
      what: 'resource',
      from: 'include/a.sch',
    };
    const schema = read('<include href="include/none.sch"/>', files, { deviations: [rule] });
    expect(schema.patterns).toHaveLength(1);
    expect(deviationsOf(schema, 'resource.replaced')).toMatchObject([{ subject: 'include/a.sch', noted }]);
    const loader = withDeviations(memoryLoader(files), [rule]);
    expect(loader.read('../include/none.sch', 'x/y.sch')?.name).toBe('include/a.sch');
    expect(loader.read('include/other.sch', undefined)).toBeUndefined();
  });

  it('only say', () => {
    const rule: DeviationRule = {
      code: 'note',
      noted,
      file: '**/a.sch',
      reason: 'no effect',
      what: 'note',
      incomplete: true,
    };
    const schema = read(content, files, { deviations: [rule] });
    expect(schema.deviations).toMatchObject([{ code: 'note', incomplete: true, noted }]);
  });

  it.each([
    ['a.sch', 'x/y/a.sch', true],
    ['a.sch', 'x/aa.sch', false],
    ['*.sch', 'x/a.sch', true],
    ['x/*.sch', 'x/y/a.sch', false],
    ['**/*.sch', 'a.sch', true],
    ['x/**', 'x/y/a.sch', true],
    ['voc-?.(1).xml', 'voc-1.(1).xml', true],
  ])('name files: %s and %s', (pattern, name, expected) => {
    expect(fileMatcher(pattern)(name)).toBe(expected);
  });
});
