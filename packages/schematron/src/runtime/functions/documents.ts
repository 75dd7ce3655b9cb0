import { DOCUMENT, XNode } from '../../tree/node.js';
import { XPathError } from '../error.js';
import type { Sequence } from '../item.js';
import type { Run } from '../run.js';
import { type FunctionSpec, implement } from '../signatures.js';
import { documentOrder } from '../values/order.js';
import { stringOf } from '../values/text-value.js';
import { EMPTY, node, text, texts, truth } from './arguments.js';
import { baseUri } from './base-uri.js';
import { elementsById } from './ids.js';

/**
 * What a reference leads to: a document, or, as the reference engine has it, the element that a fragment names by `xml:id`. The loader
 * is asked for the whole reference first, then for what stands before the fragment.
 *
 * @returns null when there is such a document and no such element, undefined when there is no such document
 */
function find(c: Run, href: string, base: string | undefined): XNode | null | undefined {
  const found = c.load(href, base);
  const hash = href.indexOf('#');
  if (found !== undefined || hash < 0) return found;
  const whole = c.load(href.slice(0, hash), base);
  if (whole === undefined || hash === href.length - 1) return whole;
  return elementsById([href.slice(hash + 1)], whole)[0] ?? null;
}

/** `fn:doc` of a reference that is there. @throws XPathError FODC0002 when it cannot be had */
export function doc(c: Run, href: string): XNode | null {
  const found = find(c, href, undefined);
  if (found === undefined) throw new XPathError('FODC0002', `this document is not available: ${href}`);
  return found;
}

/** `fn:doc-available`. */
export function docAvailable(c: Run, href: string): boolean {
  const found = find(c, href, undefined);
  return found !== undefined && found !== null;
}

/**
 * `document()` (XSLT 2.0 §16.1). Texts are relative to the schema, or to the second argument when there is one; nodes to where they
 * are. What cannot be had is left out, and noted by the run: the reference engine recovers with a warning where `doc()` stops.
 */
export function documents(c: Run, references: Sequence, relativeTo: XNode | undefined): readonly XNode[] {
  const result: XNode[] = [];
  for (const reference of references) {
    const from = relativeTo ?? (reference instanceof XNode ? reference : undefined);
    const href = stringOf(reference);
    const found = find(c, href, from === undefined ? undefined : baseUri(c, from));
    if (found === undefined) c.noteMissing(href);
    else if (found !== null) result.push(found);
  }
  return references.length > 1 ? documentOrder(result, c) : result;
}

/** Documents, and elements by identifier (Functions and Operators §15.5). */
export const documentFunctions: readonly FunctionSpec[] = [
  implement('doc', (c, href = EMPTY) => {
    const found = href.length === 0 ? null : doc(c, text(href));
    return found === null ? EMPTY : [found];
  }),
  implement('doc-available', (c, href = EMPTY) => truth(href.length > 0 && docAvailable(c, text(href)))),
  implement('document', (c, references = EMPTY, base) =>
    documents(c, references, base === undefined ? undefined : node(base)),
  ),
  implement('id', (_, ids = EMPTY, of = EMPTY) => byId(ids, node(of))),
  implement('element-with-id', (_, ids = EMPTY, of = EMPTY) => byId(ids, node(of))),
  // No DTD, no schema: no attribute has the type IDREF.
  implement('idref', (_, _ids = EMPTY, of = EMPTY) => {
    requireDocument(node(of));
    return EMPTY;
  }),
];

function byId(ids: Sequence, of: XNode): Sequence {
  requireDocument(of);
  return elementsById(texts(ids), of);
}

function requireDocument(of: XNode): void {
  let top = of;
  while (top.parent !== null) top = top.parent;
  if (top.kind !== DOCUMENT) throw new XPathError('FODC0001', 'the node is in no document');
}
