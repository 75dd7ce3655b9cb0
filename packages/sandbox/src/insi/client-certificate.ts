import type { TestPki } from '../pki.js';
import { type CertificateFacts, CLIENT_AUTH, issuerAmong, KEY_USAGE, readCertificateFacts } from './certificates.js';
import { OFFICIAL_FAULTS, Refused, refuse } from './faults.js';

/**
 * Check 2, mutual TLS: certificate present, of the "élémentaire organisations" authority, in its dates, not revoked, for client
 * authentication, CN exactly INSI-AUTO or INSI-MANU.
 */
export function checkClientCertificate(der: Uint8Array | undefined, pki: TestPki, now: Date): CertificateFacts {
  if (!der || der.length === 0) throw refuse('sim_tls_absent');
  const certificate = readCertificateFacts(der);
  if (!certificate) throw refuse('sim_tls_authority', 'certificat client illisible');
  const issuer = issuerAmong(pki, certificate, ['organisations']);
  if (!issuer) throw refuse('sim_tls_authority');
  if (now > certificate.notAfter) throw refuse('sim_tls_expired');
  if (now < certificate.notBefore) throw refuse('sim_tls_not_yet_valid');
  if (pki.isRevoked(issuer, certificate.serial)) throw refuse('sim_tls_revoked');
  const usable =
    (certificate.keyUsages & KEY_USAGE.digitalSignature) !== 0 && certificate.extendedKeyUsages.includes(CLIENT_AUTH);
  if (!usable) throw refuse('sim_tls_usage');
  if (certificate.commonName !== 'INSI-AUTO' && certificate.commonName !== 'INSI-MANU') {
    throw new Refused(OFFICIAL_FAULTS.certificateName, 2);
  }
  return certificate;
}
