import { registerDocument, type XDocument } from './document.js';
import { DocumentError } from './error.js';
import type { DocumentLimits } from './limits.js';
import { clark, knownName, knownNames, type Name } from './names.js';
import { ATTRIBUTE, COMMENT, DOCUMENT, ELEMENT, INSTRUCTION, type NodeKind, TEXT, XNode } from './node.js';

/** The namespace that the prefix `xml` always has. */
export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/** Prefixes in scope where nothing is declared. */
export const ROOT_SCOPE: ReadonlyMap<string, string> = new Map([['xml', XML_NAMESPACE]]);

/** Puts the nodes of a document together: both readers use it, so that they make the same tree. */
export class TreeBuilder {
  readonly document: XNode;
  /** What the next node is put in. */
  current: XNode;
  /** How deep `current` is: 0 for the document. */
  depth = 0;
  #last: XNode | null = null;
  #order = 1;
  readonly #epoch = knownNames();
  readonly #names: Name[] = [];
  readonly #byKey = new Map<string, Name>();
  readonly #unknown = new Map<string, number>();

  constructor(
    private readonly source: string,
    private readonly limits: DocumentLimits,
  ) {
    this.document = new XNode(DOCUMENT, null, null, 0, '', 0);
    this.current = this.document;
  }

  /** The name of an element or attribute: the same object for the same prefix, namespace and local part. */
  name(uri: string, local: string, prefix: string): Name {
    const key = `${prefix} ${local} ${uri}`;
    const found = this.#byKey.get(key);
    if (found !== undefined) return found;
    const name: Name = { id: this.#idOf(uri, local), uri, local, prefix };
    this.#byKey.set(key, name);
    this.#names.push(name);
    return name;
  }

  /** Begins an element: what comes next is put in it, up to {@link close}. */
  open(name: Name, scope: ReadonlyMap<string, string>, offset: number): XNode {
    const element = this.#add(ELEMENT, name, '', offset);
    element.scope = scope;
    this.current = element;
    this.#last = null;
    this.depth += 1;
    if (this.depth > this.limits.maxDepth) {
      throw new DocumentError('document.tooDeep', `Elements are nested deeper than ${this.limits.maxDepth}.`);
    }
    return element;
  }

  /** An attribute; the value of `xml:id` is trimmed and collapsed (xml:id 1.0 §4), as the reference engine does. */
  attribute(element: XNode, name: Name, written: string, offset: number): XNode {
    const isId = name.local === 'id' && name.uri === 'http://www.w3.org/XML/1998/namespace';
    const value = isId ? written.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '') : written;
    this.#checkLength(value.length);
    this.#checkCount();
    const attribute = new XNode(ATTRIBUTE, name, element, this.#order, value, offset);
    this.#order += 1;
    return attribute;
  }

  close(): void {
    const element = this.current;
    if (element.parent === null) return;
    this.#last = element;
    this.current = element.parent;
    this.depth -= 1;
  }

  text(value: string, offset: number): void {
    this.#checkLength(value.length);
    this.#add(TEXT, null, value, offset);
  }

  comment(value: string, offset: number): void {
    this.#checkLength(value.length);
    this.#add(COMMENT, null, value, offset);
  }

  instruction(target: string, value: string, offset: number): void {
    this.#checkLength(value.length);
    this.#add(INSTRUCTION, this.name('', target, ''), value, offset);
  }

  finish(name: string | undefined): XDocument {
    const { document, source } = this;
    return registerDocument(document, { name, source, nodes: this.#order, names: this.#names, epoch: this.#epoch });
  }

  tooManyAttributes(): DocumentError {
    return new DocumentError(
      'document.tooMany',
      `An element has more than ${this.limits.maxAttributes} attributes and declarations.`,
    );
  }

  #add(kind: NodeKind, name: Name | null, value: string, offset: number): XNode {
    this.#checkCount();
    const parent = this.current;
    const node = new XNode(kind, name, parent, this.#order, value, offset);
    this.#order += 1;
    const last = this.#last;
    if (last === null) parent.first = node;
    else {
      last.next = node;
      node.previous = last;
    }
    this.#last = node;
    return node;
  }

  #idOf(uri: string, local: string): number {
    const known = knownName(uri, local);
    if (known !== undefined) return known;
    const key = clark(uri, local);
    let id = this.#unknown.get(key);
    if (id === undefined) {
      id = -1 - this.#unknown.size;
      this.#unknown.set(key, id);
    }
    return id;
  }

  #checkLength(length: number): void {
    if (length > this.limits.maxTextLength) {
      throw new DocumentError('document.tooLarge', `A text is longer than ${this.limits.maxTextLength} characters.`);
    }
  }

  #checkCount(): void {
    if (this.#order >= this.limits.maxNodes) {
      throw new DocumentError('document.tooMany', `The document has more than ${this.limits.maxNodes} nodes.`);
    }
  }
}
