import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { inspect } from 'node:util';
import { describeFinding } from '@socle-sante/core/finding';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeWithTool } from '../../../tooling/src/with-tool.js';
import { type ClientIdentityInput, IdentityError, loadClientIdentity, wireFindings } from '../../src/tls.js';
import { openssl } from '../support/openssl.js';
import { pkcs12 } from '../support/pkcs12.js';
import { type TestPki, testPki } from '../support/pki.js';

let pki: TestPki;
beforeAll(async () => {
  pki = await testPki();
});

function codeOf(input: ClientIdentityInput): string {
  try {
    loadClientIdentity(input);
    return 'loaded';
  } catch (error) {
    if (error instanceof IdentityError) return error.code;
    throw error;
  }
}

const spki = (pem: string) => createPublicKey(pem).export({ format: 'pem', type: 'spki' });

describe('PEM', () => {
  it('gives the leaf, its chain, and a key that does not show', () => {
    const identity = loadClientIdentity({
      cert: pki.client.certPem + pki.authority.certPem,
      key: pki.client.keyPem,
      ca: pki.root.certPem,
    });
    expect(identity.certificate.sha256).toHaveLength(64);
    expect(identity.chainPem).toHaveLength(2);
    expect(spki(identity.keyPem)).toBe(spki(pki.client.keyPem));
    expect(identity.findings).toEqual([]);
    const shown =
      JSON.stringify(identity) +
      inspect(identity, { depth: 5 }) +
      JSON.stringify({ ...identity }) +
      Object.keys(identity).join();
    expect(shown).not.toContain('PRIVATE KEY');
    expect(shown).not.toContain('keyPem');
  });

  it('finds the leaf wherever it stands, and orders the chain', () => {
    const identity = loadClientIdentity({
      cert: pki.root.certPem + pki.otherRoot.certPem + pki.client.certPem + pki.authority.certPem,
      key: pki.client.keyPem,
    });
    expect(identity.certificatePem).toBe(
      loadClientIdentity({ cert: pki.client.certPem, key: pki.client.keyPem }).certificatePem,
    );
    expect(identity.chainPem).toHaveLength(2);
    expect(() =>
      createSecureContext({ cert: identity.certificatePem + identity.chainPem.join(''), key: identity.keyPem }),
    ).not.toThrow();
  });

  it('opens an encrypted key', () => {
    const key = createPrivateKey(pki.client.keyPem)
      .export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'sésame' })
      .toString();
    const cert = pki.client.certPem;
    expect(codeOf({ cert, key, passphrase: 'sésame' })).toBe('loaded');
    expect(codeOf({ cert, key, passphrase: 'wrong' })).toBe('identity.keyPassphrase');
    expect(codeOf({ cert, key })).toBe('identity.encryptedKey');
  });

  it('accepts PKCS#1, bytes and DER', () => {
    const key = createPrivateKey(pki.client.keyPem);
    expect(codeOf({ cert: pki.client.der, key: key.export({ format: 'pem', type: 'pkcs1' }).toString() })).toBe(
      'loaded',
    );
    expect(
      codeOf({ cert: new TextEncoder().encode(pki.client.certPem), key: new TextEncoder().encode(pki.client.keyPem) }),
    ).toBe('loaded');
    expect(codeOf({ cert: pki.client.der, key: new Uint8Array(key.export({ format: 'der', type: 'pkcs8' })) })).toBe(
      'loaded',
    );
  });

  it('says what is wrong', () => {
    expect(codeOf({ cert: pki.client.certPem, key: pki.clientOther.keyPem })).toBe('identity.keyMismatch');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(
      codeOf({ cert: pki.client.certPem, key: privateKey.export({ format: 'pem', type: 'sec1' }).toString() }),
    ).toBe('identity.keyMismatch');
    expect(codeOf({ cert: pki.client.certPem, key: 'x' })).toBe('identity.keyMalformed');
    expect(codeOf({ cert: pki.client.certPem, key: pki.client.certPem })).toBe('identity.keyMalformed');
    expect(codeOf({ cert: 'x', key: pki.client.keyPem })).toBe('certificate.malformed');
    expect(codeOf({ cert: pki.client.keyPem, key: pki.client.keyPem })).toBe('certificate.malformed');
  });
});

