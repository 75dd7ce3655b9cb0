import { writeSync } from 'node:fs';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DmpState, openState } from '../src/dmp/wire/state.ts';
import { createDmpCore } from '../src/dmp.ts';
import { createDmpService, type DmpService, dmpInProcessExchange } from '../src/index.ts';
import type { TestPki } from '../src/pki.ts';
import { deposit, PATIENT } from './dmp/message.ts';
import { testPki } from './support/pki.ts';

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

it('leaves out a line of the journal that was cut, and begins again from a snapshot', async () => {
  const state = await mkdtemp(join(folder, 'cut-'));
  const first = await open(state);
  await exchangeOf(first)(call(deposit({ pki, now: new Date(), n: 1 })));
  const before = first.core.snapshot();
  await appendFile(join(state, 'dmp.journal'), '{"changes":[{"collection":"sets","id":"urn:uu');
  const second = await open(state); // as after a kill: the first was never closed
  expect(second.core.snapshot()).toEqual(before);
  await second.close();
  await first.close();
});

it('wherever a kill cut the journal, what stands before is there and nothing else', async () => {
  const state = await mkdtemp(join(folder, 'anywhere-'));
  const service = await open(state);
  const lines = async () => readFile(join(state, 'dmp.journal'));
  const states: { readonly at: number; readonly entries: number }[] = [];
  for (const n of [1, 2, 3]) {
    states.push({ at: (await lines()).length, entries: service.core.admin.entries(PATIENT).length });
    await exchangeOf(service)(call(deposit({ pki, now: new Date(), n })));
  }
  const journal = await lines();
  const snapshot = await readFile(join(state, 'dmp.json'));
  await service.close();
  for (let at = 0; at < journal.length; at += 1 + Math.floor(journal.length / 25)) {
    const cut = await mkdtemp(join(folder, 'cut-at-'));
    await writeFile(join(cut, 'dmp.json'), snapshot);
    await writeFile(join(cut, 'dmp.journal'), journal.subarray(0, at));
    const core = createDmpCore({ clock: () => new Date(), patients: [] });
    (await openState(cut, core)).close();
    const whole = journal.subarray(0, at).lastIndexOf(0x0a) + 1;
    const before = states.filter((one) => one.at <= whole).at(-1);
    // A deposit is one line, its trace another: never half of one.
    expect([before?.entries, (before?.entries ?? 0) + 2]).toContain(core.admin.entries(PATIENT).length);
  }
});

it('a write that the disk cut leaves nothing in the journal, and the next one stands where it began', async () => {
  const state = await mkdtemp(join(folder, 'full-'));
  let cut = false;
  const opened: { state?: DmpState } = {};
  const core = createDmpCore({ clock: () => new Date(), onCommit: (commit) => opened.state?.append(commit) });
  opened.state = await openState(state, core, (file, data, offset, length, at) => {
    if (!cut) return writeSync(file, data, offset, length, at);
    if (offset > 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    return writeSync(file, data, 0, 40, at);
  });
  const { admin } = core;
  admin.setRecord(PATIENT, { telecoms: ['tel:1'] });
  cut = true;
  expect(() => admin.setRecord(PATIENT, { telecoms: ['tel:2'] })).toThrow('no space left');
  cut = false;
  admin.setRecord(PATIENT, { opposesBreakGlass: true });
  opened.state.close();
  const again = createDmpCore({ clock: () => new Date(), patients: [] });
  (await openState(state, again)).close();
  expect(again.admin.patient(PATIENT)?.record).toMatchObject({ telecoms: ['tel:1'], opposesBreakGlass: true });
});

it.each([
  ['dmp.json', '{"version":1,"collections":'],
  ['dmp.json', '{"version":2,"collections":{}}'],
  ['dmp.journal', 'not a change\n{"changes":[]}\n'],
])('says that a damaged %s cannot be read, and touches nothing', async (name, content) => {
  const state = await mkdtemp(join(folder, 'damaged-'));
  await writeFile(join(state, name), content);
  await expect(open(state)).rejects.toMatchObject({ code: 'sandbox.stateUnreadable' });
  expect(await readFile(join(state, name), 'utf8')).toBe(content);
});

it('goes back to the first records when asked, on the disk too', async () => {
  const state = await mkdtemp(join(folder, 'reset-'));
  const service = await open(state);
  const entries = () => service.core.admin.entries(PATIENT).length;
  const first = entries();
  for (const n of [1, 2])
    await exchangeOf(service)(
      call(deposit({ pki, now: new Date(), n, ...(n === 2 ? { body: 'x'.repeat(300_000) } : {}) })),
    );
  expect(entries()).toBeGreaterThan(first);
  await service.reset({ records: true });
  expect(entries()).toBe(first);
  expect(await readdir(join(state, 'documents'))).toEqual([]);
  await exchangeOf(service)(call(deposit({ pki, now: new Date(), n: 3 })));
  await service.close();
  const again = await open(state);
  expect(again.core.admin.entries(PATIENT).length).toBe(first + 2);
  await again.close();
});

it('takes back the files of a deposit that is refused', async () => {
  const state = await mkdtemp(join(folder, 'refused-'));
  const service = await open(state);
  const answer = await exchangeOf(service)(
    call(
      deposit({
        pki,
        now: new Date(),
        n: 1,
        body: 'x'.repeat(300_000),
        cda: (text) => text.replace('<title>Compte', '<title>Conte'),
      }),
    ),
  );
  expect(Buffer.from(answer.body).toString()).toContain('Failure');
  expect(await readdir(join(state, 'documents'))).toEqual([]);
  await service.close();
});
