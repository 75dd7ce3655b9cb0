import { createHash, createVerify } from 'node:crypto';
import { type CertificateFacts, readCertificateFacts } from '../../insi/certificates.js';
import { namesValues } from '../../insi/distinguished-name.js';
import { attributeOf, elements, first, named, type SimElement, textOf, walk } from '../../insi/element.js';
import type { TestPki } from '../../pki.js';
import { isSignatureEntry } from '../core/entry-rules.js';
import type { DmpSubmission } from '../core/metadata.js';
import { type DmpLevel, type DmpRefusal, registryRefusal } from '../core/refusal.js';
import { SIGNATURE } from '../core/vocabulary.js';
import { judgeSigningCertificate, sameSubject } from './certificate.js';
import { NS } from './namespaces.js';
import type { SpooledPart } from './spool.js';
import { type DmpXml, DOCUMENT_BOUNDS, UnreadableDmpXml } from './xml.js';

const C14N_COMMENTS = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments';
const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const SIGNATURES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2000/09/xmldsig#rsa-sha1': 'RSA-SHA1',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': 'RSA-SHA256',
};
const DIGESTS: Readonly<Record<string, 'sha1' | 'sha256'>> = {
  'http://www.w3.org/2000/09/xmldsig#sha1': 'sha1',
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
};
const MANIFEST_TYPE = 'http://www.w3.org/2000/09/xmldsig#Manifest';
const PROPERTIES_TYPE = 'http://uri.etsi.org/01903/v1.1.1#SignedProperties';

const ds = (parent: SimElement | undefined, local: string) => first(parent, NS.ds, local);
const text = (element: SimElement | undefined) => (textOf(element) ?? '').replace(/\s+/g, '');
const algorithm = (element: SimElement | undefined) => (element ? (attributeOf(element, 'Algorithm') ?? '') : '');

interface XadesReading {
  readonly refusals: readonly DmpRefusal[];
  /** `rsa-sha1; manifest sha1`, for the log. */
  readonly algorithms?: string;
}

interface XadesContext {
  readonly xml: DmpXml;
  readonly pki: TestPki;
  readonly now: Date;
  /** Signer of the VIHF: the set is signed with the same certificate. */
  readonly signer: CertificateFacts | undefined;
  /** Parts by entry id. */
  readonly parts: ReadonlyMap<string, SpooledPart>;
}

