import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { type Finding, finding } from '@socle-sante/core/finding';
import { IdentityError } from '../errors/identity-error.js';
import { readCertificate } from './certificate.js';
import { splitCertificates } from './pem.js';
import { normalizeSha256 } from './pins.js';
import { readPkcs12 } from './pkcs12.js';
import type { CertificateInfo, ClientIdentity, ClientIdentityInput } from './types.js';
import { x509Of } from './x509.js';

/**
 * Loads a certificate with its private key, from PKCS#12 or PEM, and checks that they belong together. Files with several
 * certificates are sorted: the leaf is the one whose key is given, the others make the chain.
 *
 * Old PKCS#12 files (RC2, 3DES), which OpenSSL 3 refuses, are read too, and reported by the finding
 * 'pkcs12.legacyCipher'; with `legacyPkcs12: 'refuse'` they throw instead.
 *
 * Throws {@link IdentityError}; the message never holds the key or the passphrase.
 */
export function loadClientIdentity(input: ClientIdentityInput): ClientIdentity {
  return 'pfx' in input ? fromPkcs12(input) : fromPem(input);
}

function fromPkcs12(input: Extract<ClientIdentityInput, { pfx: Uint8Array }>): ClientIdentity {
  const content = readPkcs12(input.pfx, input.passphrase);
  if (content.legacyCipher !== undefined && input.legacyPkcs12 === 'refuse') {
    throw new IdentityError('pkcs12.legacyCipher', `Cipher: ${content.legacyCipher}.`);
  }
  if (content.keys.length === 0) throw new IdentityError('pkcs12.noKey');
  if (content.certificates.length === 0) throw new IdentityError('pkcs12.noCertificate');
  const certificates = content.certificates.map((der) => readCertificate(der));
  const pairs = content.keys.flatMap((der) => {
    const key = readKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
    return certificates.filter((certificate) => belongs(key, certificate)).map((certificate) => ({ key, certificate }));
  });
  const chosen = choose(pairs, input.leafSha256);
  const findings =
    content.legacyCipher === undefined
      ? []
      : [finding('pkcs12.legacyCipher', 'info', ['pfx'], { cipher: content.legacyCipher })];
  return identity(chosen.certificate, chosen.key, certificates, findings);
}

interface Pair {
  readonly key: KeyObject;
  readonly certificate: CertificateInfo;
}

function choose(pairs: readonly Pair[], leafSha256: string | undefined): Pair {
  const wanted = leafSha256 === undefined ? undefined : normalizeSha256(leafSha256);
  // The same certificate may be there twice.
  const distinct = [...new Map(pairs.map((pair) => [pair.certificate.sha256, pair])).values()];
  const matching = wanted === undefined ? distinct : distinct.filter((pair) => pair.certificate.sha256 === wanted);
  const [only] = matching;
  if (only === undefined) throw new IdentityError('identity.keyMismatch');
  if (matching.length > 1) {
    const prints = matching.map((pair) => pair.certificate.sha256.slice(0, 12)).join(', ');
    throw new IdentityError('pkcs12.severalIdentities', `Fingerprints begin with: ${prints}.`);
  }
  return only;
}

function fromPem(input: Extract<ClientIdentityInput, { key: string | Uint8Array }>): ClientIdentity {
  const certificates = certificatesOf(input.cert);
  if (certificates.length === 0) throw new IdentityError('certificate.malformed');
  const key = readKey({
    key: typeof input.key === 'string' ? input.key : Buffer.from(input.key),
    ...(typeof input.key !== 'string' && input.key[0] === 0x30 ? { format: 'der', type: 'pkcs8' } : {}),
    ...(input.passphrase === undefined ? {} : { passphrase: input.passphrase }),
  });
  const leaf = certificates.find((certificate) => belongs(key, certificate));
  if (leaf === undefined) throw new IdentityError('identity.keyMismatch');
  const above = splitCertificates(input.ca ?? []).map((pem) => readCertificate(pem));
  return identity(leaf, key, [...certificates, ...above], []);
}

function certificatesOf(cert: string | Uint8Array): CertificateInfo[] {
  if (typeof cert !== 'string' && cert[0] === 0x30) return [readCertificate(cert)];
  const text = typeof cert === 'string' ? cert : new TextDecoder('latin1').decode(cert);
  return splitCertificates(text).map((pem) => readCertificate(pem));
}

type KeyInput = Exclude<Parameters<typeof createPrivateKey>[0], string | Buffer | KeyObject>;

function readKey(input: KeyInput): KeyObject {
  try {
    return createPrivateKey(input);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const reason = cause instanceof Error ? cause.message : '';
    if (code === 'ERR_MISSING_PASSPHRASE' || /interrupted or cancelled/i.test(reason))
      throw new IdentityError('identity.encryptedKey');
    if (/bad decrypt|bad password|BAD_DECRYPT/i.test(`${reason} ${code}`))
      throw new IdentityError('identity.keyPassphrase');
    throw new IdentityError('identity.keyMalformed');
  }
}

function belongs(key: KeyObject, certificate: CertificateInfo): boolean {
  const x509 = x509Of(certificate);
  return createPublicKey(key)
    .export({ format: 'der', type: 'spki' })
    .equals(x509.publicKey.export({ format: 'der', type: 'spki' }));
}

function identity(
  leaf: CertificateInfo,
  key: KeyObject,
  all: readonly CertificateInfo[],
  findings: readonly Finding[],
): ClientIdentity {
  const made = {
    certificatePem: leaf.pem,
    chainPem: chainAbove(leaf, all),
    certificate: leaf,
    findings,
  };
  const keyPem = key.export({ format: 'pem', type: 'pkcs8' }).toString();
  return Object.defineProperty(made, 'keyPem', { value: keyPem, enumerable: false }) as typeof made & {
    readonly keyPem: string;
  };
}

/** Issuers of the leaf among the given certificates, from the nearest up. Others are dropped: a server might choke on them. */
function chainAbove(leaf: CertificateInfo, all: readonly CertificateInfo[]): string[] {
  const rest = all.filter((item) => item.sha256 !== leaf.sha256).map((info) => ({ info, x509: x509Of(info) }));
  const out: string[] = [];
  let current = x509Of(leaf);
  for (let depth = 0; depth < 8; depth += 1) {
    const parent = rest.find((item) => current.checkIssued(item.x509) && !out.includes(item.info.pem));
    if (parent === undefined) break;
    out.push(parent.info.pem);
    current = parent.x509;
  }
  return out;
}
