import { XPathSyntaxError } from './ast.js';
import { MAX_LENGTH } from './limits.js';

/**
 * A terminal of the grammar. Names are NCNames: the parser puts `p`, `:` and `local` together when nothing parts them, and says by
 * the place where it meets them whether `div` or `*` is an operator (A.2.1 of XPath 2.0), so that this reader needs no state.
 */
export interface Token {
  readonly kind: 'name' | 'string' | 'integer' | 'decimal' | 'double' | 'symbol' | 'end';
  /** As written; the value for a string. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const START =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const NAME_START = new RegExp(`[${START}]`, 'uy');
/** NCName of Namespaces in XML 1.0, over Name of XML 1.0 (fifth edition). */
const NAME = new RegExp(`[${START}][-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040${START}]*`, 'uy');
const NUMBER = /(?:[0-9]+(\.[0-9]*)?|(\.[0-9]+))([eE][+-]?[0-9]+)?/y;
const SYMBOL = /<<|>>|<=|>=|!=|::|\/\/|\.\.|[()[\],$@./|+\-*=<>?:]/y;
/** What XPath 3 adds: worth a word of its own. */
const LATER = /\|\||=>|:=|!(?!=)|[#{}]/y;
const SPACE = /[ \t\r\n]+/y;

/** The terminals of a text, the last of which is `end`. Spaces and comments, which nest, are left out. */
export function tokenize(text: string): Token[] {
  if (text.length > MAX_LENGTH) {
    throw new XPathSyntaxError(`The expression has more than ${MAX_LENGTH} characters.`, text, MAX_LENGTH);
  }
  const tokens: Token[] = [];
  let at = skip(text, 0);
  while (at < text.length) {
    const token = read(text, at);
    tokens.push(token);
    at = skip(text, token.end);
  }
  tokens.push({ kind: 'end', text: '', start: at, end: at });
  return tokens;
}

function read(text: string, at: number): Token {
  const first = text[at] ?? '';
  if (first === '"' || first === "'") return readString(text, at, first);
  const name = match(NAME, text, at);
  if (name !== undefined) return { kind: 'name', text: name, start: at, end: at + name.length };
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(text);
  if (number !== null) return readNumber(text, at, number);
  const later = match(LATER, text, at);
  if (later !== undefined) throw new XPathSyntaxError(`“${later}” is no part of XPath 2.0.`, text, at);
  const symbol = match(SYMBOL, text, at);
  if (symbol !== undefined) return { kind: 'symbol', text: symbol, start: at, end: at + symbol.length };
  const shown = String.fromCodePoint(text.codePointAt(at) ?? 0);
  throw new XPathSyntaxError(`“${shown}” has no place in an expression.`, text, at);
}

function readNumber(text: string, at: number, [all, fraction, alone, exponent]: RegExpExecArray): Token {
  const end = at + all.length;
  if (match(NAME_START, text, end) !== undefined) {
    throw new XPathSyntaxError(`A space must part the number “${all}” from the name after it.`, text, end);
  }
  const kind =
    exponent !== undefined ? 'double' : fraction !== undefined || alone !== undefined ? 'decimal' : 'integer';
  return { kind, text: all, start: at, end };
}

function readString(text: string, at: number, quote: string): Token {
  let value = '';
  let from = at + 1;
  for (;;) {
    const to = text.indexOf(quote, from);
    if (to === -1) throw new XPathSyntaxError(`The string that begins here has no end: expected ${quote}.`, text, at);
    value += text.slice(from, to);
    if (text[to + 1] !== quote) return { kind: 'string', text: value, start: at, end: to + 1 };
    value += quote;
    from = to + 2;
  }
}

function skip(text: string, from: number): number {
  let at = from;
  for (;;) {
    const space = match(SPACE, text, at);
    if (space !== undefined) at += space.length;
    else if (text.startsWith('(:', at)) at = skipComment(text, at);
    else return at;
  }
}

function skipComment(text: string, start: number): number {
  let depth = 1;
  let at = start + 2;
  while (depth > 0) {
    const close = text.indexOf(':)', at);
    if (close === -1)
      throw new XPathSyntaxError('The comment that begins here has no end: expected “:)”.', text, start);
    const open = text.indexOf('(:', at);
    const opens = open !== -1 && open < close;
    depth += opens ? 1 : -1;
    at = (opens ? open : close) + 2;
  }
  return at;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
