import { createHash } from 'node:crypto';
import { isIdValue, isUniqueId } from '../c14n/ids.js';
import { withLibDocument } from '../c14n/libxml2.js';
import { SigningError } from '../errors/signature-error.js';
import { defaultXmlLimits } from '../xml/limits.js';
import { decodeInput, parseXml } from '../xml/parse.js';
import { attribute, children, walk, type XmlElement } from '../xml/tree.js';
import { DSIG } from './algorithms.js';
import { assertLeave, assertSigner, certificateText } from './signer-check.js';
import { exclusiveSignedInfo, type SignatureParts, writeSignature } from './template.js';
import type { SignOptions } from './types.js';

/**
 * Signs one element of a document, by its ID, with an enveloped signature (transforms enveloped-signature then the chosen
 * canonicalisation). The document is returned as it was given, to the character, with the Signature inserted.
 *
 * Insert the result in a larger message with `raw()`: a rewriting would break the digest.
 *
 * Throws {@link SigningError} when the element is not found, is not alone to carry the ID, or is signed already;
 * {@link XmlError} when the document is refused; and what the signer throws.
 */
export async function signEnveloped(options: SignOptions): Promise<string> {
  const { signer } = options;
  const idAttribute = options.idAttribute ?? 'ID';
  const canonicalization = options.canonicalization ?? 'exc-c14n';
  const digest = options.digest ?? 'sha256';
  assertLeave(signer.algorithm, digest, options.legacy);
  const source = decodeInput(options.xml, options.limits?.maxBytes ?? defaultXmlLimits.maxBytes);
  const root = parseXml(source, options.limits);
  const target = findTarget(root, idAttribute, options.referenceId);
  const whole = target === root && standsAlone(source, root);
  const at = insertionOffset(source, target, options.insertAfter);

  const digestValue = await withLibDocument(source, (document) => {
    // One element is canonicalised through a call for each of its nodes: several times slower than the document.
    const node = whole ? undefined : document.byId(idAttribute, options.referenceId);
    if (!whole && node === undefined) throw new SigningError('signing.target', 'The element to sign was not found.');
    return createHash(digest).update(document.canonicalize(canonicalization, node)).digest('base64');
  });
  const parts: SignatureParts = {
    prefix: options.prefix ?? '',
    id: options.referenceId,
    canonicalization,
    algorithm: signer.algorithm,
    digest,
    digestValue,
    signatureValue: '',
    ...(options.keyInfo === 'none' ? {} : { certificate: certificateText(signer.certificateDer) }),
  };
  const insert = (signature: string) => source.slice(0, at) + signature + source.slice(at);

  const octets =
    canonicalization === 'exc-c14n'
      ? exclusiveSignedInfo(parts)
      : await canonicalInPlace(insert(writeSignature(parts)), idAttribute, options.referenceId);
  const value = await signer.sign(octets);
  assertSigner(signer, octets, value);
  return insert(writeSignature({ ...parts, signatureValue: Buffer.from(value).toString('base64') }));
}

/** Inclusive canonicalisation takes in the namespaces and the xml: attributes of what stands around. */
function canonicalInPlace(source: string, idAttribute: string, id: string): Promise<Uint8Array> {
  return withLibDocument(source, (document) => {
    const node = document.byId(idAttribute, id);
    const [signature] = node === undefined ? [] : document.children(node, DSIG, 'Signature');
    const [signedInfo] = signature === undefined ? [] : document.children(signature, DSIG, 'SignedInfo');
    if (signedInfo === undefined) throw new SigningError('signing.target', 'The element to sign was not found.');
    return document.canonicalize('c14n', signedInfo);
  });
}

function findTarget(root: XmlElement, idAttribute: string, id: string): XmlElement {
  if (!isIdValue(id) || !isIdValue(idAttribute)) {
    throw new SigningError(
      'signing.target',
      'The reference must be a valid XML ID: a letter or an underscore first, no colon.',
    );
  }
  const found = [...walk(root)].find((item) => attribute(item, idAttribute) === id);
  if (found === undefined) throw new SigningError('signing.target', 'No element carries the ID to sign.');
  if (!isUniqueId(root, idAttribute, id)) {
    throw new SigningError(
      'signing.duplicateId',
      'Several elements carry the ID to sign: a verifier would refuse the result.',
    );
  }
  if ([...walk(found)].some((item) => item.namespace === DSIG && item.local === 'Signature')) {
    throw new SigningError('signing.alreadySigned', 'The element already holds a Signature.');
  }
  return found;
}

/** True when nothing but the XML declaration and white space stands beside the root: its canonical form is the document's. */
function standsAlone(source: string, root: XmlElement): boolean {
  const before = source.slice(0, root.span.start).replace(/^<\?xml\s[^>]*\?>/, '');
  return !before.includes('<') && !source.slice(root.span.end).includes('<');
}

/** Offset of the Signature: after the named child, or before the end tag. */
function insertionOffset(source: string, target: XmlElement, after: SignOptions['insertAfter']): number {
  if (after === undefined) {
    if (target.span.open === target.span.end) {
      throw new SigningError(
        'signing.position',
        'The element to sign is empty and self-closed: there is no room for a Signature.',
      );
    }
    return source.lastIndexOf('</', target.span.end - 1);
  }
  const found = children(target, after.namespace, after.local);
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new SigningError(
      'signing.position',
      `The Signature must follow one ${after.local}; there are ${found.length}.`,
    );
  }
  return only.span.end;
}
