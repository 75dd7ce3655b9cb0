/** One figure of the benchmark: something of ours, and the reference that is measured beside it in the same run. */
export interface BenchCase {
  /** Stable name, for example `core.matricule.check`. */
  readonly name: string;
  /** What is measured, in a few words. */
  readonly subject: string;
  /** What it is compared with, in a few words. */
  readonly reference: string;
  /** Turns at most, one call each, for a case whose call takes a second: 100 MB over the wire. */
  readonly turns?: number;
  /**
   * Time of the first calls, which are not measured, in milliseconds. Default: that of a turn. More for a path of many functions, which the
   * engine compiles over a thousand calls: a server is measured as it runs, not as it starts.
   */
  readonly warmupMs?: number;
  /** Makes both functions, once, before anything is measured. What it costs is not counted. */
  prepare(): BenchPair | Promise<BenchPair>;
}

/** The two functions of a case. Both do one operation a call, and return what they made so that it is not optimised away. */
export interface BenchPair {
  readonly subject: () => unknown;
  readonly reference: () => unknown;
  /**
   * Memory that one call of the subject takes above its own data, at its highest, in octets. Asked once, before the turns; `undefined` where
   * the system does not tell.
   */
  readonly peakBytes?: () => Promise<number | undefined>;
  /** Gives back what `prepare` took: sockets, servers, files. */
  readonly dispose?: () => void | Promise<void>;
}
