import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  checkCertificateChain,
  formatRfc2253,
  IdentityError,
  nameAttribute,
  nameAttributes,
  readCertificate,
  readCrl,
  sameName,
  subjectRfc2253,
} from '../../src/tls.js';
import { EKU, issue, issueCrl, type TestCertificate, type TestPki, testPki } from '../support/pki.js';

let pki: TestPki;
let person: TestCertificate;

// A person certificate in the shape of IGC-Santé: X.500 order, one multi-valued RDN last, extensions of the card.
beforeAll(async () => {
  pki = await testPki();
  person = await issue({
    issuer: pki.authority,
    serial: '7f8e9d0c1b2a39485766758493a2b1c0',
    subject: [
      { C: ['FR'] },
      { '2.5.4.12': ['Médecin'] },
      { CN: ['899900000001'], '2.5.4.4': ['EXEMPLE'], '2.5.4.42': ['ALIX'] },
    ],
    keyUsage: x509.KeyUsageFlags.nonRepudiation,
    eku: [EKU.email],
    extensions: [
      new x509.Extension('1.2.250.1.71.1.2.2', false, new Uint8Array([0x02, 0x01, 0x00])),
      new x509.Extension('1.2.250.1.71.1.2.5', false, new Uint8Array([0x04, 0x01, 0x80])),
      new x509.CRLDistributionPointsExtension(['http://crl.example.test/a.crl', 'ldap://crl.example.test/cn=a']),
    ],
  });
});

