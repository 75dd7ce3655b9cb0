import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../../tooling/src/conformance.ts';
import {
  bareContentId,
  cidOf,
  collectChunks,
  collectStream,
  contentIdOfCid,
  decodeMultipart,
  encodeMultipart,
  encodeXop,
  MultipartError,
  type MultipartPart,
  parseContentType,
  partOfCid,
  readMultipart,
  type StreamedPart,
  streamOf,
} from '../../src/multipart.js';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);

async function readAll(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  contentType: string,
  limits = {},
): Promise<{ part: StreamedPart; body: Uint8Array }[]> {
  const out: { part: StreamedPart; body: Uint8Array }[] = [];
  for await (const part of readMultipart(source, contentType, limits)) {
    out.push({ part, body: await collectChunks(part.chunks) });
  }
  return out;
}

function* cut(whole: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  let at = 0;
  for (let i = 0; at < whole.byteLength; i += 1) {
    const size = Math.max(1, sizes[i % Math.max(sizes.length, 1)] ?? 1);
    yield whole.subarray(at, at + size);
    at += size;
  }
}

const codeOf = async (run: () => unknown): Promise<string> => {
  try {
    await run();
  } catch (error) {
    if (error instanceof MultipartError) return error.code;
    throw error;
  }
  return 'none';
};

