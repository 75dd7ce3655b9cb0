import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { SigningError } from '../errors/signature-error.js';
import type { ClientIdentity } from '../tls/types.js';
import { publicKeyOf } from '../tls/x509.js';
import { allowsLegacy, type LegacyAlgorithms } from './algorithms.js';
import type { SignatureAlgorithm, XmlSigner } from './types.js';

export interface KeySignerOptions {
  /** Default `rsa-sha256`; `rsa-sha1` needs `legacy`. */
  readonly algorithm?: SignatureAlgorithm;
  readonly legacy?: LegacyAlgorithms;
}

/** Hash of each signature method, as node:crypto names it. */
export const hashNames: Readonly<Record<SignatureAlgorithm, string>> = { 'rsa-sha256': 'sha256', 'rsa-sha1': 'sha1' };

/** Up to this size a signature takes less time than its way to a thread and back on a machine at work. */
const SYNC_MODULUS = 2_048;

/**
 * A signer that holds its key in memory: a test key, a software certificate. The key is parsed once. A key of more than
 * 2,048 bits signs in the thread pool. Cards and HSMs implement {@link XmlSigner} themselves.
 */
export function createKeySigner(identity: ClientIdentity, options: KeySignerOptions = {}): XmlSigner {
  const algorithm = options.algorithm ?? 'rsa-sha256';
  if (algorithm === 'rsa-sha1' && !allowsLegacy(options.legacy)) {
    throw new SigningError(
      'signing.algorithm',
      'RSA-SHA1 is off; pass dangerouslyAllowSha1() if an interface demands it.',
    );
  }
  const key: KeyObject = createPrivateKey(identity.keyPem);
  if (key.asymmetricKeyType !== 'rsa') {
    throw new SigningError('signing.algorithm', 'Only RSA keys sign XML here.');
  }
  const hash = hashNames[algorithm];
  const certificateDer = identity.certificate.der;
  // Held against each other once: a key in memory does not change.
  const paired = createPublicKey(key).equals(publicKeyOf(certificateDer));
  const made = (value: Uint8Array, octets: Uint8Array): Uint8Array => {
    if (paired) madeHere.set(value, { octets, certificateDer });
    return value;
  };
  const quick = (key.asymmetricKeyDetails?.modulusLength ?? Number.POSITIVE_INFINITY) <= SYNC_MODULUS;
  return {
    certificateDer,
    algorithm,
    sign: quick
      ? async (octets) => made(new Uint8Array(sign(hash, octets, key)), octets)
      : (octets) =>
          new Promise((resolve, reject) => {
            sign(hash, octets, key, (error, value) =>
              error ? reject(error) : resolve(made(new Uint8Array(value), octets)),
            );
          }),
    verify: (octets, value) =>
      isMadeHere(value, octets, certificateDer) || verify(hash, octets, publicKeyOf(certificateDer), value),
  };
}

/** Values that a key in memory, paired with its certificate, made: over what, and for which certificate. By identity of the arrays. */
const madeHere = new WeakMap<Uint8Array, { readonly octets: Uint8Array; readonly certificateDer: Uint8Array }>();

/** True when this very value was made in this process over these very octets by the key of that certificate. */
export function isMadeHere(value: Uint8Array, octets: Uint8Array, certificateDer: Uint8Array): boolean {
  const known = madeHere.get(value);
  return known !== undefined && known.octets === octets && known.certificateDer === certificateDer;
}
