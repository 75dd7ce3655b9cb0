import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../../..');
const run = promisify(execFile);
let state: string;
beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'socle-detach-'));
});
afterAll(async () => {
  await socle('stop').catch(() => undefined);
  await rm(state, { recursive: true, force: true });
});

/** From the sources, through the compiler that this process hands over to the detached one. */
async function socle(...words: readonly string[]): Promise<string> {
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'packages/cli/src/socle.ts'), 'sandbox', ...words, '--state', state, '--json'],
    { cwd: ROOT },
  );
  return stdout;
}

it('starts detached from the sources, takes a fault, tells its log, resets and stops', async () => {
  const started = JSON.parse(await socle('start', '--detach', '--scenario', 'dmp:http-503'));
  expect(started.services.dmp).toMatch(/^https:\/\/127\.0\.0\.1:\d+\//);
  expect(JSON.parse(await socle('scenario', 'dmp:slow-body', '--times', '2'))).toEqual({ scenario: 'dmp:slow-body' });
  expect(JSON.parse(await socle('log'))).toEqual([]);
  expect(JSON.parse(await socle('reset', '--records'))).toEqual({ reset: true });
  expect(JSON.parse(await socle('stop'))).toEqual({ stopped: true });
}, 120_000);
