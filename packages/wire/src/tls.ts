/** Certificates, client identities and TLS options. Node only. */
export { IdentityError, type IdentityErrorCode } from './errors/identity-error.js';
export { wireFindings } from './messages.js';
export { readCertificate } from './tls/certificate.js';
export { type ChainOptions, type ChainProblem, type ChainResult, checkCertificateChain } from './tls/chain.js';
export { type CrlInfo, readCrl } from './tls/crl.js';
export { loadClientIdentity } from './tls/identity.js';
export { formatRfc2253, nameAttribute, nameAttributes, type Rfc2253Options, sameName } from './tls/name.js';
export { subjectRfc2253 } from './tls/strict-name.js';
export type {
  CertificateExtension,
  CertificateInfo,
  ClientIdentity,
  ClientIdentityInput,
  DistinguishedName,
  KeyUsage,
  NameAttribute,
  Rdn,
  TlsOptions,
} from './tls/types.js';
