/** Control characters (but tab), lone surrogates and non-characters: neither XML 1.0 nor a segment can carry them. */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to find control characters
  /[\u0000-\u0008\u000A-\u001F\u007F\u0085\u2028\u2029\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** True for a text that no message should hold. Anything but a text is left to other checks. */
export function unsafeText(value: unknown): boolean {
  return typeof value === 'string' && UNSAFE.test(value);
}
