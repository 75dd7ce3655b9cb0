/** Bounds of one canonicalisation. What reaches a bound is accepted; one more is refused. */
export interface CanonicalizerLimits {
  /** Bytes of the document. Default 1 GiB. */
  readonly maxBytes: number;
  /** Depth of elements. Default 256. */
  readonly maxDepth: number;
  /** Bytes of one tag or processing instruction: they are held whole, texts, comments and CDATA are not. Default 1 MiB. */
  readonly maxTagBytes: number;
  /** Attributes of one element, declarations included. Default 256. */
  readonly maxAttributes: number;
}

export const defaultCanonicalizerLimits: CanonicalizerLimits = {
  maxBytes: 1_073_741_824,
  maxDepth: 256,
  maxTagBytes: 1_048_576,
  maxAttributes: 256,
};
