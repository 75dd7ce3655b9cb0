import { fail } from './failure.js';
import { MAX_BODY } from './read-request.js';

/** What a form with a file holds. */
export interface FormInput {
  readonly input: Record<string, unknown>;
  readonly file?: { readonly bytes: Uint8Array; readonly mediaType: string };
}

/** Octets of headers and boundaries beside the parts. */
const OVERHEAD = 16 * 1024;
const MAX_PARTS = 4;

/**
 * Reads `multipart/form-data` (RFC 7578): a part `input` with JSON, a part `file`. The stream is left as soon as it is longer
 * than the limit, whatever `Content-Length` says. Names of files are not read: they may name a person.
 */
export async function readForm(request: Request, maxFileBytes: number, maxInputBytes = MAX_BODY): Promise<FormInput> {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(request.headers.get('content-type') ?? '');
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined) throw fail('gateway.mediaType');
  const limit = maxFileBytes + maxInputBytes + OVERHEAD;
  const declared = Number(request.headers.get('content-length') ?? '0');
  if (declared > limit) throw tooLarge(maxFileBytes);
  const body = await readAll(request, limit, maxFileBytes);
  let input: Record<string, unknown> | undefined;
  let file: FormInput['file'];
  for (const part of partsOf(body, name)) {
    if (part.name === 'input' && input === undefined) input = readInput(part.content, maxInputBytes);
    else if (part.name === 'file' && file === undefined) {
      if (part.content.byteLength > maxFileBytes) throw tooLarge(maxFileBytes);
      file = { bytes: part.content, mediaType: part.mediaType };
    } else throw malformed(part.name.slice(0, 40));
  }
  if (input === undefined) throw malformed('input');
  return { input, ...(file === undefined ? {} : { file }) };
}

const tooLarge = (maxBytes: number) => fail('gateway.tooLarge', { params: { maxBytes } });
const malformed = (field: string) => fail('gateway.badRequest', { fields: { [field]: 'multipart' } });

function readInput(content: Uint8Array, maxBytes: number): Record<string, unknown> {
  if (content.byteLength > maxBytes) throw tooLarge(maxBytes);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    throw fail('gateway.badRequest', { fields: { input: 'json' } });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw fail('gateway.badRequest', { fields: { input: 'object' } });
  }
  return value as Record<string, unknown>;
}

async function readAll(request: Request, limit: number, maxFileBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let total = 0;
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      total += value.byteLength;
      if (total > limit) throw tooLarge(maxFileBytes);
      pieces.push(value);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

interface Part {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

function partsOf(body: Uint8Array, boundary: string): Part[] {
  const parts: Part[] = [];
  const mark = new TextEncoder().encode(`--${boundary}`);
  const separator = new TextEncoder().encode(`\r\n--${boundary}`);
  if (!startsWith(body, mark, 0)) throw malformed('boundary');
  let at = mark.length;
  for (;;) {
    if (body[at] === 0x2d && body[at + 1] === 0x2d) return parts;
    if (body[at] !== 0x0d || body[at + 1] !== 0x0a || parts.length >= MAX_PARTS) throw malformed('boundary');
    const headersEnd = indexOf(body, HEADERS_END, at);
    if (headersEnd < 0 || headersEnd - at > OVERHEAD) throw malformed('headers');
    const start = headersEnd + HEADERS_END.length;
    const end = indexOf(body, separator, start);
    if (end < 0) throw malformed('boundary');
    const headers = new TextDecoder().decode(body.subarray(at + 2, headersEnd));
    parts.push({ ...readHeaders(headers), content: body.subarray(start, end) });
    at = end + separator.length;
  }
}

const HEADERS_END = new TextEncoder().encode('\r\n\r\n');

function readHeaders(text: string): Pick<Part, 'name' | 'mediaType'> {
  const lines = text.split('\r\n');
  const value = (header: string) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${header}:`))
      ?.slice(header.length + 1)
      .trim() ?? '';
  const name = /;\s*name="([^"]{1,100})"/i.exec(value('content-disposition'))?.[1];
  if (name === undefined) throw malformed('content-disposition');
  const mediaType = value('content-type').split(';')[0]?.trim().toLowerCase() ?? '';
  return { name, mediaType };
}

function startsWith(body: Uint8Array, wanted: Uint8Array, at: number): boolean {
  return wanted.every((byte, index) => body[at + index] === byte);
}

function indexOf(body: Uint8Array, wanted: Uint8Array, from: number): number {
  const [first = 0] = wanted;
  for (let at = body.indexOf(first, from); at >= 0; at = body.indexOf(first, at + 1)) {
    if (startsWith(body, wanted, at)) return at;
  }
  return -1;
}
