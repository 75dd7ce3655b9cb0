import { DocumentError } from './error.js';

const WS = '[ \\t\\r\\n]';
const EQ = `${WS}*=${WS}*`;

/** XMLDecl (XML 1.0 §2.8, production 23). */
const DECLARATION = new RegExp(
  `^<\\?xml${WS}+version${EQ}(["'])1\\.([0-9]+)\\1` +
    `(?:${WS}+encoding${EQ}(["'])([A-Za-z][A-Za-z0-9._-]*)\\3)?` +
    `(?:${WS}+standalone${EQ}(["'])(?:yes|no)\\5)?${WS}*\\?>`,
);

/** A document as text, its byte order mark and its encoding out of the way. */
export interface Decoded {
  readonly source: string;
  /** Where what follows the declaration begins; -1 when the declaration is not one that XML 1.0 allows. */
  readonly start: number;
}

/**
 * Bytes or text to text. Encodings: UTF-8, UTF-16 (marked, or told by its first bytes), ISO-8859-1, US-ASCII, as declared (XML 1.0
 * §4.3.3 and appendix F); any other is refused ('document.encoding'). The declaration of a document that comes as text says nothing.
 */
export function decodeDocument(input: string | Uint8Array): Decoded {
  const source = typeof input === 'string' ? checked(input) : decodeBytes(input);
  if (!/^<\?xml[ \t\r\n]/.test(source.slice(0, 6))) return { source, start: 0 };
  const declared = DECLARATION.exec(source);
  if (declared === null) return { source, start: -1 };
  if (declared[2] !== '0') throw new DocumentError('document.malformed', 'Only XML 1.0 is read.');
  return { source, start: declared[0].length };
}

function decodeBytes(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return declaredAs(decode(bytes.subarray(3), 'utf-8'), /^utf-?8$/i);
  if ((a === 0 && b === 0) || (a === 0xff && b === 0xfe && c === 0 && d === 0)) throw unsupported('UTF-32');
  if (a === 0xff && b === 0xfe) return declaredAs(decode(bytes.subarray(2), 'utf-16le'), /^utf-16/i);
  if (a === 0xfe && b === 0xff) return declaredAs(decode(bytes.subarray(2), 'utf-16be'), /^utf-16/i);
  if (a === 0x3c && b === 0) return declaredAs(decode(bytes, 'utf-16le'), /^utf-16/i);
  if (a === 0 && b === 0x3c) return declaredAs(decode(bytes, 'utf-16be'), /^utf-16/i);
  const named = declaredEncoding(latin1(bytes.subarray(0, 256)))?.toLowerCase();
  if (named === undefined || /^utf-?8$/.test(named)) return decode(bytes, 'utf-8');
  if (/^(?:iso-?8859-1|latin-?1)$/.test(named)) return latin1(bytes);
  if (/^(?:us-)?ascii$/.test(named)) {
    if (bytes.some((byte) => byte > 0x7f)) throw invalid('US-ASCII');
    return latin1(bytes);
  }
  throw unsupported('the one that it declares');
}

function declaredEncoding(head: string): string | undefined {
  return /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(head)?.[1];
}

function declaredAs(source: string, pattern: RegExp): string {
  const named = declaredEncoding(source.slice(0, 256));
  if (named !== undefined && !pattern.test(named)) {
    throw new DocumentError('document.encoding', 'The document declares another encoding than the one it is in.');
  }
  return source;
}

function decode(bytes: Uint8Array, label: 'utf-8' | 'utf-16le' | 'utf-16be'): string {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw invalid(label.slice(0, 6).toUpperCase());
  }
}

/** The decoder of the platform calls windows-1252 by this name: it would give other characters for 0x80 to 0x9F. */
function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return parts.join('');
}

const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** A text may hold half a character, which bytes cannot. Engines of 2023 and later tell it many times as fast. */
function isWhole(input: string & { isWellFormed?(): boolean }): boolean {
  return typeof input.isWellFormed === 'function' ? input.isWellFormed() : !HALF.test(input);
}

function checked(input: string): string {
  if (!isWhole(input)) throw new DocumentError('document.encoding', 'The text holds half of a surrogate pair.');
  return input.charCodeAt(0) === 0xfeff ? input.slice(1) : input;
}

function invalid(label: string): DocumentError {
  return new DocumentError('document.encoding', `The document is not valid ${label}.`);
}

function unsupported(label: string): DocumentError {
  return new DocumentError('document.encoding', `The encoding of the document is not read here: ${label}.`);
}
