import { factsOf, nextInTree, rootOf } from '../../tree/document.js';
import { ELEMENT, type XNode } from '../../tree/node.js';
import { XPathError } from '../error.js';
import type { Sequence } from '../item.js';
import type { KeyDefinition, Run } from '../run.js';
import { equalityKey } from '../values/equality.js';
import { atomize } from '../values/text-value.js';

/** Nodes of a document, in order, by the value of a key; dates without a time zone are of that of the run. */
interface KeyTable {
  readonly zone: number;
  readonly nodes: ReadonlyMap<string, readonly XNode[]>;
}

const NONE: readonly XNode[] = Object.freeze([]);

/**
 * `key()` (XSLT 2.0 §16.3): nodes below `top`, or itself, that have one of the values, in order. Values are compared as `eq` does,
 * untyped ones as strings.
 *
 * @param name expanded name, in Clark notation
 * @throws XPathError XTDE1260 when there is no such key, XTDE0640 when the key is defined by itself
 */
export function keyNodes(c: Run, name: string, values: Sequence, top: XNode): readonly XNode[] {
  const root = rootOf(top);
  const table = keyTable(c, name, root);
  let found: readonly XNode[] = NONE;
  let merged = false;
  for (const value of keysOf(c, values)) {
    const more = table.nodes.get(value);
    if (more === undefined) continue;
    merged = found.length > 0;
    found = merged ? [...found, ...more] : more;
  }
  if (merged) found = [...new Set(found)].sort((a, b) => a.order - b.order);
  return root === top ? found : found.filter((node) => isWithin(node, top));
}

function keysOf(c: Run, values: Sequence): string[] {
  return atomize(values).map((value) => equalityKey(value, c));
}

function isWithin(node: XNode, top: XNode): boolean {
  let at: XNode | null = node;
  // Nothing that comes before `top` holds it or is held by it.
  while (at !== null && at.order >= top.order) {
    if (at === top) return true;
    at = at.parent;
  }
  return false;
}

/** Tables being made, to tell a key that asks for itself. */
const BUILDING = Symbol('being made');

function keyTable(c: Run, name: string, root: XNode): KeyTable {
  const definitions = c.keys.get(name);
  if (definitions === undefined) throw new XPathError('XTDE1260', `no key is called ${name}`);
  const memory = definitions.every((definition) => definition.ofDocument === true)
    ? factsOf(root).memory
    : c.memoryOf(root);
  const known = memory.get(definitions) as KeyTable | typeof BUILDING | undefined;
  if (known === BUILDING) throw new XPathError('XTDE0640', `the key ${name} is defined by itself`);
  if (known !== undefined && known.zone === c.implicitTimezone) return known;
  memory.set(definitions, BUILDING);
  try {
    const table = buildTable(c, definitions, root);
    memory.set(definitions, table);
    return table;
  } finally {
    if (memory.get(definitions) === BUILDING) memory.delete(definitions);
  }
}

function buildTable(c: Run, definitions: readonly KeyDefinition[], root: XNode): KeyTable {
  const table = new Map<string, XNode[]>();
  for (const definition of definitions) {
    for (const node of definition.candidates?.(root) ?? allNodes(root, definition.attributes === true)) {
      c.tick();
      if (!definition.matches(node, c)) continue;
      for (const value of keysOf(c, definition.use(node, c))) {
        const same = table.get(value);
        if (same === undefined) table.set(value, [node]);
        else if (same[same.length - 1] !== node) same.push(node);
      }
    }
  }
  if (definitions.length > 1) for (const [value, nodes] of table) table.set(value, inOrder(nodes));
  return { zone: c.implicitTimezone, nodes: table };
}

function inOrder(nodes: readonly XNode[]): XNode[] {
  return [...new Set(nodes)].sort((a, b) => a.order - b.order);
}

function* allNodes(root: XNode, attributes: boolean): Iterable<XNode> {
  for (let node: XNode | null = root; node !== null; node = nextInTree(node, root)) {
    yield node;
    if (attributes && node.kind === ELEMENT) yield* node.attributes;
  }
}
