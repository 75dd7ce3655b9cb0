const ALPHABET = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const PADDING = 0x3d;

/** Length of the base64 text of so many octets. */
export function base64Length(octets: number): number {
  return Math.ceil(octets / 3) * 4;
}

/** Writes the base64 text of `bytes` (RFC 4648 §4, one line) into `target` at `at`: no string in between, whatever the size. */
export function writeBase64(bytes: Uint8Array, target: Uint8Array, at: number): number {
  const whole = bytes.length - (bytes.length % 3);
  let to = at;
  for (let from = 0; from < whole; from += 3) {
    const word = (byte(bytes, from) << 16) | (byte(bytes, from + 1) << 8) | byte(bytes, from + 2);
    target[to] = letter(word >> 18);
    target[to + 1] = letter(word >> 12);
    target[to + 2] = letter(word >> 6);
    target[to + 3] = letter(word);
    to += 4;
  }
  const left = bytes.length - whole;
  if (left > 0) {
    const word = (byte(bytes, whole) << 16) | (left === 2 ? byte(bytes, whole + 1) << 8 : 0);
    target[to] = letter(word >> 18);
    target[to + 1] = letter(word >> 12);
    target[to + 2] = left === 2 ? letter(word >> 6) : PADDING;
    target[to + 3] = PADDING;
    to += 4;
  }
  return to;
}

function letter(word: number): number {
  return ALPHABET[word & 63] ?? 0;
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}
