import { RegexError } from '../../regex/error.js';
import type { XRegex } from '../../regex/types.js';
import { XPathError } from '../error.js';
import { regexOf } from '../functions/patterns.js';
import type { Sequence } from '../item.js';
import { LimitError } from '../limits.js';
import { readDouble } from '../values/double.js';
import { isText } from '../values/lexical.js';
import { stringOf } from '../values/text-value.js';

/** `fn:number` of a text: NaN when it is none. */
export function textToNumber(text: string | null): number {
  return text === null ? Number.NaN : (readDouble(text) ?? Number.NaN);
}

export function upperCase(text: string): string {
  return text.toUpperCase();
}

export function lowerCase(text: string): string {
  return text.toLowerCase();
}

/** `castable as` of a text that may be missing. */
export function isOptionalText(text: string | null, type: string, mayBeEmpty: boolean): boolean {
  return text === null ? mayBeEmpty : isText(text, type);
}

/** `fn:distinct-values` of texts. */
export function distinctTexts(items: Sequence): string[] {
  return [...new Set(items.map(stringOf))];
}

/** What generated code asks of a pattern. */
export interface LazyRegex {
  matches(input: string): boolean;
  replace(input: string, replacement: string): string;
  tokenize(input: string): readonly string[];
}

/** A literal pattern, compiled when it is first used: a pattern that is wrong is an error only where it is used. */
export function lazyRegex(pattern: string, flags = ''): LazyRegex {
  let regex: XRegex | undefined;
  const compiled = (): XRegex => {
    regex ??= regexOf(pattern, flags);
    return regex;
  };
  return {
    matches: (input) => guarded(() => compiled().matches(input)),
    replace: (input, replacement) => guarded(() => compiled().replace(input, replacement)),
    // The reference engine looks at no pattern when the text is empty.
    tokenize: (input) => (input === '' ? [] : guarded(() => compiled().tokenize(input))),
  };
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
