import { type ConnectionOptions, connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithConformance } from '../../tooling/src/conformance.ts';
import { CALLER_CASES } from './dmp/cases-caller.ts';
import { DEPOSIT_CASES } from './dmp/cases-deposit.ts';
import { METADATA_CASES } from './dmp/cases-metadata.ts';
import { REGISTRY_CASES } from './dmp/cases-registry.ts';
import { SIGNATURE_CASES } from './dmp/cases-signature.ts';
import { UPDATE_CASES } from './dmp/cases-update.ts';
import { VIHF_CASES } from './dmp/cases-vihf.ts';
import { WIRE_CASES } from './dmp/cases-wire.ts';
import { depositOf, now, useDmp } from './dmp/check-tools.ts';
import { type Answer, type Dmp, errorCodes, faultCode, startDmp } from './dmp/harness.ts';
import { deposit, swap } from './dmp/message.ts';
import { messageErrors } from './dmp/schema.ts';

const CASES = [
  ...CALLER_CASES,
  ...DEPOSIT_CASES,
  ...REGISTRY_CASES,
  ...WIRE_CASES,
  ...VIHF_CASES,
  ...METADATA_CASES,
  ...SIGNATURE_CASES,
  ...UPDATE_CASES,
];

let dmp: Dmp;
beforeAll(async () => {
  // The reason of check 1 is read in a fault here; the cut connection is tried apart.
  dmp = useDmp(await startDmp({ clientCertificateRefusal: 'fault' }));
});
afterAll(() => dmp.sandbox.stop());

const textOf = (answer: Answer) => answer.body.toString('utf8');

describe('one message that fails one check', () => {
  it.each(CASES.map((one) => [one.check, one.name, one] as const))('%i: %s', async (check, _, one) => {
    const message = await one.message();
    const as = dmp.pki.identity(one.as ?? 'cps-auth');
    // TLS only where it is what is tried.
    const answer = await (one.check === 1 ? dmp.send(message, { as }) : dmp.inside(message, as));
    const last = dmp.sandbox.dmp.log.at(-1);
    expect(last?.reasons).toContain(one.reason);
    expect(last?.checks).toContain(check);
    if (one.fault !== undefined) expect(faultCode(textOf(answer))).toBe(one.fault);
    if (one.error !== undefined) {
      expect(errorCodes(textOf(answer))).toContain(one.error);
      expect(textOf(answer)).toContain('ResponseStatusType:Failure');
    }
  });

  it('covers the twenty-one checks', () => {
    expect([...new Set(CASES.map(({ check }) => check))].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 21 }, (_, i) => i + 1),
    );
  });

  it('refuses for that reason alone', () => {
    // What one edit breaks twice: an attribute that the CDA or the signature repeats.
    const expected = new Set(CASES.flatMap(({ also, reason }) => (also ? [reason] : [])));
    const several = dmp.sandbox.dmp.log.filter(
      ({ checks, reasons }) => checks.length > 1 && !reasons.some((reason) => expected.has(reason)),
    );
    expect(several.map(({ reasons }) => reasons)).toEqual([]);
  });
});

describe('levels', () => {
  it('notes at lenient what strict refuses', async () => {
    const message = () => depositOf({ cda: swap('<title>Compte rendu de consultation', '<title>Autre') });
    for (const [level, accepted] of [
      ['lenient', true],
      ['dmp', true],
      ['strict', false],
    ] as const) {
      dmp.sandbox.dmp.setLevel(level);
      const answer = await dmp.send(message());
      expect(textOf(answer).includes('ResponseStatusType:Success')).toBe(accepted);
      const last = dmp.sandbox.dmp.log.at(-1);
      expect(accepted ? last?.warnings : last?.reasons).toEqual(['cda.title']);
    }
  });
});

describe('TLS', () => {
  const shake = (options: ConnectionOptions) =>
    new Promise<string>((resolve, reject) => {
      const { port } = new URL(dmp.sandbox.dmp.url);
      const { certPem, chainPem, keyPem } = dmp.pki.identity('cps-auth');
      const socket = connect(
        { host: '127.0.0.1', port: Number(port), ca: dmp.pki.caPem, cert: certPem + chainPem, key: keyPem, ...options },
        () => {
          resolve(`${socket.getProtocol()} ${socket.getCipher().name}`);
          socket.destroy();
        },
      );
      socket.on('error', reject);
    });

  it.each([
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES128-GCM-SHA256',
    'ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-RSA-AES256-SHA384',
  ])('accepts %s', async (ciphers) => expect(await shake({ ciphers })).toBe(`TLSv1.2 ${ciphers}`));

  it('refuses other suites, and TLS 1.3 alone', async () => {
    await expect(shake({ ciphers: 'AES128-GCM-SHA256', maxVersion: 'TLSv1.2' })).rejects.toThrow();
    await expect(shake({ minVersion: 'TLSv1.3' })).rejects.toThrow();
  });

  it('cuts the connection of a bad client certificate', async () => {
    const front = await startDmp();
    try {
      const refused = front.send(deposit({ pki: front.pki, now: now(), n: 1 }), {
        as: front.pki.identity('org-auth-cli-revoked'),
      });
      await expect(refused).rejects.toThrow();
    } finally {
      await front.sandbox.stop();
    }
  });
});

describeWithConformance('schemas', () => {
  it('every answer of these tests is valid', () => {
    const sent = dmp.messages.filter(({ direction }) => direction === 'sent');
    expect(sent.length).toBeGreaterThan(CASES.length);
    const errors = sent.flatMap(({ envelope }) =>
      messageErrors(envelope).map((error) => `${error} in ${Buffer.from(envelope).toString().slice(0, 400)}`),
    );
    expect(errors).toEqual([]);
  });
});
