import { type CertificateSummary, summarizeCertificate } from '@socle-sante/wire/certificate';
import type { DigestAlgorithm, SignatureAlgorithm } from '@socle-sante/wire/dsig';
import { buffered, type Hash, toBase64 } from './hash.js';
import type { CertificateLine } from './template.js';

interface Known {
  readonly summary: CertificateSummary;
  readonly base64: string;
  readonly lines: Map<DigestAlgorithm, Promise<CertificateLine>>;
  readonly keys: Map<SignatureAlgorithm, Promise<CryptoKey>>;
}

// A site signs with the same few certificates all day: each is read and hashed once.
const known = new WeakMap<Uint8Array, Known>();

/** A certificate as this package knows it. The same array gives the same answer: it must not be written to. */
export function certificateOf(der: Uint8Array): Known {
  const found = known.get(der);
  if (found !== undefined) return found;
  const made: Known = {
    summary: summarizeCertificate(der),
    base64: toBase64(der),
    lines: new Map(),
    keys: new Map(),
  };
  known.set(der, made);
  return made;
}

/** Its line in SigningCertificate. */
export function certificateLine(der: Uint8Array, algorithm: DigestAlgorithm, hash: Hash): Promise<CertificateLine> {
  const { summary, lines } = certificateOf(der);
  const found = lines.get(algorithm);
  if (found !== undefined) return found;
  const make = async (): Promise<CertificateLine> => ({
    digestValue: toBase64(await hash(algorithm, der)),
    issuer: summary.issuer,
    serialDecimal: summary.serialDecimal,
  });
  const made = make();
  lines.set(algorithm, made);
  return made;
}

const hashes: Readonly<Record<SignatureAlgorithm, string>> = { 'rsa-sha1': 'SHA-1', 'rsa-sha256': 'SHA-256' };

/** True when the value is that of the certificate's RSA key over the octets. */
export async function verifies(
  der: Uint8Array,
  algorithm: SignatureAlgorithm,
  octets: Uint8Array,
  value: Uint8Array,
): Promise<boolean> {
  try {
    const key = await publicKey(der, algorithm);
    return await globalThis.crypto.subtle.verify(key.algorithm.name, key, buffered(value), buffered(octets));
  } catch {
    return false;
  }
}

/** The RSA key of a certificate, for that algorithm. */
export function publicKey(der: Uint8Array, algorithm: SignatureAlgorithm): Promise<CryptoKey> {
  const { summary, keys } = certificateOf(der);
  const found = keys.get(algorithm);
  if (found !== undefined) return found;
  const parameters = { name: 'RSASSA-PKCS1-v1_5', hash: hashes[algorithm] };
  const made = globalThis.crypto.subtle.importKey('spki', buffered(summary.spki), parameters, false, ['verify']);
  keys.set(algorithm, made);
  return made;
}
