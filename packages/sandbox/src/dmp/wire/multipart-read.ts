/** Why a MIME body cannot be read; French, for the text of a fault. */
export class UnreadableMultipart extends Error {
  override readonly name = 'UnreadableMultipart';
}

/** Where the octets of one part go. */
export interface PartSink {
  write(chunk: Uint8Array): Promise<void> | void;
  end(): Promise<void> | void;
}

/** Headers of a part, names in lower case. */
export type PartHeaders = ReadonlyMap<string, string>;

export interface MultipartBounds {
  readonly parts: number;
  readonly headerBytes: number;
  readonly preambleBytes: number;
}

export const MULTIPART_BOUNDS: MultipartBounds = { parts: 130, headerBytes: 16 * 1024, preambleBytes: 8 * 1024 };

const CRLF = Buffer.from('\r\n');
const BLANK = Buffer.from('\r\n\r\n');

type State = 'preamble' | 'boundary' | 'headers' | 'body' | 'epilogue';

/**
 * Reads a `multipart/related` body chunk by chunk (RFC 2046 §5.1.1): never holds more than a delimiter's length of a part. The CRLF
 * before a delimiter belongs to the delimiter.
 *
 * @param onPart called with the headers of each part; what it answers receives the octets
 */
export async function readMultipart(
  source: AsyncIterable<Uint8Array>,
  boundary: string,
  onPart: (headers: PartHeaders, index: number) => PartSink | Promise<PartSink>,
  bounds: MultipartBounds = MULTIPART_BOUNDS,
): Promise<number> {
  const delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
  let state = 'preamble' as State;
  let pending: Buffer = CRLF; // the first delimiter may stand at the very beginning
  let skipped = 0;
  let parts = 0;
  let sink: PartSink | undefined;

  const advance = async (): Promise<boolean> => {
    switch (state) {
      case 'preamble': {
        const at = pending.indexOf(delimiter);
        if (at < 0) {
          const kept = Math.min(pending.length, delimiter.length - 1);
          skipped += pending.length - kept;
          if (skipped > bounds.preambleBytes) throw new UnreadableMultipart('frontière MIME introuvable');
          pending = pending.subarray(pending.length - kept);
          return false;
        }
        pending = pending.subarray(at + delimiter.length);
        state = 'boundary';
        return true;
      }
      case 'boundary': {
        if (pending.length >= 2 && pending[0] === 0x2d && pending[1] === 0x2d) {
          state = 'epilogue';
          pending = pending.subarray(pending.length);
          return true;
        }
        const end = pending.indexOf(CRLF);
        if (end < 0) {
          if (pending.length > 256) throw new UnreadableMultipart('ligne de frontière mal formée');
          return false;
        }
        if (!/^[ \t]*$/.test(pending.toString('latin1', 0, end)))
          throw new UnreadableMultipart('ligne de frontière mal formée');
        pending = pending.subarray(end);
        state = 'headers';
        return true;
      }
      case 'headers': {
        // `pending` begins with the CRLF that ended the delimiter line.
        const end = pending.indexOf(BLANK);
        if ((end < 0 ? pending.length : end) > bounds.headerBytes)
          throw new UnreadableMultipart('en-têtes de partie trop longs');
        if (end < 0) return false;
        parts += 1;
        if (parts > bounds.parts) throw new UnreadableMultipart('trop de parties MIME');
        sink = await onPart(parseHeaders(pending.toString('latin1', 2, Math.max(2, end))), parts - 1);
        // Keep the last CRLF of the blank line: an empty part ends there.
        pending = pending.subarray(end + 2);
        state = 'body';
        bodyStarts = true;
        return true;
      }
      case 'body': {
        const at = pending.indexOf(delimiter);
        const limit = at >= 0 ? at : pending.length - (delimiter.length - 1);
        const from = bodyStarts ? 2 : 0;
        if (at < 0 && limit <= from) return false;
        if (limit > from) await sink?.write(pending.subarray(from, limit));
        if (limit >= from) bodyStarts = false;
        if (at < 0) {
          pending = pending.subarray(limit);
          return false;
        }
        await sink?.end();
        sink = undefined;
        pending = pending.subarray(at + delimiter.length);
        state = 'boundary';
        return true;
      }
      case 'epilogue':
        pending = pending.subarray(pending.length);
        return false;
    }
  };
  let bodyStarts = false;

  for await (const chunk of source) {
    pending = pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([pending, chunk]);
    while (await advance());
  }
  while (await advance());
  if (state !== 'epilogue') throw new UnreadableMultipart('corps MIME sans frontière finale');
  return parts;
}

function parseHeaders(text: string): PartHeaders {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    if (line === '') continue;
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon <= 0 || !/^[\w!#$&^.+-]+$/.test(name)) throw new UnreadableMultipart('en-tête de partie mal formé');
    if (headers.has(name)) throw new UnreadableMultipart('en-tête de partie répété');
    headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

export interface MediaType {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** A media type and its parameters (RFC 9110 §8.3.1); undefined when it cannot be read. */
export function parseMediaType(value: string): MediaType | undefined {
  const match = /^\s*([\w!#$&^.+-]+\/[\w!#$&^.+-]+)\s*/.exec(value);
  if (!match?.[1] || value.length > 4096) return undefined;
  const parameters = new Map<string, string>();
  let rest = value.slice(match[0].length);
  while (rest !== '') {
    const parameter = /^;\s*(?:([\w!#$&^.+-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s";]*)))?\s*/.exec(rest);
    if (!parameter) return undefined;
    const [whole, name, quoted, plain] = parameter;
    if (name !== undefined) parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
    rest = rest.slice(whole.length);
  }
  return { name: match[1].toLowerCase(), parameters };
}
