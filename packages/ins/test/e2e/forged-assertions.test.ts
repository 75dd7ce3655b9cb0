// The assertion of a professional that was wrapped, altered, expired, replayed or signed by somebody else: the simulator
// refuses it, and the client says so without repeating.

import { type Sandbox, startSandbox } from '@socle-sante/sandbox';
import type { TestRole } from '@socle-sante/sandbox/pki';
import { createHttpExchange, type HttpExchange } from '@socle-sante/wire/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPsAssertion } from '../../src/assertions/ps.js';
import { rechercherInsAvecTraitsIdentite } from '../../src/insi/operations.js';
import { type InsiCallContext, newInsiCallContext } from '../../src/insi/request.js';
import { testPki } from '../pki.js';
import { cps, SOFTWARE } from './support.js';

let sandbox: Sandbox;
let exchange: HttpExchange;
const clock = () => new Date();

beforeAll(async () => {
  sandbox = await startSandbox({ pki: await testPki(), insi: { assertionReuse: 'fault', replay: 'fault' } });
  exchange = createHttpExchange({ tls: { ca: sandbox.pki.caPem } });
});
afterAll(async () => {
  await exchange?.close();
  await sandbox?.stop();
});

const ZOE = { nomNaissance: 'ADRUN', prenom: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' } as const;
const signed = async (role: TestRole = 'cps-sign', at = new Date()) => {
  const { signer, identifiantFacturation } = cps(sandbox, role);
  return (await buildPsAssertion({ signer, identifiantFacturation, clock: () => at })).xml;
};

async function call(assertion: string, more: Partial<InsiCallContext> = {}) {
  const sender = { url: sandbox.insi.cpxUrl, software: SOFTWARE, emetteur: '899900000003' };
  const context = { ...newInsiCallContext(sender, { clock }, { assertions: [assertion] }), ...more };
  const request = rechercherInsAvecTraitsIdentite.encode(ZOE, context);
  const response = await exchange(request);
  return rechercherInsAvecTraitsIdentite.decode(response, { messageId: context.messageId, production: false });
}

async function refused(assertion: string, more: Partial<InsiCallContext> = {}): Promise<unknown> {
  const error: unknown = await call(assertion, more).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'InsiConfigError', origin: 'refused', retryable: false });
  return (error as { officialCode?: string }).officialCode;
}

const signatureOf = (xml: string) => /<Signature .*<\/Signature>/s.exec(xml)?.[0] ?? '';

describe('the simulator', () => {
  it('accepts a genuine assertion once', async () => {
    const assertion = await signed();
    expect((await call(assertion)).code).toBe('00');
    expect(await refused(assertion)).toMatch(/^sim_assertion_/);
  });

  it('refuses an altered one', async () => {
    const xml = await signed();
    expect(await refused(xml.replace('991000000', '991000001'))).toMatch(/^sim_assertion_/);
    expect(await refused(xml.replace('<Subject>', '<Subject>\n'))).toMatch(/^sim_assertion_/);
  });

  it('refuses one whose signature wraps another content', async () => {
    const genuine = await signed();
    const id = /ID="([^"]+)"/.exec(genuine)?.[1] ?? '';
    const forged = genuine.replace(signatureOf(genuine), '').replace('991000000', '999999999');
    const outerId = `_${crypto.randomUUID()}`;
    // The genuine assertion hidden inside the forged one: its digest still holds, but it is not the one that is read.
    const wrapped = forged
      .replace(`ID="${id}"`, `ID="${outerId}"`)
      .replace(
        '</Issuer>',
        `</Issuer>${signatureOf(genuine).replace('</Signature>', `<Object>${genuine}</Object></Signature>`)}`,
      );
    const sameId = forged
      .replace('</Issuer>', `</Issuer>${signatureOf(genuine)}`)
      .replace('</Assertion>', `${genuine}</Assertion>`);
    const unsigned = genuine.replace(signatureOf(genuine), '');
    for (const attack of [wrapped, sameId, unsigned]) expect(await refused(attack)).toMatch(/^sim_/);
  });

  it('refuses one that is expired, or dated tomorrow', async () => {
    expect(await refused(await signed('cps-sign', new Date(Date.now() - 2 * 3_600_000)))).toBe('sim_assertion_expired');
    expect(await refused(await signed('cps-sign', new Date(Date.now() + 86_400_000)))).toBe('sim_assertion_future');
  });

  it.each(['cps-sign-self-signed', 'cps-sign-revoked', 'cps-auth', 'person-software-sign'] as const)(
    'refuses one signed with %s',
    async (role) => {
      expect(await refused(await signed(role))).toMatch(/^sim_assertion_/);
    },
  );

  it('refuses a MessageID that was used before', async () => {
    const messageId = `uuid:${crypto.randomUUID()}`;
    await call(await signed(), { messageId });
    expect(await refused(await signed(), { messageId })).toBe('sim_messageid_replay');
  });

  it('refuses a sender that is not the holder of the card', async () => {
    expect(await refused(await signed(), { emetteur: '899900000011' })).toMatch(/^sim_/);
  });
});
