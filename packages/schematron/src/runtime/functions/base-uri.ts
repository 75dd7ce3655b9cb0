import { ELEMENT, type XNode } from '../../tree/node.js';
import type { Run } from '../run.js';
import { xmlAttribute } from './nodes.js';
import { resolveUri } from './uris.js';

/**
 * `fn:base-uri`: the `xml:base` of the node or of its ancestors, each relative to the one above it, the last to the URI of the
 * document. `undefined` when the document came without one and nothing else says it.
 */
export function baseUri(c: Run, node: XNode): string | undefined {
  const bases: string[] = [];
  let top = node;
  for (let at: XNode | null = node; at !== null; at = at.parent) {
    const base = at.kind === ELEMENT ? xmlAttribute(at, 'base') : undefined;
    if (base !== undefined) bases.push(base);
    top = at;
  }
  let uri = c.uriOf(top);
  for (let base = bases.pop(); base !== undefined; base = bases.pop()) uri = joined(base, uri);
  return uri;
}

/** A reference that cannot be resolved is kept as it is written, as the reference engine does. */
function joined(reference: string, base: string | undefined): string {
  if (base === undefined) return reference;
  try {
    return resolveUri(reference, base);
  } catch {
    return reference;
  }
}
