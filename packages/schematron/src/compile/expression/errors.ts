/** An expression that the processor may refuse before it runs, and that the reference engine refuses too (XPath 2.0 §2.3.1). */
export class StaticError extends Error {
  override readonly name = 'StaticError';
  constructor(
    /** `XPST0008` unknown variable, `XPST0017` unknown function, `XPST0081` unknown prefix, `XPTY0004`… */
    readonly code: string,
    message: string,
    /** The expression, or its part. */
    readonly expression: string,
  ) {
    super(`${code}: ${message} in ${expression}`);
  }
}

/** What this compiler does not do: an error when a pack is compiled, never a rule that passes silently. */
export class UnsupportedError extends Error {
  override readonly name = 'UnsupportedError';
  constructor(
    /** The function, the axis, the type. */
    readonly feature: string,
    readonly expression: string,
  ) {
    super(`${feature} is not supported, in ${expression}`);
  }
}
