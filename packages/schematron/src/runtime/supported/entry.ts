/** How far something of XPath goes here. `differs`: it works, but not in every case as the reference engine, which `note` says. */
export type SupportStatus = 'supported' | 'differs' | 'refused';

/** The recommendation that something comes from. */
export type Recommendation = 'XPath 2.0' | 'F&O 2.0' | 'XSLT 2.0' | 'XPath 3.1' | 'F&O 3.1' | 'XSLT 3.0';

/** A line of the table of what is supported. What is `refused` is an error when the schema is compiled. */
export interface SupportEntry {
  readonly kind: 'function' | 'operator' | 'expression' | 'axis' | 'node test' | 'type' | 'pattern';
  /** As it is written in an expression. */
  readonly name: string;
  readonly of: Recommendation;
  readonly status: SupportStatus;
  /** What differs, why it is refused, or what should be known. */
  readonly note?: string;
  /** An expression (a pattern for those) that uses it. */
  readonly example: string;
}
