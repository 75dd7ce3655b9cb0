import { readFileSync } from 'node:fs';
import { connect } from 'node:tls';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conformanceFile, describeWithConformance } from '../../tooling/src/conformance.ts';
import { utcOf } from '../src/dmp/wire/cda-read.ts';
import {
  MULTIPART_BOUNDS,
  type PartHeaders,
  readMultipart,
  UnreadableMultipart,
} from '../src/dmp/wire/multipart-read.ts';
import { type Dmp, faultCode, startDmp } from './dmp/harness.ts';
import { ACTION, deposit, findDocuments, plain, swap, vihf } from './dmp/message.ts';
import { messageErrors } from './dmp/schema.ts';

async function parts(
  chunks: Iterable<Uint8Array>,
  boundary: string,
): Promise<{ headers: PartHeaders; body: Buffer }[]> {
  const read: { headers: PartHeaders; body: Buffer }[] = [];
  async function* source() {
    yield* chunks;
  }
  await readMultipart(source(), boundary, (headers) => {
    const body: Buffer[] = [];
    return {
      write: (chunk) => {
        body.push(Buffer.from(chunk));
      },
      end: () => {
        read.push({ headers, body: Buffer.concat(body) });
      },
    };
  });
  return read;
}

const cut = (bytes: Buffer, sizes: readonly number[]) => {
  const chunks: Buffer[] = [];
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes[i % Math.max(1, sizes.length)] ?? 1;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
};

describe('MIME', () => {
  it('reads back any parts, however the octets come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.uint8Array({ maxLength: 40 }),
            fc.constant(Buffer.from('\r\n--b\r')),
            fc.constant(Buffer.from('\r\n\r\n')),
          ),
          { minLength: 1, maxLength: 5 },
        ),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }),
        async (bodies, sizes) => {
          const boundary = 'bo-undary';
          const message = Buffer.concat([
            ...bodies.flatMap((body, i) => [
              Buffer.from(`--${boundary}\r\nContent-ID: <${i}>\r\n\r\n`),
              Buffer.from(body),
              Buffer.from('\r\n'),
            ]),
            Buffer.from(`--${boundary}--`),
          ]);
          const read = await parts(cut(message, sizes), boundary);
          expect(read.map(({ body }) => body.toString('latin1'))).toEqual(
            bodies.map((body) => Buffer.from(body).toString('latin1')),
          );
        },
      ),
    );
  });

  it.each([
    ['another boundary', '--autre\r\n\r\nx\r\n--autre--\r\n'.padEnd(MULTIPART_BOUNDS.preambleBytes + 100, 'x')],
    ['no end', '--b\r\n\r\nx'],
    ['headers without end', `--b\r\nX: ${'x'.repeat(MULTIPART_BOUNDS.headerBytes)}`],
    ['a thousand parts', `${'--b\r\n\r\nx\r\n'.repeat(1000)}--b--`],
    ['a header without name', '--b\r\n: x\r\n\r\nx\r\n--b--'],
    ['a header twice', '--b\r\nContent-ID: <a>\r\nContent-ID: <b>\r\n\r\nx\r\n--b--'],
    ['nothing', ''],
  ])('refuses %s', async (_, text) => {
    await expect(parts([Buffer.from(text)], 'b')).rejects.toThrow(UnreadableMultipart);
  });
});

