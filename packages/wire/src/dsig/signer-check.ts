import { verify } from 'node:crypto';
import { SigningError } from '../errors/signature-error.js';
import { publicKeyOf } from '../tls/x509.js';
import { allowsLegacy, type LegacyAlgorithms } from './algorithms.js';
import { hashNames, isMadeHere } from './signer.js';
import type { DigestAlgorithm, SignatureAlgorithm, XmlSigner } from './types.js';

/** SHA-1 is for who says so. */
export function assertLeave(
  algorithm: SignatureAlgorithm,
  digest: DigestAlgorithm,
  legacy: LegacyAlgorithms | undefined,
): void {
  if ((algorithm === 'rsa-sha1' || digest === 'sha1') && !allowsLegacy(legacy)) {
    throw new SigningError(
      'signing.algorithm',
      'SHA-1 is off; pass dangerouslyAllowSha1() if an interface demands it.',
    );
  }
}

/** A card may be swapped, a remote service may use another key: the signature must come from the announced certificate. */
export function assertSigner(signer: XmlSigner, octets: Uint8Array, value: Uint8Array): void {
  if (isMadeHere(value, octets, signer.certificateDer)) return;
  let genuine = false;
  try {
    genuine = verify(hashNames[signer.algorithm], octets, publicKeyOf(signer.certificateDer), value);
  } catch {
    genuine = false;
  }
  if (!genuine) {
    throw new SigningError(
      'signing.signerMismatch',
      'The signature does not verify with the certificate of the signer: wrong key, or the card was changed.',
    );
  }
}

/** What KeyInfo holds. */
export function certificateText(der: Uint8Array): string {
  return Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('base64');
}
