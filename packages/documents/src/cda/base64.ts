const ALPHABET = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const PADDING = 0x3d;

// Two letters for each twelve bits: half the look-ups, and one store for two letters.
const FIRST = Uint8Array.from({ length: 4096 }, (_, bits) => letter(bits >> 6));
const SECOND = Uint8Array.from({ length: 4096 }, (_, bits) => letter(bits));
const PAIR = Uint16Array.from({ length: 4096 }, (_, bits) => letter(bits >> 6) | (letter(bits) << 8));
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Length of the base64 text of so many octets. */
export function base64Length(octets: number): number {
  return Math.ceil(octets / 3) * 4;
}

/** The base64 text of octets. */
export type Base64Text = (bytes: Uint8Array) => string;

/** `toBase64` of ECMAScript 2026, where the platform has it: ten times as quick as a loop. */
function platformBase64(): Base64Text | undefined {
  const native: unknown = Reflect.get(Uint8Array.prototype, 'toBase64');
  return typeof native === 'function' ? (bytes) => String(native.call(bytes)) : undefined;
}

const platform = platformBase64();

/** A multiple of three: the text of a slice has no padding. Small enough for its text to stay near the processor. */
const SLICE = 49_152;
/** Below, a call of the platform costs more than the loop. */
const FEW = 256;

/**
 * Writes the base64 text of `bytes` (RFC 4648 §4, one line) into `target` at `at`; gives back where it ends. No string of the
 * whole in between, whatever the size.
 *
 * @param toText `null` for the loop alone. Default: what the platform has.
 */
export function writeBase64(
  bytes: Uint8Array,
  target: Uint8Array,
  at: number,
  toText: Base64Text | null = platform ?? null,
): number {
  if (toText === null || bytes.length < FEW) return writeByHand(bytes, target, at);
  const encoder = new TextEncoder();
  let to = at;
  for (let from = 0; from < bytes.length; from += SLICE) {
    to += encoder.encodeInto(toText(bytes.subarray(from, from + SLICE)), target.subarray(to)).written;
  }
  return to;
}

function writeByHand(bytes: Uint8Array, target: Uint8Array, at: number): number {
  const whole = bytes.length - (bytes.length % 3);
  const to = whole > 0 && LITTLE_ENDIAN ? writePairs(bytes, whole, target, at) : writeLetters(bytes, whole, target, at);
  const left = bytes.length - whole;
  if (left === 0) return to;
  const word = (byte(bytes, whole) << 16) | (left === 2 ? byte(bytes, whole + 1) << 8 : 0);
  target[to] = letter(word >> 18);
  target[to + 1] = letter(word >> 12);
  target[to + 2] = left === 2 ? letter(word >> 6) : PADDING;
  target[to + 3] = PADDING;
  return to + 4;
}

function writePairs(bytes: Uint8Array, whole: number, target: Uint8Array, at: number): number {
  const letters = (whole / 3) * 4;
  if ((target.byteOffset + at) % 2 !== 0) return writeOddPairs(bytes, whole, target, at);
  const pairs = new Uint16Array(target.buffer, target.byteOffset + at, letters / 2);
  let to = 0;
  for (let from = 0; from < whole; from += 3) {
    const middle = byte(bytes, from + 1);
    pairs[to] = PAIR[(byte(bytes, from) << 4) | (middle >> 4)] as number;
    pairs[to + 1] = PAIR[((middle & 15) << 8) | byte(bytes, from + 2)] as number;
    to += 2;
  }
  return at + letters;
}

/** From an odd address: the first and the last letter alone, between them pairs that straddle the groups. */
function writeOddPairs(bytes: Uint8Array, whole: number, target: Uint8Array, at: number): number {
  const letters = (whole / 3) * 4;
  const pairs = new Uint16Array(target.buffer, target.byteOffset + at + 1, letters / 2 - 1);
  const first = (byte(bytes, 0) << 16) | (byte(bytes, 1) << 8) | byte(bytes, 2);
  target[at] = letter(first >> 18);
  pairs[0] = letter(first >> 12) | (letter(first >> 6) << 8);
  let before = letter(first);
  let to = 1;
  for (let from = 3; from < whole; from += 3) {
    const middle = byte(bytes, from + 1);
    const high = (byte(bytes, from) << 4) | (middle >> 4);
    const low = ((middle & 15) << 8) | byte(bytes, from + 2);
    pairs[to] = before | ((FIRST[high] as number) << 8);
    pairs[to + 1] = (SECOND[high] as number) | ((FIRST[low] as number) << 8);
    before = SECOND[low] as number;
    to += 2;
  }
  target[at + letters - 1] = before;
  return at + letters;
}

function writeLetters(bytes: Uint8Array, whole: number, target: Uint8Array, at: number): number {
  let to = at;
  for (let from = 0; from < whole; from += 3) {
    const middle = byte(bytes, from + 1);
    const high = (byte(bytes, from) << 4) | (middle >> 4);
    const low = ((middle & 15) << 8) | byte(bytes, from + 2);
    target[to] = FIRST[high] as number;
    target[to + 1] = SECOND[high] as number;
    target[to + 2] = FIRST[low] as number;
    target[to + 3] = SECOND[low] as number;
    to += 4;
  }
  return to;
}

/** Value of each character code; 64 for white space, 65 for what is no base64. */
const VALUES = Uint8Array.from({ length: 256 }, (_, code) => {
  const value = ALPHABET.indexOf(code);
  return value >= 0 ? value : code === 0x20 || (code >= 0x09 && code <= 0x0d) ? 64 : 65;
});

/** The octets of a base64 text, white space passed over; `undefined` when it is none. One allocation, whatever the size. */
export function readBase64(text: string): Uint8Array | undefined {
  const out = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let [size, word, count, padding] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === PADDING) {
      padding += 1;
      continue;
    }
    const value = VALUES[code] ?? 65;
    if (value === 64) continue;
    // Nothing comes after the padding.
    if (value === 65 || padding > 0) return undefined;
    word = (word << 6) | value;
    count += 1;
    if (count % 4 === 0) {
      out[size] = word >> 16;
      out[size + 1] = word >> 8;
      out[size + 2] = word;
      size += 3;
      word = 0;
    }
  }
  const left = count % 4;
  if (left === 1 || (left === 0 ? 0 : 4 - left) !== padding) return undefined;
  if (left >= 2) out[size++] = left === 2 ? word >> 4 : word >> 10;
  if (left === 3) out[size++] = word >> 2;
  return out.subarray(0, size);
}

function letter(word: number): number {
  return ALPHABET[word & 63] as number;
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}
