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

/** Writes the base64 text of `bytes` (RFC 4648 §4, one line) into `target` at `at`: no string in between, whatever the size. */
export function writeBase64(bytes: Uint8Array, target: Uint8Array, at: number): number {
  const whole = bytes.length - (bytes.length % 3);
  const aligned = LITTLE_ENDIAN && (target.byteOffset + at) % 2 === 0;
  const to = aligned ? writePairs(bytes, whole, target, at) : writeLetters(bytes, whole, target, at);
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
  const pairs = new Uint16Array(target.buffer, target.byteOffset + at, (whole / 3) * 2);
  let to = 0;
  for (let from = 0; from < whole; from += 3) {
    const middle = byte(bytes, from + 1);
    pairs[to] = PAIR[(byte(bytes, from) << 4) | (middle >> 4)] as number;
    pairs[to + 1] = PAIR[((middle & 15) << 8) | byte(bytes, from + 2)] as number;
    to += 2;
  }
  return at + to * 2;
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

function letter(word: number): number {
  return ALPHABET[word & 63] as number;
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}
