// Every fault and drift that the simulator can make: a typed result or a typed error, never a crash, a hang or a wrong
// identity.

import { type Sandbox, SCENARIOS, type ScenarioName, SIM_CODES, startSandbox } from '@socle-sante/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isSocleError } from '../../../core/src/index.js';
import type { InsiClientOptions } from '../../src/client/options.js';
import type { InsiClient } from '../../src/client.js';
import { findInsiCode, INSI_CODES } from '../../src/insi/codes.js';
import { testPki } from '../pki.js';
import { structureClient } from './support.js';

let sandbox: Sandbox;
const clients: InsiClient[] = [];
const open = (more: Partial<InsiClientOptions> = {}) => {
  const client = structureClient(sandbox, { retry: false, unknownInTestBase: 'error', timeoutMs: 15_000, ...more });
  clients.push(client);
  return client;
};

beforeAll(async () => {
  sandbox = await startSandbox({ pki: await testPki(), insi: { slowFirstByteMs: 150 } });
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await sandbox?.stop();
});
beforeEach(() => sandbox.reset());

const ZOE = { nomNaissance: 'ADRUN', prenoms: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' } as const;
const TECHNICAL = { name: 'InsiTechnicalError', code: 'insi.technical', officialCode: 'insi_102', httpStatus: 500 };
const FOUND = { outcome: 'found', identity: { ins: { matricule: '275126322074974', oid: '1.2.250.1.213.1.4.8' } } };

/** One line per scenario; a new scenario of the simulator without a line makes the type checker fail. */
const EXPECTED: Readonly<Record<ScenarioName, { readonly error?: object; readonly result?: object }>> = {
  unavailable: {
    error: { name: 'InsiUnavailableError', code: 'insi.unavailable', officialCode: 'desir_1020', retryable: true },
  },
  technical: { error: TECHNICAL },
  timeout: { error: { name: 'InsiUnavailableError', code: 'timeout', retryable: true } },
  'http-503-html': { error: { name: 'InsiUnavailableError', code: 'insi.unavailable', httpStatus: 503 } },
  'truncated-xml': { error: { name: 'InsiProtocolError', code: 'insi.protocol.xml' } },
  'empty-body': { error: { name: 'InsiProtocolError', code: 'insi.protocol.notSoap' } },
  'fault-en-S': { error: TECHNICAL },
  'fault-fr-soap': { error: TECHNICAL },
  'severite-fatal': { error: { ...TECHNICAL, fault: { severity: 'fatal' } } },
  'severite-fatale': { error: { ...TECHNICAL, fault: { severity: 'fatale' } } },
  'no-messageid': { error: { ...TECHNICAL, messageId: expect.stringMatching(/^uuid:/) } },
  'default-ns-recsans': { result: FOUND },
  'histo-out-of-order': {
    result: {
      ...FOUND,
      identity: {
        history: [
          { dateDebut: '2019-03-01', dateFin: '2019-02-28' },
          { dateDebut: '2008-01-01', dateFin: '2012-12-31' },
          { dateDebut: '2016-01-01', dateFin: '2018-12-31' },
        ],
      },
    },
  },
  'bad-key': { error: { name: 'InsiProtocolError', code: 'insi.protocol.matriculeKey', officialCode: '00' } },
  'no-listeprenom': {
    result: { ...FOUND, identity: { traits: { listePrenoms: '', premierPrenom: 'ZOE', ambiguous: true } } },
  },
  'empty-listeprenom': {
    result: { ...FOUND, identity: { traits: { listePrenoms: '', premierPrenom: 'ZOE', ambiguous: true } } },
  },
  'prenom-only': {
    result: { ...FOUND, identity: { traits: { listePrenoms: '', premierPrenom: 'ZOE', ambiguous: true } } },
  },
  'cr-99': { error: { name: 'InsiProtocolError', code: 'insi.protocol.unknownCode', officialCode: '99' } },
  'ok-without-individu': { error: { name: 'InsiProtocolError', code: 'insi.protocol.missingIndividual' } },
  'xxe-probe': { error: { name: 'InsiProtocolError', code: 'insi.protocol.doctype' } },
  'slow-first-byte': { result: FOUND },
};

describe('each scenario of the simulator', () => {
  it.each([...SCENARIOS])('%s', async (scenario) => {
    sandbox.insi.setScenario(scenario);
    const { error, result } = EXPECTED[scenario];
    const started = performance.now();
    const outcome: unknown = await open(scenario === 'timeout' ? { timeoutMs: 400 } : {})
      .searchByTraits({ traits: ZOE })
      .catch((thrown: unknown) => thrown);
    expect(performance.now() - started).toBeLessThan(40_000);
    expect(outcome).toMatchObject(error ?? result ?? {});
    expect(isSocleError(outcome)).toBe(error !== undefined);
    if (isSocleError(outcome)) {
      expect(JSON.stringify({ ...outcome, message: outcome.message })).not.toMatch(/ADRUN|2751263220749/);
      expect(outcome.userMessage.fr.title).not.toBe('');
      expect(outcome.userMessage.en.action).not.toBe('');
    }
    expect(sandbox.insi.log.flatMap(({ warnings }) => warnings)).not.toContain('xxe-probe-followed');
  });

  it('is over once the service is well again: an unavailability is repeated with new identifiers', async () => {
    sandbox.insi.setScenario('unavailable', { times: 2 });
    const result = await open({ retry: { delaysMs: [5, 5] } }).searchByTraits({ traits: ZOE });
    expect(result).toMatchObject(FOUND);
    expect(result.attempts.map(({ cr, code }) => code ?? cr)).toEqual(['desir_1020', 'desir_1020', '00']);
    expect(new Set(sandbox.insi.log.map(({ messageId }) => messageId)).size).toBe(3);
  });
});

describe('the modes of the simulator', () => {
  it('bas: a person outside the test base is not found, with a hint', async () => {
    const client = open({ unknownInTestBase: 'notFound' });
    expect(
      await client.searchByTraits({ traits: { ...ZOE, nomNaissance: 'DE VINCI', prenoms: 'RUTH' } }),
    ).toMatchObject({
      outcome: 'notFound',
      hint: 'sandbox',
    });
  });

  it('prod: ADRUN ZOE is not found, without a hint', async () => {
    sandbox.insi.setMode('prod');
    const result = await open().searchByTraits({ traits: ZOE });
    expect(result.outcome).toBe('notFound');
    expect(result).not.toHaveProperty('hint');
  });
});

describe('what the simulator refuses', () => {
  it('an unknown authorisation number', async () => {
    const client = open({ software: { idam: 'INCONNU', version: '1', instance: crypto.randomUUID(), nom: 'x' } });
    await expect(client.searchByTraits({ traits: ZOE })).rejects.toMatchObject({
      name: 'InsiConfigError',
      origin: 'refused',
      officialCode: 'desir_550',
      audience: 'vendor',
      fault: { siram: 'siram_100', reason: expect.any(String) },
    });
  });

  it('no code of the simulator is in the table of official codes', () => {
    for (const code of Object.keys(SIM_CODES)) expect(findInsiCode(code)).toBeUndefined();
    expect(INSI_CODES.filter(({ code }) => code.startsWith('sim_'))).toEqual([]);
  });

  it('a clock that is an hour late', async () => {
    const client = open({ clock: () => new Date(Date.now() - 3_600_000) });
    await expect(client.searchByTraits({ traits: ZOE })).rejects.toMatchObject({
      name: 'InsiConfigError',
      officialCode: expect.stringMatching(/^sim_/),
      retryable: false,
    });
  });
});
