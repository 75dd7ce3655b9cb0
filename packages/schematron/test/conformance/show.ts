import type { Item } from '../../src/runtime/item.js';
import { XAtomic } from '../../src/runtime/item.js';
import { doubleToString } from '../../src/runtime/values/double.js';
import { ATTRIBUTE, COMMENT, DOCUMENT, ELEMENT, INSTRUCTION, TEXT, type XNode } from '../../src/tree/node.js';

/** An item as cases and the reference engine write it: `xs:integer 3`, `node library.xml:/library/book[2]/@id`. */
export function showItem(item: Item, names: ReadonlyMap<XNode, string>): string {
  if (typeof item === 'string') return `xs:string ${item}`;
  if (typeof item === 'boolean') return `xs:boolean ${item}`;
  if (typeof item === 'number') return `xs:double ${doubleToString(item)}`;
  if (item instanceof XAtomic) return `xs:${item.derived ?? item.type} ${item.toString()}`;
  return `node ${path(item, names)}`;
}

function path(node: XNode, names: ReadonlyMap<XNode, string>): string {
  if (node.kind === DOCUMENT) return `${names.get(node) ?? '?'}:/`;
  const above = node.parent === null ? '?:/' : path(node.parent, names);
  const before = above.endsWith('/') ? above : `${above}/`;
  if (node.kind === ATTRIBUTE) return `${before}@${lexical(node)}`;
  const own = step(node);
  let rank = 1;
  for (let sibling = node.previous; sibling !== null; sibling = sibling.previous) if (step(sibling) === own) rank++;
  return `${before}${own}${rank === 1 ? '' : `[${rank}]`}`;
}

function step(node: XNode): string {
  switch (node.kind) {
    case ELEMENT:
      return lexical(node);
    case TEXT:
      return 'text()';
    case COMMENT:
      return 'comment()';
    case INSTRUCTION:
      return 'processing-instruction()';
    default:
      throw new TypeError('no such child');
  }
}

function lexical({ qname }: XNode): string {
  if (qname === null) return '';
  return qname.prefix === '' ? qname.local : `${qname.prefix}:${qname.local}`;
}
