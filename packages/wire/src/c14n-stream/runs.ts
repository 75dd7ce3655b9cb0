// What a byte is in a run of characters: 0 passes as it is, 1 needs a look, 2 is a control character, 3 begins more bytes.
const PASS = 0;
export const LOOK = 1;
export const CONTROL = 2;
export const MULTIBYTE = 3;

function table(look: string): Uint8Array {
  const out = new Uint8Array(256).fill(PASS);
  out.fill(CONTROL, 0, 0x20);
  out[0x9] = PASS;
  out[0xa] = PASS;
  out.fill(MULTIBYTE, 0x80);
  for (const character of look) out[character.charCodeAt(0)] = LOOK;
  return out;
}

export const TEXT = table('<>&\r');
export const COMMENT = table('-\r');
export const CDATA = table(']<>&\r');

/** First byte from `from` on that does not simply pass. */
export function nextStop(data: Uint8Array, from: number, end: number, classes: Uint8Array): number {
  let at = from;
  while (at < end && classes[data[at] as number] === PASS) at += 1;
  return at;
}

/** The sequence at `at` goes on after the end of what is there. */
export const INCOMPLETE = -1;
/** Not UTF-8. */
export const NOT_UTF8 = -2;
/** U+FFFE or U+FFFF, which XML excludes. */
export const NOT_A_CHARACTER = -3;

/** Length of the UTF-8 sequence at `at`, or one of the codes above. Surrogates and long forms are not UTF-8 (RFC 3629). */
export function sequenceLength(data: Uint8Array, at: number, end: number): number {
  const first = data[at] as number;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return NOT_UTF8;
  const second = at + 1 < end ? (data[at + 1] as number) : undefined;
  if (second !== undefined) {
    const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) return NOT_UTF8;
  }
  for (let index = 2; index < length && at + index < end; index += 1) {
    if (((data[at + index] as number) & 0xc0) !== 0x80) return NOT_UTF8;
  }
  if (at + length > end) return INCOMPLETE;
  if (first === 0xef && second === 0xbf && (data[at + 2] as number) >= 0xbe) return NOT_A_CHARACTER;
  return length;
}
