import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createHttpExchange,
  type ExchangeEvent,
  type HttpExchangeOptions,
  observeStream,
  type StreamedResponse,
  streamOver,
  type WireRequest,
  WireUnreachableError,
} from '../../src/http.js';
import { type ByteStream, encodeMultipart, streamOf } from '../../src/multipart.js';
import { loadClientIdentity } from '../../src/tls.js';
import { type TestPki, testPki } from '../support/pki.js';
import { httpServer, httpsServer, readAll, type TestServer, tcpServer } from '../support/servers.js';

let pki: TestPki;
beforeAll(async () => {
  pki = await testPki();
});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serving(server: Promise<TestServer>): Promise<TestServer> {
  const made = await server;
  closing.push(() => made.stop());
  return made;
}

function exchangeWith(options: HttpExchangeOptions = {}) {
  const exchange = createHttpExchange(options);
  closing.push(() => exchange.close());
  return exchange;
}

function post(port: number, stream: ByteStream, more: Partial<WireRequest> = {}): WireRequest {
  return {
    method: 'POST',
    url: `http://127.0.0.1:${port}/repository`,
    headers: { 'content-type': 'multipart/related; boundary=b' },
    stream,
    operation: 'TD2.1',
    safeToRepeat: false,
    ...more,
  };
}

async function collect(response: StreamedResponse): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function failure(call: Promise<unknown>): Promise<WireUnreachableError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof WireUnreachableError) return error;
    throw error;
  }
  throw new Error('a failure was expected');
}

const large = new Uint8Array(5_000_000).map((_, index) => (index * 31) % 251);

