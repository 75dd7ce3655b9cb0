import type { XNode } from '../../tree/node.js';
import type { Run } from '../run.js';

/** The part of a run that orders nodes of several documents: documents come in the order in which they were read. */
export type Documents = Pick<Run, 'numberOf'>;

/** The node at the top of the tree of a node. */
export function rootOf(node: XNode): XNode {
  let top = node;
  while (top.parent !== null) top = top.parent;
  return top;
}

/** Order of the document (XDM §2.4): negative, 0 for the same node, positive. */
export function compareOrder(a: XNode, b: XNode, documents: Documents): number {
  if (a === b) return 0;
  if (a.parent !== null && a.parent === b.parent) return a.order - b.order;
  const left = rootOf(a);
  const right = rootOf(b);
  return left === right ? a.order - b.order : documents.numberOf(left) - documents.numberOf(right);
}

/** The nodes in the order of the document, each once. The same array when they are so already. */
export function documentOrder(nodes: readonly XNode[], documents: Documents): readonly XNode[] {
  if (nodes.length < 2 || isOrdered(nodes, documents)) return nodes;
  const sorted = allOfOneTree(nodes)
    ? [...nodes].sort((a, b) => a.order - b.order)
    : [...nodes].sort((a, b) => compareOrder(a, b, documents));
  return sorted.filter((node, index) => node !== sorted[index - 1]);
}

function isOrdered(nodes: readonly XNode[], documents: Documents): boolean {
  let previous = nodes[0];
  for (let index = 1; index < nodes.length; index++) {
    const node = nodes[index];
    if (node === undefined || previous === undefined || compareOrder(previous, node, documents) >= 0) return false;
    previous = node;
  }
  return true;
}

function allOfOneTree(nodes: readonly XNode[]): boolean {
  const first = nodes[0];
  if (first === undefined) return true;
  const root = rootOf(first);
  return nodes.every((node) => (node.parent !== null && node.parent === first.parent) || rootOf(node) === root);
}

/** `a union b`, `a | b`. */
export function union(a: readonly XNode[], b: readonly XNode[], documents: Documents): readonly XNode[] {
  if (b.length === 0) return documentOrder(a, documents);
  return documentOrder(a.length === 0 ? b : [...a, ...b], documents);
}

/** `a intersect b`. */
export function intersect(a: readonly XNode[], b: readonly XNode[], documents: Documents): readonly XNode[] {
  const others = new Set(b);
  return documentOrder(
    a.filter((node) => others.has(node)),
    documents,
  );
}

/** `a except b`. */
export function except(a: readonly XNode[], b: readonly XNode[], documents: Documents): readonly XNode[] {
  if (b.length === 0) return documentOrder(a, documents);
  const others = new Set(b);
  return documentOrder(
    a.filter((node) => !others.has(node)),
    documents,
  );
}
