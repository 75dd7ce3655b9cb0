import { type Finding, finding, hasErrors, under } from '@socle-sante/core/finding';
import type { Clock } from '@socle-sante/core/time';
import type { RandomBytes } from '@socle-sante/core/uuid';
import type { DigestAlgorithm, XmlSigner } from '@socle-sante/wire/dsig';
import type { Base64Text } from '../cda/base64.js';
import { buildCda } from '../cda/build.js';
import { parseCda } from '../reader/parse.js';
import type { PdfPolicy } from '../submission/check-body.js';
import { newOid } from '../submission/oids.js';
import type { Submission, SubmissionDocument } from '../submission/types.js';
import { certificateOf } from '../xades/certificates.js';
import { type Hash, toHex, webCryptoHash } from '../xades/hash.js';
import { canonicalBytes, signSubmissionSet } from '../xades/sign.js';
import type { PurposeForm } from '../xades/template.js';
import type { AssociationOverrides } from '../xds/codes.js';
import { type DocumentContent, deriveMetadata, hasMember, type IdentifiedSubmission, SET_ID } from '../xds/derive.js';
import { identifySubmission } from '../xds/identify.js';
import { parseUniqueId, type UniqueId, uniqueId } from '../xds/ids.js';
import { SIGNATURE_ID, signatureEntry } from '../xds/signature-entry.js';
import type { PreparedDocument, PreparedSubmission } from '../xds/types.js';
import { ASSOCIATION_TYPES, SUBMISSION_SET_STATUS } from '../xds/uris.js';
import { type MetadataEnvironment, type MetadataProfile, validateMetadata } from '../xds/validate.js';
import { SubmissionRefusedError } from './error.js';
import { seededRandom } from './seeded.js';

/** What signs the set. */
export interface SetSigning {
  /** Key of signature of the caller; `rsa-sha1` or `rsa-sha256` as the signer was made. */
  readonly signer: XmlSigner;
  /** DER of the authorities above its certificate, issuing one first, root last. */
  readonly chain: readonly Uint8Array[];
  /** Digest of the references; that of the signer's algorithm by default. */
  readonly digest?: DigestAlgorithm;
  /** How the purpose is written; default `ds`. */
  readonly purpose?: PurposeForm;
  /** OID of the signature document; that of the set followed by `.1` by default. */
  readonly uniqueId?: string;
}

export interface PrepareOptions extends AssociationOverrides {
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Needed for the DMP; without it the set has no signature (an archive, another exchange). */
  readonly signing?: SetSigning;
  /** Rules that the metadata are checked against; `dmp` by default with a signature, else `cisis`. */
  readonly profile?: MetadataProfile;
  readonly environment?: MetadataEnvironment;
  /** What to do with a PDF that is not PDF/A-1: `refuse` (default), or build with a warning. */
  readonly pdf?: PdfPolicy;
  /** Digest of bytes; WebCrypto by default, which copies its input. On Node, give `createHash` for large documents. */
  readonly hash?: Hash;
  /** Base64 text of octets, called slice by slice. On Node, give that of `Buffer`: ten times as quick as the loop that any platform has. */
  readonly base64?: Base64Text;
}

interface Built {
  readonly document: SubmissionDocument;
  readonly content: DocumentContent;
  readonly bytes: Uint8Array;
  /** Digest for the manifest. */
  readonly digest?: Uint8Array;
}

/**
 * Builds everything that a deposit sends: each document as CDA, its metadata, the signature of the set and its own entry,
 * the associations. Each document is written, hashed and measured once. The same submission, with its identifiers (see
 * `identifySubmission`), gives the same bytes again, whatever the clock and the random octets: sending again after a
 * time-out is sending the same.
 *
 * Findings of the metadata come with the result: look at them before sending. Throws {@link SubmissionRefusedError} when
 * something cannot be built, what `signSubmissionSet` throws, and what the signer throws.
 */
