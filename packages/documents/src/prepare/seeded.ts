import type { RandomBytes } from '@socle-sante/core/uuid';

/**
 * Octets that follow from a seed of 16 octets (xoshiro128**): the identifiers inside a document are those of its own
 * identifier, so that the same document is written the same twice. Nothing secret comes from here.
 */
export function seededRandom(seed: Uint8Array): RandomBytes {
  const view = new DataView(seed.buffer, seed.byteOffset, 16);
  let [a, b, c, d] = [view.getUint32(0), view.getUint32(4), view.getUint32(8), view.getUint32(12) | 1];
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  return (count) => Uint8Array.from({ length: count }, () => next() >>> 24);
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
