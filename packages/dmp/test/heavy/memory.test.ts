import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createTestPki } from '@socle-sante/sandbox/pki';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRepository } from '../support/repository.js';

const SIZE = 100 * 1_048_576;
const LIMIT = 40 * 1_048_576;
const root = join(import.meta.dirname, '../../../..');

/** The kernel keeps the peak of each process, and lets it be started anew. */
const measurable = existsSync('/proc/self/clear_refs');

let repository: Awaited<ReturnType<typeof startRepository>>;
let order: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  const pki = await createTestPki();
  const document = new Uint8Array(SIZE).fill(65);
  repository = await startRepository(pki, document);
  const { certPem, keyPem, chainPem } = pki.identity('org-auth-cli');
  order = {
    url: repository.url,
    size: SIZE,
    hash: createHash('sha1').update(document).digest('hex'),
    ca: pki.caPem,
    cert: certPem,
    key: keyPem,
    chain: chainPem,
  };
}, 60_000);
afterAll(() => repository.stop());

function probe(what: 'deposit' | 'retrieve'): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', join(import.meta.dirname, '../support/memory-probe.ts')],
      { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] },
    );
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.on('close', (code) => {
      if (code === 0) resolve((JSON.parse(out) as { above: number }).above);
      else reject(new Error(`the probe ended with ${code}`));
    });
    child.stdin.end(JSON.stringify({ ...order, what }));
  });
}

describe.runIf(measurable)('a document of 100 MB', () => {
  it.each(['deposit', 'retrieve'] as const)(
    '%s holds less than 40 MB above its own bytes',
    async (what) => {
      const above = await probe(what);
      expect(above).toBeLessThan(LIMIT);
      // A probe that measures nothing would pass for ever.
      expect(above).toBeGreaterThan(-SIZE / 2);
    },
    60_000,
  );
});
