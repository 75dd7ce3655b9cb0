import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedSandbox, serveSandbox } from '../src/sandbox/serve.js';
import { socle } from './io.js';

let directory = '';
let served: ServedSandbox;
let world: { env: Record<string, string> };
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'socle-cli-'));
  served = await serveSandbox({ directory, portBase: 0, scenario: {}, clock: () => new Date(), onStop: () => {} });
  world = { env: { LANG: 'fr_FR.UTF-8', SOCLE_STATE_DIR: directory } };
});
afterAll(async () => {
  await served.close();
  await rm(directory, { recursive: true, force: true });
});

const ZOE = ['--nom', 'Adrün', '--prenom', 'Zoé', '--sexe', 'F', '--naissance', '1975-12-31'];

describe('socle ins search, over mutual TLS', () => {
  it('finds, compares, and hides the matricule', async () => {
    const ran = await socle(['ins', 'search', ...ZOE], world);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('2 75 12 ••• ••• ••• ••');
    expect(ran.out).toContain('RECUP');
    expect(ran.out + ran.err).not.toMatch(/ADRUN|749/);
  });

  it('shows it when asked', async () => {
    const ran = await socle(['ins', 'search', ...ZOE, '--show', '--json'], world);
    expect(ran.json()).toMatchObject({ outcome: 'found', identity: { ins: { matricule: '275126322074974' } } });
  });

  it('records each exchange to the byte', async () => {
    const record = await mkdtemp(join(directory, 'record-'));
    await socle(['ins', 'search', ...ZOE, '--record', record], world);
    await socle(['ins', 'search', ...ZOE, '--record', record], world);
    const names = (await readdir(record)).sort();
    expect(names).toHaveLength(6);
    expect(names[0]).toBe('001-rechercherInsAvecTraitsIdentite.meta.json');
    expect(await readFile(join(record, '002-rechercherInsAvecTraitsIdentite.request.xml'), 'utf8')).toContain(
      'RECSANSVITALE',
    );
  });

  it('maps refusals and failures to their exit status', async () => {
    served.sandbox.insi.setScenario('technical', { times: 10 });
    const technical = await socle(['ins', 'search', ...ZOE, '--json'], world);
    served.sandbox.insi.setScenario('truncated-xml', { times: 10 });
    const truncated = await socle(['ins', 'search', ...ZOE, '--json'], world);
    served.sandbox.insi.setScenario(undefined);
    expect(truncated.code).toBe(4);
    expect([1, 3]).toContain(technical.code);
    expect((await socle(['ins', 'search', '--nom', 'X'], world)).code).toBe(2);
    expect((await socle(['ins', 'search', ...ZOE.slice(0, 5), 'I', ...ZOE.slice(6)], world)).code).toBe(2);
  });
});

describe('socle doctor', () => {
  it('is green against the simulator', async () => {
    const ran = await socle(['doctor', '--json'], world);
    expect(ran.code).toBe(0);
    const checks: { check: string; state: string }[] = ran.json();
    expect(checks.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['node', 'certificate', 'chain', 'insi', 'clock']),
    );
  });
});

describe('socle sandbox', () => {
  it('tells its state, its log, and forgets', async () => {
    expect((await socle(['sandbox', 'status', '--json'], world)).json()).toMatchObject({ running: true });
    await socle(['ins', 'search', ...ZOE], world);
    const log = (await socle(['sandbox', 'log', '--json'], world)).json<unknown[]>();
    expect(log.length).toBeGreaterThan(0);
    expect(JSON.stringify(log)).not.toMatch(/ADRUN|2751263220749/);
    await socle(['sandbox', 'reset'], world);
    expect((await socle(['sandbox', 'log', '--json'], world)).json()).toEqual([]);
  });

  it('refuses a second one from the same folder, and says so when there is none', async () => {
    expect((await socle(['sandbox', 'start'], world)).code).toBe(2);
    const none = { env: { LANG: 'fr', SOCLE_STATE_DIR: join(directory, 'none') } };
    expect((await socle(['sandbox', 'stop'], none)).code).toBe(2);
    expect((await socle(['ins', 'search', ...ZOE], none)).code).toBe(2);
    expect((await socle(['sandbox', 'status', '--json'], none)).json()).toEqual({ running: false });
  });
});
