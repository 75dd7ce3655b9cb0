import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithConformance } from '../../tooling/src/conformance.ts';
import { DMP_SCENARIOS, dmpInProcessExchange } from '../src/index.ts';
import { type Answer, type Dmp, errorCodes, faultCode, partsOf, startDmp } from './dmp/harness.ts';
import {
  ACTION,
  deposit,
  findDocuments,
  type Message,
  PATIENT,
  patientQuestion,
  plain,
  retrieveRequest,
  uniqueIds,
  vihf,
} from './dmp/message.ts';
import { messageErrors } from './dmp/schema.ts';

let dmp: Dmp;
let count = 500;
beforeAll(async () => {
  dmp = await startDmp({ slowMs: 200 });
});
afterAll(() => dmp.sandbox.stop());

const assertion = () => vihf({ pki: dmp.pki, now: new Date() });
const nextDeposit = () => {
  count += 1;
  return deposit({ pki: dmp.pki, now: new Date(), n: count });
};
const existence = () => plain('patients', ACTION.existence, assertion(), patientQuestion());
const search = () => plain('registry', ACTION.query, assertion(), findDocuments());
const SEEDED = ['1.2.250.1.999.1.1.8121.1.1.1', '1.2.250.1.999.1.1.8121.1.1.2'];
const retrieve = () => plain('repository', ACTION.retrieve, assertion(), retrieveRequest(SEEDED));
const registered = (n: number) =>
  dmp.sandbox.dmp.store.admin.entries(PATIENT).some(({ uniqueId }) => uniqueId === uniqueIds(n).document);
const within = (message: Message, scenario: string): Promise<Answer> => dmp.send(message, { scenario });

describe('situations', () => {
  it.each([
    ['no-dmp', 'queryResponseCode code="NF"', 'XDSUnknownPatientId'],
    ['closed', 'statusCode code="terminated"', 'XDSUnknownPatientId'],
    ['blocked-ps', 'code="INTERDIT"', 'DMPAccessDeniedByRightsService'],
    ['authorization-expired', 'code="EXPIRE"', 'DMPAccessDeniedByRightsService'],
  ])('%s', async (scenario, said, refused) => {
    expect((await within(existence(), scenario)).text).toContain(said);
    const { text } = await within(search(), scenario);
    expect(errorCodes(text)[0] ?? faultCode(text)).toBe(refused);
  });

  it('an expired authorisation does not prevent a deposit', async () => {
    expect((await within(nextDeposit(), 'authorization-expired')).text).toContain('Success');
  });

  it('masked documents are neither found nor given', async () => {
    expect((await within(search(), 'masked-documents')).text).not.toContain('ExtrinsicObject');
    expect(errorCodes((await within(retrieve(), 'masked-documents')).text)).toEqual([
      'XDSDocumentUniqueIdError',
      'XDSDocumentUniqueIdError',
    ]);
  });
});

describe('errors', () => {
  it.each([
    ['duplicate', nextDeposit, 'XDSDuplicateUniqueIdInRegistry'],
    ['busy', nextDeposit, 'XDSRepositoryBusy'],
    ['busy', search, 'XDSRegistryBusy'],
    ['unknown-error-code', search, 'DMPCodeInconnuDuSimulateur'],
    ['partial-failure', nextDeposit, 'XDSRepositoryError'],
    ['too-many-results', search, 'XDSTooManyResults'],
  ] as const)('%s', async (scenario, message, code) => {
    const { text } = await within(message(), scenario);
    expect(errorCodes(text)).toContain(code);
    expect(text).toContain('ResponseStatusType:Failure');
    expect(registered(count)).toBe(false);
  });

  it.each([
    ['technical', 'DMPTechnicalError'],
    ['unknown-fault-code', 'DMPCodeInconnuDuSimulateur'],
  ])('%s', async (scenario, code) => {
    expect(faultCode((await within(nextDeposit(), scenario)).text)).toBe(code);
  });

  it('partial success: the first document only', async () => {
    const answer = await within(retrieve(), 'partial-success');
    expect(answer.text).toContain('ResponseStatusType:PartialSuccess');
    expect(partsOf(answer)).toHaveLength(2);
    expect((await within(search(), 'partial-success')).text).toContain('PartialSuccess');
  });

  it('a document that is not the registered one', async () => {
    const whole = partsOf(await dmp.send(retrieve()))[1]?.body;
    const altered = partsOf(await within(retrieve(), 'altered-document'))[1]?.body;
    expect(altered?.length).toBe(whole?.length);
    expect(altered?.equals(whole ?? Buffer.alloc(0))).toBe(false);
  });

  it('a fault as multipart', async () => {
    const answer = await within(search(), 'fault-multipart');
    expect(answer.contentType).toContain('multipart/related');
    expect(faultCode(partsOf(answer)[0]?.body.toString() ?? '')).toBe('DMPAccessDeniedByRightsService');
  });

  it('a boundary that is not the announced one', async () => {
    const answer = await within(retrieve(), 'wrong-boundary');
    expect(answer.status).toBe(200);
    expect(partsOf(answer)).toEqual([]);
  });
});

