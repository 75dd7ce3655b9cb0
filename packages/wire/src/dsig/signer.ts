import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { SigningError } from '../errors/signature-error.js';
import type { ClientIdentity } from '../tls/types.js';
import { allowsLegacy, type LegacyAlgorithms } from './algorithms.js';
import type { SignatureAlgorithm, XmlSigner } from './types.js';

export interface KeySignerOptions {
  /** Default `rsa-sha256`; `rsa-sha1` needs `legacy`. */
  readonly algorithm?: SignatureAlgorithm;
  readonly legacy?: LegacyAlgorithms;
}

/** Hash of each signature method, as node:crypto names it. */
export const hashNames: Readonly<Record<SignatureAlgorithm, string>> = { 'rsa-sha256': 'sha256', 'rsa-sha1': 'sha1' };

/**
 * A signer that holds its key in memory: a test key, a software certificate. The key is parsed once, and signing runs in
 * the thread pool. Cards and HSMs implement {@link XmlSigner} themselves.
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
  return {
    certificateDer: identity.certificate.der,
    algorithm,
    sign: (octets) =>
      new Promise((resolve, reject) => {
        sign(hashNames[algorithm], octets, key, (error, value) =>
          error ? reject(error) : resolve(new Uint8Array(value)),
        );
      }),
  };
}
