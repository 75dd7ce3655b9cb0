import { RegexError } from '../../regex/error.js';
import { compileRegex } from '../../regex/index.js';
import type { XRegex } from '../../regex/types.js';
import { XPathError } from '../error.js';
import { LimitError } from '../limits.js';

/** How many patterns are kept compiled. Rules hold theirs; those that documents make up must not fill the memory. */
const KEPT = 512;

/** By pattern, then by flags: looked up without making a text of the two. */
const compiled = new Map<string, Map<string, XRegex>>();

/**
 * A pattern compiled for `matches`, `replace` and `tokenize` (Functions and Operators §7.6), with the quantified anchors that Saxon
 * accepts. The last {@link KEPT} are kept.
 *
 * @throws XPathError FORX0001 (flags), FORX0002 (pattern)
 */
export function regexOf(pattern: string, flags = ''): XRegex {
  const known = compiled.get(pattern)?.get(flags);
  if (known !== undefined) return known;
  const regex = guarded(() => compileRegex(pattern, flags, { quantifiedAnchors: 'accept' }));
  remember(pattern, flags, regex);
  return regex;
}

function remember(pattern: string, flags: string, regex: XRegex): void {
  const sameText = compiled.get(pattern);
  if (sameText !== undefined) {
    // Flags may be repeated without end.
    if (sameText.size > KEPT) sameText.clear();
    sameText.set(flags, regex);
    return;
  }
  const oldest = compiled.size >= KEPT ? compiled.keys().next().value : undefined;
  if (oldest !== undefined) compiled.delete(oldest);
  compiled.set(pattern, new Map([[flags, regex]]));
}

/** `fn:matches`. @throws XPathError FORX0001, FORX0002; LimitError */
export function matches(input: string, pattern: string, flags = ''): boolean {
  const regex = regexOf(pattern, flags);
  return guarded(() => regex.matches(input));
}

/** `fn:replace`. @throws XPathError FORX0001, FORX0002, FORX0003 (the pattern matches ''), FORX0004 (replacement); LimitError */
export function replace(input: string, pattern: string, replacement: string, flags = ''): string {
  const regex = regexOf(pattern, flags);
  return guarded(() => regex.replace(input, replacement));
}

/** `fn:tokenize`. @throws XPathError FORX0001, FORX0002, FORX0003 (the pattern matches ''); LimitError */
export function tokenize(input: string, pattern: string, flags = ''): readonly string[] {
  const regex = regexOf(pattern, flags);
  return guarded(() => regex.tokenize(input));
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    if (error.code === 'regex.budget') throw new LimitError('limit.regex', error.message);
    throw new XPathError(error.code, error.message, { cause: error });
  }
}
