import { elementsWithId, idOf, isIdValue } from '../c14n/ids.js';
import { SignatureError } from '../errors/signature-error.js';
import { children, elements, walk, type XmlElement } from '../xml/tree.js';
import { DSIG } from './algorithms.js';
import { follows, signaturesOf } from './structure.js';
import type { VerifyOptions } from './types.js';

/** The element that must be signed, its ID, and its only Signature, all where they were expected. */
export interface Located {
  readonly target: XmlElement;
  readonly id: string;
  readonly signature: XmlElement;
}

/**
 * Finds the element by its place, never by the reference of the signature: a wrapping attack moves the signed element
 * elsewhere and puts another in its place. Then checks that nothing else in the document could be taken for it.
 */
export function locate(root: XmlElement, options: VerifyOptions): Located {
  const idAttribute = options.idAttribute ?? 'ID';
  const { target, siblings } = findTarget(root, options.expected);
  const signature = findSignature(root, target, siblings, options);
  const id = idOf(target, idAttribute);
  if (id === undefined || !isIdValue(id)) {
    throw new SignatureError('signature.target', `The expected element has no valid ${idAttribute} attribute.`);
  }
  if (elementsWithId(root, id).length !== 1) {
    throw new SignatureError(
      'signature.duplicateId',
      'The ID of the signed element is carried by another element of the document.',
    );
  }
  return { target, id, signature };
}

function findTarget(
  root: XmlElement,
  expected: VerifyOptions['expected'],
): { target: XmlElement; siblings: readonly XmlElement[] } {
  const missing = (why: string) =>
    new SignatureError('signature.target', `The element that must be signed is not where it was expected: ${why}.`);
  const { path = [] } = expected;
  const [first, ...rest] = path;
  if (first === undefined) {
    if (root.namespace !== expected.namespace || root.local !== expected.local)
      throw missing('the root has another name');
    if ((expected.index ?? 0) !== 0) throw missing('there is only one root');
    return { target: root, siblings: [] };
  }
  if (root.namespace !== first.namespace || root.local !== first.local) throw missing('the root has another name');
  let parent = root;
  for (const step of rest) {
    const found = children(parent, step.namespace, step.local);
    const [only] = found;
    if (only === undefined || found.length > 1) throw missing(`${found.length} ${step.local} on the path`);
    parent = only;
  }
  const found = children(parent, expected.namespace, expected.local);
  if (expected.index === undefined && found.length !== 1) throw missing(`${found.length} ${expected.local} there`);
  const target = found[expected.index ?? 0];
  if (target === undefined) throw missing(`${found.length} ${expected.local} there`);
  return { target, siblings: elements(parent).filter((item) => item !== target) };
}

function findSignature(
  root: XmlElement,
  target: XmlElement,
  siblings: readonly XmlElement[],
  options: VerifyOptions,
): XmlElement {
  const own = signaturesOf(target);
  const ignored = new Set(options.otherSignatures === 'ignoreInSiblings' ? siblings.flatMap(signaturesOf) : []);
  let elsewhere = 0;
  for (const item of walk(root)) {
    if (item.namespace === DSIG && item.local === 'Signature' && !own.includes(item) && !ignored.has(item))
      elsewhere += 1;
  }
  const [signature] = own;
  if (signature === undefined) {
    throw elsewhere === 0
      ? new SignatureError('signature.missing', 'The document is not signed.')
      : new SignatureError('signature.misplaced', 'The Signature is not a child of the element that must be signed.');
  }
  if (own.length + elsewhere > 1) {
    throw new SignatureError('signature.several', 'The document holds several Signatures; exactly one is accepted.');
  }
  if (options.signatureAfter !== undefined && !follows(target, signature, options.signatureAfter)) {
    throw new SignatureError(
      'signature.misplaced',
      `The Signature must come right after ${options.signatureAfter.local}.`,
    );
  }
  return signature;
}
