import type { DigestAlgorithm, SignatureAlgorithm } from '@socle-sante/wire/dsig';
import { attribute, children, elements, parseXml, text, walk, type XmlElement } from '@socle-sante/wire/xml';
import {
  byUri,
  C14N,
  C14N_COMMENTS,
  DSIG,
  digestUris,
  MANIFEST_TYPE,
  PROPERTIES_TYPE,
  signatureUris,
  XADES,
} from './algorithms.js';
import { SubmissionSignatureError } from './error.js';
import { fromBase64 } from './hash.js';

/** A digest that was read. */
export interface ReadDigest {
  readonly algorithm: DigestAlgorithm;
  readonly value: Uint8Array;
}

/** A reference of SignedInfo or of the manifest. */
export interface ReadReference extends ReadDigest {
  readonly uri: string;
  /** Comments are kept by the transform; `undefined` when there is no transform. */
  readonly comments: boolean | undefined;
}

/** One certificate that SigningCertificate names. */
export interface ReadCertificate extends ReadDigest {
  readonly issuer: string;
  readonly serialDecimal: string;
}

/** A signature document, taken apart. Nothing is verified yet. */
export interface ReadSignature {
  readonly source: string;
  readonly root: XmlElement;
  readonly id: string;
  readonly signedInfo: XmlElement;
  readonly signedInfoComments: boolean;
  readonly algorithm: SignatureAlgorithm;
  readonly manifestReference: ReadReference;
  readonly propertiesReference: ReadReference;
  readonly value: Uint8Array;
  readonly certificate: Uint8Array;
  /** Ancestors first, the part last. */
  readonly manifest: readonly XmlElement[];
  readonly properties: readonly XmlElement[];
  readonly references: readonly ReadReference[];
  readonly signingTime: string;
  readonly certificates: readonly ReadCertificate[];
  readonly purpose: string;
}

const MAX_REFERENCES = 1_000;

/** Reads a signature document against the one shape that is accepted. Throws {@link SubmissionSignatureError}, XmlError. */
export function readSignature(bytes: Uint8Array): ReadSignature {
  const root = parseXml(bytes);
  // The same text as the reader's: offsets refer to it. It has just been accepted as UTF-8.
  const source = new TextDecoder('utf-8').decode(bytes);
  if (root.namespace !== DSIG || root.local !== 'Signature') throw fail('structure', 'Signature');
  checkIds(root);
  const id = attribute(root, 'Id');
  const [signedInfo, value, keyInfo, ...objects] = elements(root);
  if (signedInfo === undefined || value === undefined || keyInfo === undefined || id === undefined) {
    throw fail('structure', 'Signature');
  }
  expectName(signedInfo, DSIG, 'SignedInfo');
  expectName(value, DSIG, 'SignatureValue');
  expectName(keyInfo, DSIG, 'KeyInfo');
  const parts = objects.flatMap((object) => {
    expectName(object, DSIG, 'Object');
    return elements(object).map((item) => ({ object, item }));
  });
  const one = (local: string): { object: XmlElement; item: XmlElement } => {
    const found = parts.filter(({ item }) => item.local === local);
    const [only] = found;
    if (only === undefined || found.length > 1) throw fail('structure', local);
    return only;
  };
  const manifest = one('Manifest');
  const purpose = one('SignatureProperties');
  const qualifying = one('QualifyingProperties');
  if (parts.length !== 3) throw fail('structure', 'Object');
  expectName(manifest.item, DSIG, 'Manifest');
  if (qualifying.item.namespace !== XADES) throw fail('version', 'QualifyingProperties');
  expectTarget(qualifying.item, id);
  const signed = only(qualifying.item, XADES, 'SignedProperties');

  const read = readSignedInfo(signedInfo);
  return {
    source,
    root,
    id,
    signedInfo,
    ...read,
    value: bytesOf(value),
    certificate: bytesOf(only(only(keyInfo, DSIG, 'X509Data'), DSIG, 'X509Certificate')),
    manifest: [root, manifest.object, manifest.item],
    properties: [root, qualifying.object, qualifying.item, signed],
    references: readManifest(manifest.item),
    ...readProperties(signed),
    purpose: readPurpose(purpose.item, id),
  };
}

function fail(code: 'structure' | 'version' | 'algorithm' | 'reference', where: string): SubmissionSignatureError {
  return new SubmissionSignatureError(`documents.xades.${code}`, where);
}

/** No identifier twice: two readers would resolve one reference to two elements. */
function checkIds(root: XmlElement): void {
  const seen = new Set<string>();
  for (const item of walk(root)) {
    for (const { local, value } of item.attributes) {
      if (local.toLowerCase() !== 'id') continue;
      if (seen.has(value)) throw fail('reference', 'Id');
      seen.add(value);
    }
  }
}

