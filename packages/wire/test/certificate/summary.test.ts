import fc from 'fast-check';
import { expect, it } from 'vitest';
import { summarizeCertificate } from '../../src/certificate.js';
import { formatRfc2253, readCertificate } from '../../src/tls.js';
import { issue } from '../support/pki.js';

it('says what the reader on node:crypto says', async () => {
  const root = await issue({ subject: 'CN=TEST AC, O=SIMULATEUR, C=FR', authority: true });
  const leaf = await issue({ subject: 'CN=DMP SIGN, OU=10B0999999, ST=Rhône (69), C=FR', issuer: root });
  for (const { der } of [root, leaf]) {
    const full = readCertificate(der);
    const short = summarizeCertificate(der);
    expect(short).toMatchObject({
      subject: formatRfc2253(full.subject),
      issuer: formatRfc2253(full.issuer),
      serialDecimal: full.serialDecimal,
      notBefore: full.notBefore,
      notAfter: full.notAfter,
    });
    const spki = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    await globalThis.crypto.subtle.importKey('spki', new Uint8Array(short.spki), spki, false, ['verify']);
  }
  expect(summarizeCertificate(root.der).selfIssued).toBe(true);
  expect(summarizeCertificate(leaf.der).selfIssued).toBe(false);
});

it('refuses anything else in one way', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(() => summarizeCertificate(bytes)).toThrow(expect.objectContaining({ code: 'certificate.malformed' }));
    }),
  );
});
