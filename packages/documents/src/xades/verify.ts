import { canonicalizeDocument } from '@socle-sante/wire/c14n-stream';
import type { DigestAlgorithm, SignatureAlgorithm } from '@socle-sante/wire/dsig';
import type { XmlElement } from '@socle-sante/wire/xml';
import { PURPOSE_SOURCE } from './algorithms.js';
import { certificateOf, publicKey, verifies } from './certificates.js';
import { SubmissionSignatureError } from './error.js';
import { type Hash, sameBytes, webCryptoHash } from './hash.js';
import { type ReadReference, type ReadSignature, readSignature } from './read.js';
import type { SignedDocument } from './sign.js';
import { canonicalSubtree } from './subtree.js';

export interface VerifySubmissionSetOptions {
  readonly submissionSetUniqueId: string;
  /** Every document of the set, the signature left out. */
  readonly documents: readonly Omit<SignedDocument, 'digest'>[];
  /**
   * The certificate that must have signed, DER. Without it the certificate of the signature is believed: check the one that
   * is returned, against authorities with `checkCertificateChain` of `wire/tls`.
   */
  readonly certificate?: Uint8Array;
  /** Accepted digests and signatures, by digest. Default both: the DMP is known to receive SHA-1. */
  readonly accept?: readonly DigestAlgorithm[];
  readonly hash?: Hash;
}

/** What was verified. */
export interface VerifiedSubmissionSet {
  /** DER of the certificate that signed. */
  readonly certificate: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
  /** Weakest digest that was met. */
  readonly digest: DigestAlgorithm;
  /** As written. */
  readonly signingTime: string;
  /** `ds:Signature/@Id`. */
  readonly id: string;
  /** How many certificates SigningCertificate names. */
  readonly chainLength: number;
}

const MIN_RSA_BITS = 2_048;

/**
 * Verifies a signature document whole: its shape, the value over SignedInfo, the digests of the manifest and of the signed
 * properties, then what core validation leaves out: each reference of the manifest against the bytes of its document, the
 * set and nothing but its documents, the certificate that the properties name, the purpose.
 *
 * Throws {@link SubmissionSignatureError}, or XmlError for a document that is not safe XML.
 */
export async function verifySubmissionSetSignature(
  signature: Uint8Array,
  options: VerifySubmissionSetOptions,
): Promise<VerifiedSubmissionSet> {
  const { hash = webCryptoHash, accept = ['sha1', 'sha256'] } = options;
  const read = readSignature(signature);
  checkAccepted(read, accept);
  await checkCertificate(read, options.certificate, hash);
  const octets = canonicalSubtree(read.source, [read.root], read.signedInfo, read.signedInfoComments);
  if (!(await verifies(read.certificate, read.algorithm, octets, read.value))) {
    throw new SubmissionSignatureError('documents.xades.signature');
  }
  await checkPart(read, read.manifest, read.manifestReference, 'Manifest', hash);
  await checkPart(read, read.properties, read.propertiesReference, 'SignedProperties', hash);
  if (read.purpose !== PURPOSE_SOURCE) throw new SubmissionSignatureError('documents.xades.purpose');
  await checkManifest(read, options, hash);
  return {
    certificate: read.certificate,
    algorithm: read.algorithm,
    digest: digestsOf(read).includes('sha1') ? 'sha1' : 'sha256',
    signingTime: read.signingTime,
    id: read.id,
    chainLength: read.certificates.length,
  };
}

function digestsOf(read: ReadSignature): DigestAlgorithm[] {
  const own: DigestAlgorithm = read.algorithm === 'rsa-sha1' ? 'sha1' : 'sha256';
  const all = [read.manifestReference, read.propertiesReference, ...read.references, ...read.certificates];
  return [own, ...all.map((item) => item.algorithm)];
}

function checkAccepted(read: ReadSignature, accept: readonly DigestAlgorithm[]): void {
  if (digestsOf(read).some((algorithm) => !accept.includes(algorithm))) {
    throw new SubmissionSignatureError('documents.xades.algorithm', 'not accepted by the caller');
  }
}

/** The leaf comes first in SigningCertificate: its digest and its name bind the key to the signed properties. */
async function checkCertificate(read: ReadSignature, expected: Uint8Array | undefined, hash: Hash): Promise<void> {
  const refuse = (part: string): SubmissionSignatureError =>
    new SubmissionSignatureError('documents.xades.certificate', part);
  if (expected !== undefined && !sameBytes(expected, read.certificate)) throw refuse('another one');
  let summary: ReturnType<typeof certificateOf>['summary'];
  let bits: unknown;
  try {
    summary = certificateOf(read.certificate).summary;
    const { algorithm } = await publicKey(read.certificate, read.algorithm);
    bits = 'modulusLength' in algorithm ? algorithm.modulusLength : 0;
  } catch {
    throw refuse('unreadable');
  }
  if (typeof bits !== 'number' || bits < MIN_RSA_BITS) throw refuse('key too short');
  const [leaf] = read.certificates;
  if (leaf === undefined) throw refuse('not named');
  const digest = await hash(leaf.algorithm, read.certificate);
  if (!sameBytes(digest, leaf.value)) throw refuse('not the one that is named');
  if (leaf.serialDecimal !== summary.serialDecimal) throw refuse('serial');
}

async function checkPart(
  read: ReadSignature,
  path: readonly XmlElement[],
  reference: ReadReference,
  name: string,
  hash: Hash,
): Promise<void> {
  const target = path.at(-1);
  const id = target?.attributes.find((item) => item.local === 'Id' && item.namespace === '')?.value;
  if (target === undefined || id === undefined || reference.uri !== `#${id}`) {
    throw new SubmissionSignatureError('documents.xades.reference', name);
  }
  // A bare-name reference selects no comment, whatever the transform says (XML Signature §4.3.3.3).
  const octets = canonicalSubtree(read.source, path.slice(0, -1), target, false);
  if (!sameBytes(await hash(reference.algorithm, octets), reference.value)) {
    throw new SubmissionSignatureError('documents.xades.digest', name);
  }
}

async function checkManifest(read: ReadSignature, options: VerifySubmissionSetOptions, hash: Hash): Promise<void> {
  const wrong = (part: string): SubmissionSignatureError =>
    new SubmissionSignatureError('documents.xades.manifest', part);
  const [set, ...rest] = read.references;
  if (set?.uri !== `urn:oid:${options.submissionSetUniqueId}`) throw wrong('set');
  if (!sameBytes(set.value, Uint8Array.of(0)) || set.comments !== undefined) throw wrong('set');
  if (rest.length !== options.documents.length) throw wrong('count');
  for (const document of options.documents) {
    const found = rest.filter((item) => item.uri === `urn:oid:${document.uniqueId}`);
    const [reference] = found;
    if (reference === undefined || found.length > 1) throw wrong('document');
    await checkDocument(document.bytes, reference, hash);
  }
}

async function checkDocument(bytes: Uint8Array, reference: ReadReference, hash: Hash): Promise<void> {
  let octets = bytes;
  if (reference.comments !== undefined) {
    try {
      octets = canonicalizeDocument(bytes, { comments: reference.comments });
    } catch {
      throw new SubmissionSignatureError('documents.xades.document', 'not XML');
    }
  }
  if (!sameBytes(await hash(reference.algorithm, octets), reference.value)) {
    throw new SubmissionSignatureError('documents.xades.document');
  }
}
