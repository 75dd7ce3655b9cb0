import type { SchemaPosition } from './error.js';
import type { Place } from './model.js';
import type { SourceFile } from './source-file.js';

/** Namespace of ISO/IEC 19757-3. */
export const SCHEMATRON = 'http://purl.oclc.org/dsdl/schematron';
/** Namespace of Schematron 1.5, before the standard. */
export const OLD_SCHEMATRON = 'http://www.ascc.net/xml/schematron';
export const XSLT = 'http://www.w3.org/1999/XSL/Transform';

/** Characters of a schema; CDATA sections are part of them. */
export interface SchemaText {
  readonly text: string;
}

export type SchemaContent = SchemaElement | SchemaText;

/** An element of a schema file. Never changed: an expansion makes another, which keeps the file and the place of what it comes from. */
export class SchemaElement {
  constructor(
    readonly uri: string,
    readonly local: string,
    /** Values by the name as written, prefix included. Namespace declarations are not among them. */
    readonly attributes: ReadonlyMap<string, string>,
    readonly children: readonly SchemaContent[],
    /** Prefixes declared on it or around it, '' for the default namespace; shared by the elements that declare nothing. */
    readonly scope: ReadonlyMap<string, string>,
    readonly file: SourceFile,
    /** Where its `<` stands in the text of the file. */
    readonly offset: number,
  ) {}

  /** True for an element of ISO Schematron with that local name. */
  is(local: string): boolean {
    return this.local === local && this.uri === SCHEMATRON;
  }

  attribute(name: string): string | undefined {
    return this.attributes.get(name);
  }

  /** Its name with the usual prefix, for messages. */
  get label(): string {
    if (this.uri === SCHEMATRON) return this.local;
    return this.uri === XSLT ? `xsl:${this.local}` : `{${this.uri}}${this.local}`;
  }

  get place(): Place {
    return this.file.place(this.offset);
  }

  get position(): SchemaPosition {
    return this.file.position(this.offset);
  }

  /** Where the value of an attribute begins; the place of the element when it has none of that name. */
  attributePlace(name: string): Place {
    return this.file.place(this.#valueOffset(name));
  }

  attributePosition(name: string): SchemaPosition {
    return this.file.position(this.#valueOffset(name));
  }

  /** The elements among the children. */
  *elements(): Iterable<SchemaElement> {
    for (const child of this.children) if (child instanceof SchemaElement) yield child;
  }

  /** The characters inside, those of elements included. */
  textContent(): string {
    return this.children.map((child) => (child instanceof SchemaElement ? child.textContent() : child.text)).join('');
  }

  /** Itself with other children, and other attributes when given. */
  with(children: readonly SchemaContent[], attributes: ReadonlyMap<string, string> = this.attributes): SchemaElement {
    return new SchemaElement(this.uri, this.local, attributes, children, this.scope, this.file, this.offset);
  }

  #valueOffset(name: string): number {
    const { text } = this.file;
    tagName.lastIndex = this.offset;
    if (!tagName.test(text)) return this.offset;
    attributePattern.lastIndex = tagName.lastIndex;
    for (let found = attributePattern.exec(text); found !== null; found = attributePattern.exec(text)) {
      const value = found[2] ?? found[3] ?? '';
      if (found[1] === name) return attributePattern.lastIndex - 1 - value.length;
    }
    return this.offset;
  }
}

// Sticky: the name of the element, then its attributes one after the other.
const tagName = /<[^\s/>]+/y;
const attributePattern = /\s+([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
