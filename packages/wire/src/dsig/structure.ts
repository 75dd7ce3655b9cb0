import { canonicalizationUris } from '../c14n/types.js';
import { SignatureError } from '../errors/signature-error.js';
import { attribute, child, children, elements, text, type XmlElement } from '../xml/tree.js';
import {
  allowsLegacy,
  DSIG,
  digestUris,
  ENVELOPED,
  EXC_C14N,
  type LegacyAlgorithms,
  signatureUris,
} from './algorithms.js';
import type { DigestAlgorithm, SignatureAlgorithm, SignatureCanonicalization } from './types.js';

/** What a SignedInfo of the only accepted shape says. */
export interface SignedInfo {
  readonly canonicalization: SignatureCanonicalization;
  readonly signedInfoPrefixes: readonly string[];
  readonly algorithm: SignatureAlgorithm;
  readonly referenceId: string;
  readonly referenceCanonicalization: SignatureCanonicalization;
  readonly referencePrefixes: readonly string[];
  readonly digest: DigestAlgorithm;
  readonly digestValue: Uint8Array;
}

/** The children of a Signature: SignedInfo, SignatureValue, an optional KeyInfo, in that order, and nothing else. */
export interface SignatureShape {
  readonly signedInfo: XmlElement;
  readonly signatureValue: Uint8Array;
  /** Certificates that KeyInfo offers, DER. Hints, not proofs. */
  readonly offered: readonly Uint8Array[];
}

const MAX_OFFERED = 8;

export function readSignature(signature: XmlElement): SignatureShape {
  const [signedInfo, value, keyInfo] = exact(signature, ['SignedInfo', 'SignatureValue'], ['KeyInfo']);
  if (signedInfo === undefined || value === undefined) throw structure('Signature');
  const offered =
    keyInfo === undefined
      ? []
      : children(keyInfo, DSIG, 'X509Data').flatMap((data) => children(data, DSIG, 'X509Certificate'));
  if (offered.length > MAX_OFFERED) throw structure('KeyInfo');
  return { signedInfo, signatureValue: base64(value), offered: offered.map(base64) };
}

/** Reads a SignedInfo against the closed list of algorithms. Anything else, anything more, is refused. */
export function readSignedInfo(signedInfo: XmlElement, legacy: LegacyAlgorithms | undefined): SignedInfo {
  const references = children(signedInfo, DSIG, 'Reference');
  if (references.length !== 1) {
    throw new SignatureError(
      'signature.reference',
      `The Signature has ${references.length} References; exactly one is accepted.`,
    );
  }
  const [canonicalization, method, reference] = exact(signedInfo, [
    'CanonicalizationMethod',
    'SignatureMethod',
    'Reference',
  ]);
  if (canonicalization === undefined || method === undefined || reference === undefined) throw structure('SignedInfo');
  const [transforms, digestMethod, digestValue] = exact(reference, ['Transforms', 'DigestMethod', 'DigestValue']);
  if (transforms === undefined || digestMethod === undefined || digestValue === undefined) throw structure('Reference');
  const uri = attribute(reference, 'URI');
  if (uri === undefined || !uri.startsWith('#') || uri.length < 2) {
    throw new SignatureError('signature.reference', 'The Reference must name an element by its ID (URI="#…").');
  }
  return {
    ...readTransforms(transforms),
    canonicalization: canonicalizationOf(canonicalization, 'signature.algorithm'),
    signedInfoPrefixes: prefixesOf(canonicalization),
    algorithm: algorithmOf(method, signatureUris, legacy, 'rsa-sha1'),
    referenceId: uri.slice(1),
    digest: algorithmOf(digestMethod, digestUris, legacy, 'sha1'),
    digestValue: base64(digestValue),
  };
}

