import 'reflect-metadata';
import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import * as x509 from '@peculiar/x509';
import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CARD_EXTENSION_OIDS,
  createTestPki,
  TEST_PASSPHRASE,
  TEST_ROLES,
  type TestPki,
  type TestRole,
} from '../src/pki.ts';

let pki: TestPki;
let folder: string;
beforeAll(async () => {
  pki = await createTestPki();
  folder = mkdtempSync(join(tmpdir(), 'socle-pki-'));
  writeFileSync(join(folder, 'ca.pem'), pki.caPem);
  writeFileSync(join(folder, 'crl.pem'), pki.crlPem);
  for (const role of TEST_ROLES) writeFileSync(join(folder, `${role}.pem`), pki.identities[role].certPem);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const openssl = (...args: string[]) => {
  const result = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  return { ok: result.status === 0, text: result.stdout + result.stderr };
};
const parsed = (role: TestRole) => new x509.X509Certificate(new Uint8Array(pki.identities[role].certDer));
const field = (role: TestRole, oid: string) => parsed(role).subjectName.getField(oid);
const extension = (role: TestRole, oid: string) => {
  const value = parsed(role).getExtension(oid)?.value;
  return value ? Buffer.from(value).toString('hex') : undefined;
};

const UNTRUSTED: Partial<Record<TestRole, RegExp>> = {
  wrongAuthority: /unable to get local issuer/,
  otherGamme: /unable to get local issuer/,
  'server-wrong-authority': /unable to get local issuer/,
  forgedAuthority: /signature failure|unable to get local issuer|authority and subject key identifier mismatch/i,
  'sign-self-signed': /self[- ]signed/,
  'cps-sign-self-signed': /self[- ]signed/,
  expired: /has expired/,
  'sign-expired': /has expired/,
  'cps-sign-expired': /has expired/,
  'server-expired': /has expired/,
  notYetValid: /not yet valid/,
  'org-auth-cli-expired': /has expired/,
  'org-sign-expired': /has expired/,
  'org-auth-cli-wrongAuthority': /unable to get local issuer/,
  'org-sign-wrongAuthority': /unable to get local issuer/,
};

describe('openssl verify', () => {
  it.each(TEST_ROLES)('%s', (role) => {
    const { ok, text } = openssl('verify', '-x509_strict', '-CAfile', 'ca.pem', `${role}.pem`);
    const reason = UNTRUSTED[role];
    expect(ok, text).toBe(reason === undefined);
    if (reason) expect(text).toMatch(reason);
  });
  it.each(['revoked', 'cps-sign-revoked'])('%s is on the list of its authority', (role) => {
    expect(openssl('verify', '-crl_check', '-CAfile', 'ca.pem', '-CRLfile', 'crl.pem', `${role}.pem`).text).toContain(
      'certificate revoked',
    );
  });
  it.each(['insi-auto', 'cps-sign', 'server'])('%s is not', (role) => {
    expect(openssl('verify', '-crl_check', '-CAfile', 'ca.pem', '-CRLfile', 'crl.pem', `${role}.pem`).ok).toBe(true);
  });
  it('the chain of each trusted leaf leads to its root', () => {
    for (const role of TEST_ROLES.filter((r) => UNTRUSTED[r] === undefined)) {
      const { certPem, chainPem } = pki.identities[role];
      const [intermediate = '', root = ''] = chainPem.split(/(?<=-----END CERTIFICATE-----\n)/);
      const leaf = new X509Certificate(certPem);
      expect(leaf.checkIssued(new X509Certificate(intermediate))).toBe(true);
      expect(new X509Certificate(intermediate).verify(new X509Certificate(root).publicKey)).toBe(true);
    }
  });
});

describe('shape of IGC-Santé', () => {
  it('names of authorities cannot be mistaken, and have two OU', () => {
    for (const authority of Object.values(pki.authorities)) {
      const name = new x509.X509Certificate(new Uint8Array(authority.certDer)).subjectName;
      expect(name.getField('OU')).toEqual(['0002 000000000', 'IGC-SANTE SIMULATEUR']);
      expect(authority.commonName).toMatch(/SIMULATEUR/);
      expect(name.getField('O')).toEqual(['SIMULATEUR SOCLE']);
    }
    expect(pki.authorities.organisations.commonName).toBe('TEST AC SIMULATEUR IGC-SANTE ELEMENTAIRE ORGANISATIONS');
  });
  it('two root lines', () => {
    const issuer = (name: 'organisations' | 'elementairePersonnes' | 'fortPersonnes') =>
      new x509.X509Certificate(new Uint8Array(pki.authorities[name].certDer)).issuerName.getField('CN')[0];
    expect(issuer('organisations')).toBe(pki.authorities.rootElementaire.commonName);
    expect(issuer('elementairePersonnes')).toBe(pki.authorities.rootElementaire.commonName);
    expect(issuer('fortPersonnes')).toBe(pki.authorities.rootFort.commonName);
  });
  it('RSA 2048, sha256WithRSAEncryption, serial of 16 bytes', () => {
    for (const role of TEST_ROLES) {
      const certificate = new X509Certificate(pki.identities[role].certPem);
      expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
      expect(certificate.serialNumber).toMatch(/^[0-9A-F]{32}$/);
    }
    expect(openssl('x509', '-in', 'insi-auto.pem', '-noout', '-text').text).toContain('sha256WithRSAEncryption');
    expect(new Set(TEST_ROLES.map((role) => pki.identities[role].serial)).size).toBe(TEST_ROLES.length);
  });
  it('three years of validity', () => {
    for (const role of TEST_ROLES) {
      const { notBefore, notAfter } = pki.identities[role];
      expect((notAfter.getTime() - notBefore.getTime()) / 86_400_000).toBe(3 * 365);
    }
  });
  it.each([
    ['insi-auto', 'INSI-AUTO'],
    ['insi-manu', 'INSI-MANU'],
    ['insi-manu-lower', 'insi-manu'],
    ['insi-manu-underscore', 'INSI_MANU'],
  ] as const)('%s has CN %s', (role, name) => {
    expect(field(role, 'CN')).toEqual([name]);
  });
  it('a structure: C, ST with an accent, O, OU, CN, in that order', () => {
    expect(parsed('insi-auto').subjectName.toJSON()).toEqual([
      { C: ['FR'] },
      { ST: ['Rhône (69)'] },
      { O: ['CENTRE DE SANTÉ DU SIMULATEUR'] },
      { OU: ['10B0999999'] },
      { CN: ['INSI-AUTO'] },
    ]);
  });
  it('a person: C, title, then one RDN with CN, SN and GN', () => {
    const rdns = parsed('cps-sign').subjectName.toJSON();
    expect(rdns).toHaveLength(3);
    expect(
      Object.values(rdns[2] ?? {})
        .flat()
        .sort(),
    ).toEqual(['899900000003', 'ALIX', 'EXEMPLE']);
    expect(field('cps-sign', '2.5.4.12')).toEqual(['Médecin']);
  });
  it('a non-nominative card has neither SN nor GN', () => {
    expect([field('cpe-non-nominative', '2.5.4.4'), field('cpe-non-nominative', '2.5.4.42')]).toEqual([[], []]);
  });
  it.each<[TestRole, Record<keyof typeof CARD_EXTENSION_OIDS, string | undefined>]>([
    [
      'cps-sign',
      {
        cardType: '020100',
        cardNumber: `1315${Buffer.from('8025000001/2800000000').toString('hex')}`,
        support: '040180',
        profession: '02010a',
        savoirFaire: `30060c04${Buffer.from('SM26').toString('hex')}`,
      },
    ],
    [
      'cpf-sign',
      {
        cardType: '020101',
        cardNumber: `1315${Buffer.from('8025000001/2800000001').toString('hex')}`,
        support: '040180',
        profession: '02013c',
        savoirFaire: undefined,
      },
    ],
    [
      'cpe-sign',
      {
        cardType: '020102',
        cardNumber: `1315${Buffer.from('8025000001/2800000002').toString('hex')}`,
        support: '040180',
        profession: undefined,
        savoirFaire: undefined,
      },
    ],
    [
      'insi-auto',
      { cardType: undefined, cardNumber: undefined, support: '040183', profession: undefined, savoirFaire: undefined },
    ],
  ])('private extensions of %s', (role, expected) => {
    for (const [name, oid] of Object.entries(CARD_EXTENSION_OIDS)) {
      expect([name, extension(role, oid)]).toEqual([name, expected[name as keyof typeof CARD_EXTENSION_OIDS]]);
    }
  });
  it.each<[TestRole, string[], string[]]>([
    ['insi-auto', ['digitalSignature'], ['1.3.6.1.5.5.7.3.2']],
    ['sign', ['digitalSignature', 'nonRepudiation'], ['1.3.6.1.5.5.7.3.4']],
    ['cps-sign', ['nonRepudiation'], ['1.3.6.1.5.5.7.3.4']],
    ['cps-auth', ['digitalSignature'], ['1.3.6.1.5.5.7.3.2']],
    ['server', ['digitalSignature', 'keyEncipherment'], ['1.3.6.1.5.5.7.3.1']],
  ])('usages of %s', (role, usages, extended) => {
    const bits = parsed(role).getExtension(x509.KeyUsagesExtension);
    expect(bits?.critical).toBe(true);
    const names = ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'keyCertSign'] as const;
    expect(names.filter((name) => ((bits?.usages ?? 0) & x509.KeyUsageFlags[name]) !== 0)).toEqual(usages);
    expect(parsed(role).getExtension(x509.ExtendedKeyUsageExtension)?.usages).toEqual(extended);
  });
  it('the private key usage of a signature certificate ends one month earlier', () => {
    const text = openssl('x509', '-in', 'sign.pem', '-noout', '-text').text;
    expect(text).toMatch(/Private Key Usage Period:\s+Not Before: .*, Not After: /);
    expect(extension('insi-auto', '2.5.29.16')).toBeUndefined();
  });
  it('server names', () => {
    const good = new X509Certificate(pki.identities.server.certPem);
    expect([good.checkHost('localhost'), good.checkIP('127.0.0.1'), good.checkIP('::1')]).toEqual([
      'localhost',
      '127.0.0.1',
      '::1',
    ]);
    const wrong = new X509Certificate(pki.identities['server-wrong-host'].certPem);
    expect([wrong.checkHost('localhost'), wrong.checkIP('127.0.0.1')]).toEqual([undefined, undefined]);
  });
  it('no revocation address can be reached', () => {
    const text = openssl('x509', '-in', 'insi-auto.pem', '-noout', '-text').text;
    const hosts = [...text.matchAll(/URI:\w+:\/\/([^/\s]+)/g)].map((match) => match[1]);
    expect(hosts.length).toBeGreaterThanOrEqual(5);
    for (const host of hosts) expect(host).toMatch(/\.simulateur\.invalid$/);
  });
  it('each key belongs to its certificate', () => {
    for (const role of TEST_ROLES) {
      const { certPem, keyPem } = pki.identities[role];
      expect(new X509Certificate(certPem).checkPrivateKey(createPrivateKey(keyPem))).toBe(true);
    }
  });
});

describe('PKCS#12', () => {
  it('the modern file is read by Node and by openssl, with its chain', () => {
    const { certPem, pfx } = pki.identities['insi-auto'];
    expect(() => createSecureContext({ pfx: Buffer.from(pfx('secret')), passphrase: 'secret' })).not.toThrow();
    writeFileSync(join(folder, 'a.p12'), pfx());
    const out = execFileSync('openssl', ['pkcs12', '-in', 'a.p12', '-passin', `pass:${TEST_PASSPHRASE}`, '-nodes'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(out.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
    expect(out.replace(/\s/g, '')).toContain(certPem.replace(/\s/g, ''));
  });
  it('the old one (RC2-40, 3DES) is refused by Node, and read by node-forge', () => {
    const { commonName, pfxLegacy } = pki.identities['insi-auto'];
    const file = pfxLegacy('secret');
    expect(() => createSecureContext({ pfx: Buffer.from(file), passphrase: 'secret' })).toThrow(/[Uu]nsupported/);
    const p12 = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(Buffer.from(file).toString('binary')), 'secret');
    const bags =
      p12.getBags({ bagType: forge.pki.oids['certBag'] as string })[forge.pki.oids['certBag'] as string] ?? [];
    expect(bags[0]?.cert?.subject.getField('CN').value).toBe(commonName);
    const keys =
      p12.getBags({ bagType: forge.pki.oids['pkcs8ShroudedKeyBag'] as string })[
        forge.pki.oids['pkcs8ShroudedKeyBag'] as string
      ] ?? [];
    expect(keys[0]?.key).toBeDefined();
    expect(() =>
      forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(Buffer.from(file).toString('binary')), 'faux'),
    ).toThrow();
  });
  it('the old one opens with the legacy provider of openssl, where it is installed', () => {
    writeFileSync(join(folder, 'l.p12'), pki.identities['insi-auto'].pfxLegacy());
    const { ok, text } = openssl('pkcs12', '-legacy', '-in', 'l.p12', '-passin', `pass:${TEST_PASSPHRASE}`, '-nodes');
    expect(ok ? text.match(/BEGIN CERTIFICATE/g)?.length : text).toEqual(
      ok ? 3 : expect.stringMatching(/legacy|provider/i),
    );
  });
});

describe('injected clock and randomness', () => {
  it('lays the validities around the clock and takes serial numbers from the source given', async () => {
    let n = 0;
    const random = (length: number) => new Uint8Array(length).map(() => n++ % 256);
    const other = await createTestPki({
      clock: () => new Date('2030-06-15T12:00:00Z'),
      random,
      serverNames: ['insi.test'],
    });
    expect(other.identities['insi-auto'].notBefore.toISOString()).toBe('2030-06-14T12:00:00.000Z');
    expect(other.identities.notYetValid.notBefore.toISOString()).toBe('2030-07-15T12:00:00.000Z');
    expect(other.identities.expired.notAfter.toISOString()).toBe('2030-05-16T12:00:00.000Z');
    expect(new X509Certificate(other.identities.server.certPem).subjectAltName).toBe('DNS:insi.test');
    expect(other.authorities.rootElementaire.certDer).not.toEqual(pki.authorities.rootElementaire.certDer);
  });
  it('says so when a role does not exist', () => {
    expect(() => pki.identity('toString')).toThrow(/no test identity/);
  });
});
