import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as finding from '@socle-sante/core/finding';
import * as uuid from '@socle-sante/core/uuid';
import { expect, it } from 'vitest';
import * as reader from '../src/cda-reader.js';
import * as root from '../src/index.js';
import * as render from '../src/render.js';

const examples = join(import.meta.dirname, '../../cli/examples');
const modules: Readonly<Record<string, object>> = {
  'node:fs': {
    readFileSync: (name: string, encoding?: 'utf8') =>
      encoding ? readFileSync(join(examples, name), encoding) : new Uint8Array(readFileSync(join(examples, name))),
  },
  '@socle-sante/core/finding': finding,
  '@socle-sante/core/uuid': uuid,
  '@socle-sante/documents': root,
  '@socle-sante/documents/cda-reader': reader,
  '@socle-sante/documents/render': render,
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
