import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as client from '../src/client.js';
import * as contract from '../src/contract.js';
import * as demo from '../src/demo.js';
import * as handlers from '../src/handlers.js';
import * as node from '../src/node.js';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const modules: Readonly<Record<string, object>> = {
  'node:http': http,
  '@socle-sante/gateway/client': client,
  '@socle-sante/gateway/contract': contract,
  '@socle-sante/gateway/demo': demo,
  '@socle-sante/gateway/handlers': handlers,
  '@socle-sante/gateway/node': node,
};

function example(title: string): string {
  const section = readme.split(`\n## ${title}\n`)[1] ?? '';
  return /```js\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
}

/** Runs an example: its imports come from the sources, what it exports is given back. */
async function run(script: string, log: (...parts: unknown[]) => void): Promise<Record<string, unknown>> {
  const names = [...script.matchAll(/export function (\w+)/g)].map((match) => match[1]);
  const body = script
    .replace(/import \{([^}]*)\} from '([^']*)';/g, "const {$1} = modules['$2'];")
    .replaceAll('export function', 'function');
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (
    ...parts: string[]
  ) => (...values: unknown[]) => Promise<Record<string, unknown>>;
  return new AsyncFunction('modules', 'console', `${body}\nreturn { ${names.join(', ')} };`)(modules, { log });
}

test('the first example prints what it says', async () => {
  const script = example('Ten minutes');
  const printed: string[] = [];
  await run(script, (...parts) => printed.push(parts.join(' ')));
  expect(printed).toEqual([...script.matchAll(/\/\/ → (.*)/g)].map((match) => match[1]));
  expect(printed).toHaveLength(9);
});

test('the server of the second example answers, to its own users only', async () => {
  const { start } = await run(example('On a server'), () => undefined);
  const insiClient = { searchByTraits: async () => ({ outcome: 'notFound', attempts: [] }) };
  const server = (start as (client: object, port: number) => http.Server)(insiClient, 0);
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/socle/v1/session`;
  expect((await fetch(url)).status).toBe(401);
  const answer = await fetch(url, { headers: { cookie: '__Host-socle=s-1' } });
  expect(await answer.json()).toMatchObject({ data: { displayName: 'Dr TEST' } });
  server.close();
  server.closeAllConnections();
});

test('the README counts the scenarios and names every operation and code', () => {
  expect(readme).toContain(`${demo.demoScenarios.length} scenarios`);
  for (const id of contract.operationIds) expect(readme).toContain(`\`${id}\``);
  for (const code of contract.gatewayErrorCodes) expect(readme).toContain(`\`${code}\``);
});
