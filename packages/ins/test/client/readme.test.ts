import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as sandbox from '@socle-sante/sandbox';
import { expect, it } from 'vitest';
import * as ins from '../../src/index.js';

const modules: Readonly<Record<string, object>> = { '@socle-sante/ins': ins, '@socle-sante/sandbox': sandbox };

it('the ten-minute example of the README prints what it says', async () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const script = /```js\n([\s\S]*?)```/.exec(readme.split('\n## Ten minutes\n')[1] ?? '')?.[1] ?? '';
  const expected = [...script.matchAll(/\/\/ → (.*)/g)].map(([, line]) => line);
  const body = script.replace(/import \{([^}]*)\} from '([^']*)';/g, "const {$1} = modules['$2'];");
  const printed: string[] = [];
  const run = new Function('modules', 'console', `return (async () => {${body}})();`) as (
    from: typeof modules,
    out: { log(...parts: unknown[]): void },
  ) => Promise<void>;
  await run(modules, { log: (...parts) => printed.push(parts.join(' ')) });
  expect(printed).toEqual(expected);
  expect(printed).toHaveLength(9);
});
