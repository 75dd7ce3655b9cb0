/** Bounds of a safe tree. What is beyond is flattened to text, or left out and said so. */
export interface NarrativeLimits {
  /** Nodes of the whole document. Default 100 000. */
  readonly maxNodes: number;
  /** Nesting of a narrative. Default 32: deeper elements give their text only. */
  readonly maxDepth: number;
  /** Columns of a table, spans counted. Default 200: a wider table is shown as paragraphs. */
  readonly maxColumns: number;
  /** Length of a link or a title. Default 2 048. */
  readonly maxAttribute: number;
}

export const defaultNarrativeLimits: NarrativeLimits = {
  maxNodes: 100_000,
  maxDepth: 32,
  maxColumns: 200,
  maxAttribute: 2_048,
};
