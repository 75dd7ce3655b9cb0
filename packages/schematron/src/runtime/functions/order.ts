import type { XNode } from '../../tree/node.js';
import type { Run } from '../run.js';
import { compareOrder } from '../values/order.js';

/** The order of nodes, of one document or of several: documents come as the run met them. */
export function compareNodes(c: Run, a: XNode, b: XNode): number {
  return compareOrder(a, b, c);
}
