import { createHash } from 'node:crypto';
import { exclusiveForm } from '../c14n/exclusive-tree.js';
import { isIdLike, isIdValue } from '../c14n/ids.js';
import { SigningError } from '../errors/signature-error.js';
import { rememberWritten, serializeXml, type XmlElementNode, type XmlNode } from '../xml/write.js';
import { DSIG } from './algorithms.js';
import { assertLeave, assertSigner, certificateText } from './signer-check.js';
import { exclusiveSignedInfo, type SignatureParts, writeSignature } from './template.js';
import type { SignOptions } from './types.js';

/** What signing a tree needs: what signing a text does, but for the text. */
export interface SignTreeOptions
  extends Pick<SignOptions, 'idAttribute' | 'insertAfter' | 'signer' | 'digest' | 'keyInfo' | 'prefix' | 'legacy'> {
  /** The element to sign, with its identifier. No raw part inside: its canonical form is written from the tree. */
  readonly element: XmlElementNode;
}

/**
 * Writes an element and signs it, with an enveloped signature in exclusive canonicalisation: the text is that of
 * `serializeXml`, to the character, with the Signature inserted. The same as {@link signEnveloped} on that text, without
 * reading it again: several times less work.
 *
 * Throws {@link SigningError} when the element has no identifier of its own, is signed already or holds a raw part;
 * {@link XmlWriteError} for what XML cannot carry; and what the signer throws.
 */
export async function signTree(options: SignTreeOptions): Promise<string> {
  const { element: root, signer, insertAfter } = options;
  const digest = options.digest ?? 'sha256';
  assertLeave(signer.algorithm, digest, options.legacy);
  const id = identifierOf(root, options.idAttribute ?? 'ID');
  const at = insertAfter === undefined ? root.children.length : placeAfter(root, insertAfter);
  // The writer first: it refuses what the canonical form would not.
  const mark: XmlNode = { kind: 'raw', xml: MARK };
  const text = serializeXml({ ...root, children: [...root.children.slice(0, at), mark, ...root.children.slice(at)] });
  const canonical = exclusiveForm(root);
  if (canonical === undefined) throw new SigningError('signing.target', 'The element to sign holds a raw part.');
  const parts: SignatureParts = {
    prefix: options.prefix ?? '',
    id,
    canonicalization: 'exc-c14n',
    algorithm: signer.algorithm,
    digest,
    digestValue: createHash(digest).update(canonical, 'utf8').digest('base64'),
    signatureValue: '',
    ...(options.keyInfo === 'none' ? {} : { certificate: certificateText(signer.certificateDer) }),
  };
  const octets = exclusiveSignedInfo(parts);
  const value = await signer.sign(octets);
  assertSigner(signer, octets, value);
  const cut = text.indexOf(MARK);
  const signature = writeSignature({ ...parts, signatureValue: Buffer.from(value).toString('base64') });
  const signed = text.slice(0, cut) + signature + text.slice(cut + MARK.length);
  rememberWritten(signed);
  return signed;
}

/** U+0000 is refused in every text and name: the mark stands nowhere else. */
const MARK = '\u0000';

function identifierOf(root: XmlElementNode, idAttribute: string): string {
  const own = root.attributes.find((item) => item.local === idAttribute && !item.namespace)?.value;
  if (own === undefined || !isIdValue(own)) {
    throw new SigningError(
      'signing.target',
      'The element must carry a valid XML ID: a letter or an underscore first, no colon.',
    );
  }
  if (countIds(root, own) !== 1) {
    throw new SigningError(
      'signing.duplicateId',
      'Several elements carry the ID to sign: a verifier would refuse the result.',
    );
  }
  return own;
}

function countIds(node: XmlElementNode, id: string): number {
  if (node.name.namespace === DSIG && node.name.local === 'Signature') {
    throw new SigningError('signing.alreadySigned', 'The element already holds a Signature.');
  }
  let count = 0;
  for (const item of node.attributes) {
    if (item.value === id && isIdLike(item.local)) {
      count += 1;
      break;
    }
  }
  for (const child of node.children) {
    if (typeof child !== 'string' && child.kind === 'element') count += countIds(child, id);
  }
  return count;
}

function placeAfter(root: XmlElementNode, { namespace, local }: { namespace: string; local: string }): number {
  const found = root.children.flatMap((child, index) =>
    typeof child !== 'string' &&
    child.kind === 'element' &&
    child.name.local === local &&
    child.name.namespace === namespace
      ? [index]
      : [],
  );
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new SigningError('signing.position', `The Signature must follow one ${local}; there are ${found.length}.`);
  }
  return only + 1;
}