/** Check 17, the document: an enveloping XAdES 1.1.1 signature with a manifest of the set (IHE DSG), every digest recomputed. */
export async function checkXades(submission: DmpSubmission, context: XadesContext): Promise<XadesReading> {
  const entry = submission.entries.find(isSignatureEntry);
  const part = entry && context.parts.get(entry.id);
  if (!entry || !part) return { refusals: [] }; // already refused with the metadata
  const refusals: DmpRefusal[] = [];
  const bad = (reason: string, what: string, from: DmpLevel = 'strict', code = 'InvalidDocumentContent') =>
    refusals.push(registryRefusal(17, code, `xades.${reason}`, what, { from, location: entry.id }));

  let root: SimElement;
  let bytes: Uint8Array;
  try {
    if (part.size > DOCUMENT_BOUNDS.bytes) throw new UnreadableDmpXml('trop grand');
    bytes = await part.head(part.size);
    root = context.xml.read(bytes, DOCUMENT_BOUNDS);
  } catch (error) {
    if (!(error instanceof UnreadableDmpXml)) throw error;
    bad('unreadable', 'document de signature illisible', 'dmp', 'XDSRepositoryError');
    return { refusals };
  }
  if (root.namespace !== NS.ds || root.local !== 'Signature') {
    bad('root', 'ds:Signature attendue', 'dmp', 'XDSRepositoryError');
    return { refusals };
  }

  if (isAmbiguous(root)) {
    bad('wrapped', 'élément signé ou Id répété dans le document de signature', 'dmp', 'XDSRepositoryError');
    return { refusals };
  }

  const shape = elements(root).map(({ local }) => local);
  if (shape.join() !== 'SignedInfo,SignatureValue,KeyInfo,Object,Object,Object')
    bad('order', 'ordre : SignedInfo, SignatureValue, KeyInfo, Object ×3');
  const signatureId = attributeOf(root, 'Id') ?? '';
  if (signatureId === '') bad('id', 'Signature/@Id absent');
  const objects = named(root, NS.ds, 'Object');
  const manifest = objects.map((object) => ds(object, 'Manifest')).find(Boolean);
  const qualifying = objects.map((object) => first(object, NS.xades, 'QualifyingProperties')).find(Boolean);
  const properties = first(qualifying, NS.xades, 'SignedProperties');
  if (!manifest) bad('manifest', 'Manifest absent', 'dmp');
  if (!properties) bad('properties', 'QualifyingProperties XAdES 1.1.1 absentes', 'dmp');
  checkPurpose(objects, signatureId, bad);

  const signedInfo = ds(root, 'SignedInfo');
  if (algorithm(ds(signedInfo, 'CanonicalizationMethod')) !== C14N_COMMENTS)
    bad('canonicalization', 'CanonicalizationMethod : C14N 1.0 avec commentaires');
  const method = SIGNATURES[algorithm(ds(signedInfo, 'SignatureMethod'))];
  if (!method) bad('signatureMethod', 'SignatureMethod : rsa-sha1 ou rsa-sha256', 'dmp');

  const der = Buffer.from(text(ds(ds(ds(root, 'KeyInfo'), 'X509Data'), 'X509Certificate')), 'base64');
  const { facts, refusals: certificate } = judgeSigningCertificate(der, context.pki, context.now);
  for (const { reason, context: why } of certificate)
    bad(
      reason.replace('vihf.', 'certificate.'),
      why.replace('[SIM] ', '').replace('du VIHF', 'du lot'),
      'dmp',
      'XDSRepositoryError',
    );
  if (facts && context.signer && !sameSubject(facts, context.signer))
    bad('signer', 'le lot n’est pas signé par le signataire du VIHF');

  if (signedInfo && method && facts) {
    try {
      verifyCore({ root, bytes, signedInfo, method, facts, manifest, properties }, context, bad);
    } catch (error) {
      if (!(error instanceof UnreadableDmpXml)) throw error;
      bad('unreadable', `document de signature : ${error.message}`, 'dmp', 'XDSRepositoryError');
    }
  }
  if (properties && qualifying) checkProperties(qualifying, properties, signatureId, facts, der, context.pki, bad);
  const digests = manifest ? await checkManifest(manifest, submission, entry.id, context, bad) : new Set<string>();
  return {
    refusals,
    algorithms: `${(method ?? '?').toLowerCase()}; manifest ${[...digests].join('+') || '?'}`,
  };
}

/** True when an Id stands twice, or an element that is signed: what is verified might not be what is read. */
function isAmbiguous(root: SimElement): boolean {
  const seen = new Set<string>();
  for (const element of walk(root)) {
    const ids = element.attributes.filter(({ local }) => local.toLowerCase() === 'id').map(({ value }) => `#${value}`);
    const signed =
      (element.namespace === NS.ds && (element.local === 'SignedInfo' || element.local === 'Manifest')) ||
      (element.namespace === NS.xades && element.local === 'SignedProperties');
    for (const key of signed ? [...ids, element.local] : ids) {
      if (seen.has(key)) return true;
      seen.add(key);
    }
  }
  return false;
}

type Bad = (reason: string, what: string, from?: DmpLevel, code?: string) => void;

interface CoreParts {
  readonly root: SimElement;
  readonly bytes: Uint8Array;
  readonly signedInfo: SimElement;
  readonly method: string;
  readonly facts: CertificateFacts;
  readonly manifest: SimElement | undefined;
  readonly properties: SimElement | undefined;
}

