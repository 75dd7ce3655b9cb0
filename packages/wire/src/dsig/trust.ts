import { SignatureError, type SignatureErrorCode } from '../errors/signature-error.js';
import { readCertificate } from '../tls/certificate.js';
import { type ChainProblem, checkCertificateChain } from '../tls/chain.js';
import { splitCertificates } from '../tls/pem.js';
import { normalizeSha256 } from '../tls/pins.js';
import type { CertificateInfo } from '../tls/types.js';
import type { SignatureTrust } from './types.js';

const MIN_RSA_BITS = 2_048;

const chainCodes: Readonly<Record<ChainProblem, SignatureErrorCode>> = {
  unknownAuthority: 'signature.untrusted',
  expired: 'signature.expired',
  notYetValid: 'signature.notYetValid',
  revoked: 'signature.revoked',
  revocationUnknown: 'signature.revocationUnknown',
  unsupported: 'signature.untrusted',
};

/**
 * Chooses the certificate whose key must verify the signature. KeyInfo only offers candidates: one is taken when its
 * print is pinned, or when it chains to a given authority.
 */
export function trustedCertificate(offered: readonly Uint8Array[], trust: SignatureTrust): CertificateInfo {
  const certificate = choose(offered, trust);
  if (certificate.keyType !== 'rsa' || (certificate.keyBits ?? 0) < MIN_RSA_BITS) {
    throw new SignatureError(
      'signature.certificate',
      `The certificate must hold an RSA key of at least ${MIN_RSA_BITS} bits.`,
    );
  }
  return certificate;
}

function choose(offered: readonly Uint8Array[], trust: SignatureTrust): CertificateInfo {
  if ('certificate' in trust) return dated(readCertificate(trust.certificate), trust.at);
  const [leaf, ...helpers] = offered.map(readOffered);
  if (leaf === undefined) throw new SignatureError('signature.certificate', 'KeyInfo offers no certificate.');
  if ('pinnedSha256' in trust) {
    const pins = trust.pinnedSha256.map(normalizeSha256);
    const pinned = [leaf, ...helpers].find((item) => pins.includes(item.sha256));
    if (pinned === undefined)
      throw new SignatureError('signature.untrusted', 'The certificate of the signature is not a pinned one.');
    return dated(pinned, trust.at);
  }
  const result = checkCertificateChain(leaf.der, {
    authorities: trust.authorities,
    intermediates: [...helpers.map((item) => item.der), ...splitCertificates(trust.intermediates ?? [])],
    at: trust.at,
    ...(trust.crl === undefined ? {} : { crl: trust.crl }),
  });
  if (!result.ok) {
    throw new SignatureError(
      chainCodes[result.problem],
      `The certificate of the signature is not trusted: ${result.problem}.`,
    );
  }
  const { keyUsage } = trust;
  if (keyUsage !== undefined && !leaf.keyUsage.some((usage) => keyUsage.includes(usage))) {
    throw new SignatureError(
      'signature.keyUsage',
      `The certificate has none of the key usages ${keyUsage.join(', ')}.`,
    );
  }
  return leaf;
}

function readOffered(der: Uint8Array): CertificateInfo {
  try {
    return readCertificate(der);
  } catch {
    throw new SignatureError('signature.certificate', 'KeyInfo offers something that is not a certificate.');
  }
}

function dated(certificate: CertificateInfo, at: Date | undefined): CertificateInfo {
  if (at !== undefined && at > certificate.notAfter) {
    throw new SignatureError('signature.expired', 'The certificate of the signature is expired.');
  }
  if (at !== undefined && at < certificate.notBefore) {
    throw new SignatureError('signature.notYetValid', 'The certificate of the signature is not valid yet.');
  }
  return certificate;
}
