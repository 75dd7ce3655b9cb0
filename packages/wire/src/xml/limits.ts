/**
 * Every bound of the XML reader, in one place. A document that reaches a bound is accepted; one more is refused.
 */
export interface XmlLimits {
  /** Size of the document in bytes (UTF-8). Default 1 MiB. */
  readonly maxBytes: number;
  /** Depth of elements, the root counting for one. Default 256. saxes is quadratic in depth: this cap stops it early. */
  readonly maxDepth: number;
  /** Elements in the document. Default 100 000. */
  readonly maxElements: number;
  /** Attributes (namespace declarations included) of one element. Default 256. */
  readonly maxAttributes: number;
  /** Length of one text (comments and CDATA sections joined) or of one attribute value, in UTF-16 units. Default 524 288. */
  readonly maxTextLength: number;
  /** Wall time of the parse, in milliseconds. Default 2 000. */
  readonly maxMillis: number;
}

/** The bounds used when the caller names none. */
export const defaultXmlLimits: XmlLimits = {
  maxBytes: 1_048_576,
  maxDepth: 256,
  maxElements: 100_000,
  maxAttributes: 256,
  maxTextLength: 524_288,
  maxMillis: 2_000,
};