describe('a large body', () => {
  it('is sent with its length, to the byte, and answered the same way', async () => {
    let length: string | undefined;
    const server = await serving(
      httpServer(async (request, response) => {
        length = request.headers['content-length'];
        response.setHeader('content-type', 'application/x');
        response.end(await readAll(request));
      }),
    );
    const stream = encodeMultipart('b', [
      { contentType: 'text/xml', contentId: 'a', transferEncoding: 'binary', body: large },
    ]);
    const exchange = exchangeWith({ maxResponseBytes: 6_000_000 });
    const response = await exchange.stream(post(server.port, stream));
    const body = await collect(response);
    expect(response).toMatchObject({ status: 200, headers: { 'content-type': 'application/x' } });
    expect(length).toBe(String(stream.length));
    expect(body.byteLength).toBe(stream.length);
    expect(body.includes(Buffer.from(large.subarray(1_000_000, 1_000_100)))).toBe(true);
    expect(response.elapsedMs()).toBeGreaterThan(0);
    // The plain call takes a stream too.
    const whole = await exchange(post(server.port, stream));
    expect(whole.body.byteLength).toBe(stream.length);
  });

  it('goes over mutual TLS, at the pace of the other side', async () => {
    const server = await serving(
      httpsServer(
        pki,
        async (request, response) => {
          let size = 0;
          for await (const chunk of request) {
            size += (chunk as Buffer).byteLength;
            await wait(1);
          }
          response.end(String(size));
        },
        { ca: pki.caPem, requestCert: true, rejectUnauthorized: true },
      ),
    );
    let asked = 0;
    const stream: ByteStream = {
      length: large.byteLength,
      async *open() {
        for await (const chunk of streamOf(large).open()) {
          asked += 1;
          yield chunk;
        }
      },
    };
    const exchange = exchangeWith({
      tls: {
        ca: pki.authority.certPem,
        identity: await loadClientIdentity({ cert: pki.client.certPem, key: pki.client.keyPem }),
      },
    });
    const response = await exchange.stream(post(server.port, stream, { url: `https://localhost:${server.port}/` }));
    expect((await collect(response)).toString()).toBe(String(large.byteLength));
    expect(asked).toBe(Math.ceil(large.byteLength / 65_536));
  });

  it('tells where time ran out', async () => {
    const never: ByteStream = {
      length: 10,
      async *open() {
        yield new Uint8Array(5);
        await wait(5_000, undefined, { ref: false });
      },
    };
    const silent = await serving(httpServer((request) => void request.resume()));
    const exchange = exchangeWith();
    expect(await failure(exchange.stream(post(silent.port, never), { stallMs: 60 }))).toMatchObject({
      code: 'timeout',
      phase: 'send',
    });
    expect(await failure(exchange.stream(post(silent.port, streamOf(large)), { firstByteMs: 60 }))).toMatchObject({
      code: 'timeout',
      phase: 'firstByte',
    });
    const halting = await serving(
      httpServer((request, response) => {
        request.resume();
        request.on('end', () => response.writeHead(200, { 'content-length': '10' }).write('abc'));
      }),
    );
    const response = await exchange.stream(post(halting.port, streamOf(large)), { stallMs: 60 });
    expect(await failure(collect(response))).toMatchObject({ code: 'timeout', phase: 'receive' });
    expect(await failure(exchange.stream(post(silent.port, streamOf(large)), { timeoutMs: 80 }))).toMatchObject({
      code: 'timeout',
      phase: 'total',
    });
  });

  it('stops when the caller gives up, before, during and after', async () => {
    const server = await serving(
      httpServer((request, response) => {
        request.resume();
        request.on('end', () => response.writeHead(200).write('abc'));
      }),
    );
    const exchange = exchangeWith();
    expect(
      await failure(exchange.stream(post(server.port, streamOf(large)), { signal: AbortSignal.abort() })),
    ).toMatchObject({ code: 'aborted' });
    const controller = new AbortController();
    let opened = 0;
    const stream: ByteStream = {
      length: 20,
      async *open() {
        opened += 1;
        yield new Uint8Array(10);
        controller.abort();
        await wait(5_000, undefined, { ref: false });
      },
    };
    expect(await failure(exchange.stream(post(server.port, stream), { signal: controller.signal }))).toMatchObject({
      code: 'aborted',
    });
    expect(opened).toBe(1);
    const later = new AbortController();
    const response = await exchange.stream(post(server.port, streamOf(large)), { signal: later.signal });
    later.abort();
    expect(await failure(collect(response))).toMatchObject({ code: 'aborted' });
  });

  it('tells a cut from an answer that came whole', async () => {
    const resets = await serving(
      tcpServer((socket) => {
        socket.once('data', () => setTimeout(() => socket.resetAndDestroy(), 5));
      }),
    );
    const exchange = exchangeWith();
    expect((await failure(exchange.stream(post(resets.port, streamOf(large))))).code).toMatch(/^network\./);
    const cuts = await serving(
      tcpServer((socket) => {
        socket.once('data', () => {
          socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc');
          setTimeout(() => socket.destroy(), 20);
        });
      }),
    );
    const small = streamOf(new Uint8Array(10));
    const response = await exchange.stream(post(cuts.port, small));
    expect(await failure(collect(response))).toMatchObject({ code: 'response.truncated' });
  });

  it('is bounded, announced or not', async () => {
    const announced = await serving(
      httpServer((request, response) => void request.resume().on('end', () => response.end('x'.repeat(100)))),
    );
    const chunked = await serving(
      httpServer((request, response) => {
        request.resume().on('end', () => {
          response.write('x'.repeat(60));
          response.end('x'.repeat(60));
        });
      }),
    );
    const exchange = exchangeWith({ maxResponseBytes: 99 });
    const body = streamOf(new Uint8Array(3));
    expect(await failure(exchange.stream(post(announced.port, body)))).toMatchObject({ code: 'response.tooLarge' });
    const response = await exchange.stream(post(chunked.port, body));
    expect(await failure(collect(response))).toMatchObject({ code: 'response.tooLarge' });
  });

  it('gives the connection back when the answer is left half-way', async () => {
    const server = await serving(
      httpServer((request, response) => void request.resume().on('end', () => response.end('x'.repeat(500_000)))),
    );
    const exchange = exchangeWith({ maxResponseBytes: 1_000_000 });
    const body = streamOf(new Uint8Array(3));
    for (let i = 0; i < 10; i += 1) {
      const response = await exchange.stream(post(server.port, body));
      for await (const _chunk of response.body) break;
    }
    expect((await collect(await exchange.stream(post(server.port, body)))).byteLength).toBe(500_000);
  });

  it('gives the connection back when nothing of the answer is read', async () => {
    const server = await serving(httpServer((_, response) => response.write('x'.repeat(1_000))));
    const events: ExchangeEvent[] = [];
    const http = exchangeWith();
    const exchange = observeStream(http.stream, (event) => events.push(event));
    const response = await exchange(post(server.port, streamOf(new Uint8Array(3))), { timeoutMs: 60_000 });
    await response.body[Symbol.asyncIterator]().return?.();
    // It waits for the connections that are in use.
    await http.close();
    expect(events).toMatchObject([{ outcome: 'answered', responseBytes: 0 }]);
  });

  it('whose source fails, fails as the source did', async () => {
    const server = await serving(httpServer((request) => void request.resume()));
    const broken: ByteStream = {
      length: 10,
      // biome-ignore lint/correctness/useYield: it fails before.
      async *open() {
        throw new RangeError('the file is gone');
      },
    };
    await expect(exchangeWith().stream(post(server.port, broken))).rejects.toThrow('the file is gone');
  });

  it('keeps the guards of small ones', async () => {
    const body = streamOf(new Uint8Array(1));
    await expect(exchangeWith().stream(post(1, body, { url: 'https://localhost/' }))).rejects.toMatchObject({
      code: 'request.tls',
    });
    await expect(exchangeWith().stream(post(1, body, { url: 'ftp://localhost/' }))).rejects.toMatchObject({
      code: 'request.url',
    });
  });
});

describe('around it', () => {
  it('an observer is told once, without bodies', async () => {
    const events: ExchangeEvent[] = [];
    const server = await serving(
      httpServer((request, response) => void request.resume().on('end', () => response.end('abc'))),
    );
    const exchange = observeStream(exchangeWith().stream, (event) => events.push(event));
    await collect(await exchange(post(server.port, streamOf(large)), { messageId: 'urn:uuid:1' }));
    await failure(exchange(post(1, streamOf(large))));
    expect(events).toMatchObject([
      {
        operation: 'TD2.1',
        outcome: 'answered',
        status: 200,
        requestBytes: large.byteLength,
        responseBytes: 3,
        messageId: 'urn:uuid:1',
      },
      { outcome: 'failed', errorCode: 'network.refused' },
    ]);
  });

  it('a transport of whole messages serves as one of streams', async () => {
    const exchange = streamOver(async (request) => ({
      status: 200,
      headers: {},
      body: request.body ?? new Uint8Array(),
      elapsedMs: 1,
    }));
    const response = await exchange(post(1, streamOf(large)));
    expect((await collect(response)).equals(Buffer.from(large))).toBe(true);
  });
});
