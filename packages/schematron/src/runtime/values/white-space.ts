/** White space of XML: space, tab, line feed, carriage return. Nothing else is trimmed: a no-break space is a character. */
function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13;
}

/** Without white space at both ends. Allocates nothing when there is none. */
export function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return end - start === text.length ? text : text.slice(start, end);
}

/** Facet whiteSpace = replace. */
export function replaceSpace(text: string): string {
  return text.replace(/[\t\n\r]/g, ' ');
}

/** Facet whiteSpace = collapse; also what normalize-space does. */
export function collapseSpace(text: string): string {
  const trimmed = trimSpace(text);
  return /[\t\n\r]| {2}/.test(trimmed) ? trimmed.replace(/[\t\n\r ]+/g, ' ') : trimmed;
}
