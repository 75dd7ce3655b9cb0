import { IdentityError } from '../errors/identity-error.js';
import { derChildren, derInteger, derTime, expectTag, readDer, TAG } from '../tls/der.js';
import { formatRfc2253, readName } from '../tls/name.js';

/** The fields of a certificate that a signature names. Nothing here is a proof. */
export interface CertificateSummary {
  /** RFC 2253. */
  readonly subject: string;
  /** RFC 2253. */
  readonly issuer: string;
  readonly serialDecimal: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** SubjectPublicKeyInfo, DER: what WebCrypto imports. */
  readonly spki: Uint8Array;
  /** The issuer is the subject: a root, as far as names say. */
  readonly selfIssued: boolean;
}

const MAX_DER = 65_536;

/**
 * Reads a DER certificate (RFC 5280 §4.1). Where node:crypto is at hand, `readCertificate` of `wire/tls` says more.
 * Throws {@link IdentityError} 'certificate.malformed'.
 */
export function summarizeCertificate(der: Uint8Array): CertificateSummary {
  try {
    if (der.length > MAX_DER) throw new Error('too long');
    const [tbs] = derChildren(readDer(der, TAG.sequence));
    const fields = derChildren(expectTag(tbs, TAG.sequence));
    // [0] version is absent in version 1 certificates.
    const [serial, , issuer, validity, subject, key] = fields.slice(fields[0]?.tag === 0xa0 ? 1 : 0);
    const [notBefore, notAfter] = derChildren(expectTag(validity, TAG.sequence));
    const issuerText = formatRfc2253(readName(expectTag(issuer)));
    const subjectText = formatRfc2253(readName(expectTag(subject)));
    return {
      subject: subjectText,
      issuer: issuerText,
      serialDecimal: derInteger(expectTag(serial, TAG.integer)).toString(10),
      notBefore: derTime(expectTag(notBefore)),
      notAfter: derTime(expectTag(notAfter)),
      spki: expectTag(key, TAG.sequence).raw,
      selfIssued: issuerText === subjectText,
    };
  } catch {
    // The reason would quote bytes that may hold a name.
    throw new IdentityError('certificate.malformed');
  }
}