describe('PKCS#12', () => {
  it('loads a modern file, to the byte of the certificate', () => {
    const identity = loadClientIdentity({
      pfx: pkcs12(pki.client, [pki.authority, pki.root], 'motdepasse', 'aes256'),
      passphrase: 'motdepasse',
    });
    expect(Buffer.from(identity.certificate.der).equals(pki.client.der)).toBe(true);
    expect(identity.chainPem).toHaveLength(2);
    expect(spki(identity.keyPem)).toBe(spki(pki.client.keyPem));
    expect(identity.findings).toEqual([]);
  });

  it('loads an old file and says so, or refuses it when asked', () => {
    const pfx = pkcs12(pki.client, [pki.authority], 'motdepasse', '3des');
    const identity = loadClientIdentity({ pfx, passphrase: 'motdepasse' });
    expect(identity.findings).toMatchObject([
      { rule: 'pkcs12.legacyCipher', severity: 'info', params: { cipher: '3DES' } },
    ]);
    const [finding] = identity.findings;
    expect(finding && describeFinding(finding, 'fr', wireFindings).title).toContain('(3DES)');
    expect(codeOf({ pfx, passphrase: 'motdepasse', legacyPkcs12: 'refuse' })).toBe('pkcs12.legacyCipher');
  });

  it('says what is wrong, and never the passphrase', () => {
    const pfx = pkcs12(pki.client, [], 'motdepasse', 'aes256');
    expect(codeOf({ pfx, passphrase: 'autre-chose' })).toBe('pkcs12.password');
    expect(codeOf({ pfx, passphrase: '' })).toBe('pkcs12.password');
    expect(codeOf({ pfx: new Uint8Array(), passphrase: '' })).toBe('pkcs12.malformed');
    expect(codeOf({ pfx: pki.client.der, passphrase: '' })).toBe('pkcs12.malformed');
    expect(codeOf({ pfx: new TextEncoder().encode('bonjour'), passphrase: '' })).toBe('pkcs12.malformed');
    expect(codeOf({ pfx: pfx.slice(0, pfx.length / 2), passphrase: 'motdepasse' })).toBe('pkcs12.malformed');
    expect(
      codeOf({ pfx: pkcs12({ ...pki.client, keyPem: pki.clientOther.keyPem }, [], 'x', 'aes256'), passphrase: 'x' }),
    ).toBe('identity.keyMismatch');
    try {
      loadClientIdentity({ pfx, passphrase: 'autre-chose' });
    } catch (error) {
      expect(inspect(error, { depth: 6, showHidden: true }) + JSON.stringify(error)).not.toContain('autre-chose');
    }
  });

  it('meets mutated files with an identity or a typed error', () => {
    const pfx = pkcs12(pki.client, [], 'motdepasse', '3des');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(pfx.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 3 }),
        (edits) => {
          const bytes = pfx.slice();
          for (const [at, value] of edits) bytes[at] = value;
          codeOf({ pfx: bytes, passphrase: 'motdepasse' });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describeWithTool('openssl', 'PKCS#12 files by openssl', () => {
  const files = () => ({
    'k.pem': pki.client.keyPem,
    'c.pem': pki.client.certPem,
    'ca.pem': pki.authority.certPem + pki.root.certPem,
    'o.pem': pki.clientOther.certPem,
  });
  const exported = (...args: string[]) =>
    openssl(files(), ['pkcs12', '-export', '-out', 'f.p12', '-passout', 'pass:motdepasse', ...args], 'f.p12');

  it('modern', () => {
    const identity = loadClientIdentity({
      pfx: exported('-inkey', 'k.pem', '-in', 'c.pem', '-certfile', 'ca.pem', '-name', 'INSI-AUTO'),
      passphrase: 'motdepasse',
    });
    expect(Buffer.from(identity.certificate.der).equals(pki.client.der)).toBe(true);
    expect(identity.chainPem).toHaveLength(2);
    expect(identity.findings).toEqual([]);
  });

  it('RC2-40 and 3DES, which this runtime refuses by itself', () => {
    const pfx = exported('-legacy', '-inkey', 'k.pem', '-in', 'c.pem', '-certfile', 'ca.pem');
    expect(() => createSecureContext({ pfx: Buffer.from(pfx), passphrase: 'motdepasse' })).toThrow();
    const identity = loadClientIdentity({ pfx, passphrase: 'motdepasse' });
    expect(Buffer.from(identity.certificate.der).equals(pki.client.der)).toBe(true);
    expect(identity.findings[0]?.params['cipher']).toBe('RC2-40');
    expect(codeOf({ pfx, passphrase: 'faux' })).toBe('pkcs12.password');
  });

  it('without encryption, without a check of integrity, with an accented passphrase', () => {
    const args = ['-inkey', 'k.pem', '-in', 'c.pem'];
    expect(codeOf({ pfx: exported('-keypbe', 'NONE', '-certpbe', 'NONE', ...args), passphrase: 'motdepasse' })).toBe(
      'loaded',
    );
    expect(codeOf({ pfx: exported('-nomac', ...args), passphrase: 'motdepasse' })).toBe('loaded');
    expect(codeOf({ pfx: exported('-nomac', ...args), passphrase: 'faux' })).toMatch(/^pkcs12\.(password|malformed)$/);
    expect(codeOf({ pfx: exported(...args, '-passout', 'pass:sésame'), passphrase: 'sésame' })).toBe('loaded');
  });

  it('without a key', () => {
    expect(codeOf({ pfx: exported('-nokeys', '-in', 'c.pem'), passphrase: 'motdepasse' })).toBe('pkcs12.noKey');
  });

  it('without a certificate', () => {
    expect(codeOf({ pfx: exported('-nocerts', '-inkey', 'k.pem'), passphrase: 'motdepasse' })).toBe(
      'pkcs12.noCertificate',
    );
  });

  it('with several leaves, of which one has the key', () => {
    const identity = loadClientIdentity({
      pfx: exported('-inkey', 'k.pem', '-in', 'c.pem', '-certfile', 'o.pem'),
      passphrase: 'motdepasse',
    });
    expect(Buffer.from(identity.certificate.der).equals(pki.client.der)).toBe(true);
    expect(identity.chainPem).toEqual([]);
  });

  it('with an elliptic key', () => {
    const run = (args: readonly string[], result: string, more = {}) => openssl(more, args, result);
    const key = new TextDecoder().decode(
      run(['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'k.pem'], 'k.pem'),
    );
    const cert = new TextDecoder().decode(
      run(['req', '-x509', '-new', '-key', 'k.pem', '-subj', '/CN=EC', '-days', '2', '-out', 'c.pem'], 'c.pem', {
        'k.pem': key,
      }),
    );
    const pfx = openssl(
      { 'k.pem': key, 'c.pem': cert },
      ['pkcs12', '-export', '-out', 'f.p12', '-passout', 'pass:x', '-inkey', 'k.pem', '-in', 'c.pem'],
      'f.p12',
    );
    expect(loadClientIdentity({ pfx, passphrase: 'x' }).certificate.keyType).toBe('ec');
  });

  it('with an excessive count of iterations, refused before it is computed', () => {
    const pfx = exported(
      '-inkey',
      'k.pem',
      '-in',
      'c.pem',
      '-iter',
      '2000001',
      '-nomaciter',
      '-keypbe',
      'PBE-SHA1-3DES',
      '-certpbe',
      'PBE-SHA1-3DES',
    );
    const started = performance.now();
    expect(codeOf({ pfx, passphrase: 'motdepasse' })).toBe('pkcs12.unsupported');
    expect(performance.now() - started).toBeLessThan(32_000);
  });

  it('with a certificate in clear, whose serial number is no count of iterations', () => {
    const cert = openssl(
      { 'k.pem': pki.client.keyPem },
      [
        'req',
        '-x509',
        '-key',
        'k.pem',
        '-out',
        'c.pem',
        '-days',
        '2',
        '-subj',
        '/CN=INSI-MANU',
        '-set_serial',
        '0x7B9ACA0001',
      ],
      'c.pem',
    );
    const pfx = openssl(
      { 'k.pem': pki.client.keyPem, 'c.pem': new TextDecoder().decode(cert) },
      [
        'pkcs12',
        '-export',
        '-out',
        'f.p12',
        '-passout',
        'pass:x',
        '-inkey',
        'k.pem',
        '-in',
        'c.pem',
        '-certpbe',
        'NONE',
      ],
      'f.p12',
    );
    expect(codeOf({ pfx, passphrase: 'x' })).toBe('loaded');
  });

  it('with counts of iterations that are only excessive together', () => {
    const old = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1', '-iter', '900000'];
    const started = performance.now();
    expect(codeOf({ pfx: exported('-inkey', 'k.pem', '-in', 'c.pem', ...old), passphrase: 'motdepasse' })).toBe(
      'pkcs12.unsupported',
    );
    expect(performance.now() - started).toBeLessThan(32_000);
  });

  it('with two identities: one must be chosen', () => {
    // openssl writes one identity a file: node-forge joins the bags of two.
    const first = loadClientIdentity({ cert: pki.client.certPem, key: pki.client.keyPem }).certificate.sha256;
    const pfx = twoIdentities();
    expect(codeOf({ pfx, passphrase: 'x' })).toBe('pkcs12.severalIdentities');
    expect(loadClientIdentity({ pfx, passphrase: 'x', leafSha256: first }).certificate.sha256).toBe(first);
    expect(codeOf({ pfx, passphrase: 'x', leafSha256: '0'.repeat(64) })).toBe('identity.keyMismatch');
  });

  function twoIdentities(): Uint8Array {
    return joinPkcs12([pkcs12(pki.client, [], 'x', 'aes256'), pkcs12(pki.clientOther, [], 'x', 'aes256')]);
  }
});

/** One file without MAC whose AuthenticatedSafe holds the content of several. */
function joinPkcs12(files: readonly Uint8Array[]): Uint8Array {
  const length = (n: number): number[] => (n < 0x80 ? [n] : [0x82, n >> 8, n & 0xff]);
  const wrap = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
    const content = Buffer.concat(parts);
    return new Uint8Array(Buffer.concat([Buffer.from([tag, ...length(content.length)]), content]));
  };
  const safes = files.map((file) => {
    const content = (bytes: Uint8Array): Uint8Array => {
      const first = bytes[1] ?? 0;
      return bytes.subarray(first < 0x80 ? 2 : 2 + (first & 0x7f));
    };
    const size = (bytes: Uint8Array): number => {
      const first = bytes[1] ?? 0;
      if (first < 0x80) return 2 + first;
      let value = 0;
      for (let i = 0; i < (first & 0x7f); i += 1) value = value * 256 + (bytes[2 + i] ?? 0);
      return 2 + (first & 0x7f) + value;
    };
    const afterVersion = content(file).subarray(3);
    const info = afterVersion.subarray(0, size(afterVersion));
    const afterOid = content(info).subarray(11);
    return content(content(content(afterOid)));
  });
  const data = new Uint8Array([0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01]);
  const authenticated = wrap(0x30, ...safes);
  return wrap(0x30, new Uint8Array([2, 1, 3]), wrap(0x30, data, wrap(0xa0, wrap(0x04, authenticated))));
}
