import { MultipartError } from '../errors/multipart-error.js';
import { contentIdOfCid, sameContentId } from './content-type.js';
import { type PartHeaders, readPartHeaders } from './headers.js';
import { defaultMultipartLimits, type MultipartLimits } from './limits.js';
import { multipartOf } from './read.js';
import { searcher } from './search.js';

/** One part of a message in memory. `body` shares the memory of the message. */
export interface ReadPart extends PartHeaders {
  readonly body: Uint8Array;
}

/** A multipart message in memory. */
export interface MultipartMessage {
  /** The part that `start` names, or the first one without `start`. */
  readonly root: ReadPart;
  /** All parts in order, the root included. */
  readonly parts: readonly ReadPart[];
}

/**
 * Reads a whole multipart message that is in memory already, without copying it: small answers. See `readMultipart` for what comes
 * from the network. Throws {@link MultipartError}.
 */
export function decodeMultipart(
  message: Uint8Array,
  contentType: string | undefined,
  limits: Partial<MultipartLimits> = {},
): MultipartMessage {
  const { boundary, start } = multipartOf(contentType);
  const bounds = { ...defaultMultipartLimits, ...limits };
  if (message.byteLength > bounds.maxBytes)
    throw new MultipartError('multipart.tooLarge', `The message is larger than ${bounds.maxBytes} bytes.`);
  const bodies = split(message, boundary, bounds);
  const parts = bodies.map((block) => readPart(block, bounds.maxHeaderBytes));
  const ids = parts.map((part) => part.contentId).filter((id) => id !== undefined);
  if (new Set(ids).size !== ids.length)
    throw new MultipartError('multipart.duplicateId', 'Two parts have the same Content-ID.');
  const root =
    start === undefined
      ? parts[0]
      : parts.find(({ contentId }) => contentId !== undefined && sameContentId(contentId, start));
  if (root === undefined) throw new MultipartError('multipart.root', 'The message has no root part.');
  return { root, parts };
}

/** The part that a `cid:` address names. Throws {@link MultipartError} 'multipart.reference' when there is none. */
export function partOfCid(message: MultipartMessage, href: string): ReadPart {
  const id = contentIdOfCid(href);
  const found =
    id === undefined
      ? undefined
      : message.parts.find(({ contentId }) => contentId !== undefined && sameContentId(contentId, id));
  if (found === undefined) throw new MultipartError('multipart.reference', 'A reference names no part of the message.');
  return found;
}

const BLANK_LINE = searcher(new Uint8Array([13, 10, 13, 10]));

/** What stands between boundaries. */
function split(message: Uint8Array, boundary: string, limits: MultipartLimits): Uint8Array[] {
  const delimiter = searcher(new TextEncoder().encode(`\r\n--${boundary}`));
  const bare = delimiter.needle.subarray(2);
  const out: Uint8Array[] = [];
  let at = bare.every((octet, index) => message[index] === octet) ? 0 : delimiter.find(message) + 2;
  if (at === 1 || at - 2 > limits.maxPreambleBytes)
    throw new MultipartError('multipart.structure', 'No boundary stands at the beginning of the message.');
  at += bare.byteLength;
  for (;;) {
    const end = boundaryEnd(message, at);
    if (end === undefined) throw new MultipartError('multipart.structure', 'A boundary is not followed by a line end.');
    if (end.final) return out;
    if (out.length === limits.maxParts)
      throw new MultipartError('multipart.tooMany', `The message has more than ${limits.maxParts} parts.`);
    const from = end.at;
    let next = delimiter.find(message, from);
    while (next >= 0 && boundaryEnd(message, next + delimiter.needle.byteLength) === undefined)
      next = delimiter.find(message, next + 2);
    if (next < 0)
      throw new MultipartError('multipart.truncated', 'The multipart message ends before its final boundary.');
    out.push(message.subarray(from, next));
    at = next + delimiter.needle.byteLength;
  }
}

function boundaryEnd(message: Uint8Array, from: number): { at: number; final: boolean } | undefined {
  if (message[from] === 45 && message[from + 1] === 45) return { at: from + 2, final: true };
  let at = from;
  while (at - from <= 128 && (message[at] === 32 || message[at] === 9)) at += 1;
  return message[at] === 13 && message[at + 1] === 10 ? { at: at + 2, final: false } : undefined;
}

function readPart(block: Uint8Array, maxHeaderBytes: number): ReadPart {
  if (block[0] === 13 && block[1] === 10) return { ...readPartHeaders(new Uint8Array()), body: block.subarray(2) };
  const at = BLANK_LINE.find(block);
  if (at < 0) throw new MultipartError('multipart.header', 'A part has no blank line after its headers.');
  if (at > maxHeaderBytes)
    throw new MultipartError('multipart.header', `Part headers are over ${maxHeaderBytes} bytes.`);
  return { ...readPartHeaders(block.subarray(0, at)), body: block.subarray(at + 4) };
}
