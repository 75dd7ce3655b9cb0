import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { isSocleError } from '@socle-sante/core/error';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSoftHsm, describeWithSoftHsm, pkcs11Driver, type SoftHsm } from '../../../tooling/src/softhsm.js';
import { dangerouslyAllowSha1, signEnveloped, verifyEnveloped } from '../../src/dsig.js';
import {
  createPkcs11Signer,
  listPkcs11Certificates,
  type Pkcs11Driver,
  type Pkcs11SignerOptions,
} from '../../src/pkcs11.js';
import { nameAttribute } from '../../src/tls.js';
import { assertion, SAML } from '../support/assertion.js';
import { issue, type TestCertificate } from '../support/pki.js';

const OCTETS = new TextEncoder().encode('canonical SignedInfo');

await describeWithSoftHsm('keys of a software HSM', () => {
  let hsm: SoftHsm;
  let auth: TestCertificate;
  let sign: TestCertificate;
  let driver: Pkcs11Driver;

  beforeAll(async () => {
    [auth, sign] = await Promise.all([issue({ subject: 'CN=AUTH,C=FR' }), issue({ subject: 'CN=SIGN,C=FR' })]);
    driver = await pkcs11Driver<Pkcs11Driver>();
    hsm = createSoftHsm();
    hsm.addToken('carte', [
      { id: '20', label: 'auth', keyPem: auth.keyPem, certDer: auth.der },
      { id: '10', label: 'sign', keyPem: sign.keyPem, certDer: sign.der },
      { id: '30', label: 'bare', keyPem: sign.keyPem },
      { id: '40', label: 'strict', keyPem: sign.keyPem, certDer: sign.der, alwaysAuthenticate: true },
    ]);
    hsm.addToken('autre', [{ id: '10', label: 'sign', keyPem: auth.keyPem, certDer: auth.der }]);
  });
  afterAll(() => hsm.remove());

  const open = (more: Partial<Pkcs11SignerOptions> = {}) =>
    createPkcs11Signer({ module: hsm.module, token: 'carte', pin: hsm.pin, key: { id: '10' }, driver, ...more });
  const genuine = (certificate: TestCertificate, signature: Uint8Array, hash = 'sha256') =>
    verify(
      hash,
      OCTETS,
      createPublicKey(new X509Certificate(certificate.der).publicKey.export({ type: 'spki', format: 'pem' })),
      signature,
    );

  it('lists certificates without a PIN, with the identifier of their keys', async () => {
    const found = await listPkcs11Certificates({ module: hsm.module, driver });
    expect(
      found
        .map(({ token, id, label, certificate }) => [token, id, label, nameAttribute(certificate.subject, 'CN')])
        .sort(),
    ).toEqual([
      ['autre', '10', 'sign', 'AUTH'],
      ['carte', '10', 'sign', 'SIGN'],
      ['carte', '20', 'auth', 'AUTH'],
      ['carte', '40', 'strict', 'SIGN'],
    ]);
  });

  it.each(['auto', 'token', 'here'] as const)('signs, hashing %s', async (hash) => {
    const signer = await open({ hash });
    try {
      expect(signer.algorithm).toBe('rsa-sha256');
      expect(Buffer.compare(signer.certificateDer, sign.der)).toBe(0);
      expect(genuine(sign, await signer.sign(OCTETS))).toBe(true);
    } finally {
      await signer.close();
    }
  });

  it('signs a document that verifies, with two keys of the same card open at once', async () => {
    const [first, second] = await Promise.all([open(), open({ key: { label: 'auth' } })]);
    try {
      for (const [signer, certificate] of [
        [first, sign],
        [second, auth],
      ] as const) {
        const xml = await signEnveloped({
          xml: assertion(),
          referenceId: '_a1',
          insertAfter: { namespace: SAML, local: 'Issuer' },
          signer,
        });
        const trust = { certificate: certificate.certPem };
        await expect(
          verifyEnveloped({ xml, expected: { namespace: SAML, local: 'Assertion' }, trust }),
        ).resolves.toMatchObject({ algorithm: 'rsa-sha256' });
      }
    } finally {
      await Promise.all([first.close(), second.close()]);
    }
  });

  it('signs many at once, one after the other', async () => {
    const signer = await open();
    const signatures = await Promise.all(Array.from({ length: 20 }, () => signer.sign(OCTETS)));
    expect(signatures.every((signature) => genuine(sign, signature))).toBe(true);
    await signer.close();
  });

  it('signs in SHA-1 only with leave', async () => {
    await expect(open({ algorithm: 'rsa-sha1' })).rejects.toMatchObject({ code: 'signing.algorithm' });
    for (const hash of ['token', 'here'] as const) {
      const signer = await open({ algorithm: 'rsa-sha1', legacy: dangerouslyAllowSha1(), hash });
      expect(genuine(sign, await signer.sign(OCTETS), 'sha1')).toBe(true);
      await signer.close();
    }
  });

  it('asks for the PIN once, and again at each signature for a key that wants it', async () => {
    let asked = 0;
    const pin = () => {
      asked += 1;
      return hsm.pin;
    };
    const signer = await open({ pin, key: { label: 'strict' } });
    expect(asked).toBe(1);
    expect(genuine(sign, await signer.sign(OCTETS))).toBe(true);
    expect(genuine(sign, await signer.sign(OCTETS))).toBe(true);
    expect(asked).toBe(3);
    await signer.close();
  });

  it('tells a wrong PIN at a signature, and signs the next time', async () => {
    const pins = [hsm.pin, '9999', hsm.pin];
    const signer = await open({ pin: () => pins.shift() ?? '', key: { id: '40' } });
    await expect(signer.sign(OCTETS)).rejects.toMatchObject({ code: 'pkcs11.pin' });
    expect(genuine(sign, await signer.sign(OCTETS))).toBe(true);
    await signer.close();
  });

  it.each<readonly [string, Partial<Pkcs11SignerOptions>]>([
    ['pkcs11.module', { module: '/nowhere/libcard.so' }],
    ['pkcs11.token', { token: 'absente' }],
    ['pkcs11.token', { token: 'carte', slot: 7 }],
    ['pkcs11.pin', { pin: '0000' }],
    ['pkcs11.pin', { pin: () => '' }],
    ['pkcs11.key', { key: { id: '99' } }],
    ['pkcs11.key', { key: {} }],
    ['pkcs11.key', { key: { id: 'xyz' } }],
    ['pkcs11.certificate', { key: { id: '30' } }],
    ['certificate.malformed', { certificate: 'nothing' }],
  ])('says %s', async (code, more) => {
    const error = await open(more).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code });
    expect(isSocleError(error) && JSON.stringify(error)).not.toMatch(/0000|1234/);
    // Nothing stays open: the right one works at once.
    await (await open()).close();
  });

  it('takes the certificate apart when the token holds none', async () => {
    const signer = await open({ key: { id: '30' }, certificate: sign.certPem });
    expect(genuine(sign, await signer.sign(OCTETS))).toBe(true);
    await signer.close();
  });

  it('signs no more once closed, and may be closed twice', async () => {
    const signer = await open();
    await signer.close();
    await signer.close();
    await expect(signer.sign(OCTETS)).rejects.toMatchObject({ code: 'pkcs11.closed' });
  });

  it('refuses a key of another certificate when the document is signed', async () => {
    const signer = await open({ certificate: auth.certPem });
    await expect(signEnveloped({ xml: assertion(), referenceId: '_a1', signer })).rejects.toMatchObject({
      code: 'signing.signerMismatch',
    });
    await signer.close();
  });
});
