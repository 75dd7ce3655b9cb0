/** Every bound of the multipart reader. */
export interface MultipartLimits {
  /** Parts, the root counting for one. Default 64. */
  readonly maxParts: number;
  /** Header lines of one part, in octets. Default 8 192. */
  readonly maxHeaderBytes: number;
  /** The whole message, boundaries included. Default 256 MiB. */
  readonly maxBytes: number;
  /** What stands before the first boundary, in octets. Default 4 096. */
  readonly maxPreambleBytes: number;
}

/** The bounds used when the caller names none. */
export const defaultMultipartLimits: MultipartLimits = {
  maxParts: 64,
  maxHeaderBytes: 8_192,
  maxBytes: 256 * 1_048_576,
  maxPreambleBytes: 4_096,
};
