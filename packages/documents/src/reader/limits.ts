/** Bounds of {@link parseCda}. A document that reaches a bound is read; one more is refused. */
export interface CdaLimits {
  /** Size of the whole document, in bytes. Default 160 MiB: a content of 100 MB in base64, and its header. */
  readonly maxBytes: number;
  /** Size of what is left when the long base64 contents are taken out, in bytes. Default 16 MiB. */
  readonly maxMarkupBytes: number;
  /** Depth of elements. Default 256. */
  readonly maxDepth: number;
  /** Elements in the document. Default 250 000. */
  readonly maxElements: number;
  /** Attributes of one element. Default 256. */
  readonly maxAttributes: number;
  /** Length of one text or of one attribute value that is not a long base64 content, in UTF-16 units. Default 4 194 304. */
  readonly maxTextLength: number;
  /** Wall time of the parse, in milliseconds. Default 20 000. */
  readonly maxMillis: number;
}

/** The bounds used when the caller names none. */
export const defaultCdaLimits: CdaLimits = {
  maxBytes: 160 * 1_048_576,
  maxMarkupBytes: 16 * 1_048_576,
  maxDepth: 256,
  maxElements: 250_000,
  maxAttributes: 256,
  maxTextLength: 4 * 1_048_576,
  maxMillis: 20_000,
};
