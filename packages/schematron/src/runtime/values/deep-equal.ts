import { ATTRIBUTE, COMMENT, DOCUMENT, ELEMENT, INSTRUCTION, XNode } from '../../tree/node.js';
import { XPathError } from '../error.js';
import type { Item, Sequence } from '../item.js';
import { compareAtomic, type Zone } from './compare.js';
import { asNumeric, numberOfNumeric } from './numeric.js';

/** fn:deep-equal (F&O §15.3.1): item by item; values that do not compare are not equal; NaN equals NaN. */
export function deepEqual(a: Sequence, b: Sequence, zone: Zone): boolean {
  return a.length === b.length && a.every((item, index) => deepEqualItems(item, b[index], zone));
}

function deepEqualItems(a: Item, b: Item | undefined, zone: Zone): boolean {
  if (b === undefined) return false;
  if (a instanceof XNode || b instanceof XNode) return a instanceof XNode && b instanceof XNode && deepEqualNodes(a, b);
  const x = asNumeric(a);
  const y = asNumeric(b);
  if (x !== undefined && y !== undefined && Number.isNaN(numberOfNumeric(x)) && Number.isNaN(numberOfNumeric(y)))
    return true;
  try {
    return compareAtomic('eq', a, b, zone);
  } catch (error) {
    if (error instanceof XPathError) return false;
    throw error;
  }
}

/** Comments and instructions below do not count, but part the texts around them. Documents are deep: no recursion. */
function deepEqualNodes(a: XNode, b: XNode): boolean {
  const pairs: [XNode, XNode][] = [[a, b]];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [left, right] = pair;
    if (!sameNode(left, right)) return false;
    let x = counting(left.first);
    let y = counting(right.first);
    while (x !== null && y !== null) {
      pairs.push([x, y]);
      x = counting(x.next);
      y = counting(y.next);
    }
    if (x !== y) return false;
  }
  return true;
}

/** The node, or the next one that counts. */
function counting(node: XNode | null): XNode | null {
  let found = node;
  while (found !== null && (found.kind === COMMENT || found.kind === INSTRUCTION)) found = found.next;
  return found;
}

function sameNode(a: XNode, b: XNode): boolean {
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case DOCUMENT:
      return true;
    case ELEMENT:
      return sameName(a, b) && sameAttributes(a, b);
    case ATTRIBUTE:
    case INSTRUCTION:
      return sameName(a, b) && a.value === b.value;
    default:
      return a.value === b.value;
  }
}

/** By text: names that no pack knows have other numbers in another document. */
function sameName(a: XNode, b: XNode): boolean {
  return a.qname?.local === b.qname?.local && a.qname?.uri === b.qname?.uri;
}

function sameAttributes(a: XNode, b: XNode): boolean {
  if (a.attributes.length !== b.attributes.length) return false;
  return a.attributes.every((one) => b.attributes.some((other) => sameName(one, other) && one.value === other.value));
}
