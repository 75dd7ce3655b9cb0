/** Octets of a known length that are made as they are asked for, and that can be asked for again. */
export interface ByteStream {
  /** In octets. Announced before the first octet leaves (Content-Length). */
  readonly length: number;
  /** A new reading from the first octet. Chunks may share memory with what they come from: they are not changed. */
  open(): AsyncIterable<Uint8Array>;
}

/** Large enough to cost little a chunk, small enough that what waits in a socket stays small beside the document. */
const SLICE = 65_536;

/** The octets, slice by slice, without a copy. */
export function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += SLICE) yield bytes.subarray(at, at + SLICE);
}

/** A stream over octets in memory: nothing is copied. */
export function streamOf(bytes: Uint8Array): ByteStream {
  return {
    length: bytes.byteLength,
    async *open() {
      yield* slices(bytes);
    },
  };
}

/** Reads a whole stream into memory, once, into one buffer of its length. */
export async function collectStream(stream: ByteStream): Promise<Uint8Array> {
  const out = new Uint8Array(stream.length);
  let at = 0;
  for await (const chunk of stream.open()) {
    if (at + chunk.byteLength > out.byteLength) throw new RangeError('The stream is longer than it says.');
    out.set(chunk, at);
    at += chunk.byteLength;
  }
  if (at !== out.byteLength) throw new RangeError('The stream is shorter than it says.');
  return out;
}
