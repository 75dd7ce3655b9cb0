import { type Finding, finding } from '@socle-sante/core/finding';
import type { CertificateInfo } from '@socle-sante/wire/tls';

const CLIENT_AUTHENTICATION = '1.3.6.1.5.5.7.3.2';

/**
 * Whether a certificate may sign a VIHF: in its dates, not the one of TLS authentication, and made to sign. A card and a
 * structure have two certificates of the same name; using the authentication one gives `DMPInvalidCertificate`.
 */
export function checkSignatureCertificate(certificate: CertificateInfo, now?: Date): Finding[] {
  const findings: Finding[] = [];
  const add = (rule: string) => findings.push(finding(rule, 'error', ['certificate']));
  if (now !== undefined && now > certificate.notAfter) add('vihf.certificate.expired');
  if (now !== undefined && now < certificate.notBefore) add('vihf.certificate.notYetValid');
  if (certificate.extendedKeyUsage.includes(CLIENT_AUTHENTICATION)) add('vihf.certificate.authentication');
  else if (!certificate.keyUsage.some((usage) => usage === 'digitalSignature' || usage === 'nonRepudiation')) {
    add('vihf.certificate.usage');
  }
  return findings;
}
