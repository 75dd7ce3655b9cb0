/** `FORX….`: the errors of XPath (Functions and Operators, appendix C); `regex.budget`: ours, a call took too many steps. */
export type RegexErrorCode = 'FORX0001' | 'FORX0002' | 'FORX0003' | 'FORX0004' | 'regex.budget';

/**
 * A pattern, its flags or a replacement is not what XPath allows, or a match took too many steps. The message says where in the
 * pattern (in characters, from 0); it never holds anything of the input.
 */
export class RegexError extends Error {
  override readonly name = 'RegexError';
  readonly code: RegexErrorCode;

  constructor(code: RegexErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
