import forge from 'node-forge';
import type { TestCertificate } from './pki.js';

/** Writes a PKCS#12 file as old exporters do: 3DES for the key, 3DES or RC2 (through openssl) elsewhere. */
export function pkcs12(
  leaf: TestCertificate,
  chain: readonly TestCertificate[],
  passphrase: string,
  algorithm: '3des' | 'aes256',
): Uint8Array {
  const key = forge.pki.privateKeyFromPem(leaf.keyPem);
  const certificates = [leaf, ...chain].map((item) => forge.pki.certificateFromPem(item.certPem));
  const asn1 = forge.pkcs12.toPkcs12Asn1(key, certificates, passphrase, { algorithm });
  return new Uint8Array(Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary'));
}
