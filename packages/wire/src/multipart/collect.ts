import { MultipartError } from '../errors/multipart-error.js';

/** How the octets of a part are gathered. */
export interface CollectOptions {
  /** Size announced elsewhere (metadata, Content-Length): memory is taken once, and nothing is copied twice. */
  readonly expected?: number;
  /** More is refused with 'multipart.tooLarge'. */
  readonly maxBytes?: number;
  /** Sees each chunk: a digest, a progress. */
  readonly onChunk?: (chunk: Uint8Array) => void;
}

/**
 * Gathers a part into one buffer. With the right `expected` each octet is copied once, into its final place; a wrong one only costs
 * time. The result is a fixed buffer of its own: it keeps nothing else alive.
 */
export async function collectChunks(
  chunks: AsyncIterable<Uint8Array>,
  options: CollectOptions = {},
): Promise<Uint8Array> {
  const { maxBytes = Number.MAX_SAFE_INTEGER, onChunk } = options;
  const expected = Math.min(options.expected ?? 0, maxBytes);
  let buffer = new Uint8Array(expected);
  let size = 0;
  for await (const chunk of chunks) {
    if (size + chunk.byteLength > maxBytes)
      throw new MultipartError('multipart.tooLarge', `A part is larger than ${maxBytes} bytes.`);
    onChunk?.(chunk);
    if (size + chunk.byteLength > buffer.byteLength) {
      const larger = new Uint8Array(Math.max(buffer.byteLength * 2, size + chunk.byteLength, 65_536));
      larger.set(buffer.subarray(0, size));
      buffer = larger;
    }
    buffer.set(chunk, size);
    size += chunk.byteLength;
  }
  return size === buffer.byteLength
    ? buffer
    : size * 2 < buffer.byteLength
      ? buffer.slice(0, size)
      : buffer.subarray(0, size);
}
