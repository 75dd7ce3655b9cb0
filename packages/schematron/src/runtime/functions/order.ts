import { rootOf } from '../../tree/document.js';
import type { XNode } from '../../tree/node.js';
import type { Run } from '../run.js';

/** The order of nodes, of one document or of several: documents come as the run met them. */
export function compareNodes(c: Run, a: XNode, b: XNode): number {
  if (a === b) return 0;
  const left = rootOf(a);
  const right = rootOf(b);
  return left === right ? a.order - b.order : c.numberOf(left) - c.numberOf(right);
}

/** The nodes in order, each once. */
export function sortNodes(c: Run, nodes: Iterable<XNode>): XNode[] {
  return [...new Set(nodes)].sort((a, b) => compareNodes(c, a, b));
}