export async function prepareSubmission(submission: Submission, options: PrepareOptions): Promise<PreparedSubmission> {
  const hash = options.hash ?? webCryptoHash;
  const identified = identifySubmission(submission, options);
  if (!identified.ok) throw new SubmissionRefusedError(identified.findings);
  const { signing } = options;
  const findings: Finding[] = [];
  const built: Built[] = [];
  for (const [index, document] of identified.value.documents.entries()) {
    const own: Finding[] = [];
    const one = await buildOne(document, identified.value, options, hash, own);
    findings.push(...placed(own, index));
    if (one !== undefined) built.push(one);
  }
  if (hasErrors(findings)) throw new SubmissionRefusedError(findings);
  const completed: IdentifiedSubmission = { ...identified.value, documents: built.map((item) => item.document) };
  const contents = built.map((item) => item.content);
  const metadata = deriveMetadata(completed, contents, options);
  findings.push(...metadata.findings);
  if (!metadata.ok) throw new SubmissionRefusedError(findings);

  const { submissionSet } = metadata.value;
  const documents = built.map(
    (item, index): PreparedDocument => ({
      entryId: `D${index + 1}`,
      uniqueId: uniqueId(item.content.uniqueId),
      mimeType: item.content.mimeType,
      bytes: item.bytes,
    }),
  );
  const unsigned = { ...metadata.value, documents };
  const all = signing === undefined ? unsigned : await signed(unsigned, completed, built, signing, hash);
  if (signing !== undefined) findings.push(...checkChain(signing));
  const profile = options.profile ?? (signing === undefined ? 'cisis' : 'dmp');
  const { environment, classes } = options;
  const rules = {
    profile,
    ...(environment === undefined ? {} : { environment }),
    ...(classes === undefined ? {} : { classes }),
  };
  findings.push(
    ...validateMetadata(all, rules).filter(
      (item) => !findings.some((known) => known.rule === item.rule && String(known.path) === String(item.path)),
    ),
  );
  return { submissionSet, entries: all.entries, associations: all.associations, documents: all.documents, findings };
}

/** Findings of a builder are relative to the document, but for those of the patient. */
function placed(findings: readonly Finding[], index: number): Finding[] {
  return findings.flatMap((item) => (item.path[0] === 'patient' ? [item] : under(['documents', index], [item])));
}

async function buildOne(
  document: SubmissionDocument,
  submission: Submission,
  options: PrepareOptions,
  hash: Hash,
  findings: Finding[],
): Promise<Built | undefined> {
  const result = buildCda(document, submission, {
    clock: options.clock,
    random: await randomOf(document, submission, options, hash),
    ...(options.pdf === undefined ? {} : { pdf: options.pdf }),
    ...(options.base64 === undefined ? {} : { base64: options.base64 }),
  });
  findings.push(...result.findings);
  if (!result.ok) return undefined;
  const { bytes } = result;
  const sha1 = await hash('sha1', bytes);
  const facts = { uniqueId: result.uniqueId, hash: toHex(sha1), size: bytes.length };
  if (parseUniqueId(result.uniqueId) === undefined) {
    findings.push(finding('documents.xds.identifier', 'error', ['id'], { field: 'id' }));
    return undefined;
  }
  if (document.body.kind !== 'cda') {
    return {
      document: result.document,
      bytes,
      content: { ...facts, mimeType: result.mimeType },
      ...(usesSha1(options.signing) ? { digest: sha1 } : {}),
    };
  }
  const parsed = parseCda(bytes);
  const mimeType = parsed.wrapper === 'stylesheet' ? 'application/xslt+xml' : 'text/xml';
  const canonical = options.signing === undefined ? bytes : canonicalBytes(bytes);
  return {
    document: result.document,
    bytes,
    content: { ...facts, mimeType, parsed },
    ...(canonical === bytes && usesSha1(options.signing) ? { digest: sha1 } : {}),
  };
}

