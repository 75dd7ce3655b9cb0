// Every fault that the simulator injects, and what becomes of the call.

import {
  DMP_SCENARIOS,
  type DmpScenarioName,
  dmpInProcessExchange,
  type Sandbox,
  startSandbox,
} from '@socle-sante/sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DmpClient, DmpClientOptions } from '../../src/index.js';
import { clientOf, prepared, qualified, testPki } from './support.js';

let sandbox: Sandbox;
const clients: DmpClient[] = [];
beforeAll(async () => {
  sandbox = await startSandbox({ pki: await testPki(), dmp: { slowMs: 400 } });
}, 60_000);
afterEach(() => sandbox.dmp.setScenario(undefined));
afterAll(async () => {
  for (const made of clients) await made.close();
  await sandbox.stop();
});

const patient = qualified('dmp-pat-trois-dominique');
const timeouts = { callMs: 1_500, firstByteMs: 1_500, stallMs: 1_500, transferMs: 6_000 };
function client(more: Partial<DmpClientOptions> = {}): DmpClient {
  const made = clientOf(sandbox, 'direct', { timeouts, retry: false, ...more });
  clients.push(made);
  return made;
}

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`an error was expected, not ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
}

/** What was tried here, to see at the end that no scenario was left out. */
const tried = new Set<string>();
function play(name: DmpScenarioName, times?: number): void {
  tried.add(name);
  sandbox.dmp.setScenario(name, times === undefined ? {} : { times });
}

const copies = (uniqueId: string): number =>
  sandbox.dmp.store.admin.entries().filter((entry) => JSON.stringify(entry).includes(`"${uniqueId}"`)).length;

describe('a deposit that meets', () => {
  it.each<[DmpScenarioName, 'deposited' | 'alreadyThere', number]>([
    ['timeout-after-acceptance', 'alreadyThere', 1],
    ['reset-during-answer', 'alreadyThere', 1],
    ['reset-during-request', 'deposited', 2],
    ['timeout', 'deposited', 2],
    ['busy', 'deposited', 2],
    ['http-503', 'deposited', 2],
    ['technical', 'deposited', 2],
    ['slow-answer', 'deposited', 1],
    ['slow-body', 'deposited', 1],
  ])(
    '%s ends as %s, once in the DMP',
    async (name, outcome, attempts) => {
      const submission = await prepared(sandbox, 'direct', patient);
      play(name, 1);
      const result = await client().deposit({ patient, submission });
      expect(result).toMatchObject({ outcome, attempts });
      expect(copies(submission.entries[0]?.uniqueId ?? '')).toBe(1);
    },
    60_000,
  );

  it.each<[DmpScenarioName, object]>([
    ['duplicate', { code: 'dmp.refused.duplicate' }],
    ['unknown-error-code', { code: 'dmp.refused.other', officialCode: 'DMPCodeInconnuDuSimulateur' }],
    ['unknown-fault-code', { officialCode: 'DMPCodeInconnuDuSimulateur' }],
    ['no-dmp', { code: 'dmp.refused.patient', officialCode: 'XDSUnknownPatientId' }],
    ['closed', { code: 'dmp.refused.patient' }],
    ['blocked-ps', { code: 'dmp.refused.rights' }],
    ['fault-multipart', { code: 'dmp.refused.rights' }],
    ['partial-failure', { officialCode: 'XDSRepositoryError' }],
  ])(
    '%s is told as it is',
    async (name, expected) => {
      const submission = await prepared(sandbox, 'direct', patient);
      play(name, 1);
      const error = await failure(client().deposit({ patient, submission }));
      expect(error).toMatchObject(expected);
      expect(copies(submission.entries[0]?.uniqueId ?? '')).toBe(0);
    },
    60_000,
  );

  it('a service that stays away is not sent the message blindly', async () => {
    const submission = await prepared(sandbox, 'direct', patient);
    play('http-503');
    sandbox.reset();
    play('http-503');
    const error = await failure(client().deposit({ patient, submission }));
    expect(error).toMatchObject({ code: 'dmp.deposit.unknown', retryable: true });
    expect(sandbox.dmp.log.filter(({ requestBytes }) => requestBytes > 20_000).length).toBeLessThan(2);
    sandbox.dmp.setScenario(undefined);
    expect(await client().deposit({ patient, submission, mayHaveArrived: true })).toMatchObject({
      outcome: 'deposited',
    });
    expect(copies(submission.entries[0]?.uniqueId ?? '')).toBe(1);
  }, 60_000);
});

describe('a consultation that meets', () => {
  it.each<[DmpScenarioName, object]>([
    ['authorization-expired', { code: 'dmp.refused.rights' }],
    ['blocked-ps', { code: 'dmp.refused.rights' }],
    ['busy', { code: 'dmp.busy', retryable: true, officialCode: 'XDSRegistryBusy' }],
    ['http-503', { code: 'dmp.busy', httpStatus: 503 }],
    ['timeout', { code: 'timeout' }],
    ['reset-during-answer', { origin: 'unreachable' }],
    ['unknown-error-code', { officialCode: 'DMPCodeInconnuDuSimulateur' }],
    ['technical', { code: 'dmp.unavailable' }],
    ['too-many-results', { officialCode: 'XDSTooManyResults' }],
  ])(
    '%s (search)',
    async (name, expected) => {
      play(name, 1);
      expect(await failure(client().findDocuments({ patient }))).toMatchObject(expected);
    },
    30_000,
  );

  it('a passing trouble is repeated by itself', async () => {
    play('http-503', 2);
    const { documents } = await client({ retry: {} }).findDocuments({ patient });
    expect(documents.length).toBeGreaterThan(0);
  }, 30_000);

  it('masked documents are not in the list, and cannot be read', async () => {
    const [known] = (await client().findDocuments({ patient, range: 'all' })).documents;
    play('masked-documents');
    expect((await client().findDocuments({ patient, range: 'all' })).documents).toEqual([]);
    const reference = { documents: [{ entry: known?.entry ?? never() }], patient };
    expect(await failure(client().retrieve(reference))).toMatchObject({ code: 'dmp.refused.query' });
  }, 30_000);

  it.each<[DmpScenarioName, object]>([
    ['wrong-boundary', { code: 'dmp.protocol.multipart' }],
    ['fault-multipart', { code: 'dmp.refused.rights' }],
    ['reset-during-answer', { origin: 'unreachable' }],
    ['altered-document', { code: 'dmp.protocol.hash' }],
  ])(
    '%s (read)',
    async (name, expected) => {
      const [known] = (await client().findDocuments({ patient, range: 'all' })).documents;
      play(name, 1);
      const error = await failure(client().retrieve({ patient, documents: [{ entry: known?.entry ?? never() }] }));
      expect(error).toMatchObject(expected);
    },
    30_000,
  );

  it('partial success gives what came, and says what did not', async () => {
    const { documents } = await client().findDocuments({ patient, range: 'all' });
    const references = documents.slice(0, 3).map(({ entry }) => ({ entry }));
    play('partial-success', 1);
    const result = await client().retrieve({ patient, documents: references });
    expect(result.documents).toHaveLength(1);
    expect(result.missing).toMatchObject([
      { errors: [{ code: 'XDSRepositoryError' }] },
      { errors: [{ code: 'XDSRepositoryError' }] },
    ]);
  }, 30_000);

  it('slow bodies come to their end', async () => {
    const [known] = (await client().findDocuments({ patient, range: 'all' })).documents;
    play('slow-body', 1);
    expect(
      (await client().retrieve({ patient, documents: [{ entry: known?.entry ?? never() }] })).documents,
    ).toHaveLength(1);
  }, 30_000);
});

describe('TD0.2 that meets', () => {
  it.each<[DmpScenarioName, object]>([
    ['no-dmp', { status: 'none' }],
    ['closed', { status: 'terminated' }],
    ['blocked-ps', { authorisation: { state: 'denied' } }],
    ['authorization-expired', { authorisation: { state: 'expired' } }],
  ])('%s', async (name, expected) => {
    play(name, 1);
    expect(await client().existence({ patient })).toMatchObject(expected);
  });
});

describe('in the same process', () => {
  it('the simulator is a transport: nothing is opened', async () => {
    const exchange = dmpInProcessExchange(sandbox.dmp.service, {
      clientCertificate: sandbox.pki.identity('cps-auth').certDer,
    });
    const direct = clientOf(sandbox, 'direct', { exchange });
    const submission = await prepared(sandbox, 'direct', patient);
    expect(await direct.deposit({ patient, submission })).toMatchObject({ outcome: 'deposited' });
    const found = await direct.current({ patient, uniqueId: submission.entries[0]?.uniqueId ?? never() });
    const read = await direct.retrieve({ patient, documents: [{ entry: found?.entry ?? never() }] });
    expect(read.documents[0]).toMatchObject({ checked: 'hash' });
    play('reset-during-answer', 1);
    expect(await failure(clientOf(sandbox, 'direct', { exchange, retry: false }).existence({ patient }))).toMatchObject(
      { origin: 'unreachable' },
    );
  }, 30_000);
});

it('every scenario of the simulator was met', () => {
  expect([...DMP_SCENARIOS].filter((name) => !tried.has(name))).toEqual([]);
});

function never(): never {
  throw new Error('something that must be there is not');
}
