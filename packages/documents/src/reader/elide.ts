import { XmlError } from '@socle-sante/wire/xml';

/** Texts shorter than this are left in place. */
const LONG = 65_536;

/** A long base64 text taken out of a document before it is parsed. */
export interface Elision {
  /** The characters in the bytes that were given: a view, not a copy. */
  readonly encoded: Uint8Array;
  /** Offset, in the text that remains, just after the `>` that came before it (UTF-16 units). */
  readonly at: number;
}

/** A document without its long base64 texts, of which only the line feeds remain, so that line numbers hold. */
export interface Elided {
  readonly text: string;
  readonly elisions: readonly Elision[];
}

const GT = 0x3e;
const LT = 0x3c;
const LF = 0x0a;
const alphabet = base64Alphabet();

function base64Alphabet(): Uint8Array {
  const table = new Uint8Array(256);
  for (const c of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n')
    table[c.charCodeAt(0)] = 1;
  return table;
}

/**
 * Takes out of the bytes every text of at least 64 KiB that holds nothing but base64 characters and white space, so that a
 * body of 100 MB costs neither a character string nor a pass of the XML parser. Returns `undefined` when there is none.
 * Whether such a text really was the content of an element is for the caller to see: {@link Elision.at}.
 */
export function elideLongTexts(bytes: Uint8Array, keep: ReadonlySet<number> = new Set()): Elided | undefined {
  if (bytes.byteLength < LONG || !hasLongGap(bytes)) return undefined;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const elisions: Elision[] = [];
  let out = '';
  let from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let at = from;
  for (;;) {
    const open = bytes.indexOf(GT, at);
    if (open < 0) break;
    const end = bytes.indexOf(LT, open + 1);
    if (end < 0) break;
    const start = open + 1;
    if (end - start >= LONG && !keep.has(start) && isBase64(bytes, start, end)) {
      out += decode(decoder, bytes.subarray(from, start));
      elisions.push({ encoded: bytes.subarray(start, end), at: out.length });
      out += '\n'.repeat(lineFeeds(bytes, start, end));
      from = end;
    }
    at = end;
  }
  if (elisions.length === 0) return undefined;
  return { text: out + decode(decoder, bytes.subarray(from)), elisions };
}

function isBase64(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1) if (alphabet[bytes[i] ?? 0] !== 1) return false;
  return true;
}

function lineFeeds(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let i = bytes.indexOf(LF, start); i >= 0 && i < end; i = bytes.indexOf(LF, i + 1)) count += 1;
  return count;
}

function decode(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new XmlError('xml.encoding', 'The document is not valid UTF-8.');
  }
}

/** True when some stretch of that length has no tag: it holds a multiple of the length, so that a few places are enough to look at. */
function hasLongGap(bytes: Uint8Array): boolean {
  for (let at = LONG; at < bytes.byteLength; at += LONG) {
    const before = bytes.lastIndexOf(LT, at);
    const after = bytes.indexOf(LT, at);
    if ((after < 0 ? bytes.byteLength : after) - before > LONG) return true;
  }
  return false;
}
