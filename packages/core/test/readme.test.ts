import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as core from '../src/index.js';

test('the example of the README prints what it says', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  const example = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const expected = [...example.matchAll(/\/\/ → (.*)/g)].map((m) => m[1]);
  const body = example.replace(/import \{([^}]*)\} from '@socle-sante\/core';/, 'const {$1} = core;');
  const printed: string[] = [];
  const run = new Function('core', 'console', body) as (
    c: typeof core,
    out: { log(...parts: unknown[]): void },
  ) => void;
  run(core, { log: (...parts) => printed.push(parts.join(' ')) });
  expect(printed).toEqual(expected);
  expect(printed.length).toBeGreaterThan(10);
});
