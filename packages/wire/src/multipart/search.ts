/** Finds one sequence of octets in others (Boyer-Moore-Horspool): most octets are never looked at. */
export interface Searcher {
  readonly needle: Uint8Array;
  /** Offset of the first occurrence from `from` on, or -1. */
  find(haystack: Uint8Array, from?: number): number;
  /** How many octets at the end could be the beginning of an occurrence that goes on in the next chunk. */
  partialAtEnd(haystack: Uint8Array, from?: number): number;
}

export function searcher(needle: Uint8Array): Searcher {
  const size = needle.byteLength;
  const last = size - 1;
  const skip = new Int32Array(256).fill(size);
  for (let i = 0; i < last; i += 1) skip[needle[i] ?? 0] = last - i;
  return {
    needle,
    find(haystack, from = 0) {
      const end = haystack.byteLength - size;
      for (let at = from; at <= end; ) {
        let i = last;
        while (i >= 0 && haystack[at + i] === needle[i]) i -= 1;
        if (i < 0) return at;
        at += skip[haystack[at + last] ?? 0] ?? size;
      }
      return -1;
    },
    partialAtEnd(haystack, from = 0) {
      const available = haystack.byteLength - from;
      for (let length = Math.min(last, available); length > 0; length -= 1) {
        const start = haystack.byteLength - length;
        let i = 0;
        while (i < length && haystack[start + i] === needle[i]) i += 1;
        if (i === length) return length;
      }
      return 0;
    },
  };
}