/** XML-DSig core validation: SignedInfo, and the two references inside the document. */
function verifyCore(core: CoreParts, { xml }: XadesContext, bad: Bad): void {
  const { signedInfo, method, facts, manifest, properties, root, bytes } = core;
  const references = named(signedInfo, NS.ds, 'Reference');
  const expected: readonly (readonly [string, SimElement | undefined])[] = [
    [MANIFEST_TYPE, manifest],
    [PROPERTIES_TYPE, properties],
  ];
  if (
    references.length !== 2 ||
    references.some((reference, i) => attributeOf(reference, 'Type') !== expected[i]?.[0]) ||
    attributeOf(references[0] ?? root, 'URI') !== '#IHEManifest'
  )
    bad('references', 'deux références, au Manifest et aux SignedProperties', 'dmp');
  // Read again, so that each test meets the objects of that reading: found by name and Id, not by identity.
  const test = (wanted: SimElement | undefined) => (element: SimElement) =>
    wanted !== undefined &&
    element.local === wanted.local &&
    element.namespace === wanted.namespace &&
    attributeOf(element, 'Id') === attributeOf(wanted, 'Id');
  const plain = xml.canonicalElements(bytes, [test(manifest), test(properties)], { withComments: false });
  const commented = xml.canonicalElements(bytes, [test(manifest), test(properties), test(signedInfo)], {
    withComments: true,
  });
  for (const [i, [type, target]] of expected.entries()) {
    const reference = references.find((candidate) => attributeOf(candidate, 'Type') === type);
    const digest = DIGESTS[algorithm(ds(reference, 'DigestMethod'))];
    const list = ds(reference, 'Transforms');
    const transforms = list ? elements(list).map(algorithm) : [];
    const octets = transforms.includes(C14N_COMMENTS) ? [commented[i], plain[i]] : [plain[i]];
    const allowed = transforms.every((transform) => transform === C14N || transform === C14N_COMMENTS);
    const value = text(ds(reference, 'DigestValue'));
    if (
      !reference ||
      !target ||
      !digest ||
      !allowed ||
      attributeOf(reference, 'URI') !== `#${attributeOf(target, 'Id')}` ||
      !octets.some((o) => o && createHash(digest).update(o).digest('base64') === value)
    )
      bad('digest', 'empreinte du Manifest ou des SignedProperties non vérifiée', 'dmp', 'XDSRepositoryError');
  }
  const withComments = algorithm(ds(signedInfo, 'CanonicalizationMethod')) !== C14N;
  const signed = withComments
    ? commented[2]
    : xml.canonicalElements(bytes, [test(signedInfo)], { withComments: false })[0];
  const verifier = createVerify(method);
  verifier.update(signed ?? new Uint8Array());
  const value = Buffer.from(text(ds(root, 'SignatureValue')), 'base64');
  if (!verifier.verify(facts.pem, value))
    bad('signature', 'signature du lot non vérifiée', 'dmp', 'XDSRepositoryError');
}

function checkPurpose(objects: readonly SimElement[], signatureId: string, bad: Bad): void {
  // The official sample has no namespace here, the kit has that of ds: both are read.
  const inside = (parent: SimElement, local: string) => elements(parent).find((child) => child.local === local);
  const property = objects
    .map((object) => inside(object, 'SignatureProperties'))
    .map((list) => list && inside(list, 'SignatureProperty'))
    .find(Boolean);
  const all = (element: SimElement): string =>
    element.children.map((child) => (typeof child === 'string' ? child : all(child))).join('');
  if (
    !property ||
    all(property).trim() !== SIGNATURE.eventCode ||
    attributeOf(property, 'Id') !== 'purposeOfSignature' ||
    attributeOf(property, 'Target') !== `#${signatureId}`
  )
    bad('purpose', 'SignatureProperty purposeOfSignature 1.2.840.10065.1.12.1.14 attendue');
}

function checkProperties(
  qualifying: SimElement,
  properties: SimElement,
  signatureId: string,
  facts: CertificateFacts | undefined,
  der: Uint8Array,
  pki: TestPki,
  bad: Bad,
): void {
  if (attributeOf(qualifying, 'Target') !== `#${signatureId}`) bad('target', 'QualifyingProperties/@Target');
  const signed = first(properties, NS.xades, 'SignedSignatureProperties');
  if (
    !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(
      text(first(signed, NS.xades, 'SigningTime')),
    )
  )
    bad('signingTime', 'SigningTime : date et heure avec décalage');
  if (!first(first(signed, NS.xades, 'SignaturePolicyIdentifier'), NS.xades, 'SignaturePolicyImplied'))
    bad('policy', 'SignaturePolicyImplied attendu');
  const list = first(signed, NS.xades, 'SigningCertificate');
  const certificates = list ? named(list, NS.xades, 'Cert') : [];
  if (certificates.length < 3) bad('chain', 'SigningCertificate : feuille, autorité, racine');
  const chain = chainOf(der, facts, pki);
  for (const [i, certificate] of certificates.entries()) {
    const digestElement = first(certificate, NS.xades, 'CertDigest');
    const digest =
      DIGESTS[algorithm(first(digestElement, NS.xades, 'DigestMethod') ?? ds(digestElement, 'DigestMethod'))];
    const value = text(first(digestElement, NS.xades, 'DigestValue') ?? ds(digestElement, 'DigestValue'));
    const expected = chain[i];
    if (!digest || !expected || createHash(digest).update(expected).digest('base64') !== value)
      bad('certDigest', 'CertDigest ne correspond pas à la chaîne de certification');
    const serial = text(ds(first(certificate, NS.xades, 'IssuerSerial'), 'X509SerialNumber'));
    if (!/^\d+$/.test(serial)) bad('serial', 'X509SerialNumber : nombre décimal');
    else if (i === 0 && facts && BigInt(serial) !== BigInt(`0x${facts.serial}`))
      bad('serial', 'X509SerialNumber n’est pas celui du certificat');
    const issuer = textOf(ds(first(certificate, NS.xades, 'IssuerSerial'), 'X509IssuerName')) ?? '';
    if (i === 0 && facts?.issuerCommonName !== undefined && !namesValues(issuer).includes(facts.issuerCommonName))
      bad('issuerName', 'X509IssuerName n’est pas l’émetteur du certificat');
  }
}