function readTransforms(transforms: XmlElement): Pick<SignedInfo, 'referenceCanonicalization' | 'referencePrefixes'> {
  const [first, second, ...others] = elements(transforms);
  const accepted =
    first !== undefined &&
    second !== undefined &&
    others.length === 0 &&
    [first, second].every((item) => item.namespace === DSIG && item.local === 'Transform') &&
    attribute(first, 'Algorithm') === ENVELOPED &&
    elements(first).length === 0;
  if (!accepted || second === undefined) {
    throw new SignatureError(
      'signature.transform',
      'The transforms must be enveloped-signature, then one canonicalisation, and nothing else.',
    );
  }
  return {
    referenceCanonicalization: canonicalizationOf(second, 'signature.transform'),
    referencePrefixes: prefixesOf(second),
  };
}

function canonicalizationOf(
  element: XmlElement,
  code: 'signature.algorithm' | 'signature.transform',
): SignatureCanonicalization {
  const uri = attribute(element, 'Algorithm');
  if (uri === canonicalizationUris['exc-c14n']) return 'exc-c14n';
  if (uri === canonicalizationUris.c14n && elements(element).length === 0) return 'c14n';
  throw new SignatureError(
    code,
    'The canonicalisation is not one of the accepted ones (exclusive or inclusive 1.0, without comments).',
  );
}

/** InclusiveNamespaces/@PrefixList of an exclusive canonicalisation; no other parameter exists. */
function prefixesOf(element: XmlElement): string[] {
  const parameters = elements(element);
  const [only] = parameters;
  if (only === undefined) return [];
  if (parameters.length > 1 || only.namespace !== EXC_C14N || only.local !== 'InclusiveNamespaces')
    throw structure(element.local);
  return (attribute(only, 'PrefixList') ?? '').split(/\s+/).filter((prefix) => prefix !== '');
}

function algorithmOf<T extends string>(
  element: XmlElement,
  known: Readonly<Record<T, string>>,
  legacy: LegacyAlgorithms | undefined,
  weak: T,
): T {
  const uri = attribute(element, 'Algorithm');
  const name = (Object.keys(known) as T[]).find((key) => known[key] === uri);
  if (name === undefined || elements(element).length > 0) {
    throw new SignatureError('signature.algorithm', `The algorithm of ${element.local} is not in the accepted list.`);
  }
  if (name === weak && !allowsLegacy(legacy)) {
    throw new SignatureError('signature.algorithm', `The ${element.local} uses SHA-1, which is refused.`);
  }
  return name;
}

/** The child elements, when they are exactly these, in this order, in the signature namespace, with no text between. */
function exact(
  parent: XmlElement,
  required: readonly string[],
  optional: readonly string[] = [],
): (XmlElement | undefined)[] {
  const found = elements(parent);
  const names = [...required, ...optional];
  const fits =
    found.length >= required.length &&
    found.length <= names.length &&
    found.every((item, index) => item.namespace === DSIG && item.local === names[index]) &&
    parent.children.every((node) => typeof node !== 'string' || node.trim() === '');
  if (!fits) throw structure(parent.local);
  return names.map((_, index) => found[index]);
}

function structure(where: string): SignatureError {
  return new SignatureError('signature.structure', `${where} does not have exactly the expected content.`);
}

function base64(element: XmlElement): Uint8Array {
  const value = text(element).replace(/\s+/g, '');
  if (elements(element).length > 0 || value === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(value) || value.length % 4 !== 0) {
    throw structure(element.local);
  }
  return new Uint8Array(Buffer.from(value, 'base64'));
}

/** The Signature children of an element. */
export function signaturesOf(element: XmlElement): XmlElement[] {
  return children(element, DSIG, 'Signature');
}

/** True when the element that comes right before the Signature has that name. */
export function follows(
  parent: XmlElement,
  signature: XmlElement,
  name: { readonly namespace: string; readonly local: string },
): boolean {
  const list = elements(parent);
  const before = list[list.indexOf(signature) - 1];
  return before !== undefined && before === child(parent, name.namespace, name.local);
}
