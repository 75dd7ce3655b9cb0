import { MultipartError } from '../errors/multipart-error.js';
import { bareContentId, type ContentType, parseContentType } from './content-type.js';

/** Headers of one part. */
export interface PartHeaders {
  /** Names in lower case; the first of each counts. */
  readonly all: Readonly<Record<string, string>>;
  /** Without angle brackets. */
  readonly contentId?: string;
  readonly contentType?: ContentType;
}

const plainEncodings = new Set(['', '7bit', '8bit', 'binary']);

/** Reads the header lines of a part (RFC 5322 §2.2, folded lines joined). */
export function readPartHeaders(block: Uint8Array): PartHeaders {
  const all: Record<string, string> = {};
  const text = new TextDecoder().decode(block).replace(/\r\n[ \t]+/g, ' ');
  for (const line of text.split('\r\n')) {
    if (line === '') continue;
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (!/^[!-9;-~]+$/.test(name))
      throw new MultipartError('multipart.header', 'A part has a header line that cannot be read.');
    if (!Object.hasOwn(all, name)) all[name] = line.slice(colon + 1).trim();
  }
  const encoding = (all['content-transfer-encoding'] ?? '').toLowerCase();
  if (!plainEncodings.has(encoding)) {
    throw new MultipartError('multipart.encoding', 'A part is transfer-encoded; octets as they are were expected.');
  }
  const contentType = parseContentType(all['content-type']);
  const id = all['content-id'];
  return {
    all,
    ...(id === undefined ? {} : { contentId: bareContentId(id) }),
    ...(contentType === undefined ? {} : { contentType }),
  };
}
