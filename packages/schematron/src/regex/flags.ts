import { RegexError } from './error.js';

/** The flags of Functions and Operators §7.6.1.1, and `q` of version 3.0 (§5.6.2). */
export interface Flags {
  /** `s`: `.` matches every character. */
  readonly dotAll: boolean;
  /** `m`: anchors also match at lines. */
  readonly multiline: boolean;
  /** `i`. */
  readonly caseBlind: boolean;
  /** `x`: white space outside classes is left out of the pattern. */
  readonly extended: boolean;
  /** `q`: the pattern is plain text. */
  readonly literal: boolean;
}

/** Reads flags, in any order, repeated or not. @throws RegexError FORX0001 for any other letter. */
export function parseFlags(flags: string): Flags {
  const wrong = /[^smixq]/u.exec(flags);
  if (wrong) throw new RegexError('FORX0001', `Not a flag of a regular expression: '${wrong[0]}'`);
  return {
    dotAll: flags.includes('s'),
    multiline: flags.includes('m'),
    caseBlind: flags.includes('i'),
    extended: flags.includes('x'),
    literal: flags.includes('q'),
  };
}
