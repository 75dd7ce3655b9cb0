import { rootOf } from '../../tree/document.js';
import { DOCUMENT, ELEMENT, type XNode } from '../../tree/node.js';
import { type Sequence, XUri } from '../item.js';
import type { Run } from '../run.js';
import { type FunctionSpec, implement } from '../signatures.js';
import { documentOrder } from '../values/order.js';
import { EMPTY, node, nodeOrNull, nodes, text, truth } from './arguments.js';
import { baseUri } from './base-uri.js';
import { localName, namespaceUri, nodeName, qnameOf } from './names.js';
import { hasLanguage, innermost, outermost, pathOf } from './nodes.js';

/** A function of one node, or of none. */
function ofNode(name: string, of: (node: XNode | null, c: Run) => Sequence): FunctionSpec {
  return implement(name, (c, argument = EMPTY) => of(nodeOrNull(argument), c));
}

function optional<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

/** A string that tells a node from all others of the run. Not the one of the reference engine, which promises none either. */
export function generateId(c: Run, node: XNode): string {
  return `d${c.numberOf(rootOf(node))}e${node.order}`;
}

/** Functions and Operators §2 and §14, `generate-id` (XSLT 2.0 §16.6.4), and those of 3.0 about nodes. */
export const nodeFunctions: readonly FunctionSpec[] = [
  ofNode('node-name', (node) => optional(qnameOf(node))),
  // No schema: no element is nilled, whatever its xsi:nil says.
  ofNode('nilled', (node) => (node?.kind === ELEMENT ? [false] : EMPTY)),
  ofNode('base-uri', (node, c) => optional(node === null ? undefined : baseUri(c, node)).map((uri) => new XUri(uri))),
  ofNode('document-uri', (node, c) =>
    optional(node?.kind === DOCUMENT ? c.uriOf(node) : undefined).map((uri) => new XUri(uri)),
  ),
  ofNode('name', (node) => [nodeName(node)]),
  ofNode('local-name', (node) => [localName(node)]),
  ofNode('namespace-uri', (node) => [new XUri(namespaceUri(node))]),
  ofNode('root', (node) => (node === null ? EMPTY : [rootOf(node)])),
  ofNode('has-children', (node) => truth(node !== null && node.first !== null)),
  ofNode('path', (node) => (node === null ? EMPTY : [pathOf(node)])),
  ofNode('generate-id', (node, c) => [node === null ? '' : generateId(c, node)]),
  implement('lang', (_, language = EMPTY, of = EMPTY) => truth(hasLanguage(node(of), text(language)))),
  implement('innermost', (c, items = EMPTY) => innermost(documentOrder(nodes(items), c))),
  implement('outermost', (c, items = EMPTY) => outermost(documentOrder(nodes(items), c))),
];
