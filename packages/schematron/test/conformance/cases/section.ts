/**
 * An expression and what it gives: items as their type and text (`xs:integer 3`), nodes by path (`node /a/b[2]/@c`: names as the
 * document writes them, a position for all but the first of a name; another document by its name before a colon), or `error` and a code.
 * No more than the expression: the empty sequence.
 */
export type Case = readonly [expression: string, ...expected: string[]];

/** Cases of one section of a recommendation: XPath 2.0, F&O (Functions and Operators), XSLT 2.0. */
export interface Section {
  readonly section: string;
  /** A name of `documents.ts`. */
  readonly document: string;
  /** An expression that selects the context node; the document when absent. */
  readonly context?: string;
  readonly cases: readonly Case[];
}