describe('messages', () => {
  let dmp: Dmp;
  beforeAll(async () => {
    dmp = await startDmp();
  });
  afterAll(() => dmp.sandbox.stop());
  const assertion = () => vihf({ pki: dmp.pki, now: new Date() });
  const query = (edit: (text: string) => string) => plain('registry', ACTION.query, assertion(), findDocuments(), edit);
  const wrapped = (edit: (signed: string) => string) =>
    plain('registry', ACTION.query, edit(assertion()), findDocuments());
  const evil = (signed: string) =>
    signed
      .replace(/<ds:Signature .*<\/ds:Signature>/s, '')
      .replace('899900000003</saml2:NameID>', '899900000029</saml2:NameID>');

  it.each([
    ['DOCTYPE', () => query((text) => `<!DOCTYPE x [<!ENTITY a "aaaa">]>${text}`), 'soap.xml'],
    ['not XML', () => query(() => 'bonjour'), 'soap.xml'],
    [
      'not UTF-8',
      () => ({
        ...query((text) => text),
        body: Buffer.from(query((text) => text.replace('Essai', 'Été')).body.toString(), 'latin1'),
      }),
      'soap.xml',
    ],
    ['depth 100 000', () => query(swap('<soap:Body>', `<soap:Body>${'<a>'.repeat(100_000)}`)), 'soap.xml'],
    [
      'half a million elements',
      () => query(swap('<soap:Body>', `<soap:Body><x>${'<a/>'.repeat(500_000)}</x>`)),
      'soap.xml',
    ],
    ['5 MB of envelope', () => query(swap('<soap:Body>', `<soap:Body>${' '.repeat(5 * 1024 * 1024)}`)), 'mime.size'],
    ['two bodies', () => query(swap('</soap:Body>', '<x/></soap:Body>')), 'soap.parts'],
    ['two assertions', () => wrapped((signed) => signed + signed), 'vihf.several'],
    [
      'a wrapped assertion',
      () =>
        wrapped((signed) =>
          evil(signed).replace('</saml2:Assertion>', `<saml2:Advice>${signed}</saml2:Advice></saml2:Assertion>`),
        ),
      'vihf.wrapped',
    ],
    [
      'a signed assertion in the body',
      () =>
        plain(
          'registry',
          ACTION.query,
          evil(assertion()),
          findDocuments().replace('</query:AdhocQueryRequest>', `${assertion()}</query:AdhocQueryRequest>`),
        ),
      'vihf.wrapped',
    ],
    [
      'a signed assertion in another header',
      () => query(swap('<wsse:Security>', `<x:y xmlns:x="urn:x">${assertion()}</x:y><wsse:Security>`)),
      'vihf.wrapped',
    ],
    [
      'a comment inside the name',
      () => wrapped(swap('899900000003</saml2:NameID>', '8999<!-- -->00000003</saml2:NameID>')),
      undefined,
    ],
  ])('%s', async (_, message, reason) => {
    const start = performance.now();
    const answer = await dmp.send(message());
    expect(performance.now() - start).toBeLessThan(16_000);
    if (reason === undefined) {
      // Canonicalisation leaves comments out of what is signed: the name that is read is the whole one.
      expect(answer.text).toContain('ResponseStatusType:Success');
      return;
    }
    expect(dmp.reasons()).toContain(reason);
    expect(faultCode(answer.text)).toMatch(/^DMPInvalid/);
  });

  it.each([
    ['application/json', 415],
    ['multipart/related; boundary="', 415],
    ['text/xml', 415],
  ])('Content-Type %s', async (contentType, status) => {
    const answer = await dmp.send({ ...query((text) => text), contentType });
    expect(answer.status).toBe(status);
  });

  it('announces one boundary and sends another: refused, not endless', async () => {
    const answer = await dmp.send(
      deposit({ pki: dmp.pki, now: new Date(), n: 1, contentType: swap('b-essai', 'autre') }),
    );
    expect(dmp.reasons()).toEqual(['mime.multipart']);
    expect(answer.status).toBe(500);
  });

  describe('HTTP', () => {
    /** What is written on the TLS connection, octet for octet; what comes back until it closes, or for a while. */
    const raw = (pieces: readonly (string | Uint8Array)[], forMs = 3000) =>
      new Promise<string>((resolve, reject) => {
        const identity = dmp.pki.identity('cps-auth');
        const socket = connect(
          {
            host: '127.0.0.1',
            port: Number(new URL(dmp.sandbox.dmp.url).port),
            ca: dmp.pki.caPem,
            cert: identity.certPem + identity.chainPem,
            key: identity.keyPem,
          },
          () => {
            for (const piece of pieces) socket.write(piece);
          },
        );
        let text = '';
        const timer = setTimeout(() => socket.destroy(), forMs);
        socket.on('data', (chunk) => {
          text += chunk.toString('latin1');
          if (/<\/soap:Envelope>|\r\n0\r\n|HTTP\/1\.1 4/.test(text)) socket.destroy();
        });
        socket.on('error', (error: NodeJS.ErrnoException) =>
          error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : reject(error),
        );
        socket.on('close', () => {
          clearTimeout(timer);
          resolve(text);
        });
      });
    const head = (more: string) =>
      `POST /si-dmp-server/v2/services/registry HTTP/1.1\r\nHost: x\r\nContent-Type: application/soap+xml; charset=UTF-8\r\n${more}\r\n`;
    const chunk = (bytes: Uint8Array) => [`${bytes.length.toString(16)}\r\n`, bytes, '\r\n'];

    it('takes a body in pieces, whose length nobody said', async () => {
      const body = Buffer.from(query((text) => text).body);
      const answer = await raw([
        head('Transfer-Encoding: chunked\r\n'),
        ...chunk(body.subarray(0, 700)),
        ...chunk(body.subarray(700)),
        '0\r\n\r\n',
      ]);
      expect(answer).toContain('ResponseStatusType:Success');
    });

    it('refuses a request without any body', async () => {
      expect(await raw([head('')])).toContain('DMPInvalidRequest');
    });

    it.each([
      ['headers of 20 kB', [head(`X: ${'x'.repeat(20_000)}\r\n`)]],
      ['two lengths', [head('Content-Length: 3\r\nContent-Length: 4\r\n'), 'abcd']],
      ['a length and pieces', [head('Content-Length: 3\r\nTransfer-Encoding: chunked\r\n'), '0\r\n\r\n']],
      ['a length that is no number', [head('Content-Length: beaucoup\r\n'), 'abcd']],
      ['pieces of a wrong length', [head('Transfer-Encoding: chunked\r\n'), 'zz\r\nabc\r\n']],
      ['no HTTP', ['bonjour\r\n\r\n']],
    ])('%s: the connection is closed or refused, and the next one served', async (_, pieces) => {
      expect(await raw(pieces)).not.toContain('HTTP/1.1 200');
      expect((await dmp.send(query((text) => text))).text).toContain('ResponseStatusType:Success');
    });

    it('forgets a client that leaves in the middle of its message, and its files', async () => {
      const { body, contentType } = deposit({ pki: dmp.pki, now: new Date(), n: 2, body: 'x'.repeat(400_000) });
      const before = dmp.sandbox.dmp.log.length;
      const begun = head(`Content-Length: ${body.length}\r\n`)
        .replace('application/soap+xml; charset=UTF-8', contentType)
        .replace('/registry', '/repository');
      await raw([begun, body.subarray(0, 300_000)], 300);
      await expect.poll(() => dmp.sandbox.dmp.log.length, { timeout: 5000 }).toBeGreaterThan(before);
      expect(dmp.sandbox.dmp.log.at(-1)?.reasons).toEqual(['mime.interrupted']);
    });
  });

  it('never tells what was in a message', () => {
    const said =
      JSON.stringify(dmp.sandbox.dmp.log) +
      dmp.messages
        .filter(({ direction }) => direction === 'sent')
        .map(
          ({ envelope }) =>
            Buffer.from(envelope)
              .toString()
              .match(/<soap:Fault>.*<\/soap:Fault>/s)?.[0] ?? '',
        )
        .join('');
    expect(said).not.toMatch(/279035121518989|PAT-TROIS|DOMINIQUE|EXEMPLE/);
  });

  describeWithConformance('the published sample', () => {
    it('and what answers every message above is valid', () => {
      const sent = dmp.messages.filter(({ direction }) => direction === 'sent');
      expect(sent.flatMap(({ envelope }) => messageErrors(envelope))).toEqual([]);
    });

    it('is read up to its VIHF, which is not signed', async () => {
      const headers = readFileSync(conformanceFile('xds/samples/iti41-request.mtom.headers.txt'), 'utf8');
      const contentType = /^Content-Type: (.*)$/m.exec(headers)?.[1]?.trim() ?? '';
      await dmp.send({
        service: 'repository',
        contentType,
        body: readFileSync(conformanceFile('xds/samples/iti41-request.mtom.body')),
        uniqueId: '',
      });
      expect(dmp.reasons()).toEqual(['vihf.unsigned']);
    });
  });
});

describe('times', () => {
  it.each([
    ['20260901083000+0200', '20260901063000'],
    ['202609010030+0200', '202608312230'],
    ['20260901', '20260901'],
    ['20260901083000', '20260901083000'],
    ['20261231233000-0500', '20270101043000'],
    ['hier', undefined],
  ])('%s', (ts, expected) => expect(utcOf(ts)).toBe(expected));
});