function expectName(element: XmlElement, namespace: string, local: string): void {
  if (element.namespace !== namespace || element.local !== local) throw fail('structure', local);
}

function expectTarget(element: XmlElement, id: string): void {
  if (attribute(element, 'Target') !== `#${id}`) throw fail('reference', element.local);
}

/** The only child element of that name. */
function only(parent: XmlElement, namespace: string, local: string): XmlElement {
  const found = children(parent, namespace, local);
  const [first] = found;
  if (first === undefined || found.length > 1) throw fail('structure', local);
  return first;
}

function bytesOf(element: XmlElement): Uint8Array {
  const bytes = elements(element).length > 0 ? undefined : fromBase64(text(element));
  if (bytes === undefined) throw fail('structure', element.local);
  return bytes;
}

function readSignedInfo(
  signedInfo: XmlElement,
): Pick<ReadSignature, 'signedInfoComments' | 'algorithm' | 'manifestReference' | 'propertiesReference'> {
  const references = children(signedInfo, DSIG, 'Reference');
  if (references.length !== 2 || elements(signedInfo).length !== 4) throw fail('structure', 'SignedInfo');
  const method = only(signedInfo, DSIG, 'SignatureMethod');
  const algorithm = byUri(signatureUris, attribute(method, 'Algorithm'));
  if (algorithm === undefined || elements(method).length > 0) throw fail('algorithm', 'SignatureMethod');
  const ofType = (type: string): ReadReference => {
    const [first, ...others] = references.filter((item) => attribute(item, 'Type') === type);
    if (first === undefined || others.length > 0) throw fail('reference', 'SignedInfo');
    return readReference(first);
  };
  return {
    signedInfoComments: canonicalization(only(signedInfo, DSIG, 'CanonicalizationMethod')),
    algorithm,
    manifestReference: ofType(MANIFEST_TYPE),
    propertiesReference: ofType(PROPERTIES_TYPE),
  };
}

/** Whether the canonicalisation keeps comments. */
function canonicalization(element: XmlElement): boolean {
  const uri = attribute(element, 'Algorithm');
  if ((uri !== C14N && uri !== C14N_COMMENTS) || elements(element).length > 0) throw fail('algorithm', element.local);
  return uri === C14N_COMMENTS;
}

function readReference(element: XmlElement): ReadReference {
  const uri = attribute(element, 'URI');
  if (uri === undefined) throw fail('structure', 'Reference');
  const [first, ...more] = children(element, DSIG, 'Transforms');
  let comments: boolean | undefined;
  if (first !== undefined) {
    const transforms = elements(first);
    const [transform] = transforms;
    if (transform === undefined || transforms.length > 1 || more.length > 0) throw fail('algorithm', 'Transforms');
    expectName(transform, DSIG, 'Transform');
    comments = canonicalization(transform);
  }
  return { uri, comments, ...readDigest(element, DSIG) };
}

function readDigest(element: XmlElement, namespace: string): ReadDigest {
  const method = only(element, namespace, 'DigestMethod');
  const algorithm = byUri(digestUris, attribute(method, 'Algorithm'));
  if (algorithm === undefined) throw fail('algorithm', 'DigestMethod');
  return { algorithm, value: bytesOf(only(element, namespace, 'DigestValue')) };
}

function readManifest(manifest: XmlElement): ReadReference[] {
  const references = children(manifest, DSIG, 'Reference');
  if (references.length === 0 || references.length > MAX_REFERENCES) throw fail('structure', 'Manifest');
  if (references.length !== elements(manifest).length) throw fail('structure', 'Manifest');
  return references.map(readReference);
}

function readProperties(signed: XmlElement): Pick<ReadSignature, 'signingTime' | 'certificates'> {
  const own = only(signed, XADES, 'SignedSignatureProperties');
  const certificates = children(only(own, XADES, 'SigningCertificate'), XADES, 'Cert').map((cert): ReadCertificate => {
    const serial = only(cert, XADES, 'IssuerSerial');
    return {
      ...readDigest(only(cert, XADES, 'CertDigest'), XADES),
      issuer: text(only(serial, DSIG, 'X509IssuerName')).trim(),
      serialDecimal: text(only(serial, DSIG, 'X509SerialNumber')).trim(),
    };
  });
  only(only(own, XADES, 'SignaturePolicyIdentifier'), XADES, 'SignaturePolicyImplied');
  return { signingTime: text(only(own, XADES, 'SigningTime')).trim(), certificates };
}

/** The purpose, in the ds namespace or without one: both are seen. */
function readPurpose(properties: XmlElement, id: string): string {
  const { namespace } = properties;
  if (namespace !== DSIG && namespace !== '') throw fail('structure', 'SignatureProperties');
  const property = only(properties, namespace, 'SignatureProperty');
  expectTarget(property, id);
  return text(property).trim();
}
