import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prepare from '@socle-sante/documents/prepare';
import * as sandbox from '@socle-sante/sandbox';
import * as vihf from '@socle-sante/vihf';
import * as dsig from '@socle-sante/wire/dsig';
import * as tls from '@socle-sante/wire/tls';
import { expect, it } from 'vitest';
import * as dmp from '../src/index.js';

const modules: Readonly<Record<string, object>> = {
  '@socle-sante/dmp': dmp,
  '@socle-sante/documents/prepare': prepare,
  '@socle-sante/sandbox': sandbox,
  '@socle-sante/vihf': vihf,
  '@socle-sante/wire/dsig': dsig,
  '@socle-sante/wire/tls': tls,
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
  expect(printed).toHaveLength(3);
}, 60_000);