describe('a multipart message', () => {
  it('is written to the byte as the DMP expects it (RFC 2046, W3C XOP)', async () => {
    const message = encodeXop({
      envelope: bytes('<e/>'),
      action: 'urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b',
      boundary: 'b-7f3a',
      rootId: 'root@socle',
      attachments: [{ contentType: 'text/xml', contentId: 'doc1@socle', body: bytes('<d/>\n') }],
    });
    expect(message.contentType).toBe(
      'multipart/related; boundary="b-7f3a"; type="application/xop+xml"; start="<root@socle>"; start-info="application/soap+xml"; action="urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b"',
    );
    const body = await collectStream(message.body);
    expect(text(body)).toBe(
      [
        '--b-7f3a',
        'Content-Type: application/xop+xml; charset=UTF-8; type="application/soap+xml"; action="urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b"',
        'Content-Transfer-Encoding: 8bit',
        'Content-ID: <root@socle>',
        '',
        '<e/>',
        '--b-7f3a',
        'Content-Type: text/xml',
        'Content-Transfer-Encoding: binary',
        'Content-ID: <doc1@socle>',
        '',
        '<d/>\n',
        '--b-7f3a--',
        '',
      ].join('\r\n'),
    );
    expect(message.body.length).toBe(body.byteLength);
  });

  it('reads back what it wrote, however it is cut, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 }),
        // Octets that look like boundaries are what can go wrong.
        fc.array(fc.constantFrom('\r', '\n', '\r\n', '--', '\r\n--', '\r\n--b', '\r\n--b-', '--b-7', '\r\n--b-7f3aX'), {
          maxLength: 8,
        }),
        async (bodies, sizes, traps) => {
          const parts: MultipartPart[] = bodies.map((body, index) => ({
            contentType: 'application/octet-stream',
            contentId: `p${index}@x`,
            transferEncoding: 'binary',
            body: index === 0 ? new Uint8Array([...bytes(traps.join('')), ...body]) : body,
          }));
          const stream = encodeMultipart('b-7f3a', parts);
          const whole = await collectStream(stream);
          const type = 'multipart/related; boundary="b-7f3a"; start="<p0@x>"';
          const streamed = await readAll(cut(whole, sizes), type);
          const held = decodeMultipart(whole, type);
          expect(streamed.map(({ body }) => [...body])).toEqual(parts.map(({ body }) => [...(body as Uint8Array)]));
          expect(held.parts.map(({ body }) => [...body])).toEqual(parts.map(({ body }) => [...(body as Uint8Array)]));
          expect(streamed.map(({ part }) => part.root)).toEqual(parts.map((_, index) => index === 0));
          expect(held.root.contentId).toBe('p0@x');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('copies no document: what is written and what is read share the memory of the document', async () => {
    const document = new Uint8Array(3_000_000).fill(65);
    const stream = encodeMultipart('bound', [
      { contentType: 'text/xml', contentId: 'a', transferEncoding: 'binary', body: document },
    ]);
    let shared = 0;
    for await (const chunk of stream.open()) if (chunk.buffer === document.buffer) shared += chunk.byteLength;
    expect(shared).toBe(document.byteLength);

    const whole = await collectStream(stream);
    let same = 0;
    for await (const part of readMultipart(cut(whole, [65_536]), 'multipart/related; boundary=bound')) {
      for await (const chunk of part.chunks) if (chunk.buffer === whole.buffer) same += chunk.byteLength;
    }
    // Only the chunks at both ends of the part may be joined with their neighbour.
    expect(same).toBeGreaterThan(document.byteLength - 3 * 65_536);
    const [only] = decodeMultipart(whole, 'multipart/related; boundary=bound').parts;
    expect(only?.body.buffer).toBe(whole.buffer);
  });

  it('takes memory once when the size is known', async () => {
    const source = (async function* () {
      yield* cut(new Uint8Array(100_000).fill(7), [4_096]);
    })();
    const collected = await collectChunks(source, { expected: 100_000 });
    expect(collected.byteLength).toBe(100_000);
    expect(collected.buffer.byteLength).toBe(100_000);
  });

  it('skips what the caller leaves, and what stands before and after', async () => {
    const raw = bytes(
      'preamble\r\n--b  \r\nContent-ID: <a>\r\n\r\nfirst part\r\n--b\r\n\r\nno header\r\n--b--\r\nepilogue',
    );
    const seen: string[] = [];
    for await (const part of readMultipart(cut(raw, [3]), 'Multipart/Related; boundary=b')) {
      for await (const chunk of part.chunks) {
        seen.push(text(chunk).slice(0, 1));
        break;
      }
    }
    expect(seen).toEqual(['f', 'n']);
    expect(decodeMultipart(raw, 'Multipart/Related; boundary=b').parts.map(({ body }) => text(body))).toEqual([
      'first part',
      'no header',
    ]);
  });

  it('leaves its source when the caller stops half-way', async () => {
    let left = false;
    const source = (async function* () {
      try {
        yield bytes('--b\r\nContent-ID: <a>\r\n\r\nabc');
        yield bytes('def\r\n--b--');
      } finally {
        left = true;
      }
    })();
    for await (const _part of readMultipart(source, 'multipart/related; boundary=b')) break;
    expect(left).toBe(true);
  });
});

describe('a refused multipart message', () => {
  const good = '--b\r\nContent-ID: <a>\r\n\r\nx\r\n--b\r\nContent-ID: <c>\r\n\r\ny\r\n--b--';
  const cases: [string, string, string, object?][] = [
    ['not multipart', 'text/xml', good],
    ['no boundary', 'multipart/related', good],
    ['structure', 'multipart/related; boundary=zz', `${'-'.repeat(6_000)}\r\n--zz--`],
    ['truncated', 'multipart/related; boundary=b', good.slice(0, -6)],
    ['cut in headers', 'multipart/related; boundary=b', good.slice(0, 12)],
    ['header', 'multipart/related; boundary=b', '--b\r\nno colon here\r\n\r\nx\r\n--b--'],
    ['long header', 'multipart/related; boundary=b', `--b\r\nX: ${'y'.repeat(9_000)}\r\n\r\nx\r\n--b--`],
    ['base64', 'multipart/related; boundary=b', '--b\r\nContent-Transfer-Encoding: base64\r\n\r\neA==\r\n--b--'],
    ['parts', 'multipart/related; boundary=b', good, { maxParts: 1 }],
    ['size', 'multipart/related; boundary=b', good, { maxBytes: 20 }],
    ['same id', 'multipart/related; boundary=b', good.replace('<c>', '<a>')],
  ];
  const expected: Record<string, string> = {
    'not multipart': 'multipart.contentType',
    'no boundary': 'multipart.contentType',
    structure: 'multipart.structure',
    truncated: 'multipart.truncated',
    'cut in headers': 'multipart.truncated',
    header: 'multipart.header',
    'long header': 'multipart.header',
    base64: 'multipart.encoding',
    parts: 'multipart.tooMany',
    size: 'multipart.tooLarge',
    'same id': 'multipart.duplicateId',
  };
  it.each(cases)('%s', async (name, type, raw, limits = {}) => {
    expect(await codeOf(() => readAll(cut(bytes(raw), [7]), type, limits))).toBe(expected[name]);
    expect(await codeOf(() => decodeMultipart(bytes(raw), type, limits))).toBe(
      name === 'cut in headers' ? 'multipart.truncated' : expected[name],
    );
  });

  it('a start that names no part', async () => {
    expect(await codeOf(() => decodeMultipart(bytes(good), 'multipart/related; boundary=b; start="<z>"'))).toBe(
      'multipart.root',
    );
  });

  it('never throws anything else, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.string({ maxLength: 40 }), async (raw, type) => {
        await codeOf(() => readAll(cut(raw, [5]), type));
        await codeOf(() => decodeMultipart(raw, `multipart/related; boundary="${type.replace(/["\\]/g, '')}"`));
      }),
    );
  });
});

