import { MultipartError } from '../errors/multipart-error.js';
import { bareContentId, type ContentType, parseContentType, sameContentId } from './content-type.js';
import { type PartHeaders, readPartHeaders } from './headers.js';
import { defaultMultipartLimits, type MultipartLimits } from './limits.js';
import { type Searcher, searcher } from './search.js';

/** One part as it comes. Its octets must be read before the next part is asked for; what is not read is skipped. */
export interface StreamedPart extends PartHeaders {
  /** True for the part that the `start` parameter names, or the first one without it. */
  readonly root: boolean;
  /** Octets received of the whole message so far, boundaries included. */
  readonly received: () => number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

const CR = 13;
const LF = 10;
const DASH = 45;
/** Blanks allowed between a boundary and its line end (RFC 2046 §5.1.1). */
const MAX_PADDING = 128;

/** What a multipart Content-Type tells. Throws {@link MultipartError} when it is not one. */
export function multipartOf(contentType: string | undefined): {
  boundary: string;
  start?: string;
  parsed: ContentType;
} {
  const parsed = parseContentType(contentType);
  const boundary = parsed?.parameters.boundary;
  if (parsed === undefined || !parsed.type.startsWith('multipart/') || !boundary || boundary.length > 70) {
    throw new MultipartError('multipart.contentType', 'The answer is not a multipart message with a boundary.');
  }
  const { start } = parsed.parameters;
  return { boundary, parsed, ...(start === undefined ? {} : { start: bareContentId(start) }) };
}

/** True for a `multipart/…` Content-Type. */
export function isMultipart(contentType: string | undefined): boolean {
  return parseContentType(contentType)?.type.startsWith('multipart/') ?? false;
}

/**
 * Reads a multipart message as it arrives. Octets are passed on as they were received; only a chunk that ends in the middle of what
 * could be a boundary is joined with the next one.
 *
 * Throws {@link MultipartError}, and whatever the source throws.
 */
export async function* readMultipart(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  contentType: string | undefined,
  limits: Partial<MultipartLimits> = {},
): AsyncGenerator<StreamedPart, void, undefined> {
  const { boundary, start } = multipartOf(contentType);
  const reader = new Reader(source, boundary, { ...defaultMultipartLimits, ...limits });
  try {
    await reader.preamble();
    const seen: string[] = [];
    for (let index = 0; await reader.nextPart(); index += 1) {
      const headers = await reader.headers();
      const { contentId } = headers;
      if (contentId !== undefined) {
        if (seen.includes(contentId))
          throw new MultipartError('multipart.duplicateId', 'Two parts have the same Content-ID.');
        seen.push(contentId);
      }
      const root = start === undefined ? index === 0 : contentId !== undefined && sameContentId(contentId, start);
      const chunks = reader.body();
      yield { ...headers, root, received: () => reader.received, chunks };
      for await (const _skipped of chunks) {
        // Octets that the caller did not want.
      }
    }
    await reader.epilogue();
  } finally {
    await reader.leave();
  }
}

class Reader {
  received = 0;
  #buffer: Uint8Array = new Uint8Array();
  #parts = 0;
  readonly #iterator: AsyncIterator<Uint8Array> | Iterator<Uint8Array>;
  readonly #delimiter: Searcher;
  readonly #limits: MultipartLimits;
  #over = false;

  constructor(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, boundary: string, limits: MultipartLimits) {
    this.#iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
    this.#delimiter = searcher(new TextEncoder().encode(`\r\n--${boundary}`));
    this.#limits = limits;
  }

  /** Adds one chunk to the buffer. */
  async #more(): Promise<boolean> {
    if (this.#over) return false;
    const next = await this.#iterator.next();
    if (next.done) {
      this.#over = true;
      return false;
    }
    this.received += next.value.byteLength;
    if (this.received > this.#limits.maxBytes) {
      throw new MultipartError('multipart.tooLarge', `The message is larger than ${this.#limits.maxBytes} bytes.`);
    }
    this.#buffer = this.#buffer.byteLength === 0 ? next.value : joined(this.#buffer, next.value);
    return true;
  }

