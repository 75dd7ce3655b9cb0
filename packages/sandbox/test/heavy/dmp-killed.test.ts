import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDmpService, type DmpService, dmpInProcessExchange } from '../../src/index.ts';
import type { TestPki } from '../../src/pki.ts';
import { ACTION, PATIENT, plain, retrieveRequest, uniqueIds, vihf } from '../dmp/message.ts';
import { testPki } from '../support/pki.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
let folder: string;
let pki: TestPki;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'socle-dmp-state-'));
  pki = await testPki();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const open = (state: string) => createDmpService({ pki, clock: () => new Date(), state });
const exchangeOf = (service: DmpService) =>
  dmpInProcessExchange(service, { clientCertificate: pki.identity('cps-auth').certDer });
const call = (message: { service: string; contentType: string; body: Uint8Array }) => ({
  method: 'POST',
  url: `https://dmp.simulateur.invalid/si-dmp-server/v2/services/${message.service}`,
  headers: { 'content-type': message.contentType },
  body: message.body,
});

/** Runs the child until it acknowledged `count` deposits, then kills it at once. */
async function killAfter(state: string, from: number, count: number): Promise<number[]> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, '../dmp/child.ts'), state, String(from)],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  child.stdout.on('data', (chunk) => {
    text += chunk;
    if (text.split('\n').length > count) child.kill('SIGKILL');
  });
  await once(child, 'close');
  const acknowledged = text.split('\n').filter(Boolean).map(Number);
  if (acknowledged.length < count) throw new Error(errors);
  return acknowledged;
}

it('a deposit that was acknowledged is there after kill -9, exactly once', async () => {
  const state = await mkdtemp(join(folder, 'kill-'));
  const acknowledged: number[] = [];
  let from = 1;
  for (const count of [3, 4]) {
    acknowledged.push(...(await killAfter(state, from, count)));
    from = Math.max(...acknowledged) + 2; // the next one may have been registered without an answer
  }
  const service = await open(state);
  const exchange = exchangeOf(service);
  const entries = service.core.admin.entries(PATIENT);
  for (const n of acknowledged) {
    const id = uniqueIds(n).document;
    expect(entries.filter(({ uniqueId }) => uniqueId === id)).toHaveLength(1);
    const assertion = vihf({ pki, now: new Date() });
    const { body } = await exchange(call(plain('repository', ACTION.retrieve, assertion, retrieveRequest([id]))));
    const entry = entries.find(({ uniqueId }) => uniqueId === id);
    const text = Buffer.from(body).toString('latin1');
    const document = text.slice(text.indexOf('<ClinicalDocument'), text.indexOf('</ClinicalDocument>') + 19);
    expect(createHash('sha1').update(document, 'latin1').digest('hex')).toBe(entry?.hash);
  }
  const files = entries.filter(({ size }) => size > 64 * 1024);
  expect(await readdir(join(state, 'documents'))).toHaveLength(files.length);
  await service.close();
}, 60_000);
