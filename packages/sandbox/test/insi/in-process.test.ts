import { beforeAll, describe, expect, it } from 'vitest';
import { createInsiService, inProcessExchange, type TestPki } from '../../src/index.ts';
import { codeCr, readFault } from '../support/client.ts';
import { testPki } from '../support/pki.ts';
import { traitsRequest } from '../support/requests.ts';

let pki: TestPki;
beforeAll(async () => {
  pki = await testPki();
});

const request = (body = traitsRequest()) => ({
  method: 'POST' as const,
  url: 'https://sandbox.test/lps',
  headers: { 'Content-Type': 'application/soap+xml; charset=utf-8' },
  body: new TextEncoder().encode(body),
});
const service = (options = {}) => createInsiService({ pki, clock: () => new Date(), slowFirstByteMs: 200, ...options });
const text = (body: Uint8Array) => new TextDecoder().decode(body);

describe('the teleservice in the same process', () => {
  it('answers as over sockets', async () => {
    const exchange = inProcessExchange(await service(), {
      listener: 'tlsm',
      clientCertificate: pki.identities['insi-auto'].certDer,
    });
    const response = await exchange(request());
    expect([response.status, codeCr(text(response.body))]).toEqual([200, '00']);
  });
  it('asks for a client certificate all the same', async () => {
    const response = await inProcessExchange(await service(), { listener: 'tlsm' })(request());
    expect(readFault(text(response.body))?.code).toBe('sim_tls_absent');
  });
  it('never answering ends with the patience of the caller', async () => {
    const silent = inProcessExchange(await service({ scenario: 'timeout' }), { listener: 'cpx' });
    await expect(silent(request(), { timeoutMs: 20 })).rejects.toMatchObject({ name: 'TimeoutError' });
    const controller = new AbortController();
    const waiting = silent(request(), { signal: controller.signal });
    controller.abort(new Error('assez'));
    await expect(waiting).rejects.toThrow('assez');
    await expect(silent(request(), { signal: controller.signal })).rejects.toThrow('assez');
  });
  it('a slow first byte is slow', async () => {
    const slow = inProcessExchange(await service({ scenario: 'slow-first-byte' }), { listener: 'cpx' });
    expect((await slow(request())).elapsedMs).toBeGreaterThan(190);
    await expect(slow(request(), { timeoutMs: 20 })).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