/** The signing certificate, the authority that issued it, and so on to the root. */
function chainOf(der: Uint8Array, facts: CertificateFacts | undefined, pki: TestPki): Uint8Array[] {
  const chain = [der];
  const authorities = Object.values(pki.authorities);
  for (let current = facts; current; ) {
    const issuer = authorities.find(({ certPem }) => current?.signedBy(certPem));
    if (!issuer || chain.some((known) => Buffer.from(known).equals(issuer.certDer))) break;
    chain.push(issuer.certDer);
    current = readCertificateFacts(issuer.certDer);
  }
  return chain;
}

/** The manifest: the set by its uniqueId (one zero octet), then every document. Answers the digest algorithms used. */
async function checkManifest(
  manifest: SimElement,
  submission: DmpSubmission,
  signatureEntryId: string,
  { parts, xml }: XadesContext,
  bad: Bad,
): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  if (attributeOf(manifest, 'Id') !== 'IHEManifest') bad('manifestId', 'Manifest/@Id : IHEManifest attendu');
  const [setReference, ...references] = named(manifest, NS.ds, 'Reference');
  if (
    !setReference ||
    attributeOf(setReference, 'URI') !== `urn:oid:${submission.set.uniqueId}` ||
    text(ds(setReference, 'DigestValue')) !== 'AA=='
  )
    bad('setReference', 'première référence du Manifest : urn:oid: du lot, empreinte AA==');
  const documents = submission.entries.filter(({ id }) => id !== signatureEntryId);
  if (references.length !== documents.length) bad('manifestCount', 'une référence du Manifest par document', 'dmp');
  if (
    documents.length === references.length &&
    documents.some(({ uniqueId }, i) => attributeOf(references[i] ?? manifest, 'URI') !== `urn:oid:${uniqueId}`)
  )
    bad('manifestOrder', 'références du Manifest dans l’ordre des documents');
  for (const { id, uniqueId, mimeType } of documents) {
    const reference = references.find((candidate) => attributeOf(candidate, 'URI') === `urn:oid:${uniqueId}`);
    const part = parts.get(id);
    if (!part) continue; // refused with the structure
    if (!reference) {
      bad('manifestUri', 'document absent du Manifest', 'dmp');
      continue;
    }
    const digest = DIGESTS[algorithm(ds(reference, 'DigestMethod'))];
    const value = text(ds(reference, 'DigestValue'));
    if (!digest) {
      bad('manifestDigestMethod', 'empreinte du Manifest : sha1 ou sha256', 'dmp');
      continue;
    }
    used.add(digest);
    const list = ds(reference, 'Transforms');
    const transforms = list ? elements(list).map(algorithm) : [];
    const wanted = mimeType === 'application/dicom' ? '' : C14N_COMMENTS;
    if (transforms.join() !== wanted)
      bad(
        'manifestTransform',
        'Manifest : transformation C14N 1.0 avec commentaires pour un document XML, aucune sinon',
      );
    if (value === part[digest]) continue; // the octets sent are canonical already, or not XML
    const canonical =
      transforms.includes(C14N_COMMENTS) || transforms.includes(C14N)
        ? await canonicalDigest(part, xml, digest, transforms.includes(C14N_COMMENTS))
        : undefined;
    if (canonical !== value) bad('manifestDigest', 'empreinte du document différente de celle du Manifest', 'dmp');
  }
  return used;
}

/** Digest of the canonical form; undefined when the document is too large to be held, or not XML. */
async function canonicalDigest(
  part: SpooledPart,
  xml: DmpXml,
  digest: 'sha1' | 'sha256',
  withComments: boolean,
): Promise<string | undefined> {
  if (part.size > DOCUMENT_BOUNDS.bytes) return undefined;
  try {
    const octets = xml.canonicalDocument(await part.head(part.size), withComments);
    return createHash(digest).update(octets).digest('base64');
  } catch (error) {
    if (error instanceof UnreadableDmpXml) return undefined;
    throw error;
  }
}
