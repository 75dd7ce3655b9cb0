import { Unzlib } from 'fflate';
import { latin1, type PdfStream, structureText } from './lexer.js';

/** Most octets that the object streams of one file may unfold to. */
const MAX_UNFOLDED = 16 * 1_048_576;

/** The text of the object streams (PDF 1.5), unfolded under a bound; what cannot be unfolded is counted. */
export function unfoldObjectStreams(streams: readonly PdfStream[]): { text: string; unreadable: number } {
  let room = MAX_UNFOLDED;
  let unreadable = 0;
  const texts: string[] = [];
  for (const { dictionary, content } of streams) {
    if (!/\/Type\s*\/ObjStm\b/.test(dictionary)) continue;
    const plain = /\/Filter\b/.test(dictionary) ? inflate(content, room) : content.subarray(0, room);
    if (!plain) {
      unreadable += 1;
      continue;
    }
    room -= plain.length;
    texts.push(structureText(latin1(plain)));
  }
  return { text: texts.join('\n'), unreadable };
}

/** `undefined` for another filter, damaged octets, or more than `max`. */
function inflate(content: Uint8Array, max: number): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const unzip = new Unzlib((chunk) => {
      length += chunk.length;
      if (length > max) throw new RangeError('too large');
      chunks.push(chunk);
    });
    const STEP = 65_536;
    for (let at = 0; at < content.length; at += STEP) {
      unzip.push(content.subarray(at, at + STEP), at + STEP >= content.length);
    }
  } catch {
    // An end of line before `endstream` is no part of the data: what came out is whole when something did.
    if (length > max || length === 0) return undefined;
  }
  const out = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}
