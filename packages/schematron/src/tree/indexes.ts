import { factsOf, nextInTree } from './document.js';
import { ELEMENT, type XNode } from './node.js';

const NONE: readonly XNode[] = Object.freeze([]);

/** All elements of a document by the number of their name, in document order. */
export function elementsByName(document: XNode): ReadonlyMap<number, readonly XNode[]> {
  const facts = factsOf(document);
  if (facts.byName !== undefined) return facts.byName;
  const found = new Map<number, XNode[]>();
  for (let node: XNode | null = document; node !== null; node = nextInTree(node, document)) {
    if (node.kind === ELEMENT) add(found, node.name, node);
  }
  facts.byName = found;
  return found;
}

/** The elements of that name, in document order. */
export function elementsNamed(document: XNode, name: number): readonly XNode[] {
  return elementsByName(document).get(name) ?? NONE;
}

/** The elements of that name that have the attribute with that value, in document order. */
export function elementsWith(document: XNode, name: number, attribute: number, value: string): readonly XNode[] {
  const facts = factsOf(document);
  const key = `${name} ${attribute}`;
  let table = facts.byValue.get(key);
  if (table === undefined) {
    const made = new Map<string, XNode[]>();
    for (const element of elementsNamed(document, name)) {
      for (const each of element.attributes) if (each.name === attribute) add(made, each.value, element);
    }
    facts.byValue.set(key, made);
    table = made;
  }
  return table.get(value) ?? NONE;
}

function add<K>(map: Map<K, XNode[]>, key: K, node: XNode): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [node]);
  else list.push(node);
}
