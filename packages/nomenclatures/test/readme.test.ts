import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as a11 from '../src/ass-a11.js';
import * as x04 from '../src/ass-x04.js';
import * as j07 from '../src/jdv-j07.js';
import * as j66 from '../src/jdv-j66.js';
import * as lookup from '../src/lookup.js';

const modules: Readonly<Record<string, object>> = {
  '@socle-sante/nomenclatures/ass-a11': a11,
  '@socle-sante/nomenclatures/ass-x04': x04,
  '@socle-sante/nomenclatures/jdv-j07': j07,
  '@socle-sante/nomenclatures/jdv-j66': j66,
  '@socle-sante/nomenclatures/lookup': lookup,
};

it('the ten-minute example of the README prints what it says', async () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
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
  expect(printed).toHaveLength(5);
});