describe('network', () => {
  it('503', async () => {
    const answer = await within(search(), 'http-503');
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
  });

  it.each(['slow-answer', 'slow-body'])('%s', async (scenario) => {
    const start = performance.now();
    expect((await within(search(), scenario)).text).toContain('Success');
    expect(performance.now() - start).toBeGreaterThan(150);
  });

  it('a time-out after acceptance: the document is there, once', async () => {
    const message = nextDeposit();
    await expect(dmp.send(message, { scenario: 'timeout-after-acceptance', timeoutMs: 800 })).rejects.toThrow();
    await expect.poll(() => registered(count), { timeout: 10_000 }).toBe(true);
    const again = await dmp.send(deposit({ pki: dmp.pki, now: new Date(), n: count }));
    expect(errorCodes(again.text)).toContain('XDSDuplicateUniqueIdInRegistry');
  });

  it.each([
    ['timeout', false],
    ['reset-during-request', false],
    ['reset-during-answer', true],
  ])('%s', async (scenario, accepted) => {
    await expect(dmp.send(nextDeposit(), { scenario, timeoutMs: 800 })).rejects.toThrow();
    await expect.poll(() => registered(count), { timeout: 10_000 }).toBe(accepted);
  });
});

describeWithConformance('schemas', () => {
  it('what is sent under any scenario is valid', () => {
    const sent = dmp.messages.filter(({ direction }) => direction === 'sent');
    expect(sent.length).toBeGreaterThan(20);
    expect(sent.flatMap(({ envelope }) => messageErrors(envelope))).toEqual([]);
  });
});

describe('control', () => {
  it('by configuration, for some calls', async () => {
    dmp.sandbox.dmp.setScenario('http-503', { times: 1 });
    expect((await dmp.send(search())).status).toBe(503);
    expect((await dmp.send(search())).status).toBe(200);
  });

  it('an unknown scenario is said', async () => {
    expect((await within(search(), 'rien')).text).toContain(DMP_SCENARIOS.join(' '));
  });

  it('in the same process, with the same outcomes', async () => {
    const exchange = dmpInProcessExchange(dmp.sandbox.dmp.service, {
      clientCertificate: dmp.pki.identity('cps-auth').certDer,
    });
    const call = (message: Message, scenario = '') => ({
      method: 'POST',
      url: `${dmp.sandbox.dmp.url}/${message.service}`,
      headers: { 'Content-Type': message.contentType, ...(scenario ? { 'X-Sim-Scenario': scenario } : {}) },
      body: message.body,
    });
    const answer = await exchange(call(nextDeposit()));
    expect(Buffer.from(answer.body).toString()).toContain('Success');
    await expect(exchange(call(search(), 'timeout'), { timeoutMs: 20 })).rejects.toThrow(/in time/);
    await expect(exchange(call(search(), 'reset-during-answer'))).rejects.toThrow(/reset/);
    const aborted = AbortSignal.timeout(20);
    await expect(exchange(call(search(), 'timeout'), { signal: aborted })).rejects.toThrow();
  });
});