describe('names of parts', () => {
  it('are URL-decoded before they are compared', () => {
    const message = decodeMultipart(
      bytes('--b\r\nContent-ID: <urn:uuid:1@dmp>\r\n\r\nx\r\n--b--'),
      'multipart/related; boundary=b',
    );
    expect(text(partOfCid(message, 'cid:urn%3Auuid%3A1@dmp').body)).toBe('x');
    expect(text(partOfCid(message, 'cid:urn:uuid:1@dmp').body)).toBe('x');
    expect(() => partOfCid(message, 'cid:other')).toThrow(MultipartError);
    expect(() => partOfCid(message, 'https://elsewhere')).toThrow(MultipartError);
  });

  it('survive the way to an address and back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-;=?-~]{1,30}$/), (id) => {
        expect(contentIdOfCid(cidOf(id))).toBe(id);
      }),
    );
    expect(bareContentId(' <a@b> ')).toBe('a@b');
  });

  it('are read from the parameters of a Content-Type, quoted or not', () => {
    expect(parseContentType('Multipart/Related;boundary=x;start=<a@b>; TYPE="application/xop+xml";x="a\\"b"')).toEqual({
      type: 'multipart/related',
      parameters: { boundary: 'x', start: '<a@b>', type: 'application/xop+xml', x: 'a"b' },
    });
    expect(parseContentType('')).toBeUndefined();
    expect(parseContentType(undefined)).toBeUndefined();
  });

  it('a part that does not keep its word stops the message', async () => {
    const liar = {
      length: 4,
      async *open() {
        yield bytes('abc');
      },
    };
    const stream = encodeMultipart('b', [
      { contentType: 'a/b', contentId: 'i', transferEncoding: 'binary', body: liar },
    ]);
    await expect(collectStream(stream)).rejects.toMatchObject({ code: 'multipart.write' });
    expect(() =>
      encodeMultipart('b', [{ contentType: 'a/b\r\nX: y', contentId: 'i', transferEncoding: '8bit', body: bytes('') }]),
    ).toThrow(/MIME/);
    expect(() => encodeMultipart('é', [])).toThrow(/MIME/);
    expect(await collectStream(streamOf(bytes('abc')))).toEqual(bytes('abc'));
  });
});

describeWithConformance('the sample deposit', () => {
  const type =
    'multipart/related; boundary="b-7f3a-socle"; type="application/xop+xml"; start="<root@socle>"; start-info="application/soap+xml"; action="urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b"';

  it('is read, and written again to the same bytes', async () => {
    const raw = new Uint8Array(readFileSync(conformanceFile('xds/samples/iti41-request.mtom.body')));
    const { root, parts } = decodeMultipart(raw, type);
    expect(parts).toHaveLength(3);
    const again = encodeXop({
      envelope: root.body,
      action: 'urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b',
      boundary: 'b-7f3a-socle',
      rootId: root.contentId ?? '',
      attachments: parts.slice(1).map((part) => ({
        contentType: part.all['content-type'] ?? '',
        contentId: part.contentId ?? '',
        body: part.body,
      })),
    });
    expect(again.contentType).toBe(type);
    expect(Buffer.from(await collectStream(again.body)).equals(raw)).toBe(true);
  });
});
