// What goes wrong below SOAP: each cause has its own clear error, and none is repeated.

import { type Sandbox, startSandbox } from '@socle-sante/sandbox';
import { createTestPki, TEST_PASSPHRASE, type TestPki } from '@socle-sante/sandbox/pki';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isSocleError, type SocleError } from '../../../core/src/index.js';
import type { InsiAuditEvent } from '../../src/client/audit.js';
import type { InsiClientOptions } from '../../src/client/options.js';
import { testPki } from '../pki.js';
import { cardClient, pemOf, structureClient } from './support.js';

let pki: TestPki;
let other: TestPki;
const running: Sandbox[] = [];
beforeAll(async () => {
  [pki, other] = await Promise.all([testPki(), createTestPki()]);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.stop()));
});

async function start(more: Parameters<typeof startSandbox>[0] = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ pki, ...more });
  running.push(sandbox);
  return sandbox;
}

const ZOE = { nomNaissance: 'ADRUN', prenoms: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' } as const;

/** The error of a search, and how many calls were tried. */
async function failureOf(
  sandbox: Sandbox,
  options: Partial<InsiClientOptions>,
  make = structureClient,
): Promise<{ error: SocleError; calls: number }> {
  const traces: InsiAuditEvent[] = [];
  const client = make(sandbox, {
    sleep: async () => {
      throw new Error('nothing may be repeated');
    },
    onAudit: (event) => {
      traces.push(event);
    },
    ...options,
  });
  try {
    await client.searchByTraits({ traits: ZOE });
  } catch (error) {
    if (isSocleError(error)) return { error, calls: traces.length };
    throw error;
  } finally {
    await client.close();
  }
  throw new Error('an error was expected');
}

const certificate = (sandbox: Sandbox, role: Parameters<typeof pemOf>[1]): InsiClientOptions['authentication'] => ({
  mode: 'certificate',
  trigger: 'user',
  identity: pemOf(sandbox, role),
});

describe('five causes, five errors', () => {
  it('have codes, titles and actions of their own, and are never repeated', async () => {
    const sandbox = await start();
    const wrongHost = await start({ serverIdentity: 'server-wrong-host' });
    const legacy = { pfx: pki.identity('insi-manu').pfxLegacy(), passphrase: TEST_PASSPHRASE } as const;
    const cases = {
      authority: await failureOf(sandbox, { tls: { ca: other.caPem } }),
      expired: await failureOf(sandbox, { authentication: certificate(sandbox, 'expired'), preflight: 'report' }),
      name: await failureOf(sandbox, { authentication: certificate(sandbox, 'insi-manu-underscore') }),
      cipher: await failureOf(sandbox, {
        authentication: { mode: 'certificate', trigger: 'user', identity: { ...legacy, legacyPkcs12: 'refuse' } },
      }),
      host: await failureOf(wrongHost, {}),
    };
    expect(Object.fromEntries(Object.entries(cases).map(([name, { error }]) => [name, error.code]))).toEqual({
      authority: 'tls.unknownAuthority',
      expired: 'tls.clientCertificateExpired',
      name: 'insi.config.certificate',
      cipher: 'pkcs12.legacyCipher',
      host: 'tls.hostname',
    });
    for (const { error, calls } of Object.values(cases)) {
      expect(error).toMatchObject({ name: 'InsiConfigError', retryable: false, audience: 'admin' });
      expect(calls).toBeLessThanOrEqual(1);
    }
    for (const locale of ['fr', 'en'] as const) {
      expect(new Set(Object.values(cases).map(({ error }) => error.userMessage[locale].title)).size).toBe(5);
      expect(new Set(Object.values(cases).map(({ error }) => error.userMessage[locale].action)).size).toBe(5);
    }
    expect([...sandbox.insi.log, ...wrongHost.insi.log]).toEqual([]);
  });
});

describe('a structure certificate', () => {
  it.each([
    ['insi-manu-lower', 'insi.certificat.nom'],
    ['insi-manu-underscore', 'insi.certificat.nom'],
    ['expired', 'insi.certificat.expire'],
    ['notYetValid', 'insi.certificat.pasEncoreValide'],
    ['insi-auto', 'insi.certificat.declencheur'],
  ] as const)('%s is stopped before it leaves, by %s', async (role, rule) => {
    const sandbox = await start();
    const { error, calls } = await failureOf(sandbox, { authentication: certificate(sandbox, role) });
    expect(error).toMatchObject({ code: 'insi.config.certificate', origin: 'argument' });
    expect(error.findings.map((found) => found.rule)).toContain(rule);
    expect(calls).toBe(0);
    expect(sandbox.insi.log).toEqual([]);
  });

  it('with another name gets DESIR_560 from the service when the check only reports', async () => {
    const sandbox = await start();
    const { error, calls } = await failureOf(sandbox, {
      authentication: certificate(sandbox, 'insi-manu-underscore'),
      preflight: 'report',
    });
    expect(error).toMatchObject({
      name: 'InsiConfigError',
      origin: 'refused',
      officialCode: 'DESIR_560',
      userMessage: { fr: { title: 'Certificat refusé par INSi' } },
    });
    expect(calls).toBe(1);
  });

  it('of another authority is refused by the service, by a fault or by a cut connection', async () => {
    const fault = await start();
    expect((await failureOf(fault, { authentication: certificate(fault, 'wrongAuthority') })).error).toMatchObject({
      name: 'InsiConfigError',
      origin: 'refused',
    });
    const reset = await start({ clientCertificateRefusal: 'reset' });
    const { error, calls } = await failureOf(reset, { authentication: certificate(reset, 'wrongAuthority') });
    expect(error).toMatchObject({ name: 'InsiConfigError', origin: 'unreachable', retryable: false });
    expect(error.code).toMatch(/^tls\.(?:closedByServer|clientCertificateRefused)$/);
    expect(calls).toBe(1);
  });

  it('in an old PKCS#12 is read all the same by default, and said', async () => {
    const sandbox = await start();
    const identity = { pfx: pki.identity('insi-manu').pfxLegacy(), passphrase: TEST_PASSPHRASE };
    const client = structureClient(sandbox, { authentication: { mode: 'certificate', trigger: 'user', identity } });
    expect((await client.preflight()).map(({ rule }) => rule)).toEqual(['pkcs12.legacyCipher']);
    expect((await client.searchByTraits({ traits: ZOE })).outcome).toBe('found');
    await client.close();
  });

  it.each([
    ['a wrong passphrase', () => ({ pfx: pki.identity('insi-manu').pfx(), passphrase: 'autre' }), 'pkcs12.password'],
    ['no PKCS#12 at all', () => ({ pfx: new Uint8Array([1, 2, 3]), passphrase: '' }), 'pkcs12.malformed'],
    [
      'the key of another',
      () => ({ cert: pki.identity('insi-manu').certPem, key: pki.identity('cps-sign').keyPem }),
      'identity.keyMismatch',
    ],
  ])('%s', async (_name, identity, code) => {
    const sandbox = await start();
    const { error } = await failureOf(sandbox, {
      authentication: { mode: 'certificate', trigger: 'user', identity: identity() },
    });
    expect(error).toMatchObject({ name: 'InsiConfigError', origin: 'argument', code, audience: 'admin' });
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain('autre');
  });
});

describe('a server', () => {
  it.each([
    ['server-expired', 'tls.serverCertificateExpired'],
    ['server-wrong-authority', 'tls.unknownAuthority'],
    ['server-wrong-host', 'tls.hostname'],
  ] as const)('%s', async (serverIdentity, code) => {
    const sandbox = await start({ serverIdentity });
    for (const make of [structureClient, cardClient]) {
      expect((await failureOf(sandbox, {}, make)).error).toMatchObject({ name: 'InsiConfigError', code });
    }
  });

  it('that is not there', async () => {
    const sandbox = await start();
    await sandbox.stop();
    const { error, calls } = await failureOf(sandbox, { retry: false });
    expect(error).toMatchObject({ name: 'InsiUnavailableError', code: 'network.refused', retryable: true });
    expect(calls).toBe(1);
  });
});

it('both modes work, with PEM and with PKCS#12', async () => {
  const sandbox = await start();
  const pfx = { pfx: pki.identity('insi-auto').pfx(), passphrase: TEST_PASSPHRASE };
  const clients = [
    structureClient(sandbox),
    structureClient(sandbox, { authentication: { mode: 'certificate', trigger: 'automatic', identity: pfx } }),
    cardClient(sandbox),
  ];
  for (const client of clients) {
    expect(await client.preflight()).toEqual([]);
    expect((await client.searchByTraits({ traits: ZOE })).outcome).toBe('found');
    await client.close();
  }
  expect(sandbox.insi.log.map(({ listener }) => listener)).toEqual(['tlsm', 'tlsm', 'cpx']);
});
