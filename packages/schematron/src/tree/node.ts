import type { Name } from './names.js';

/** Kinds of nodes, as the numbers of the DOM. */
export const ELEMENT = 1;
export const ATTRIBUTE = 2;
export const TEXT = 3;
export const INSTRUCTION = 7;
export const COMMENT = 8;
export const DOCUMENT = 9;

/** What a node is. */
export type NodeKind =
  | typeof ELEMENT
  | typeof ATTRIBUTE
  | typeof TEXT
  | typeof INSTRUCTION
  | typeof COMMENT
  | typeof DOCUMENT;

const NONE: readonly XNode[] = Object.freeze([]);

/**
 * A node of the XPath 2.0 data model (XDM §6) over a document without a schema. One class for all kinds, so that compiled rules
 * meet one shape. Text nodes are maximal: CDATA sections and character references are part of them, comments and processing
 * instructions part them. Namespace nodes are not made: see {@link XNode.scope}.
 */
export class XNode {
  /** Number of the expanded name (see `names.ts`), 0 for a node that has no name. */
  name: number;
  /** First child of a document or of an element. */
  first: XNode | null = null;
  /** Next sibling; attributes have none. */
  next: XNode | null = null;
  /** Previous sibling; attributes have none. */
  previous: XNode | null = null;
  /** Attributes of an element, in the order of the document; namespace declarations are not among them. */
  attributes: readonly XNode[] = NONE;
  /** Prefixes in scope of an element ('' is the default namespace), shared by the elements that declare nothing. */
  scope: ReadonlyMap<string, string> | null = null;

  constructor(
    readonly kind: NodeKind,
    /** Name of an element, of an attribute, target of an instruction. */
    readonly qname: Name | null,
    readonly parent: XNode | null,
    /** Rank in the order of the document: 0 for the document, attributes right after their element. */
    readonly order: number,
    /** Characters of a text, an attribute, a comment, an instruction; '' for elements and documents. */
    readonly value: string,
    /** Where it begins in the source, in UTF-16 units. */
    readonly offset: number,
  ) {
    this.name = qname === null ? 0 : qname.id;
  }
}
