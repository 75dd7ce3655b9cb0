/**
 * An error of XPath, in a rule, at run time: the reference engine stops there. Codes are those of the recommendations
 * (`XPTY0004`, `FORG0001`, …), without the `err:` prefix.
 */
export class XPathError extends Error {
  override readonly name = 'XPathError';
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${message}`, options);
  }
}