  async #need(size: number): Promise<void> {
    while (this.#buffer.byteLength < size) {
      if (!(await this.#more()))
        throw new MultipartError('multipart.truncated', 'The multipart message ends before its final boundary.');
    }
  }

  /** Up to the end of the first boundary. */
  async preamble(): Promise<void> {
    const bare = this.#delimiter.needle.subarray(2);
    await this.#need(bare.byteLength);
    if (startsWith(this.#buffer, bare)) {
      this.#buffer = this.#buffer.subarray(bare.byteLength);
      return;
    }
    let skipped = 0;
    for await (const chunk of this.body()) {
      skipped += chunk.byteLength;
      if (skipped > this.#limits.maxPreambleBytes)
        throw new MultipartError('multipart.structure', 'No boundary stands at the beginning of the message.');
    }
  }

  /** After a boundary: true when a part follows, false after the final one. */
  async nextPart(): Promise<boolean> {
    const end = await this.#boundaryEnd(0);
    if (end === undefined) throw new MultipartError('multipart.structure', 'A boundary is not followed by a line end.');
    this.#buffer = this.#buffer.subarray(end.size);
    if (end.final) return false;
    this.#parts += 1;
    if (this.#parts > this.#limits.maxParts)
      throw new MultipartError('multipart.tooMany', `The message has more than ${this.#limits.maxParts} parts.`);
    return true;
  }

  async headers(): Promise<PartHeaders> {
    await this.#need(2);
    if (this.#buffer[0] === CR && this.#buffer[1] === LF) {
      this.#buffer = this.#buffer.subarray(2);
      return readPartHeaders(new Uint8Array());
    }
    const blank = BLANK_LINE;
    for (;;) {
      const at = blank.find(this.#buffer);
      if (at > this.#limits.maxHeaderBytes || (at < 0 && this.#buffer.byteLength > this.#limits.maxHeaderBytes + 4)) {
        throw new MultipartError('multipart.header', `Part headers are over ${this.#limits.maxHeaderBytes} bytes.`);
      }
      if (at >= 0) {
        const block = this.#buffer.subarray(0, at);
        this.#buffer = this.#buffer.subarray(at + 4);
        return readPartHeaders(block);
      }
      await this.#need(this.#buffer.byteLength + 1);
    }
  }

  /** Octets up to the next boundary, which is consumed. Ends at once when asked again. */
  body(): AsyncGenerator<Uint8Array> {
    const self = this;
    const generator = (async function* () {
      for (;;) {
        const at = self.#delimiter.find(self.#buffer);
        if (at >= 0) {
          const after = at + self.#delimiter.needle.byteLength;
          if ((await self.#boundaryEnd(after)) !== undefined) {
            const last = self.#buffer.subarray(0, at);
            self.#buffer = self.#buffer.subarray(after);
            if (last.byteLength > 0) yield last;
            return;
          }
          // Only looks like a boundary: content.
          const content = self.#buffer.subarray(0, at + 2);
          self.#buffer = self.#buffer.subarray(at + 2);
          yield content;
          continue;
        }
        const kept = self.#delimiter.partialAtEnd(self.#buffer);
        const sure = self.#buffer.subarray(0, self.#buffer.byteLength - kept);
        self.#buffer = self.#buffer.subarray(sure.byteLength);
        if (sure.byteLength > 0) yield sure;
        await self.#need(kept + 1);
      }
    })();
    // The part is skipped after the caller left it half-way: leaving must not end the generator.
    return Object.assign(generator, {
      return: async () => ({ done: true as const, value: undefined }),
    });
  }

  /** What follows a boundary at `from`: `--`, or blanks and a line end. `undefined`: it was not a boundary. */
  async #boundaryEnd(from: number): Promise<{ size: number; final: boolean } | undefined> {
    await this.#need(from + 2);
    if (this.#buffer[from] === DASH && this.#buffer[from + 1] === DASH) return { size: from + 2, final: true };
    let at = from;
    while (at - from <= MAX_PADDING) {
      await this.#need(at + 2);
      const octet = this.#buffer[at];
      if (octet === CR) return this.#buffer[at + 1] === LF ? { size: at + 2, final: false } : undefined;
      if (octet !== 32 && octet !== 9) return undefined;
      at += 1;
    }
    return undefined;
  }

  /** What follows the final boundary is ignored, within the bounds. */
  async epilogue(): Promise<void> {
    do this.#buffer = new Uint8Array();
    while (await this.#more());
  }

  /** Tells the source that nothing more is wanted. */
  async leave(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    await this.#iterator.return?.();
  }
}

const BLANK_LINE = searcher(new Uint8Array([CR, LF, CR, LF]));

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.byteLength + b.byteLength);
  out.set(a);
  out.set(b, a.byteLength);
  return out;
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return prefix.every((octet, index) => bytes[index] === octet);
}
