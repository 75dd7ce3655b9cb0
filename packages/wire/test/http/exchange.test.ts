import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createHttpExchange,
  type HttpExchangeOptions,
  type WireRequest,
  WireUnreachableError,
} from '../../src/http.js';
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

function post(port: number, more: Partial<WireRequest> = {}): WireRequest {
  return {
    method: 'POST',
    url: `http://127.0.0.1:${port}/lps`,
    headers: { 'content-type': 'text/plain' },
    body: new TextEncoder().encode('bonjour é'),
    operation: 'test',
    safeToRepeat: true,
    ...more,
  };
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

describe('a time-out without end', () => {
  it('is none, and not an immediate one', async () => {
    const server = await serving(httpServer((_, response) => setTimeout(() => response.end('ok'), 30)));
    const exchange = exchangeWith({ timeoutMs: Number.POSITIVE_INFINITY, firstByteTimeoutMs: 2 ** 40 });
    expect((await exchange(post(server.port))).status).toBe(200);
  });
});

describe('an exchange', () => {
  it('sends the bytes with their length and gives back status, headers, bytes', async () => {
    const seen: { headers?: unknown; body?: string } = {};
    const server = await serving(
      httpServer(async (request, response) => {
        seen.headers = request.headers;
        seen.body = (await readAll(request)).toString('utf8');
        response.writeHead(500, { 'Content-Type': 'application/soap+xml', 'X-Two': ['a', 'b'] }).end('réponse');
      }),
    );
    const answer = await exchangeWith()(post(server.port));
    expect(seen.body).toBe('bonjour é');
    expect(seen.headers).toMatchObject({
      'content-length': '10',
      'content-type': 'text/plain',
      'accept-encoding': 'identity',
    });
    expect(seen.headers).not.toHaveProperty('transfer-encoding');
    expect(answer.status).toBe(500);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/soap+xml', 'x-two': 'a, b' });
    expect(new TextDecoder().decode(answer.body)).toBe('réponse');
    expect(answer.elapsedMs).toBeGreaterThan(0);
  });

  it('keeps the connection for the next exchange', async () => {
    const server = await serving(
      httpServer((request, response) => void readAll(request).then(() => response.end('ok'))),
    );
    const exchange = exchangeWith();
    for (let i = 0; i < 5; i += 1) await exchange(post(server.port));
    // undici may open a second one when the first is not free yet; never one for each exchange.
    expect(server.connections).toBeLessThanOrEqual(2);
    expect(server.requests).toBe(5);
  });

  it('sends a GET without a body, gives back an empty one, and does not follow a redirection', async () => {
    const server = await serving(
      httpServer((_request, response) => response.writeHead(302, { Location: '/elsewhere' }).end()),
    );
    const answer = await exchangeWith()({ ...post(server.port), method: 'GET', body: undefined });
    expect([answer.status, answer.headers['location'], answer.body.length, server.requests]).toEqual([
      302,
      '/elsewhere',
      0,
      1,
    ]);
  });

  it('sends many at once, each with its own answer', async () => {
    const server = await serving(httpServer(async (request, response) => response.end(await readAll(request))));
    const exchange = exchangeWith({ maxConnections: 4 });
    const texts = Array.from({ length: 40 }, (_, i) => `n${i}`);
    const answers = await Promise.all(
      texts.map((text) => exchange(post(server.port, { body: new TextEncoder().encode(text) }))),
    );
    expect(answers.map((a) => new TextDecoder().decode(a.body))).toEqual(texts);
    expect(server.connections).toBeLessThanOrEqual(4);
  });

  it('returns an HTML 503 as it is: a status is not a failure of the transport', async () => {
    const server = await serving(
      httpServer((_request, response) => response.writeHead(503, { 'Content-Type': 'text/html' }).end('<html>')),
    );
    expect((await exchangeWith()(post(server.port))).status).toBe(503);
    expect(server.requests).toBe(1);
  });
});

describe('limits and time', () => {
  it('refuses an answer that announces too many bytes', async () => {
    const server = await serving(httpServer((_request, response) => response.end(Buffer.alloc(2_000))));
    const error = await failure(exchangeWith({ maxResponseBytes: 1_999 })(post(server.port)));
    expect(error).toMatchObject({ code: 'response.tooLarge', httpStatus: 200, retryable: false });
    expect((await exchangeWith({ maxResponseBytes: 2_000 })(post(server.port))).body.length).toBe(2_000);
  });

  it('refuses an endless answer that announces nothing', async () => {
    let written = 0;
    const server = await serving(
      httpServer((_request, response) => {
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536))) written += 65_536;
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      }),
    );
    expect((await failure(exchangeWith({ maxResponseBytes: 100_000 })(post(server.port)))).code).toBe(
      'response.tooLarge',
    );
    expect(written).toBeLessThan(50_000_000);
  });

  it('counts the bytes after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    const server = await serving(
      httpServer((_request, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(bomb)),
    );
    expect(bomb.length).toBeLessThan(100_000);
    expect((await failure(exchangeWith({ maxResponseBytes: 1_000_000 })(post(server.port)))).code).toBe(
      'response.tooLarge',
    );
  });

  it('gives up when the first byte is late', async () => {
    const server = await serving(httpServer(() => undefined));
    const started = performance.now();
    const error = await failure(exchangeWith({ firstByteTimeoutMs: 60 })(post(server.port)));
    expect(error).toMatchObject({ code: 'timeout', phase: 'firstByte', retryable: true });
    expect(performance.now() - started).toBeLessThan(32_000);
  });

  it('gives up when all is late, even if bytes come', async () => {
    const server = await serving(
      httpServer((_request, response) => {
        const timer = setInterval(() => response.write('x'), 10);
        response.on('close', () => clearInterval(timer));
      }),
    );
    const error = await failure(
      exchangeWith({ timeoutMs: 1_500, firstByteTimeoutMs: 1_400 })(post(server.port), { messageId: 'uuid:1' }),
    );
    expect(error).toMatchObject({ code: 'timeout', phase: 'total', messageId: 'uuid:1' });
  });

  it('lets a call shorten the time', async () => {
    const server = await serving(httpServer(() => undefined));
    expect(await failure(exchangeWith()(post(server.port), { timeoutMs: 500 }))).toMatchObject({
      code: 'timeout',
      phase: 'total',
    });
  });

  it('gives up when the connection is not made in time', async () => {
    // A TLS handshake that never comes: the socket opens and nothing is said.
    const server = await serving(tcpServer(() => undefined));
    const exchange = exchangeWith({ connectTimeoutMs: 80, tls: { ca: pki.caPem } });
    expect(await failure(exchange(post(server.port, { url: `https://127.0.0.1:${server.port}/` })))).toMatchObject({
      code: 'timeout',
      phase: 'connect',
    });
    expect(server.connections).toBe(1);
  });

  it('is cancelled before, during the wait, and during the body', async () => {
    const server = await serving(
      httpServer((request, response) => {
        if (request.url === '/body') response.write('x');
      }),
    );
    const exchange = exchangeWith();
    expect(
      await failure(exchange(post(server.port), { signal: AbortSignal.abort(), messageId: 'uuid:2' })),
    ).toMatchObject({ code: 'aborted', retryable: false, messageId: 'uuid:2' });
    expect(server.connections).toBe(0);
    for (const path of ['/wait', '/body']) {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 40);
      const started = performance.now();
      expect(
        (
          await failure(
            exchange(post(server.port, { url: `http://127.0.0.1:${server.port}${path}` }), {
              signal: controller.signal,
            }),
          )
        ).code,
      ).toBe('aborted');
      expect(performance.now() - started).toBeLessThan(32_000);
    }
  });

  it('frees the listener of the caller', async () => {
    const server = await serving(httpServer((_request, response) => response.end('ok')));
    const controller = new AbortController();
    let listeners = 0;
    const { signal } = controller;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners += 1;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...args);
    };
    await exchangeWith()(post(server.port), { signal });
    expect(listeners).toBe(0);
  });
});

