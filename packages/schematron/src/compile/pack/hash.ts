/**
 * A hash of texts that is the same everywhere: two FNV-1a of 32 bits that start apart, 64 bits together. It tells versions of a pack
 * apart; it is no defence against one made to look like another.
 */
export function hashOf(texts: Iterable<string>): string {
  let [a, b] = [0x811c9dc5, 0x9747b28c];
  for (const text of texts) {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x01000193) ^ (b >>> 15);
    }
    a = Math.imul(a ^ 0x1ffff, 0x01000193);
    b = Math.imul(b ^ 0x1ffff, 0x01000193);
  }
  return [a, b].map((each) => (each >>> 0).toString(16).padStart(8, '0')).join('');
}
