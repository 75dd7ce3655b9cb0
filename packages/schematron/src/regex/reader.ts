import { RegexError } from './error.js';
import type { Flags } from './flags.js';

/** Levels of groups and of class subtractions that a pattern may have. */
const MAX_DEPTH = 200;

/** A pattern while it is read, character by character (a surrogate pair is one). */
export class PatternReader {
  at = 0;
  /** Groups opened so far. */
  groups = 0;
  /** Groups closed so far: what a back-reference may speak of. */
  readonly closed = new Set<number>();
  hasBackReferences = false;
  readonly flags: Flags;
  readonly #characters: readonly string[];
  #depth = 0;

  constructor(pattern: string, flags: Flags) {
    this.flags = flags;
    this.#characters = Array.from(flags.extended ? withoutWhiteSpace(pattern) : pattern);
  }

  get atEnd(): boolean {
    return this.at >= this.#characters.length;
  }

  /** The character `ahead` places on; empty beyond the end. */
  peek(ahead = 0): string {
    return this.#characters[this.at + ahead] ?? '';
  }

  /** The character here, and goes past it. */
  next(): string {
    const character = this.peek();
    this.at += 1;
    return character;
  }

  /** Is this text next? It may only hold characters of the Basic Multilingual Plane. */
  follows(text: string): boolean {
    for (let n = 0; n < text.length; n++) if (this.peek(n) !== text[n]) return false;
    return true;
  }

  /** Goes past the text when it is next. */
  skip(text: string): boolean {
    const found = this.follows(text);
    if (found) this.at += text.length;
    return found;
  }

  /** Reads something that may hold itself, within the depth allowed. */
  nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) this.fail(`more than ${MAX_DEPTH} levels`);
    const result = read();
    this.#depth -= 1;
    return result;
  }

  /** @throws RegexError FORX0002, with the place. */
  fail(why: string): never {
    throw new RegexError('FORX0002', `Regular expression, character ${this.at}: ${why}`);
  }
}

/** Flag `x`: white space is left out, but for what stands within square brackets. Functions and Operators §7.6.1.1. */
function withoutWhiteSpace(pattern: string): string {
  let result = '';
  let brackets = 0;
  let escaped = false;
  for (const character of pattern) {
    if (brackets === 0 && /[ \t\r\n]/.test(character)) continue;
    if (character === '[' && !escaped) brackets += 1;
    if (character === ']' && !escaped) brackets -= 1;
    escaped = character === '\\' && !escaped;
    result += character;
  }
  return result;
}