/** Only a structured document has identifiers inside: they follow from its own. */
async function randomOf(
  document: SubmissionDocument,
  submission: Submission,
  options: PrepareOptions,
  hash: Hash,
): Promise<RandomBytes> {
  if (document.body.kind !== 'structured') return options.random;
  return seededRandom(await hash('sha256', new TextEncoder().encode(`${submission.id} ${document.id}`)));
}

function usesSha1(signing: SetSigning | undefined): boolean {
  return (signing?.digest ?? (signing?.signer.algorithm === 'rsa-sha1' ? 'sha1' : 'sha256')) === 'sha1';
}

type Unsigned = Pick<PreparedSubmission, 'submissionSet' | 'entries' | 'associations' | 'documents'>;

async function signed(
  unsigned: Unsigned,
  submission: IdentifiedSubmission,
  built: readonly Built[],
  signing: SetSigning,
  hash: Hash,
): Promise<Unsigned> {
  const { submissionSet, entries } = unsigned;
  const [first] = entries;
  if (first === undefined) throw new SubmissionRefusedError([finding('documents.none', 'error', ['documents'])]);
  const id = await signatureUniqueId(submission, signing, hash);
  const bytes = await signSubmissionSet({
    signer: signing.signer,
    chain: signing.chain,
    submissionSetUniqueId: submission.id,
    documents: built.map((item) => ({
      uniqueId: item.content.uniqueId,
      mimeType: item.content.mimeType,
      bytes: item.bytes,
      ...(item.digest === undefined ? {} : { digest: item.digest }),
    })),
    signingTime: submission.submittedAt,
    id: `sig-${submission.id}`,
    hash,
    ...(signing.digest === undefined ? {} : { digest: signing.digest }),
    ...(signing.purpose === undefined ? {} : { purpose: signing.purpose }),
  });
  const content = { uniqueId: id, hash: toHex(await hash('sha1', bytes)), size: bytes.length };
  const entry = signatureEntry(submissionSet, first, content);
  const members = unsigned.associations.filter((item) => item.type === ASSOCIATION_TYPES.hasMember);
  const others = unsigned.associations.filter((item) => item.type !== ASSOCIATION_TYPES.hasMember);
  const associations = [
    ...members,
    hasMember(0, SIGNATURE_ID),
    {
      id: '',
      type: ASSOCIATION_TYPES.signs,
      source: SIGNATURE_ID,
      target: SET_ID,
      slots: { SubmissionSetStatus: [SUBMISSION_SET_STATUS.original] },
    },
    ...others,
  ].map((item, index) => ({ ...item, id: `a${index + 1}` }));
  return {
    submissionSet,
    entries: [...entries, entry],
    associations,
    documents: [...unsigned.documents, { entryId: SIGNATURE_ID, uniqueId: id, mimeType: 'text/xml', bytes }],
  };
}

/** The identifier of the signature follows from that of its set: after it when there is room, else drawn from it. */
async function signatureUniqueId(submission: IdentifiedSubmission, signing: SetSigning, hash: Hash): Promise<UniqueId> {
  if (signing.uniqueId !== undefined) return uniqueId(signing.uniqueId);
  const following = `${submission.id}.1`;
  if (following.length <= 64) return uniqueId(following);
  const random = seededRandom(await hash('sha256', new TextEncoder().encode(`${submission.id} signature`)));
  const clock = (): Date => new Date(submission.submittedAt);
  return uniqueId(newOid(submission.vendor, { clock, random }) ?? following);
}

/** The DMP wants the whole chain, up to the root. */
function checkChain({ signer, chain }: SetSigning): Finding[] {
  const top = chain.at(-1) ?? signer.certificateDer;
  return certificateOf(top).summary.selfIssued
    ? []
    : [finding('documents.xades.chain', 'warning', ['signing', 'chain'])];
}
