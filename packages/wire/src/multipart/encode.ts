import { MultipartWriteError } from '../errors/multipart-error.js';
import { bareContentId, cidOf, formatContentType } from './content-type.js';
import { type ByteStream, slices } from './stream.js';

/** One part to write. */
export interface MultipartPart {
  readonly contentType: string;
  /** Without angle brackets; they are written. */
  readonly contentId: string;
  /** `8bit` for text, `binary` for the rest: octets travel as they are, never in base64. */
  readonly transferEncoding: '8bit' | 'binary';
  readonly body: Uint8Array | ByteStream;
}

const boundaryForm = /^[0-9A-Za-z'()+_,./:=?-](?:[0-9A-Za-z'()+_,./:=? -]{0,68}[0-9A-Za-z'()+_,./:=?-])?$/;
const headerText = /^[\x20-\x7e]+$/;

/**
 * A multipart body (RFC 2046 §5.1): CRLF between header lines and around boundaries, final boundary with `--`, no preamble nor
 * epilogue. The bodies of parts are passed through slice by slice: nothing is copied, whatever their size.
 *
 * The boundary must not occur in a part: give a random one. Throws {@link MultipartWriteError} for a boundary or a header that MIME
 * cannot carry.
 */
export function encodeMultipart(boundary: string, parts: readonly MultipartPart[]): ByteStream {
  if (!boundaryForm.test(boundary)) throw new MultipartWriteError('The boundary is not one that MIME allows.');
  const encoder = new TextEncoder();
  const heads = parts.map((part, index) => {
    const id = bareContentId(part.contentId);
    if (![part.contentType, id].every((text) => headerText.test(text)) || /[<>\s]/.test(id)) {
      throw new MultipartWriteError('A part header holds what MIME cannot carry.');
    }
    return encoder.encode(
      `${index === 0 ? '' : '\r\n'}--${boundary}\r\n` +
        `Content-Type: ${part.contentType}\r\n` +
        `Content-Transfer-Encoding: ${part.transferEncoding}\r\n` +
        `Content-ID: <${id}>\r\n\r\n`,
    );
  });
  const tail = encoder.encode(`${parts.length === 0 ? '' : '\r\n'}--${boundary}--\r\n`);
  const sizes = parts.map(({ body }) => (body instanceof Uint8Array ? body.byteLength : body.length));
  const length = [...heads.map((head) => head.byteLength), ...sizes].reduce((a, b) => a + b, tail.byteLength);
  return {
    length,
    async *open() {
      for (const [index, part] of parts.entries()) {
        yield heads[index] ?? tail;
        if (part.body instanceof Uint8Array) yield* slices(part.body);
        else yield* checkedLength(part.body);
      }
      yield tail;
    },
  };
}

/** A part shorter or longer than announced would shift every byte after it: stop there instead. */
async function* checkedLength(stream: ByteStream): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of stream.open()) {
    seen += chunk.byteLength;
    if (seen > stream.length) break;
    yield* slices(chunk);
  }
  if (seen !== stream.length) throw new MultipartWriteError('A part does not have the length that it announced.');
}

/** A document that travels beside the envelope. */
export interface XopAttachment {
  readonly contentType: string;
  readonly contentId: string;
  readonly body: Uint8Array | ByteStream;
}

/** A SOAP 1.2 message with its attachments. */
export interface XopMessage {
  /** The envelope, in which `xop:Include` elements name the attachments: see {@link xopHref}. */
  readonly envelope: Uint8Array;
  readonly action: string;
  readonly boundary: string;
  /** Content-ID of the envelope, without angle brackets. */
  readonly rootId: string;
  readonly attachments: readonly XopAttachment[];
}

/**
 * The HTTP body and Content-Type of a SOAP 1.2 message in MTOM/XOP form (W3C XOP §4.1, SOAP MTOM §4.2): `start` names the root with its
 * angle brackets, `start-info` is `application/soap+xml`, and the action stands on the header and on the root part.
 */
export function encodeXop(message: XopMessage): { readonly contentType: string; readonly body: ByteStream } {
  const { action, boundary, rootId } = message;
  return {
    contentType: formatContentType('multipart/related', {
      boundary,
      type: 'application/xop+xml',
      start: `<${rootId}>`,
      'start-info': 'application/soap+xml',
      action,
    }),
    body: encodeMultipart(boundary, [
      {
        contentType: `application/xop+xml; charset=UTF-8; ${formatContentType('', {
          type: 'application/soap+xml',
          action,
        }).slice(2)}`,
        contentId: rootId,
        transferEncoding: '8bit',
        body: message.envelope,
      },
      ...message.attachments.map((part) => ({ ...part, transferEncoding: 'binary' as const })),
    ]),
  };
}

/** Value of `xop:Include/@href` for an attachment. */
export function xopHref(contentId: string): string {
  return cidOf(contentId);
}

/** Namespace of `xop:Include`. */
export const XOP = 'http://www.w3.org/2004/08/xop/include';
