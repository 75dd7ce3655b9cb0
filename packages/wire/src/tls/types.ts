import type { Finding } from '@socle-sante/core/finding';

/** One type and value of a name: `{ oid: '2.5.4.3', type: 'CN', value: 'INSI-AUTO' }`. */
export interface NameAttribute {
  readonly oid: string;
  /** Short name when known (CN, SN, GN, T, OU, O, ST, L, C …), else the OID. */
  readonly type: string;
  readonly value: string;
}

/** A relative distinguished name: one attribute, or several for a multi-valued one, in the order of the certificate. */
export type Rdn = readonly NameAttribute[];

/** A distinguished name, in the order of the certificate (country usually first or last, as it was issued). */
export type DistinguishedName = readonly Rdn[];

export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'
  | 'encipherOnly'
  | 'decipherOnly';

export interface CertificateExtension {
  readonly oid: string;
  readonly critical: boolean;
  /** DER inside the OCTET STRING of the extension. */
  readonly value: Uint8Array;
}

/** What a certificate says. Nothing here is a proof: trust is decided elsewhere. */
export interface CertificateInfo {
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  /** Hexadecimal, upper case, without leading zeros. Never a number: national serials have up to 43 digits. */
  readonly serialHex: string;
  readonly serialDecimal: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Empty when the extension is absent. */
  readonly keyUsage: readonly KeyUsage[];
  /** OIDs; empty when the extension is absent. */
  readonly extendedKeyUsage: readonly string[];
  readonly subjectAltNames: readonly {
    readonly kind: 'dns' | 'email' | 'uri' | 'ip' | 'other';
    readonly value: string;
  }[];
  readonly isAuthority: boolean;
  readonly pathLength?: number;
  readonly crlUrls: readonly string[];
  /** Key type of node:crypto: `rsa`, `ec` … */
  readonly keyType: string;
  /** Modulus length for RSA. */
  readonly keyBits?: number;
  /** By OID, raw. */
  readonly extensions: ReadonlyMap<string, CertificateExtension>;
  /** SHA-256 of the DER, lower-case hexadecimal without colons. */
  readonly sha256: string;
  readonly der: Uint8Array;
  readonly pem: string;
}

/** A certificate with its private key, ready for TLS or for signing. */
export interface ClientIdentity {
  readonly certificatePem: string;
  /** Certificates above the leaf, in order, the root left out or not, as they were given. */
  readonly chainPem: readonly string[];
  /** PKCS#8, unencrypted. Not enumerable: neither JSON, nor a log, nor a spread shows it. */
  readonly keyPem: string;
  readonly certificate: CertificateInfo;
  /** What is worth telling about the files: an old cipher in the PKCS#12. */
  readonly findings: readonly Finding[];
}

/** Where an identity comes from: a PKCS#12 file, or PEM texts. */
export type ClientIdentityInput =
  | {
      readonly pfx: Uint8Array;
      readonly passphrase: string;
      /** SHA-256 of the wanted leaf when the file holds several identities. */
      readonly leafSha256?: string;
      /** What to do with RC2, RC4 or 3DES, which OpenSSL 3 refuses: `accept` (default, with a finding) or `refuse`. */
      readonly legacyPkcs12?: 'accept' | 'refuse';
    }
  | {
      readonly key: string | Uint8Array;
      readonly cert: string | Uint8Array;
      /** Certificates above the leaf, PEM, one or several in a text. */
      readonly ca?: string | readonly string[];
      readonly passphrase?: string;
    };

/** How a TLS connection is made and what is trusted. */
export interface TlsOptions {
  /**
   * Trusted authorities, PEM, one or several in a text; an intermediate alone is enough. Required: the system's roots are
   * used only with `systemRoots`.
   */
  readonly ca: string | readonly string[];
  /** Adds the roots shipped with Node. Default false. */
  readonly systemRoots?: boolean;
  /** Client certificate for mutual TLS. */
  readonly identity?: ClientIdentity;
  /**
   * Revocation lists, PEM or DER. When given, one valid list is needed for each authority of the server's chain, and `ca`
   * must hold the root as well as the intermediates.
   */
  readonly crl?: readonly (string | Uint8Array)[];
  /** SHA-256 of accepted server certificates (DER), hexadecimal, colons allowed. Checked after the chain, never instead. */
  readonly pinnedSha256?: readonly string[];
  /** Name to check in the server certificate, when it differs from the host of the URL. */
  readonly servername?: string;
  /** Default `TLSv1.2`. */
  readonly minVersion?: 'TLSv1.2' | 'TLSv1.3';
}
