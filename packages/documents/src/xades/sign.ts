import { parseIsoInstant } from '@socle-sante/core/time';
import { canonicalizeDocument, isCanonicalDocument } from '@socle-sante/wire/c14n-stream';
import type { DigestAlgorithm, XmlSigner } from '@socle-sante/wire/dsig';
import { certificateLine, certificateOf, verifies } from './certificates.js';
import { signingInput } from './error.js';
import { type Hash, toBase64, webCryptoHash } from './hash.js';
import {
  type ManifestLine,
  manifestPart,
  type PurposeForm,
  propertiesPart,
  signatureDocument,
  signedInfoPart,
} from './template.js';

/** A document that the manifest names. */
export interface SignedDocument {
  readonly uniqueId: string;
  readonly mimeType: string;
  /** The exact bytes that are submitted. */
  readonly bytes: Uint8Array;
  /** Digest with the algorithm of the manifest, when it is known already: of the canonical form for XML, of the bytes else. */
  readonly digest?: Uint8Array;
}

export interface SignSubmissionSetOptions {
  /**
   * The signature key of the caller (CPS signature key, ORG SIGN), never that of authentication. Its algorithm is the one of
   * the signature: a signer in `rsa-sha1`, which the official samples show, is made with `dangerouslyAllowSha1()`.
   */
  readonly signer: XmlSigner;
  /** DER of the authorities above the certificate, issuing one first, root last. */
  readonly chain: readonly Uint8Array[];
  readonly submissionSetUniqueId: string;
  readonly documents: readonly SignedDocument[];
  /** ISO 8601 instant with its offset. */
  readonly signingTime: string;
  /** `ds:Signature/@Id`: an NCName. */
  readonly id: string;
  /** That of the signer's algorithm by default. */
  readonly digest?: DigestAlgorithm;
  /** Default `ds`. */
  readonly purpose?: PurposeForm;
  readonly hash?: Hash;
}

/** One zero byte in base64: the set is not a file. */
const SET_DIGEST = 'AA==';

/**
 * Signs a submission set for the DMP: the enveloping document of IHE DSG with XAdES 1.1.1 and a manifest of the set and its
 * documents. The result is the exact content of the signature document; the same input gives the same bytes, since
 * RSASSA-PKCS1-v1_5 is deterministic.
 *
 * Throws a `SocleArgumentError` of code `documents.xades.input` (chain, instant, identifiers, or a signer whose value does
 * not verify with its certificate), what the canonicaliser throws on a document that is not XML, and what the signer throws.
 */
export async function signSubmissionSet(options: SignSubmissionSetOptions): Promise<Uint8Array> {
  const { signer, chain, hash = webCryptoHash } = options;
  const digest = options.digest ?? (signer.algorithm === 'rsa-sha1' ? 'sha1' : 'sha256');
  checkInput(options);
  const certificates = [signer.certificateDer, ...chain];
  const [lines, certificateLines] = await Promise.all([
    Promise.all(options.documents.map((document) => manifestLine(document, digest, hash))),
    Promise.all(certificates.map((der) => certificateLine(der, digest, hash))),
  ]);
  const set: ManifestLine = { uniqueId: options.submissionSetUniqueId, digestValue: SET_DIGEST, canonical: false };
  const manifest = manifestPart([set, ...lines], digest);
  const properties = propertiesPart(withOffset(options.signingTime), certificateLines, digest);
  const encoder = new TextEncoder();
  const [manifestDigest, propertiesDigest] = await Promise.all([
    hash(digest, encoder.encode(manifest.canonical)),
    hash(digest, encoder.encode(properties.canonical)),
  ]);
  const signedInfo = signedInfoPart(signer.algorithm, digest, toBase64(manifestDigest), toBase64(propertiesDigest));
  const octets = encoder.encode(signedInfo.canonical);
  const value = await signer.sign(octets);
  // A card may be swapped, a remote service may use another key.
  if (!(await isGenuine(signer, octets, value))) {
    throw signingInput('The signature does not verify with the certificate of the signer: wrong key, or another card.');
  }
  return encoder.encode(
    signatureDocument({
      id: options.id,
      signedInfo,
      signatureValue: toBase64(value),
      certificate: certificateOf(signer.certificateDer).base64,
      manifest,
      properties,
      purpose: options.purpose ?? 'ds',
    }),
  );
}

function isGenuine(signer: XmlSigner, octets: Uint8Array, value: Uint8Array): boolean | Promise<boolean> {
  return signer.verify?.(octets, value) ?? verifies(signer.certificateDer, signer.algorithm, octets, value);
}

/** True for a content whose digest bears on its canonical form. */
export function isXmlMediaType(mimeType: string): boolean {
  return /^(?:text|application)\/xml$|\+xml$/i.test(mimeType.split(';')[0]?.trim() ?? '');
}

/** The canonical form with comments; the same array when the bytes are that form already. */
export function canonicalBytes(bytes: Uint8Array): Uint8Array {
  return isCanonicalDocument(bytes) ? bytes : canonicalizeDocument(bytes);
}

async function manifestLine(document: SignedDocument, digest: DigestAlgorithm, hash: Hash): Promise<ManifestLine> {
  const canonical = isXmlMediaType(document.mimeType);
  const value = document.digest ?? (await hash(digest, canonical ? canonicalBytes(document.bytes) : document.bytes));
  return { uniqueId: document.uniqueId, digestValue: toBase64(value), canonical };
}

function checkInput(options: SignSubmissionSetOptions): void {
  const { chain, signer, documents, id } = options;
  let below = certificateOf(signer.certificateDer).summary;
  for (const der of chain) {
    const { summary } = certificateOf(der);
    if (below.issuer !== summary.subject) {
      throw signingInput('The chain is not in order: each certificate must be followed by the one that issued it.');
    }
    below = summary;
  }
  if (!/^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u.test(id))
    throw signingInput('The identifier of the signature is not an NCName.');
  const ids = [options.submissionSetUniqueId, ...documents.map((document) => document.uniqueId)];
  if (ids.some((item) => !/^[0-9.]{3,128}$/.test(item))) throw signingInput('A uniqueId is not an OID.');
  if (new Set(ids).size !== ids.length) throw signingInput('A uniqueId is given twice.');
  if (!parseIsoInstant(options.signingTime).ok) {
    throw signingInput('The instant of signature must be ISO 8601 with its offset.');
  }
}

function withOffset(instant: string): string {
  return instant.endsWith('Z') ? `${instant.slice(0, -1)}+00:00` : instant;
}