describe('network failures', () => {
  it('refused', async () => {
    const server = await httpServer(() => undefined);
    await server.stop();
    const error = await failure(exchangeWith()(post(server.port)));
    expect(error).toMatchObject({ code: 'network.refused', origin: 'unreachable', retryable: true });
    expect(error.message).toContain(`[127.0.0.1:${server.port}]`);
  });

  it('unknown host name', async () => {
    const error = await failure(exchangeWith()(post(1, { url: 'http://nulle-part.invalid/' })));
    expect(error.code).toBe('network.dns');
  });

  it('reset before an answer', async () => {
    const server = await serving(tcpServer((socket) => socket.once('data', () => socket.resetAndDestroy())));
    expect((await failure(exchangeWith()(post(server.port)))).code).toBe('network.reset');
    expect(server.connections).toBe(1);
  });

  it('closed before an answer', async () => {
    const server = await serving(tcpServer((socket) => socket.once('data', () => socket.end())));
    expect((await failure(exchangeWith()(post(server.port)))).code).toBe('network.reset');
  });

  it.each([
    ['shorter than announced', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello', 'response.truncated'],
    ['an unfinished chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhello', 'response.truncated'],
    ['not HTTP', 'SSH-2.0-OpenSSH_9\r\n', 'response.invalid'],
    ['a bad chunk size', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nhello', 'response.invalid'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nhello', 'response.invalid'],
    ['headers without end', `HTTP/1.1 200 OK\r\n${'X-A: b\r\n'.repeat(5_000)}`, 'response.invalid'],
  ])('an answer that is %s', async (_name, bytes, code) => {
    const server = await serving(tcpServer((socket) => socket.once('data', () => socket.end(bytes))));
    expect((await failure(exchangeWith()(post(server.port)))).code).toBe(code);
  });

  it('content that is not the announced encoding', async () => {
    const server = await serving(
      httpServer((_request, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('not gzip')),
    );
    expect((await failure(exchangeWith()(post(server.port)))).code).toBe('response.invalid');
  });

  it('an address that is not one', async () => {
    await expect(exchangeWith()(post(1, { url: 'nulle part' }))).rejects.toMatchObject({
      code: 'request.url',
      origin: 'argument',
    });
    await expect(exchangeWith()(post(1, { url: 'file:///etc/hostname' }))).rejects.toMatchObject({
      code: 'request.url',
    });
    // The system's roots are never used unless asked.
    await expect(exchangeWith()(post(1, { url: 'https://service.test/' }))).rejects.toMatchObject({
      code: 'request.tls',
    });
  });

  it('a request after close', async () => {
    const exchange = createHttpExchange();
    await exchange.close();
    expect(await failure(exchange(post(1)))).toBeInstanceOf(WireUnreachableError);
  });

  it('never tells the path, the query or the body', async () => {
    const server = await httpServer(() => undefined);
    await server.stop();
    const error = await failure(
      exchangeWith()(
        post(server.port, {
          url: `http://127.0.0.1:${server.port}/SECRETPATH?q=SECRETQUERY`,
          body: new TextEncoder().encode('SECRETBODY'),
        }),
      ),
    );
    const { inspect } = await import('node:util');
    expect(inspect(error, { depth: 8, showHidden: true }) + JSON.stringify(error)).not.toMatch(/SECRET/);
  });
});

it('runs nothing when it is imported, and opens nothing when it is created', async () => {
  const server = await serving(httpsServer(pki, (_request, response) => response.end()));
  exchangeWith({
    tls: { ca: pki.caPem, identity: loadClientIdentity({ cert: pki.client.certPem, key: pki.client.keyPem }) },
  });
  expect(server.connections).toBe(0);
});
