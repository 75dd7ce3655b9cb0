// The client process is killed at random moments of a run of deposits, and started again: each document is in the DMP exactly once.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '@socle-sante/sandbox';
import { build } from 'tsup';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { CALLERS, VIHF } from '../e2e/support.js';
import type { DepositorOrder } from '../support/depositor.js';

const COUNT = 50;
const KILLS = 20;
/** Inside the package, so that the bundle finds what it leaves outside. */
const cache = join(import.meta.dirname, '../../node_modules/.cache');

let sandbox: Sandbox;
let folder: string;
let bundle: string;
// For each attempt: the DMP and the journal hold what the first one did.
beforeEach(async () => {
  sandbox = await startSandbox();
  folder = mkdtempSync(join(tmpdir(), 'socle-killed-'));
}, 60_000);
afterEach(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeAll(async () => {
  mkdirSync(cache, { recursive: true });
  bundle = mkdtempSync(join(cache, 'depositor-'));
  // One file starts four times faster than sources: there are twenty-one starts.
  await build({
    entry: { depositor: join(import.meta.dirname, '../support/depositor.ts') },
    outDir: bundle,
    format: ['esm'],
    config: false,
    silent: true,
    platform: 'node',
    target: 'node20',
    tsconfig: join(import.meta.dirname, '../../../../tsconfig.json'),
    noExternal: [/^(?!libxml2-wasm|pkcs11js)/],
    external: ['libxml2-wasm', 'pkcs11js'],
    splitting: false,
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
}, 60_000);
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

function write(): string {
  const { pki } = sandbox;
  const { tls, sign, vihf } = CALLERS.indirect;
  const files = (role: typeof tls) => {
    const { certPem, keyPem, chainPem } = pki.identity(role);
    return { cert: certPem, key: keyPem, chain: chainPem };
  };
  const { authnInstant: _authnInstant, ...base } = VIHF;
  const order: DepositorOrder = {
    url: sandbox.dmp.url,
    journal: join(folder, 'journal'),
    patient: 'dmp-pat-trois-dominique',
    arc: '1.2.250.1.999.1.1.8121.77',
    count: COUNT,
    ca: pki.caPem,
    tls: files(tls),
    sign: files(sign),
    vihf: { ...base, ...vihf, mode: 'INDIRECTE' },
  };
  const path = join(folder, 'order.json');
  writeFileSync(path, JSON.stringify(order), { mode: 0o600 });
  return path;
}

/** Runs the process; with a delay, kills it that long after it began to work. */
function depositor(order: string, killAfterMs?: number): Promise<{ out: string; killed: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(bundle, 'depositor.js'), order], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let trouble = '';
    child.stderr.on('data', (chunk: Buffer) => {
      trouble += chunk.toString();
    });
    child.stdout.on('data', (chunk: Buffer) => {
      const before = out;
      out += chunk.toString();
      if (killAfterMs !== undefined && !before.includes('ready') && out.includes('ready')) {
        setTimeout(() => child.kill('SIGKILL'), killAfterMs);
      }
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL' || code === 0) resolve({ out, killed: signal === 'SIGKILL' });
      else reject(new Error(`the depositor ended with ${code}: ${trouble}`));
    });
  });
}

/** Documents of the run that the DMP holds, signatures apart, by title. */
function titles(): string[] {
  return sandbox.dmp.store.admin
    .entries()
    .map((entry) => /"title":"(Compte rendu \d+)"/.exec(JSON.stringify(entry))?.[1])
    .filter((title) => title !== undefined);
}

it(`${COUNT} documents, ${KILLS} kills, each document once`, async () => {
  const order = write();
  const moments: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { out, killed } = await depositor(order, Math.random() * 300);
    moments.push(killed ? (out.trim().split('\n').at(-1)?.split(' ').at(-1) ?? '') : 'end');
  }
  const last = await depositor(order);
  expect(last.out).toContain(`end ${COUNT} 0`);
  const held = titles();
  expect(new Set(held).size).toBe(COUNT);
  expect(held).toHaveLength(COUNT);
  // Bytes of patients are forgotten once they are deposited.
  expect(readdirSync(join(folder, 'journal')).filter((name) => name.endsWith('.submission'))).toEqual([]);
  // The kills must have struck work that was under way.
  expect(moments.filter((state) => state !== 'end').length).toBeGreaterThan(KILLS / 2);
}, 240_000);
