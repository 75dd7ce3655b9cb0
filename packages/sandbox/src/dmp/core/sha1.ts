import type { DmpContent } from './metadata.js';

const rotate = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits));

/**
 * SHA-1, hexadecimal: the `hash` of XDS (ITI TF-3 §4.2.3.2.10). Written out because the core is synchronous and runs in a browser,
 * where the platform's own is not.
 */
export function sha1Hex(bytes: Uint8Array): string {
  const state = new Int32Array([0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0]);
  const words = new Int32Array(80);
  const block = new DataView(new ArrayBuffer(64));
  const whole = Math.floor(bytes.length / 64);
  const digest = (view: DataView, offset: number) => {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(offset + i * 4);
    for (let i = 16; i < 80; i++) {
      words[i] = rotate((words[i - 3] ?? 0) ^ (words[i - 8] ?? 0) ^ (words[i - 14] ?? 0) ^ (words[i - 16] ?? 0), 1);
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (let i = 0; i < 80; i++) {
      const [f, k] =
        i < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : i < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : i < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6];
      const next = (rotate(a, 5) + f + e + k + (words[i] ?? 0)) | 0;
      [e, d, c, b, a] = [d, c, rotate(b, 30), a, next];
    }
    for (const [i, value] of [a, b, c, d, e].entries()) state[i] = ((state[i] ?? 0) + value) | 0;
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < whole; i++) digest(view, i * 64);
  const rest = bytes.subarray(whole * 64);
  for (let i = 0; i < rest.length; i++) block.setUint8(i, rest[i] ?? 0);
  block.setUint8(rest.length, 0x80);
  if (rest.length >= 56) {
    digest(block, 0);
    for (let i = 0; i < 64; i += 4) block.setInt32(i, 0);
  }
  block.setUint32(56, Math.floor(bytes.length / 0x20000000));
  block.setUint32(60, (bytes.length * 8) >>> 0);
  digest(block, 0);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** A content from its bytes. */
export function documentContent(bytes: Uint8Array): DmpContent {
  return { size: bytes.length, sha1: sha1Hex(bytes), bytes };
}
