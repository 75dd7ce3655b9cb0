import { factsOf, nextInTree, rootOf } from '../../tree/document.js';
import { ELEMENT, type XNode } from '../../tree/node.js';
import { isNCName } from './names.js';
import { xmlAttribute } from './nodes.js';
import { words } from './strings.js';

const IDS = Symbol('elements by xml:id');

/**
 * Elements by identifier. Documents have no DTD here, hence `xml:id` (a name, which the reader trims) is the only attribute of type ID; the first
 * element has it when several do.
 */
function idsOf(document: XNode): ReadonlyMap<string, XNode> {
  const memory = factsOf(document).memory;
  const known = memory.get(IDS) as ReadonlyMap<string, XNode> | undefined;
  if (known !== undefined) return known;
  const ids = new Map<string, XNode>();
  for (let node: XNode | null = document; node !== null; node = nextInTree(node, document)) {
    if (node.kind !== ELEMENT) continue;
    const id = xmlAttribute(node, 'id');
    if (id !== undefined && isNCName(id) && !ids.has(id)) ids.set(id, node);
  }
  memory.set(IDS, ids);
  return ids;
}

/** `fn:id`: elements of the document of `node` that have one of these identifiers (each text is a list of them), in order. */
export function elementsById(values: readonly string[], node: XNode): XNode[] {
  const ids = idsOf(rootOf(node));
  const found = new Set<XNode>();
  for (const id of values.flatMap(words)) {
    const element = ids.get(id);
    if (element !== undefined) found.add(element);
  }
  return [...found].sort((a, b) => a.order - b.order);
}
