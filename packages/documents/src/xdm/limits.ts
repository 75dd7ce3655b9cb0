/** Bounds of an archive that is read. One that reaches a bound is read; one more is refused (`XDM-010`). */
export interface XdmLimits {
  /** Size of the archive itself, in bytes. Default 200 MB. */
  readonly maxBytes: number;
  /** Files and folders. Default 200. */
  readonly maxEntries: number;
  /** Size of all files together once inflated, in bytes. Default 200 MB. */
  readonly maxInflated: number;
  /** Inflated size over deflated size of one file of more than 64 kB. Default 100. */
  readonly maxRatio: number;
}

export const defaultXdmLimits: XdmLimits = {
  maxBytes: 200_000_000,
  maxEntries: 200,
  maxInflated: 200_000_000,
  maxRatio: 100,
};
