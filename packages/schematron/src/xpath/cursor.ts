import { type Expr, type QNameRef, type Span, XPathSyntaxError } from './ast.js';
import { type Token, tokenize } from './lexer.js';
import { MAX_NESTING, MAX_NODES } from './limits.js';

/** Reads the terminals of one text in order, and counts what bounds it. */
export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;
  #nesting = 0;
  #nodes = 0;

  constructor(
    readonly text: string,
    /** Reads an `Expr` (with commas) or an `ExprSingle`: given by the parser of expressions to those of its parts. */
    readonly inner: { readonly whole: (cursor: Cursor) => Expr; readonly single: (cursor: Cursor) => Expr },
  ) {
    this.#tokens = tokenize(text);
  }

  /** The terminal that comes, or one after it. */
  peek(ahead = 0): Token {
    const token = this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)];
    if (token === undefined) throw this.error('an expression');
    return token;
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.#at++;
    return token;
  }

  /** Whether the terminal that comes is this symbol. */
  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === text;
  }

  /** Whether the terminal that comes is this word, alone or as the beginning of a longer name. */
  isWord(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'name' && token.text === text;
  }

  /** Whether a terminal touches the one before it. */
  isAdjacent(ahead: number): boolean {
    return this.peek(ahead).start === this.peek(ahead - 1).end;
  }

  /** Takes the symbol when it comes. */
  take(text: string): boolean {
    if (!this.isSymbol(text)) return false;
    this.#at++;
    return true;
  }

  /** Takes the symbol or fails. */
  expect(text: string): Token {
    if (!this.isSymbol(text)) throw this.error(`“${text}”`);
    return this.next();
  }

  /** Takes the word or fails. */
  expectWord(text: string): Token {
    if (!this.isWord(text)) throw this.error(`“${text}”`);
    return this.next();
  }

  /** How many terminals the lexical QName that comes has: 0 when there is none, 1 or 3. */
  qnameLength(): 0 | 1 | 3 {
    if (this.peek().kind !== 'name') return 0;
    const qualified = this.isSymbol(':', 1) && this.isAdjacent(1) && this.peek(2).kind === 'name' && this.isAdjacent(2);
    return qualified ? 3 : 1;
  }

  /** Takes a lexical QName or fails, saying what it would have been. */
  qname(what: string): QNameRef {
    const length = this.qnameLength();
    if (length === 0) throw this.error(what);
    const first = this.next().text;
    if (length === 1) return { prefix: '', local: first };
    this.next();
    return { prefix: first, local: this.next().text };
  }

  /** Where the terminal that comes begins. */
  get start(): number {
    return this.peek().start;
  }

  /** From a beginning to the end of the last terminal that was taken. */
  span(start: number): Span {
    const last = this.#tokens[this.#at - 1];
    if (++this.#nodes > MAX_NODES) {
      throw new XPathSyntaxError(`The expression has more than ${MAX_NODES} parts.`, this.text, start);
    }
    return { start, end: last === undefined ? start : Math.max(start, last.end) };
  }

  /** Reads something that may hold itself. */
  nested<T>(read: () => T): T {
    if (++this.#nesting > MAX_NESTING) {
      throw new XPathSyntaxError(`The expression is nested more than ${MAX_NESTING} deep.`, this.text, this.start);
    }
    const result = read();
    this.#nesting--;
    return result;
  }

  /** Fails unless the text ends here. */
  expectEnd(): void {
    if (this.peek().kind !== 'end') throw this.error('an operator or the end');
  }

  /** The error of a text where something else was expected. */
  error(expected: string, code?: string): XPathSyntaxError {
    const { kind, text, start } = this.peek();
    const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    const found = kind === 'end' ? 'the expression ends' : `found ${kind === 'string' ? 'a string' : `“${shown}”`}`;
    return new XPathSyntaxError(`Expected ${expected}, ${found}.`, this.text, start, code);
  }
}
