import { XNode } from '../../tree/node.js';
import { XPathError } from '../error.js';
import type { Atomic, Item, Sequence } from '../item.js';
import type { Run } from '../run.js';
import { effectiveBooleanValue } from '../values/boolean-value.js';
import { castable, castTo } from '../values/cast.js';
import { nodesOnly } from '../values/convert.js';
import { numberOf } from '../values/numeric.js';
import { documentOrder, except, intersect, union } from '../values/order.js';
import { atomizeItem } from '../values/text-value.js';
import { isNumeric } from '../values/types.js';

function isNode(item: Item): item is XNode {
  return item instanceof XNode;
}

/** What a path gives when only the run knows whether it is nodes. @throws XPathError XPTY0018 for a mixture */
export function pathResult(items: readonly Item[], c: Run): Sequence {
  const nodes = items.filter(isNode);
  if (nodes.length === 0) return items;
  if (nodes.length < items.length) throw new XPathError('XPTY0018', 'a path gives nodes and atomic values');
  return documentOrder(nodes, c);
}

export function unionOf(a: Sequence, b: Sequence, c: Run): readonly XNode[] {
  return union(nodesOnly(a, 'an operand of union'), nodesOnly(b, 'an operand of union'), c);
}

export function intersectOf(a: Sequence, b: Sequence, c: Run): readonly XNode[] {
  return intersect(nodesOnly(a, 'an operand of intersect'), nodesOnly(b, 'an operand of intersect'), c);
}

export function exceptOf(a: Sequence, b: Sequence, c: Run): readonly XNode[] {
  return except(nodesOnly(a, 'an operand of except'), nodesOnly(b, 'an operand of except'), c);
}

/** The context item of a step, or of a function that takes it for an argument. @throws XPathError with that code */
export function contextNode(item: Item, code = 'XPTY0020'): XNode {
  if (item instanceof XNode) return item;
  throw new XPathError(code, 'the context item is not a node');
}

/** An item on the left of `/`. @throws XPathError XPTY0019 */
export function stepNode(item: Item): XNode {
  if (item instanceof XNode) return item;
  throw new XPathError('XPTY0019', 'the left side of / is not a node');
}

/** A predicate whose type only the run knows (§3.2.2): a number is a position. */
export function holds(items: Sequence, position: number): boolean {
  const [item] = items;
  if (items.length === 1 && item !== undefined && !(item instanceof XNode) && isNumeric(item))
    return numberOf(item) === position;
  return effectiveBooleanValue(items);
}

/** A predicate that is a number. */
export function isPosition(items: Sequence, position: number): boolean {
  return holds(items, position);
}

/** `cast as` (§3.10.2). @throws XPathError XPTY0004, FORG0001, … */
export function castSequence(items: Sequence, type: string, mayBeEmpty: boolean, c: Run): Atomic | undefined {
  if (items.length > 1) throw new XPathError('XPTY0004', `a sequence of ${items.length} items cannot be cast`);
  const [item] = items;
  if (item !== undefined) return castTo(atomizeItem(item), type, c.namespaces);
  if (mayBeEmpty) return undefined;
  throw new XPathError('XPTY0004', `nothing cannot be cast to xs:${type}`);
}

/** `castable as` (§3.10.3). */
export function castableSequence(items: Sequence, type: string, mayBeEmpty: boolean, c: Run): boolean {
  const [item] = items;
  if (item === undefined) return mayBeEmpty;
  return items.length === 1 && castable(atomizeItem(item), type, c.namespaces);
}

/** The items of several sequences, each computed when the loop comes to it. */
export function* inTurn(...sequences: readonly (() => Sequence)[]): Generator<Item> {
  for (const each of sequences) yield* each();
}
