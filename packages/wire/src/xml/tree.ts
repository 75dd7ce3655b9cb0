/** An attribute. Namespace declarations are not attributes: see {@link XmlElement.namespaces}. */
export interface XmlAttribute {
  /** Namespace URI, empty for an unprefixed attribute. */
  readonly namespace: string;
  readonly local: string;
  readonly prefix: string;
  readonly value: string;
}

/**
 * An element as read. Comments and processing instructions are left out, and the text around them is joined, so that
 * `<a>x<!-- y -->z</a>` reads `xz` and never `x`.
 */
export interface XmlElement {
  /** Namespace URI, empty when the element has none. */
  readonly namespace: string;
  readonly local: string;
  readonly prefix: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlElement | string)[];
  /** Namespace declarations carried by this element: prefix (empty for the default namespace) to URI. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Line of the start tag, from 1. */
  readonly line: number;
  /** Column of the start tag, from 1. */
  readonly column: number;
  /** Where the element stands in the text that was parsed, in UTF-16 units. */
  readonly span: XmlSpan;
}

/** Offsets in the parsed text. `text.slice(start, end)` is the element as it was written. */
export interface XmlSpan {
  /** Offset of `<`. */
  readonly start: number;
  /** Offset just after the `>` of the start tag. */
  readonly open: number;
  /** Offset just after the `>` of the end tag. */
  readonly end: number;
}

function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== 'string';
}

/** The child elements, texts left out. */
export function elements(parent: XmlElement): XmlElement[] {
  return parent.children.filter(isElement);
}

/** The child elements of that name, in document order. */
export function children(parent: XmlElement, namespace: string, local: string): XmlElement[] {
  return elements(parent).filter((node) => node.namespace === namespace && node.local === local);
}

/** The first child element of that name. */
export function child(parent: XmlElement, namespace: string, local: string): XmlElement | undefined {
  return elements(parent).find((node) => node.namespace === namespace && node.local === local);
}

/** Walks down a path of local names in one namespace: `descend(resultat, NS, 'INDIVIDU', 'INSACTIF', 'OID')`. */
export function descend(parent: XmlElement, namespace: string, ...path: readonly string[]): XmlElement | undefined {
  let current: XmlElement | undefined = parent;
  for (const local of path) {
    if (current === undefined) return undefined;
    current = child(current, namespace, local);
  }
  return current;
}

/** All the text under an element, descendants included, untrimmed. */
export function text(element: XmlElement): string {
  let out = '';
  for (const node of element.children) out += typeof node === 'string' ? node : text(node);
  return out;
}

/** Trimmed text of the first child of that name, or `undefined` when the child is absent. */
export function childText(parent: XmlElement, namespace: string, local: string): string | undefined {
  const found = child(parent, namespace, local);
  return found === undefined ? undefined : text(found).trim();
}

/** Value of an attribute; `namespace` is empty by default (unprefixed attribute). */
export function attribute(element: XmlElement, local: string, namespace = ''): string | undefined {
  return element.attributes.find((item) => item.local === local && item.namespace === namespace)?.value;
}

/** The element and all its descendants, in document order. */
export function* walk(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const node of element.children) if (isElement(node)) yield* walk(node);
}

/** A readable path such as `/Envelope/Body/Fault`, for findings and messages. Holds names only, never a value. */
export function pathOf(root: XmlElement, target: XmlElement): string | undefined {
  if (root === target) return `/${root.local}`;
  for (const node of elements(root)) {
    const below = pathOf(node, target);
    if (below !== undefined) return `/${root.local}${below}`;
  }
  return undefined;
}
