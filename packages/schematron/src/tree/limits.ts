/** Every bound of the document reader, in one place. What reaches a bound is accepted; one more is refused. */
export interface DocumentLimits {
  /** Size of the document in bytes; of a text, in UTF-16 units. Default 128 MiB. */
  readonly maxBytes: number;
  /** Depth of elements, the root counting for one. Default 1 000. */
  readonly maxDepth: number;
  /** Nodes of all kinds, attributes too. Default 4 000 000. */
  readonly maxNodes: number;
  /** Attributes (namespace declarations included) of one element. Default 512. */
  readonly maxAttributes: number;
  /** Length of one text, comment or attribute value, in UTF-16 units. Default 64 Mi. */
  readonly maxTextLength: number;
  /** Wall time of the reading, in milliseconds. Default 30 000. */
  readonly maxMillis: number;
}

/** The bounds used when the caller names none. */
export const defaultDocumentLimits: DocumentLimits = {
  maxBytes: 128 * 1_048_576,
  maxDepth: 1_000,
  maxNodes: 4_000_000,
  maxAttributes: 512,
  maxTextLength: 64 * 1_048_576,
  maxMillis: 30_000,
};
