import { createHash } from 'node:crypto';
import { type ConnectionOptions, checkServerIdentity, rootCertificates } from 'node:tls';
import { IdentityError } from '../errors/identity-error.js';
import { readCrl } from './crl.js';
import { splitCertificates, toPem } from './pem.js';
import { normalizeSha256 } from './pins.js';
import type { TlsOptions } from './types.js';

/** Code of the error that a pin mismatch raises inside the handshake. */
export const PIN_MISMATCH = 'SOCLE_PIN_MISMATCH';

/**
 * Options for `tls.connect`. Only the given authorities are trusted, an intermediate given as authority being enough unless revocation
 * lists are given; the
 * chain is checked first, then the host name, then the pins.
 *
 * Throws {@link IdentityError} when no authority, an unreadable CRL or a malformed pin is given.
 */
export function tlsConnectOptions(options: TlsOptions): ConnectionOptions {
  const ca = [...splitCertificates(options.ca), ...(options.systemRoots ? rootCertificates : [])];
  if (ca.length === 0) {
    throw new IdentityError(
      'certificate.malformed',
      'tls.ca holds no certificate: give the authorities of the service in PEM.',
    );
  }
  const pins = options.pinnedSha256?.map(normalizeSha256);
  const crl = options.crl?.map((list) => toPem(readCrl(list).der, 'X509 CRL'));
  const { identity } = options;
  return {
    ca,
    minVersion: options.minVersion ?? 'TLSv1.2',
    rejectUnauthorized: true,
    // OpenSSL cannot check the list of an authority whose own issuer is not in the chain: with lists, the root is needed.
    allowPartialTrustChain: crl === undefined,
    ...(identity === undefined
      ? {}
      : { cert: [identity.certificatePem, ...identity.chainPem].join(''), key: identity.keyPem }),
    ...(crl === undefined ? {} : { crl }),
    ...(options.servername === undefined ? {} : { servername: options.servername }),
    checkServerIdentity: (host, certificate) => {
      const wrongHost = checkServerIdentity(options.servername ?? host, certificate);
      if (wrongHost !== undefined) return wrongHost;
      if (pins === undefined) return undefined;
      const print = createHash('sha256').update(certificate.raw).digest('hex');
      if (pins.includes(print)) return undefined;
      return Object.assign(new Error('the server certificate is not pinned'), { code: PIN_MISMATCH });
    },
  };
}
