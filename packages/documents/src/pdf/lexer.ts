/** A stream of the file: the dictionary before it, and its octets as stored. */
export interface PdfStream {
  readonly dictionary: string;
  readonly content: Uint8Array;
}

/** What stands outside the streams, and the streams. */
export interface PdfPieces {
  /**
   * The structure of the file: dictionaries, numbers, names (`#xx` escapes undone), without strings, comments and streams. So a
   * word of a page or of a title is never taken for an instruction.
   */
  readonly structure: string;
  readonly streams: readonly PdfStream[];
  /** Octets between streams that were too many to be read. */
  readonly notSeen: number;
}

/** Most octets that are read between two streams: a structure is far smaller. */
const MAX_GAP = 4 * 1_048_576;

const STREAM = encode('stream');
const END_STREAM = encode('endstream');

/** Cuts a PDF without building its objects: a single pass, streams skipped by octets, memory in proportion to the structure. */
export function cutPdf(bytes: Uint8Array): PdfPieces {
  const texts: string[] = [];
  const streams: PdfStream[] = [];
  let notSeen = 0;
  let at = 0;
  while (at < bytes.length) {
    const keyword = nextStream(bytes, at);
    const gapEnd = keyword?.at ?? bytes.length;
    const seenFrom = Math.max(at, gapEnd - MAX_GAP);
    notSeen += seenFrom - at;
    const text = structureText(latin1(bytes, seenFrom, gapEnd));
    texts.push(text);
    if (!keyword) break;
    const end = indexOf(bytes, END_STREAM, keyword.data);
    const stop = end < 0 ? bytes.length : end;
    streams.push({ dictionary: text.slice(text.lastIndexOf(' obj') + 1), content: bytes.subarray(keyword.data, stop) });
    at = end < 0 ? bytes.length : end + END_STREAM.length;
  }
  return { structure: texts.join('\n'), streams, notSeen };
}

/** The keyword `stream` that begins octets: after `>>`, before an end of line. */
function nextStream(bytes: Uint8Array, from: number): { at: number; data: number } | undefined {
  for (let at = indexOf(bytes, STREAM, from); at >= 0; at = indexOf(bytes, STREAM, at + 1)) {
    const after = at + STREAM.length;
    const eol =
      bytes[after] === 0x0d && bytes[after + 1] === 0x0a ? 2 : bytes[after] === 0x0a || bytes[after] === 0x0d ? 1 : 0;
    let before = at - 1;
    while (before >= from && isSpace(bytes[before])) before -= 1;
    if (eol > 0 && bytes[before] === 0x3e && bytes[before - 1] === 0x3e) return { at, data: after + eol };
  }
  return undefined;
}

/** Strings, comments and name escapes out: what is left is syntax. */
export function structureText(text: string): string {
  let out = '';
  let at = 0;
  while (at < text.length) {
    const next = nextSpecial(text, at);
    out += text.slice(at, next);
    if (next >= text.length) break;
    const char = text[next];
    if (char === '(') {
      at = endOfString(text, next);
      out += '()';
    } else if (char === '%') {
      const eol = text.slice(next).search(/[\r\n]/);
      at = eol < 0 ? text.length : next + eol;
    } else if (text[next + 1] === '<') {
      out += '<<';
      at = next + 2;
    } else {
      const close = text.indexOf('>', next);
      at = close < 0 ? text.length : close + 1;
      out += '<>';
    }
  }
  return out.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function nextSpecial(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '(' || char === '%' || char === '<') return at;
  }
  return text.length;
}

function endOfString(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (char === '(') depth += 1;
    else if (char === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

/** Octets as characters 0–255. */
export function latin1(bytes: Uint8Array, from = 0, to = bytes.length): string {
  const CHUNK = 8_192;
  let out = '';
  for (let at = from; at < to; at += CHUNK) {
    // Not spread: that walks an iterator.
    out += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(at, Math.min(to, at + CHUNK)));
  }
  return out;
}

export function indexOf(bytes: Uint8Array, needle: Uint8Array, from = 0): number {
  const first = needle[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (matches(bytes, needle, at)) return at;
  }
  return -1;
}

/** Called for one octet in 256 of an image: no closure. */
function matches(bytes: Uint8Array, needle: Uint8Array, at: number): boolean {
  for (let index = 1; index < needle.length; index += 1) if (bytes[at + index] !== needle[index]) return false;
  return true;
}

function isSpace(octet: number | undefined): boolean {
  return octet === 0x20 || octet === 0x0a || octet === 0x0d || octet === 0x09 || octet === 0x0c || octet === 0;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
