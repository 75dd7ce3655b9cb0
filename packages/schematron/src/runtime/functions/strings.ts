/** Does a text hold characters beyond U+FFFF, which JavaScript counts twice? */
const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/;
const PAIRS_EVERYWHERE = /[\ud800-\udbff][\udc00-\udfff]/g;

/** `fn:string-length`: how many characters, not UTF-16 units. */
export function stringLength(text: string): number {
  if (!PAIRS.test(text)) return text.length;
  return text.length - (text.match(PAIRS_EVERYWHERE)?.length ?? 0);
}

/** `fn:normalize-space`: white space of XML (tab, line feed, carriage return, space) trimmed, and collapsed to one space. */
export function normalizeSpace(text: string): string {
  const length = text.length;
  let wasSpace = true;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 32 || (unit !== 32 && unit !== 10 && unit !== 13 && unit !== 9)) wasSpace = false;
    else if (wasSpace || unit !== 32) return collapse(text);
    else wasSpace = true;
  }
  return wasSpace && length > 0 ? collapse(text) : text;
}

function collapse(text: string): string {
  return words(text).join(' ');
}

/** What stands between the white space of XML. */
export function words(text: string): string[] {
  const found = text.split(/[\t\n\r ]+/);
  if (found[0] === '') found.shift();
  if (found[found.length - 1] === '') found.pop();
  return found;
}

/**
 * `fn:substring`: characters from `round(start)`, the first being 1, `round(length)` of them. NaN gives none. As in the reference
 * engine, a start with a fraction beyond the length gives none, though it may round to the last character. (Lengths of 2³¹ and more,
 * where the reference overflows, are those of the recommendation here.)
 *
 * @param length absent: to the end
 */
export function substring(text: string, start: number, length?: number): string {
  const from = Math.round(start);
  const to = length === undefined ? Number.POSITIVE_INFINITY : from + Math.round(length);
  // Also when one of them is NaN, or when both are infinite and their sum is not a number.
  if (!(from < to) || to <= 1 || start > text.length) return '';
  const first = Math.max(from - 1, 0);
  const last = Math.min(to - 1, text.length);
  if (first === 0 && last === text.length) return text;
  if (!PAIRS.test(text)) return text.slice(first, last);
  return text.slice(unitAt(text, first), unitAt(text, last));
}

/** The UTF-16 unit where a character begins, counted from 0. */
function unitAt(text: string, character: number): number {
  let unit = 0;
  for (let left = character; left > 0 && unit < text.length; left--) {
    const code = text.codePointAt(unit);
    unit += code !== undefined && code > 0xffff ? 2 : 1;
  }
  return unit;
}

/** `fn:substring-before`: '' when it is not there, or is ''. */
export function substringBefore(text: string, search: string): string {
  const at = text.indexOf(search);
  return at <= 0 ? '' : text.slice(0, at);
}

/** `fn:substring-after`: '' when it is not there; the whole text after ''. */
export function substringAfter(text: string, search: string): string {
  const at = text.indexOf(search);
  return at < 0 ? '' : text.slice(at + search.length);
}

/** What `fn:translate` does: the characters that change, and what each becomes. */
export interface Translation {
  readonly changing: RegExp | undefined;
  readonly targets: ReadonlyMap<string, string>;
}

/** Each character of `from` becomes the one of `to` at its place, or nothing. The first counts where one is there twice. */
export function translation(from: string, to: string): Translation {
  const targets = new Map<string, string>();
  const places = Array.from(to);
  Array.from(from).forEach((character, index) => {
    if (!targets.has(character)) targets.set(character, places[index] ?? '');
  });
  const codes = Array.from(targets.keys(), (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  return { changing: codes.length === 0 ? undefined : new RegExp(`[${codes.join('')}]`, 'gu'), targets };
}

/** `fn:translate` by a {@link translation}. */
export function translateWith(text: string, { changing, targets }: Translation): string {
  return changing === undefined ? text : text.replace(changing, (character) => targets.get(character) ?? '');
}

/** `fn:translate`. */
export function translate(text: string, from: string, to: string): string {
  return translateWith(text, translation(from, to));
}

/** `fn:contains-token` (3.1): is the token, trimmed, one of the words? */
export function containsToken(text: string, token: string): boolean {
  const wanted = token.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
  return wanted !== '' && words(text).includes(wanted);
}
