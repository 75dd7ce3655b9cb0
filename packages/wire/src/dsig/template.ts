import { canonicalizationUris } from '../c14n/types.js';
import { element, type QName, serializeXml, type XmlElementNode } from '../xml/write.js';
import { DSIG, digestUris, ENVELOPED, signatureUris } from './algorithms.js';
import type { DigestAlgorithm, SignatureAlgorithm, SignatureCanonicalization } from './types.js';

/** All that a Signature says, but its value. */
export interface SignatureParts {
  readonly prefix: string;
  readonly id: string;
  readonly canonicalization: SignatureCanonicalization;
  readonly algorithm: SignatureAlgorithm;
  readonly digest: DigestAlgorithm;
  readonly digestValue: string;
  readonly signatureValue: string;
  /** DER in base64; absent, no KeyInfo. */
  readonly certificate?: string;
}

const encoder = new TextEncoder();

/** Writes ds:Signature (XML Signature Syntax and Processing §4), without any white space. */
export function writeSignature(parts: SignatureParts): string {
  const { name, node } = namesOf(parts);
  return serializeXml(
    element(name('Signature'), {}, [
      signedInfo(parts),
      node('SignatureValue', [parts.signatureValue]),
      parts.certificate !== undefined &&
        node('KeyInfo', [node('X509Data', [node('X509Certificate', [parts.certificate])])]),
    ]),
  );
}

/**
 * The exclusive canonical form of the SignedInfo that {@link writeSignature} writes, wherever the Signature stands: it uses
 * one namespace, declared on its apex, and the writer writes what canonicalisation would (no empty tag, escapes of §1.1).
 */
export function exclusiveSignedInfo(parts: SignatureParts): Uint8Array {
  return encoder.encode(serializeXml(signedInfo(parts)));
}

function namesOf(parts: SignatureParts) {
  const name = (local: string): QName => ({ prefix: parts.prefix, namespace: DSIG, local });
  const node = (local: string, children: readonly (XmlElementNode | string)[]) => element(name(local), {}, children);
  return { name, node };
}

function signedInfo(parts: SignatureParts): XmlElementNode {
  const { name, node } = namesOf(parts);
  const method = (local: string, uri: string) => element(name(local), { Algorithm: uri });
  const canonicalization = canonicalizationUris[parts.canonicalization];
  return node('SignedInfo', [
    method('CanonicalizationMethod', canonicalization),
    method('SignatureMethod', signatureUris[parts.algorithm]),
    element(name('Reference'), { URI: `#${parts.id}` }, [
      node('Transforms', [method('Transform', ENVELOPED), method('Transform', canonicalization)]),
      method('DigestMethod', digestUris[parts.digest]),
      node('DigestValue', [parts.digestValue]),
    ]),
  ]);
}
