/** The way a pattern is run: by the platform, by a simulation linear in the input, or one path after the other (back-references). */
export type RegexEngine = 'native' | 'automaton' | 'backtracking';

/** Bounds, and one reading left to the caller. */
export interface RegexOptions {
  /** Steps one call may take on the engines that are ours; 20 million by default. Beyond: `regex.budget`. */
  readonly maxSteps?: number;
  /**
   * What a quantifier after `^` or `$` does. `reject` (the default) makes it an error, FORX0002. `accept` reads it as Saxon does:
   * the anchor is dropped where the quantifier allows no occurrence, else the quantifier is (`^+?\d*$` is `^\d*$`).
   */
  readonly quantifiedAnchors?: 'reject' | 'accept';
  /** Runs the pattern on this engine whatever it costs, to compare them. Back-references only run on `backtracking`. */
  readonly engine?: RegexEngine;
}

/**
 * A compiled pattern of XPath (XQuery 1.0 and XPath 2.0 Functions and Operators §7.6). Immutable, may be shared. Every method throws
 * {@link RegexError} `regex.budget` when a call takes too many steps.
 */
export interface XRegex {
  /** The engine that short inputs get; long inputs may get the automaton where the native one could take too long. */
  readonly engine: RegexEngine;
  /** Does the pattern match the zero-length string? `replace` and `tokenize` are then errors. */
  readonly matchesEmpty: boolean;
  /** `fn:matches`: does the pattern match somewhere in the input? */
  matches(input: string): boolean;
  /**
   * `fn:replace`: every match that does not overlap the one before, replaced. `$0` to `$N` are the groups, `\$` and `\\` the characters.
   *
   * @throws RegexError FORX0003 when the pattern matches the zero-length string, FORX0004 when the replacement is not well formed.
   */
  replace(input: string, replacement: string): string;
  /**
   * `fn:tokenize`: what stands between the matches; nothing of a zero-length input, whatever the pattern.
   *
   * @throws RegexError FORX0003 when the pattern matches the zero-length string.
   */
  tokenize(input: string): string[];
}
