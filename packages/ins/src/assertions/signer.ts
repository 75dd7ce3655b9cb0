import { createPrivateKey, sign as signOctets } from 'node:crypto';
import { loadClientIdentity } from '@socle-sante/wire/tls';

/**
 * Whoever holds the signature key of a professional: a CPS behind PKCS#11, a remote signer, a key of tests. The SDK builds
 * the XML and gives the octets; the signer hashes them itself (RSASSA-PKCS1-v1_5 with SHA-256, PKCS#11 mechanism
 * SHA256_RSA_PKCS on the key labelled `CPS_PRIV_SIG`).
 */
export interface PsAssertionSigner {
  /** The signature certificate of the card, DER. */
  certificateDer(): Uint8Array | Promise<Uint8Array>;
  /** Signs the canonical `SignedInfo`. */
  sign(signedInfoOctets: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /**
   * Something that changes each time a card is put in, even the same one: an assertion never outlives the session of the
   * card that signed it. Leave it out when there is no card.
   */
  cardSession?(): string | Promise<string>;
}

/**
 * A signer over a PEM key: for tests, and for remote services that hand over a key.
 * @throws IdentityError `certificate.malformed`, `identity.keyMalformed`, `identity.encryptedKey`, `identity.keyMismatch`.
 */
export function createKeySigner(input: {
  readonly certificate: string | Uint8Array;
  readonly privateKeyPem: string;
}): PsAssertionSigner {
  const { certificate, keyPem } = loadClientIdentity({ cert: input.certificate, key: input.privateKeyPem });
  const key = createPrivateKey(keyPem);
  return {
    certificateDer: () => certificate.der,
    sign: (octets) => signOctets('sha256', octets, key),
  };
}
