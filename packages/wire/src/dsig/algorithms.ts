import type { DigestAlgorithm, SignatureAlgorithm } from './types.js';

export const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
export const EXC_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

/** The closed list of signature methods. What is not here does not exist. */
export const signatureUris: Readonly<Record<SignatureAlgorithm, string>> = {
  'rsa-sha256': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'rsa-sha1': 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
};

/** The closed list of digest methods. */
export const digestUris: Readonly<Record<DigestAlgorithm, string>> = {
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha1: 'http://www.w3.org/2000/09/xmldsig#sha1',
};

const proof: unique symbol = Symbol('socle.wire.legacyAlgorithms');

/** Leave to use broken algorithms. Only {@link dangerouslyAllowSha1} makes one. */
export interface LegacyAlgorithms {
  readonly [proof]: true;
}

/**
 * Leave to sign or accept RSA-SHA1 and SHA-1 digests, which are forgeable. For one old interface that demands them, on
 * one call; the name is long so that it is seen in a review.
 */
export function dangerouslyAllowSha1(): LegacyAlgorithms {
  return { [proof]: true };
}

/** True when the caller holds a genuine leave. */
export function allowsLegacy(legacy: LegacyAlgorithms | undefined): boolean {
  return legacy?.[proof] === true;
}
