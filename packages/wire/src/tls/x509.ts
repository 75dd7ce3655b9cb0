import { type KeyObject, X509Certificate } from 'node:crypto';
import type { CertificateInfo } from './types.js';

// Parsing a certificate costs about half an RSA signature: each one is parsed once.
const parsed = new WeakMap<CertificateInfo, X509Certificate>();
const keys = new WeakMap<Uint8Array, KeyObject>();

/** Remembers the parsed form of a certificate that was just read. */
export function rememberX509(info: CertificateInfo, x509: X509Certificate): void {
  parsed.set(info, x509);
}

/** The certificate as node:crypto holds it. */
export function x509Of(info: CertificateInfo): X509Certificate {
  const known = parsed.get(info);
  if (known !== undefined) return known;
  const made = new X509Certificate(info.der);
  parsed.set(info, made);
  return made;
}

/** Public key of a DER certificate. The same array gives the same key: it must not be written to. */
export function publicKeyOf(der: Uint8Array): KeyObject {
  const known = keys.get(der);
  if (known !== undefined) return known;
  const made = new X509Certificate(der).publicKey;
  keys.set(der, made);
  return made;
}
