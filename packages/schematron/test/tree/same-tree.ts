import { ATTRIBUTE, ELEMENT, type XNode } from '../../src/tree/node.js';

/** A tree as plain data, to compare it with another: everything a rule may see, and the offsets. */
export function plainTree(document: XNode): unknown[] {
  const rows: unknown[] = [];
  const stack: XNode[] = [document];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    rows.push(row(node));
    for (const each of node.attributes) rows.push(row(each));
    if (node.next !== null) stack.push(node.next);
    if (node.first !== null) stack.push(node.first);
  }
  return rows;
}

function row(node: XNode): unknown {
  const name = node.qname === null ? '' : `${node.qname.prefix}:{${node.qname.uri}}${node.qname.local}`;
  const links = [node.parent?.order, node.previous?.order, node.next?.order];
  const scope = node.kind === ELEMENT ? [...(node.scope ?? [])].sort() : null;
  return [
    node.kind,
    name,
    node.name === node.qname?.id || node.kind > ATTRIBUTE,
    node.order,
    node.value,
    node.offset,
    ...links,
    scope,
  ];
}
