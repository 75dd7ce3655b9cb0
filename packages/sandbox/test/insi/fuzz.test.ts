import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/index.ts';
import { psAssertion, security } from '../support/assertion.ts';
import { postCpx, postTlsm } from '../support/client.ts';
import { testPki } from '../support/pki.ts';
import { traitsRequest } from '../support/requests.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ pki: await testPki() });
});
afterAll(() => sandbox.stop());

const PS = '899900000003';
const header = (listener: 'tlsm' | 'cpx') => ({
  listener,
  method: 'POST',
  path: '/lps',
  headers: { 'content-type': 'application/soap+xml; charset=utf-8' },
  ...(listener === 'tlsm' ? { clientCertificate: sandbox.pki.identities['insi-manu'].certDer } : {}),
});
const genuine = () => ({
  tlsm: traitsRequest(),
  cpx: traitsRequest({ emetteur: PS }, (p) => {
    p.security = security(psAssertion({ identity: sandbox.pki.identities['cps-sign'] }));
  }),
});

/** Edits of a genuine message: bytes replaced, pieces cut out, pieces moved, text put in. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(200),
  insert: fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 10 }),
    fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      ']]>',
      '<!--',
      '<![CDATA[',
      '<?x',
      '<?x y?>',
      '&#0;',
      '\u0000',
      '<a xmlns="">',
      '</soap:Body>',
      '<!DOCTYPE a>',
      'ID="x"',
    ),
  ),
});
const mutate = (text: string, edits: readonly { at: number; length: number; insert: string }[]) =>
  edits.reduce((current, { at, length, insert }) => {
    const start = Math.floor(at * current.length);
    return current.slice(0, start) + insert + current.slice(start + length);
  }, text);

/** Every answer is a whole HTTP answer, and never the admission that the simulator itself failed. */
const soundAnswer = (response: { status: number; body: Uint8Array; headers: Readonly<Record<string, string>> }) => {
  const text = Buffer.from(response.body).toString('utf8');
  return [200, 500].includes(response.status) && !text.includes('sim_internal') && text.startsWith('<?xml');
};

describe('mutated requests', () => {
  it.each(['tlsm', 'cpx'] as const)('%s: always a SOAP answer, never a failure of the simulator', async (listener) => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (edits) => {
        const body = new TextEncoder().encode(mutate(genuine()[listener], edits));
        return soundAnswer(await sandbox.insi.service.handle({ ...header(listener), body }));
      }),
      { numRuns: 500 },
    );
  });

  it('arbitrary bytes: a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (body) => {
        const response = await sandbox.insi.service.handle({ ...header('tlsm'), body });
        return response.status === 500 && soundAnswer(response);
      }),
      { numRuns: 200 },
    );
  });

  it('arbitrary Content-Type and scenario: an HTTP answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.option(fc.string(), { nil: undefined }), async (type, scenario) => {
        const headers = { 'content-type': type, 'x-sim-scenario': scenario };
        const response = await sandbox.insi.service.handle({ ...header('tlsm'), headers, body: new Uint8Array() });
        return [400, 415, 500].includes(response.status);
      }),
    );
  });

  it('over real sockets too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (edits) => {
        const messages = genuine();
        const replies = await Promise.all([
          postTlsm(sandbox, mutate(messages.tlsm, edits)),
          postCpx(sandbox, mutate(messages.cpx, edits)),
        ]);
        return replies.every((reply) => [200, 500].includes(reply.status));
      }),
      { numRuns: 40 },
    );
  });

  it('hostile XML does not keep the simulator busy', async () => {
    const bombs = [
      `<a ${Array.from({ length: 5000 }, (_, i) => `b${i}=""`).join(' ')}/>`,
      '<a>'.repeat(100_000),
      `<a>${'&amp;'.repeat(150_000)}</a>`,
      '<a xmlns:x="u">'.repeat(250) + '</a>'.repeat(250),
    ];
    for (const bomb of bombs) {
      const start = performance.now();
      const body = new TextEncoder().encode(traitsRequest({}, (p) => (p.body = bomb)));
      expect(soundAnswer(await sandbox.insi.service.handle({ ...header('tlsm'), body }))).toBe(true);
      expect(performance.now() - start).toBeLessThan(16_000);
    }
  });
});
