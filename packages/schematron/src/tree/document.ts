import { knownName, knownNames, type Name } from './names.js';
import { type DOCUMENT, ELEMENT, type XNode } from './node.js';

/** The document node of a tree that a reader made. */
export type XDocument = XNode & { readonly kind: typeof DOCUMENT };

/** What is known of a document besides its nodes. Kept aside, so that all nodes have one shape. */
export interface DocumentFacts {
  /** Where it was read, as the caller or the loader says: `document-uri()`. */
  readonly name: string | undefined;
  /** The text that offsets refer to; '' when the tree was not made from a text. */
  readonly source: string;
  /** Nodes of all kinds, attributes too, the document itself counting for one. */
  readonly nodes: number;
  /** Every name of the document, once for each prefix that it is written with. */
  readonly names: readonly Name[];
  /** How many names packs had made known when the names were last looked up. */
  epoch: number;
  /** Where lines begin, made when first asked. */
  lines: readonly number[] | undefined;
  /** Elements by name, made when first asked. */
  byName: ReadonlyMap<number, readonly XNode[]> | undefined;
  /** Elements by name, attribute and value, made when first asked. */
  byValue: Map<string, ReadonlyMap<string, readonly XNode[]>>;
  /** What others want to remember of this document (a key, a table), by an identity of theirs. */
  readonly memory: Map<unknown, unknown>;
}

const all = new WeakMap<XNode, DocumentFacts>();

/** Records what is known of a document just made. */
export function registerDocument(
  document: XNode,
  facts: Pick<DocumentFacts, 'name' | 'source' | 'nodes' | 'names' | 'epoch'>,
): XDocument {
  all.set(document, { ...facts, lines: undefined, byName: undefined, byValue: new Map(), memory: new Map() });
  return document as XDocument;
}

/** What is known of a document node; a tree that no reader made has no name, no text and no names of its own. */
export function factsOf(document: XNode): DocumentFacts {
  let facts = all.get(document);
  if (facts === undefined) {
    registerDocument(document, { name: undefined, source: '', nodes: 0, names: [], epoch: knownNames() });
    facts = all.get(document) as DocumentFacts;
  }
  return facts;
}

/** The document that holds a node, or the node at the top of its tree. */
export function rootOf(node: XNode): XNode {
  let top = node;
  while (top.parent !== null) top = top.parent;
  return top;
}

/** The node after this one in the order of the document, attributes left out, within the tree of `top`. */
export function nextInTree(node: XNode, top: XNode): XNode | null {
  if (node.first !== null) return node.first;
  let at: XNode = node;
  while (at !== top) {
    if (at.next !== null) return at.next;
    if (at.parent === null) return null;
    at = at.parent;
  }
  return null;
}

/**
 * Looks up the names of a document again when packs made more of them known since: a document may be read before the pack that
 * checks it is loaded, and a vocabulary serves several packs. Costs nothing when no name was added.
 */
export function refreshNames(document: XNode): void {
  const facts = factsOf(document);
  const epoch = knownNames();
  if (facts.epoch === epoch) return;
  facts.epoch = epoch;
  let changed = false;
  for (const name of facts.names) {
    const id = name.id > 0 ? undefined : knownName(name.uri, name.local);
    if (id === undefined) continue;
    (name as { id: number }).id = id;
    changed = true;
  }
  if (!changed) return;
  facts.byName = undefined;
  facts.byValue = new Map();
  facts.memory.clear();
  for (let node: XNode | null = document; node !== null; node = nextInTree(node, document)) {
    if (node.qname !== null) node.name = node.qname.id;
    if (node.kind === ELEMENT) for (const each of node.attributes) if (each.qname !== null) each.name = each.qname.id;
  }
}
