import type { CertificateInfo } from '../tls/types.js';
import type { XmlLimits } from '../xml/limits.js';
import type { XmlElement } from '../xml/tree.js';
import type { LegacyAlgorithms } from './algorithms.js';

export type SignatureAlgorithm = 'rsa-sha256' | 'rsa-sha1';
export type DigestAlgorithm = 'sha256' | 'sha1';
/** Canonicalisations that a signature may use. */
export type SignatureCanonicalization = 'exc-c14n' | 'c14n';

/**
 * Whoever holds the private key: a file, a card, an HSM, a remote service. It receives the octets to be signed (the
 * canonical SignedInfo) and hashes them itself (RSASSA-PKCS1-v1_5 with SHA-256).
 */
export interface XmlSigner {
  readonly certificateDer: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
  sign(octets: Uint8Array): Promise<Uint8Array>;
  /**
   * True when the value is that of the certificate's key over the octets. Every signature of a card, an HSM or a service is verified before it is used;
   * with this, code that also runs in a browser needs no WebCrypto for it, whose way to a thread takes longer than the work.
   */
  verify?(octets: Uint8Array, value: Uint8Array): boolean;
}

export interface SignOptions {
  /** The document. Its bytes are kept, the Signature is inserted in them. */
  readonly xml: string;
  /** Value of the ID of the element to sign. */
  readonly referenceId: string;
  /** Name of the ID attribute: `ID` for SAML 2.0, `Id` for others. Default `ID`. */
  readonly idAttribute?: string;
  /** The Signature goes right after this child of the signed element (`Issuer` for SAML); without it, as last child. */
  readonly insertAfter?: { readonly namespace: string; readonly local: string };
  readonly signer: XmlSigner;
  /** Default `exc-c14n`, for SignedInfo and for the reference. */
  readonly canonicalization?: SignatureCanonicalization;
  /** Default `sha256`. `sha1` needs `legacy`. */
  readonly digest?: DigestAlgorithm;
  /** `x509` (default) writes the signer's certificate in KeyInfo; `none` writes no KeyInfo. */
  readonly keyInfo?: 'x509' | 'none';
  /** Prefix of the signature namespace; empty (default) for a default namespace declaration. */
  readonly prefix?: string;
  readonly limits?: Partial<XmlLimits>;
  /** Result of `dangerouslyAllowSha1()`. */
  readonly legacy?: LegacyAlgorithms;
}

/** Whose signature is accepted. KeyInfo is never believed by itself: it only offers certificates to check. */
export type SignatureTrust =
  | {
      /** The certificate itself, PEM or DER. KeyInfo is not read. Dates are checked when `at` is given. */
      readonly certificate: string | Uint8Array;
      readonly at?: Date;
    }
  | {
      /** SHA-256 of accepted certificates; the certificate is taken from KeyInfo when its print is listed. */
      readonly pinnedSha256: readonly string[];
      readonly at?: Date;
    }
  | {
      /** Authorities (PEM, one or several in a text). The certificate of KeyInfo must chain to one of them at `at`. */
      readonly authorities: string | readonly string[];
      /** Intermediates that KeyInfo may not carry. */
      readonly intermediates?: string | readonly string[];
      readonly at: Date;
      /** Revocation lists, PEM or DER. When given, each authority of the chain must have a valid one. */
      readonly crl?: readonly (string | Uint8Array)[];
      /** Key usages that the certificate must have, one of them being enough. */
      readonly keyUsage?: readonly string[];
    };

export interface VerifyOptions {
  readonly xml: string | Uint8Array;
  /** Default `ID`. */
  readonly idAttribute?: string;
  /** The element that must be the signed one. */
  readonly expected: {
    readonly namespace: string;
    readonly local: string;
    /**
     * Names from the root to the parent of the element: the signed element must stand there and nowhere else.
     * Absent: it must be the root of the document.
     */
    readonly path?: readonly { readonly namespace: string; readonly local: string }[];
    /** Which one when several elements of that name stand at that place (from 0). Absent: there must be only one. */
    readonly index?: number;
  };
  /** The Signature must come right after this child of the signed element; absent, anywhere among its children. */
  readonly signatureAfter?: { readonly namespace: string; readonly local: string };
  /**
   * What to do with signatures elsewhere in the document. `refuse` (default), or `ignoreInSiblings`: those that are
   * direct children of elements standing beside the signed one (a second assertion in the same header).
   */
  readonly otherSignatures?: 'refuse' | 'ignoreInSiblings';
  readonly trust: SignatureTrust;
  readonly limits?: Partial<XmlLimits>;
  /** Result of `dangerouslyAllowSha1()`. */
  readonly legacy?: LegacyAlgorithms;
}

/** What was signed. Read `signedBytes` or `element`, never the document that was received. */
export interface VerifiedSignature {
  /** The canonical bytes whose digest was signed. */
  readonly signedBytes: Uint8Array;
  /** `signedBytes`, parsed. */
  readonly element: XmlElement;
  /** The certificate that signed, trusted as asked. */
  readonly certificate: CertificateInfo;
  readonly algorithm: SignatureAlgorithm;
}
