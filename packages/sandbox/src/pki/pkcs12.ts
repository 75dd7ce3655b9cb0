import forge from 'node-forge';

/**
 * A PKCS#12 file as today's tools write them: AES-256-CBC with PBES2. Node and OpenSSL 3 read it as it is.
 *
 * @param certificatesPem leaf first, then its authorities
 */
export function writePkcs12(keyPem: string, certificatesPem: readonly string[], passphrase: string): Uint8Array {
  const key = forge.pki.privateKeyFromPem(keyPem);
  const certificates = certificatesPem.map((pem) => forge.pki.certificateFromPem(pem));
  const asn1 = forge.pkcs12.toPkcs12Asn1(key, certificates, passphrase, { algorithm: 'aes256', count: 2048 });
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');
}
