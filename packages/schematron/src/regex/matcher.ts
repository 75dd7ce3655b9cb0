import { RegexError } from './error.js';

/**
 * Places of a match, in UTF-16 units: 2n and 2n+1 bound group n, 0 and 1 the whole; -1 for a group that took no part. Undefined when
 * there is no match.
 */
export type Match = ArrayLike<number> | undefined;

/** An engine over one pattern. */
export interface Matcher {
  /** Is there a match? */
  test(input: string): boolean;
  /** The first match that starts at `from` or after; the groups only when `captures`. */
  find(input: string, from: number, captures: boolean, budget: Budget): Match;
}

/** Steps that one call may still take. */
export class Budget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** @throws RegexError `regex.budget` */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new RegexError('regex.budget', 'Regular expression: a match takes too many steps');
  }
}

/** Does `^` match here? With flag `m`, also after a line feed that does not end the input. Functions and Operators §7.6.1. */
export function isStart(input: string, at: number, multiline: boolean): boolean {
  return at === 0 || (multiline && at < input.length && input.charCodeAt(at - 1) === 10);
}

/** Does `$` match here? With flag `m`, also before a line feed. */
export function isEnd(input: string, at: number, multiline: boolean): boolean {
  return at === input.length || (multiline && input.charCodeAt(at) === 10);
}

/** Units that the character at a place takes: one, or two of a surrogate pair. */
export function width(code: number): number {
  return code > 0xffff ? 2 : 1;
}
