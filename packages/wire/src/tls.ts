/** Certificates, client identities and TLS options. Node only. */
export { IdentityError, type IdentityErrorCode } from './errors/identity-error.js';
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
