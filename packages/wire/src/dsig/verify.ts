import { createHash, verify } from 'node:crypto';
import { type LibDocument, withLibDocument } from '../c14n/libxml2.js';
import { SignatureError } from '../errors/signature-error.js';
import { x509Of } from '../tls/x509.js';
import { defaultXmlLimits } from '../xml/limits.js';
import { decodeInput, parseXml } from '../xml/parse.js';
import { DSIG } from './algorithms.js';
import { type Located, locate } from './locate.js';
import { hashNames } from './signer.js';
import { readSignature, readSignedInfo, type SignedInfo } from './structure.js';
import { trustedCertificate } from './trust.js';
import type { VerifiedSignature, VerifyOptions } from './types.js';

/**
 * Verifies an enveloped signature and gives back what was signed. Everything is checked before anything is believed:
 * one Signature, in the expected element, itself at the expected place; one Reference, to that element, whose ID is unique
 * in the document; algorithms and transforms of the closed list; a certificate trusted by {@link VerifyOptions.trust};
 * the signature of SignedInfo; the digest of the element.
 *
 * Callers read `signedBytes` or `element`, never the document they received.
 * Throws {@link SignatureError}, or {@link XmlError} for a document that the reader refuses.
 */
export async function verifyEnveloped(options: VerifyOptions): Promise<VerifiedSignature> {
  const source = decodeInput(options.xml, options.limits?.maxBytes ?? defaultXmlLimits.maxBytes);
  const located = locate(parseXml(source, options.limits), options);
  const shape = readSignature(located.signature);
  const announced = readSignedInfo(shape.signedInfo, options.legacy);
  if (announced.referenceId !== located.id) {
    throw new SignatureError('signature.reference', 'The Signature refers to another element than the expected one.');
  }
  const certificate = trustedCertificate(shape.offered, options.trust);

  const { signedInfoBytes, targetBytes } = await withLibDocument(source, (document) =>
    canonicalParts(document, located, announced, options.idAttribute ?? 'ID'),
  );
  // What the key signed is the canonical SignedInfo: it is read again from those octets, and these values are used.
  const signed = readSignedInfo(parseXml(signedInfoBytes, options.limits), options.legacy);
  if (signed.referenceId !== located.id || signed.referenceCanonicalization !== announced.referenceCanonicalization) {
    throw new SignatureError('signature.reference', 'SignedInfo reads differently once canonicalised.');
  }
  const key = x509Of(certificate).publicKey;
  if (!verify(hashNames[signed.algorithm], signedInfoBytes, key, shape.signatureValue)) {
    throw new SignatureError('signature.value', 'The signature value does not verify with the certificate.');
  }
  const digest = createHash(signed.digest).update(targetBytes).digest();
  if (!digest.equals(signed.digestValue)) {
    throw new SignatureError('signature.digest', 'The signed element was changed after it was signed.');
  }
  return {
    signedBytes: targetBytes,
    element: parseXml(targetBytes, options.limits),
    certificate,
    algorithm: signed.algorithm,
  };
}

/** Octets of SignedInfo, then of the element without its Signature, both from the one document that libxml2 holds. */
function canonicalParts(
  document: LibDocument,
  located: Located,
  info: SignedInfo,
  idAttribute: string,
): { signedInfoBytes: Uint8Array; targetBytes: Uint8Array } {
  const { target } = located;
  const node = document.byId(idAttribute, located.id);
  // The two readers must see the same element, with one Signature: a difference between parsers is an attack.
  if (node === undefined || node.name !== target.local || node.namespaceUri !== target.namespace) {
    throw new SignatureError('signature.target', 'The element that must be signed was not found again.');
  }
  const [signature, ...others] = document.children(node, DSIG, 'Signature');
  const [signedInfo, ...more] = signature === undefined ? [] : document.children(signature, DSIG, 'SignedInfo');
  if (signature === undefined || signedInfo === undefined || others.length > 0 || more.length > 0) {
    throw new SignatureError('signature.structure', 'The Signature was not found again.');
  }
  const signedInfoBytes = document.canonicalize(info.canonicalization, signedInfo, info.signedInfoPrefixes);
  signature.remove();
  const targetBytes = document.canonicalize(info.referenceCanonicalization, node, info.referencePrefixes);
  return { signedInfoBytes, targetBytes };
}