describe('readCertificate', () => {
  it('reads names with multi-valued RDNs', () => {
    const { subject } = readCertificate(person.certPem);
    expect(subject.map((rdn) => rdn.map((a) => a.type).sort())).toEqual([['C'], ['T'], ['CN', 'GN', 'SN']]);
    expect(nameAttribute(subject, 'CN')).toBe('899900000001');
    expect(nameAttribute(subject, '2.5.4.42')).toBe('ALIX');
    expect(nameAttribute(subject, 'OU')).toBeUndefined();
    expect(nameAttribute(subject, 'T')).toBe('Médecin');
  });

  it('writes the subject as the national services expect it', () => {
    expect(formatRfc2253(readCertificate(person.der).subject)).toBe(
      '2.5.4.42=ALIX+CN=899900000001+SN=EXEMPLE,T=Médecin,C=FR',
    );
  });

  it('writes the subject to the letter of RFC 2253, either way round', () => {
    const strict =
      'CN=899900000001+2.5.4.4=#13074558454d504c45+2.5.4.42=#1304414c4958,2.5.4.12=#0c084dc3a9646563696e,C=FR';
    expect(subjectRfc2253(person.der)).toBe(strict);
    expect(subjectRfc2253(person.der, { reversed: true })).toBe(strict.split(',').reverse().join(','));
    expect(() => subjectRfc2253(person.der.subarray(1))).toThrow(IdentityError);
  });

  it('escapes special characters of names', () => {
    const name = (value: string) =>
      formatRfc2253([[{ oid: '2.5.4.10', type: 'O', value }], [{ oid: '2.5.4.3', type: 'CN', value: 'x' }]]);
    expect(name(' Santé, "Nord" + <Sud>; a\\b ')).toBe('CN=x,O=\\ Santé\\, \\"Nord\\" \\+ \\<Sud\\>\\; a\\\\b\\ ');
    expect(name(' ')).toBe('CN=x,O=\\ ');
    expect(name("L'étoile")).toBe("CN=x,O=L'étoile");
  });

  it('escapes a leading sharp, and keeps the order of the certificate when asked', () => {
    const cn = { oid: '2.5.4.3', type: 'CN', value: '#1' };
    const sn = { oid: '2.5.4.4', type: 'SN', value: 'B' };
    expect(formatRfc2253([[sn, cn]])).toBe('CN=\\#1+SN=B');
    expect(formatRfc2253([[sn, cn]], { multiValued: 'certificate', keywords: {} })).toBe('2.5.4.4=B+2.5.4.3=\\#1');
  });

  it('reads several values of one type, the most precise first', () => {
    const { issuer, subject } = readCertificate(pki.authority.certPem);
    expect(nameAttributes(issuer, 'OU').sort()).toEqual(['0002 000000000', 'SIMULATEUR TEST']);
    expect(sameName(issuer, readCertificate(pki.root.certPem).subject)).toBe(true);
    expect(sameName(issuer, subject)).toBe(false);
  });

  it('reads serials as text, whatever their size', () => {
    const info = readCertificate(person.certPem);
    expect(info.serialHex).toBe('7F8E9D0C1B2A39485766758493A2B1C0');
    expect(info.serialDecimal).toBe(BigInt('0x7f8e9d0c1b2a39485766758493a2b1c0').toString());
    expect(info.serialHex).toBe(new X509Certificate(person.der).serialNumber);
  });

  it('reads dates, usages, alternative names, extensions', () => {
    const info = readCertificate(person.certPem);
    expect(info.notBefore.getTime()).toBe(new Date(new X509Certificate(person.der).validFrom).getTime());
    expect(info.notAfter.getTime()).toBe(new Date(new X509Certificate(person.der).validTo).getTime());
    expect(info.keyUsage).toEqual(['nonRepudiation']);
    expect(info.extendedKeyUsage).toEqual([EKU.email]);
    expect(info.extensions.get('2.5.29.15')?.critical).toBe(true);
    expect(info.extensions.get('1.2.250.1.71.1.2.2')?.value.at(-1)).toBe(0);
    expect([...(info.extensions.get('1.2.250.1.71.1.2.5')?.value ?? [])]).toEqual([4, 1, 0x80]);
    expect(info.crlUrls).toEqual(['http://crl.example.test/a.crl', 'ldap://crl.example.test/cn=a']);
    expect([info.keyType, info.keyBits, info.isAuthority]).toEqual(['rsa', 2048, false]);
    expect(readCertificate(pki.server.certPem).subjectAltNames).toEqual([
      { kind: 'dns', value: 'localhost' },
      { kind: 'ip', value: '127.0.0.1' },
    ]);
    expect(readCertificate(pki.authority.certPem)).toMatchObject({
      isAuthority: true,
      pathLength: 0,
      keyUsage: ['keyCertSign', 'cRLSign'],
    });
    expect(info.sha256).toBe(new X509Certificate(person.der).fingerprint256.replaceAll(':', '').toLowerCase());
  });

  it('reads PEM with text around, PEM as bytes, DER; and gives back the same', () => {
    const { pem, der } = readCertificate(person.der);
    expect(readCertificate(`Bag Attributes\n${pem}autre`).der).toEqual(der);
    expect(readCertificate(new TextEncoder().encode(pem)).der).toEqual(der);
    expect(Buffer.from(der).equals(person.der)).toBe(true);
  });

  it('reads the dates on both sides of 2050', async () => {
    const long = await issue({
      subject: 'CN=LONG',
      from: new Date('2049-12-31T23:59:59Z'),
      to: new Date('2050-01-01T00:00:00Z'),
    });
    const info = readCertificate(long.der);
    expect([info.notBefore.toISOString(), info.notAfter.toISOString()]).toEqual([
      '2049-12-31T23:59:59.000Z',
      '2050-01-01T00:00:00.000Z',
    ]);
  });

  it.each([
    ['nothing', ''],
    ['text', 'bonjour'],
    ['empty block', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----'],
    ['a key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'],
    ['zeros', new Uint8Array(40)],
  ])('refuses: %s', (_name, input) => {
    expect(() => readCertificate(input)).toThrow(IdentityError);
  });

  it('meets mutated or truncated DER with a certificate or a typed error', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(person.der.length - 1), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.nat(person.der.length),
        (edits, cut) => {
          const bytes = person.der.slice();
          for (const [at, value] of edits) bytes[at] = value;
          for (const input of [bytes, bytes.slice(0, cut)]) {
            try {
              const info = readCertificate(input);
              formatRfc2253(info.subject);
            } catch (error) {
              expect(error).toBeInstanceOf(IdentityError);
            }
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('readCrl and checkCertificateChain', () => {
  const at = new Date();

  it('reads a list and knows who signed it', async () => {
    const crl = readCrl(await issueCrl(pki.authority, [pki.client]));
    expect([...crl.revoked.keys()]).toEqual(['BADCAFE', readCertificate(pki.client.der).serialHex]);
    expect(crl.verify(new X509Certificate(pki.authority.der).publicKey)).toBe(true);
    expect(crl.verify(new X509Certificate(pki.root.der).publicKey)).toBe(false);
    expect(crl.partial).toBe(false);
    expect(readCrl(crl.der).issuerRaw).toEqual(crl.issuerRaw);
    expect(() => readCrl('x')).toThrow(IdentityError);
    expect(() => readCrl(new Uint8Array([0x30, 0x03, 1, 2, 3]))).toThrow(IdentityError);
  });

  it('gives the chain from the leaf to the authority', () => {
    const result = checkCertificateChain(pki.client.certPem, {
      authorities: pki.root.certPem,
      intermediates: [pki.authority.certPem],
      at,
    });
    expect(result.ok && result.chain.map((c) => nameAttribute(c.subject, 'CN'))).toEqual([
      'INSI-AUTO',
      'TEST AC SIMULATEUR ORGANISATIONS',
      'TEST AC RACINE SIMULATEUR',
    ]);
  });

  it('finds the good path among authorities of the same name', async () => {
    // The same authority renewed with the same key: one expired certificate, one good.
    const expired = await issue({
      subject: pki.authority.certificate.subject,
      issuer: pki.root,
      authority: true,
      keys: pki.authority.keys,
      from: new Date('2020-01-01'),
      to: new Date('2021-01-01'),
    });
    const options = { authorities: pki.root.certPem, at };
    expect(
      checkCertificateChain(pki.client.certPem, { ...options, intermediates: [expired.certPem, pki.authority.certPem] })
        .ok,
    ).toBe(true);
    expect(checkCertificateChain(pki.client.certPem, { ...options, intermediates: [expired.certPem] })).toEqual({
      ok: false,
      problem: 'expired',
    });
  });

  it('refuses a critical extension that it does not know', async () => {
    const odd = await issue({
      subject: 'CN=ODD',
      issuer: pki.authority,
      extensions: [new x509.Extension('1.2.3.4.5', true, new Uint8Array([5, 0]))],
    });
    expect(checkCertificateChain(odd.certPem, { authorities: pki.caPem, at })).toEqual({
      ok: false,
      problem: 'unsupported',
    });
  });

  it('is not led astray by authorities that certify each other', async () => {
    const a = await issue({ subject: 'CN=A', authority: true });
    const b = await issue({ subject: 'CN=B', issuer: a, authority: true });
    const aByB = await issue({ subject: 'CN=A', issuer: b, authority: true, keys: a.keys });
    const leaf = await issue({ subject: 'CN=L', issuer: b });
    const started = performance.now();
    expect(
      checkCertificateChain(leaf.certPem, { authorities: pki.caPem, intermediates: [aByB.certPem, b.certPem], at }),
    ).toEqual({ ok: false, problem: 'unknownAuthority' });
    expect(performance.now() - started).toBeLessThan(16_000);
  });
});
