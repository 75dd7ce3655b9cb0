import { createPkcs11Signer, type Pkcs11Driver, type Pkcs11SignerOptions } from '@socle-sante/wire/pkcs11';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSoftHsm, describeWithSoftHsm, pkcs11Driver, type SoftHsm } from '../../tooling/src/softhsm.js';
import { buildVihf } from '../src/build.js';
import { validateVihf } from '../src/validate.js';
import { verifyVihf } from '../src/verify.js';
import { certificateOf, clock, direct, indirect, PATIENT, testPki } from './support.js';

await describeWithSoftHsm('assertions signed by a card and by an HSM', () => {
  let hsm: SoftHsm;
  let driver: Pkcs11Driver;

  beforeAll(async () => {
    const pki = await testPki();
    const key = (role: string, id: string) => {
      const { keyPem, certDer } = pki.identity(role);
      return { id, label: role, keyPem, certDer };
    };
    driver = await pkcs11Driver<Pkcs11Driver>();
    hsm = createSoftHsm();
    // As a CPS3 card: the authentication key under 20, the signature key under 10, which wants the PIN each time.
    hsm.addToken('CPS3', [key('cps-auth', '20'), { ...key('cps-sign', '10'), alwaysAuthenticate: true }]);
    hsm.addToken('HSM', [key('org-auth-cli', '01'), key('org-sign', '02')]);
  });
  afterAll(() => hsm.remove());

  const open = (token: string, key: Pkcs11SignerOptions['key']) =>
    createPkcs11Signer({ module: hsm.module, token, pin: hsm.pin, key, driver });

  it.each([
    ['CPS3', '10', direct(), 'cps-auth'],
    ['HSM', '02', indirect(), 'org-auth-cli'],
  ])('%s: valid, of the same holder as the TLS certificate, verified', async (token, id, input, tls) => {
    const signer = await open(token, { id });
    try {
      const xml = await buildVihf(input, signer, { clock });
      const context = { now: clock(), patient: PATIENT, tlsCertificate: await certificateOf(tls) };
      expect(validateVihf(xml, context).filter(({ severity }) => severity === 'error')).toEqual([]);
      const { caPem } = await testPki();
      await expect(verifyVihf(xml, { trust: { authorities: caPem, at: clock() } })).resolves.toMatchObject({
        view: { claims: { mode: input.mode } },
      });
    } finally {
      await signer.close();
    }
  });

  it.each([
    ['CPS3', '20', direct()],
    ['HSM', '01', indirect()],
  ])('%s: the authentication key is refused', async (token, id, input) => {
    const signer = await open(token, { id });
    try {
      await expect(buildVihf(input, signer, { clock })).rejects.toMatchObject({
        code: 'vihf.certificate',
        findings: [expect.objectContaining({ rule: 'vihf.certificate.authentication' })],
      });
    } finally {
      await signer.close();
    }
  });
});
