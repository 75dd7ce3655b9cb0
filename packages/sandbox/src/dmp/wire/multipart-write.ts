import type { DmpHttpResponse } from './http.js';

/** One part after the root. */
export interface OutPart {
  readonly contentId: string;
  readonly contentType: string;
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

const ROOT_ID = 'root.message@dmp.simulateur.invalid';
const utf8 = (text: string) => new TextEncoder().encode(text);

/** `cid:` reference of a part; the colon inside is URL-encoded, as in the replies of the DMP. */
export function cidOf(contentId: string): string {
  return `cid:${contentId.replace(/:/g, '%3A')}`;
}

/**
 * A multipart answer with its parts streamed after each other.
 *
 * @param announced the boundary of the HTTP header, when it must not be the one of the body
 */
export function multipartResponse(
  status: number,
  root: Uint8Array,
  parts: readonly OutPart[],
  boundary: string,
  action: string,
  announced = boundary,
): DmpHttpResponse {
  const head = utf8(
    `--${boundary}\r\nContent-Type: application/xop+xml; charset=UTF-8; type="application/soap+xml"\r\n` +
      `Content-Transfer-Encoding: binary\r\nContent-ID: <${ROOT_ID}>\r\n\r\n`,
  );
  const heads = parts.map((part) =>
    utf8(
      `\r\n--${boundary}\r\nContent-Type: ${part.contentType}\r\nContent-Transfer-Encoding: binary\r\n` +
        `Content-ID: <${part.contentId}>\r\n\r\n`,
    ),
  );
  const tail = utf8(`\r\n--${boundary}--\r\n`);
  const length =
    head.length +
    root.length +
    tail.length +
    parts.reduce((sum, part, i) => sum + part.size + (heads[i]?.length ?? 0), 0);
  async function* body() {
    yield head;
    yield root;
    for (const [i, part] of parts.entries()) {
      yield heads[i] ?? new Uint8Array();
      yield* part.open();
    }
    yield tail;
  }
  return {
    status,
    headers: {
      'content-type': `multipart/related; boundary="${announced}"; type="application/xop+xml"; start="<${ROOT_ID}>"; start-info="application/soap+xml"; action="${action}"`,
    },
    body: body(),
    length,
  };
}
