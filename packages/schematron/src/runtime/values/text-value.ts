import { COMMENT, DOCUMENT, ELEMENT, INSTRUCTION, TEXT, XNode } from '../../tree/node.js';
import { type Atomic, type Item, type Sequence, XUntyped } from '../item.js';
import { doubleToString } from './double.js';

/** String value of a node (XDM §5.13): of an element or a document, the texts below it, one after the other. */
export function stringValue(node: XNode): string {
  if (node.kind !== ELEMENT && node.kind !== DOCUMENT) return node.value;
  const first = node.first;
  if (first === null) return '';
  if (first.kind === TEXT && first.next === null) return first.value;
  return textBelow(node, first);
}

/** Walks without recursion: documents may be deep. */
function textBelow(top: XNode, first: XNode): string {
  let text = '';
  let node: XNode = first;
  for (;;) {
    if (node.kind === TEXT) text += node.value;
    else if (node.first !== null) {
      node = node.first;
      continue;
    }
    while (node.next === null) {
      if (node.parent === null || node.parent === top) return text;
      node = node.parent;
    }
    node = node.next;
  }
}

/** String of an item, as fn:string gives it. */
export function stringOf(item: Item): string {
  if (typeof item === 'string') return item;
  if (typeof item === 'number') return doubleToString(item);
  if (typeof item === 'boolean') return item ? 'true' : 'false';
  return item instanceof XNode ? stringValue(item) : item.toString();
}

/** Typed value of a node without a schema: untyped, but a string for comments and instructions (XDM §6.5, §6.6). */
export function typedValue(node: XNode): Atomic {
  const text = stringValue(node);
  return node.kind === COMMENT || node.kind === INSTRUCTION ? text : new XUntyped(text);
}

/** fn:data of an item. */
export function atomizeItem(item: Item): Atomic {
  return item instanceof XNode ? typedValue(item) : item;
}

/** fn:data of a sequence. The same array when there is no node in it. */
export function atomize(items: Sequence): readonly Atomic[] {
  for (const item of items) if (item instanceof XNode) return items.map(atomizeItem);
  return items as readonly Atomic[];
}
