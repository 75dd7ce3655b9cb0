/** Canonical XML 1.0 of whole documents, by pieces, in bounded memory, without libxml2. Browser-safe. */
import { type Canonicalizer, type CanonicalizerOptions, createCanonicalizer } from './c14n-stream/canonicalizer.js';

export { type CanonicalizerLimits, defaultCanonicalizerLimits } from './c14n-stream/limits.js';
export { type Canonicalizer, type CanonicalizerOptions, createCanonicalizer };

/**
 * The canonical form of a whole document that is in memory: inclusive Canonical XML 1.0, with comments unless said
 * otherwise. Throws what {@link createCanonicalizer} throws.
 */
export function canonicalizeDocument(
  document: Uint8Array,
  options: Partial<Pick<CanonicalizerOptions, 'comments' | 'limits'>> = {},
): Uint8Array {
  let out = new Uint8Array(document.length + 1024);
  let length = 0;
  const canonicalizer = createCanonicalizer({
    comments: options.comments ?? true,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    write: (bytes) => {
      if (length + bytes.length > out.length) {
        const larger = new Uint8Array(Math.max(length + bytes.length, out.length * 2));
        larger.set(out.subarray(0, length));
        out = larger;
      }
      out.set(bytes, length);
      length += bytes.length;
    },
  });
  canonicalizer.push(document);
  canonicalizer.end();
  return out.subarray(0, length);
}

class Different extends Error {}

/**
 * True when a document is its own canonical form, to the byte: nothing is allocated, whatever its size. Throws what
 * {@link createCanonicalizer} throws, when a fault is met before a difference.
 */
export function isCanonicalDocument(
  document: Uint8Array,
  options: Partial<Pick<CanonicalizerOptions, 'comments' | 'limits'>> = {},
): boolean {
  let at = 0;
  const canonicalizer = createCanonicalizer({
    comments: options.comments ?? true,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    write: (bytes) => {
      // What is unchanged comes as a view of the document itself.
      const same = bytes.buffer === document.buffer && bytes.byteOffset === document.byteOffset + at;
      if (!same && !bytes.every((byte, index) => byte === document[at + index])) throw new Different();
      at += bytes.length;
    },
  });
  try {
    canonicalizer.push(document);
    canonicalizer.end();
  } catch (error) {
    if (error instanceof Different) return false;
    throw error;
  }
  return at === document.length;
}
