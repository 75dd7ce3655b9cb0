import { nextInTree, rootOf } from '../../tree/document.js';
import { elementsByName, elementsNamed, elementsWith } from '../../tree/indexes.js';
import { ATTRIBUTE, DOCUMENT, ELEMENT, type XNode } from '../../tree/node.js';
import type { Run } from '../run.js';

/** The attribute of that name. */
export function attribute(node: XNode, name: number): XNode | null {
  const { attributes } = node;
  for (let i = 0; i < attributes.length; i += 1) {
    const each = attributes[i] as XNode;
    if (each.name === name) return each;
  }
  return null;
}

/** The value of the attribute of that name. */
export function attributeText(node: XNode, name: number): string | null {
  const { attributes } = node;
  for (let i = 0; i < attributes.length; i += 1) {
    const each = attributes[i] as XNode;
    if (each.name === name) return each.value;
  }
  return null;
}

/** The first child element of that name. */
export function child(node: XNode, name: number): XNode | null {
  for (let at = node.first; at !== null; at = at.next) if (at.name === name && at.kind === ELEMENT) return at;
  return null;
}

/** How many child elements have that name. */
export function childCount(node: XNode, name: number): number {
  let count = 0;
  for (let at = node.first; at !== null; at = at.next) if (at.name === name && at.kind === ELEMENT) count += 1;
  return count;
}

/** The first child element. */
export function firstElement(node: XNode): XNode | null {
  for (let at = node.first; at !== null; at = at.next) if (at.kind === ELEMENT) return at;
  return null;
}

/** The first child of that kind. */
export function firstOfKind(node: XNode, kind: number): XNode | null {
  for (let at = node.first; at !== null; at = at.next) if (at.kind === kind) return at;
  return null;
}

/** The node after this one in document order that is not below it, attributes left out. Of an attribute: what its element holds first. */
export function firstFollowing(node: XNode): XNode | null {
  if (node.kind === DOCUMENT) return null;
  if (node.kind === ATTRIBUTE) return node.parent === null ? null : nextNode(node.parent);
  for (let at: XNode | null = node; at !== null; at = at.parent) if (at.next !== null) return at.next;
  return null;
}

/** The next node of the document, attributes left out. */
export function nextNode(node: XNode): XNode | null {
  if (node.first !== null) return node.first;
  for (let at: XNode | null = node; at !== null; at = at.parent) if (at.next !== null) return at.next;
  return null;
}

/** The nodes of the preceding axis, the nearest first. */
export function precedingNodes(node: XNode, c: Run): XNode[] {
  const ancestors = new Set<XNode>();
  for (let at = node.parent; at !== null; at = at.parent) ancestors.add(at);
  const top = rootOf(node);
  const found: XNode[] = [];
  for (let at: XNode | null = top; at !== null && at.order < node.order; at = nextInTree(at, top)) {
    c.tick();
    if (!ancestors.has(at)) found.push(at);
  }
  return found.reverse();
}

/** The elements of that name below a node, in document order: through the index of the document, by rank. */
export function descendantsNamed(node: XNode, name: number, c: Run): readonly XNode[] {
  if (node.kind === DOCUMENT) return elementsNamed(node, name);
  if (node.first === null) return [];
  const all = elementsNamed(rootOf(node), name);
  if (all.length === 0) return all;
  c.tick();
  return below(node, all);
}

/** Those of some elements in document order that are below a node. */
function below(node: XNode, all: readonly XNode[]): XNode[] {
  const after = firstFollowing(node)?.order ?? Number.POSITIVE_INFINITY;
  const found: XNode[] = [];
  for (let i = lowest(all, node.order + 1); i < all.length; i += 1) {
    const each = all[i] as XNode;
    if (each.order >= after) break;
    found.push(each);
  }
  return found;
}

/** The elements of that local name below a node, in document order, whatever their namespace. */
export function descendantsWithLocal(node: XNode, local: string, c: Run): readonly XNode[] {
  if (node.first === null) return [];
  const lists: (readonly XNode[])[] = [];
  for (const list of elementsByName(rootOf(node)).values()) if (list[0]?.qname?.local === local) lists.push(list);
  const [first, ...others] = lists;
  if (first === undefined) return [];
  c.tick();
  const all = others.length === 0 ? first : lists.flat().sort((a, b) => a.order - b.order);
  return node.kind === DOCUMENT ? all : below(node, all);
}

/** The elements of that name below a node that have the attribute with that value, in document order: through the index. */
export function descendantsWith(node: XNode, name: number, attribute: number, value: string | null): readonly XNode[] {
  if (value === null) return [];
  if (node.kind === DOCUMENT) return elementsWith(node, name, attribute, value);
  if (node.first === null) return [];
  const all = elementsWith(rootOf(node), name, attribute, value);
  if (all.length === 0) return all;
  return below(node, all);
}

/** Index of the first node at that rank or after it. */
function lowest(nodes: readonly XNode[], order: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle] as XNode).order < order) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a document holds one element, and that one passes (`document-node(element(…))`). */
export function documentHolds(document: XNode, test: (element: XNode) => boolean): boolean {
  let found: XNode | null = null;
  for (let at = document.first; at !== null; at = at.next) {
    if (at.kind !== ELEMENT) continue;
    if (found !== null) return false;
    found = at;
  }
  return found !== null && test(found);
}
