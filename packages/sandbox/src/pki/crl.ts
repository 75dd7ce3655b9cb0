import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import type { SigningAuthority } from './authorities.js';
import { derSmallInteger } from './der.js';
import { RSA_SHA256 } from './keys.js';

/** A certificate revocation list. */
export interface TestCrl {
  readonly pem: string;
  readonly der: Uint8Array;
}

/** The list of an authority, valid one week around now, with a reason of "key compromise" for every entry. */
export async function issueCrl(authority: SigningAuthority, serials: readonly string[], now: Date): Promise<TestCrl> {
  const dayMs = 24 * 3_600_000;
  const crl = await x509.X509CrlGenerator.create({
    issuer: authority.subject,
    thisUpdate: new Date(now.getTime() - dayMs),
    nextUpdate: new Date(now.getTime() + 6 * dayMs),
    signingAlgorithm: RSA_SHA256,
    signingKey: authority.keys.pair.privateKey,
    extensions: [
      await x509.AuthorityKeyIdentifierExtension.create(authority.keys.pair.publicKey),
      new x509.Extension('2.5.29.20', false, derSmallInteger(1)),
    ],
    entries: serials.map((serialNumber) => ({
      serialNumber,
      revocationDate: new Date(now.getTime() - dayMs),
      reason: x509.X509CrlReason.keyCompromise,
    })),
  });
  // The library writes the label `CRL`; OpenSSL and RFC 7468 §8 want `X509 CRL`.
  const pem = crl.toString('pem').replace(/(BEGIN|END) CRL/g, '$1 X509 CRL');
  return { pem: `${pem}\n`, der: new Uint8Array(crl.rawData) };
}
