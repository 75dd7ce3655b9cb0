import type { TLSSocket } from 'node:tls';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { describeWithTool } from '../../../tooling/src/with-tool.js';
import {
  compose,
  createHttpExchange,
  type HttpExchangeOptions,
  type WireRequest,
  WireUnreachableError,
  withRetry,
} from '../../src/http.js';
import { type ClientIdentity, IdentityError, loadClientIdentity, type TlsOptions } from '../../src/tls.js';
import { opensslServer } from '../support/openssl.js';
import { pkcs12 } from '../support/pkcs12.js';
import { EKU, issue, issueCrl, type TestCertificate, type TestPki, testPki } from '../support/pki.js';
import { httpsServer, proxyServer, readAll, type TestServer, tcpServer } from '../support/servers.js';

let pki: TestPki;
let client: ClientIdentity;
beforeAll(async () => {
  pki = await testPki();
  client = identityOf(pki.client);
});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function identityOf(certificate: TestCertificate): ClientIdentity {
  return loadClientIdentity({ cert: certificate.certPem, key: certificate.keyPem, ca: pki.caPem });
}

async function serving<T extends { stop(): Promise<void> }>(server: Promise<T>): Promise<T> {
  const made = await server;
  closing.push(() => made.stop());
  return made;
}

/** A call wrapped in the retry layer: a TLS failure must reach the server once all the same. */
function call(
  port: number,
  tls: TlsOptions,
  more: Partial<HttpExchangeOptions & { host: string; method: WireRequest['method'] }> = {},
) {
  const { host = 'localhost', method = 'POST', ...options } = more;
  const exchange = createHttpExchange({ tls, ...options });
  closing.push(() => exchange.close());
  const request: WireRequest = {
    method,
    url: `https://${host}:${port}/lps`,
    headers: {},
    ...(method === 'POST' ? { body: new TextEncoder().encode('x') } : {}),
    operation: 'test',
    safeToRepeat: true,
  };
  return compose(exchange, withRetry({ attempts: 4, delaysMs: [1] }))(request);
}

async function failure(promise: Promise<unknown>): Promise<WireUnreachableError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof WireUnreachableError) return error;
    throw error;
  }
  throw new Error('a failure was expected');
}

/** The code, and that one connection only was opened. */
async function once(server: TestServer, promise: Promise<unknown>): Promise<string> {
  const before = server.connections;
  const error = await failure(promise);
  expect(server.connections - before).toBe(1);
  expect(error.retryable).toBe(false);
  expect(error.userMessage.fr.action).not.toBe('');
  return error.code;
}

const hello = (pkiOf: TestPki, options = {}) =>
  httpsServer(pkiOf, (request, response) => void readAll(request).then(() => response.end('ok')), options);
const mutual = () => hello(pki, { requestCert: true, rejectUnauthorized: true, ca: pki.caPem });

describe('mutual TLS', () => {
  it('from PEM', async () => {
    let subject: unknown;
    const server = await serving(
      httpsServer(
        pki,
        (request, response) => {
          subject = (request.socket as TLSSocket).getPeerCertificate().subject.CN;
          response.end('ok');
        },
        { requestCert: true, rejectUnauthorized: true, ca: pki.root.certPem },
      ),
    );
    expect((await call(server.port, { ca: pki.caPem, identity: client })).status).toBe(200);
    expect(subject).toBe('INSI-AUTO');
  });

  it.each(['aes256', '3des'] as const)('from PKCS#12 (%s)', async (algorithm) => {
    const server = await serving(mutual());
    const identity = loadClientIdentity({
      pfx: pkcs12(pki.client, [pki.authority, pki.root], 'x', algorithm),
      passphrase: 'x',
    });
    expect((await call(server.port, { ca: pki.caPem, identity })).status).toBe(200);
  });

  it('offers TLS 1.2 at least', async () => {
    const old = await serving(
      hello(pki, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }),
    );
    expect(await once(old, call(old.port, { ca: pki.caPem }))).toBe('tls.handshake');
    const two = await serving(hello(pki, { maxVersion: 'TLSv1.2' }));
    expect((await call(two.port, { ca: pki.caPem })).status).toBe(200);
    expect(await once(two, call(two.port, { ca: pki.caPem, minVersion: 'TLSv1.3' }))).toBe('tls.handshake');
  });
});

describe('the certificate of the server', () => {
  it('comes from an unknown authority', async () => {
    const server = await serving(hello(pki));
    expect(await once(server, call(server.port, { ca: pki.otherRoot.certPem }))).toBe('tls.unknownAuthority');
  });

  it('is refused when only system roots are trusted, and they are not trusted unless asked', async () => {
    const server = await serving(hello(pki));
    expect(await once(server, call(server.port, { ca: [], systemRoots: true }))).toBe('tls.unknownAuthority');
    expect(() => createHttpExchange({ tls: { ca: [] } })).toThrow(IdentityError);
    expect(() => createHttpExchange({ tls: { ca: 'pas un certificat' } })).toThrow(IdentityError);
  });

  it('is accepted from an intermediate given as the authority', async () => {
    const server = await serving(hello(pki));
    expect((await call(server.port, { ca: pki.authority.certPem })).status).toBe(200);
  });

  it('is self-signed', async () => {
    const self = await issue({ subject: 'CN=localhost', hosts: ['localhost'], eku: [EKU.server] });
    const server = await serving(hello(pki, { cert: self.certPem, key: self.keyPem }));
    expect(await once(server, call(server.port, { ca: pki.caPem }))).toBe('tls.unknownAuthority');
  });

  it('is expired, or not valid yet', async () => {
    for (const [from, to] of [
      [-20, -1],
      [2, 20],
    ] as const) {
      const day = (n: number) => new Date(Date.now() + n * 86_400_000);
      const late = await issue({
        subject: 'CN=localhost',
        issuer: pki.authority,
        hosts: ['localhost'],
        eku: [EKU.server],
        from: day(from),
        to: day(to),
      });
      const server = await serving(hello(pki, { cert: late.certPem + pki.authority.certPem, key: late.keyPem }));
      expect(await once(server, call(server.port, { ca: pki.caPem }))).toBe('tls.serverCertificateExpired');
    }
  });

  it('is for another host', async () => {
    const other = await issue({
      subject: 'CN=ailleurs.example.test',
      issuer: pki.authority,
      hosts: ['ailleurs.example.test'],
      eku: [EKU.server],
    });
    const server = await serving(hello(pki, { cert: other.certPem + pki.authority.certPem, key: other.keyPem }));
    expect(await once(server, call(server.port, { ca: pki.caPem }))).toBe('tls.hostname');
    expect((await call(server.port, { ca: pki.caPem, servername: 'ailleurs.example.test' })).status).toBe(200);
  });

  it('is revoked, or its revocation cannot be known', async () => {
    const server = await serving(hello(pki));
    const rootCrl = await issueCrl(pki.root, []);
    const good = await issueCrl(pki.authority, []);
    const revoked = await issueCrl(pki.authority, [pki.server]);
    const old = await issueCrl(pki.authority, [], {
      from: new Date(Date.now() - 200_000),
      to: new Date(Date.now() - 100_000),
    });
    expect((await call(server.port, { ca: pki.caPem, crl: [rootCrl, good] })).status).toBe(200);
    expect(await once(server, call(server.port, { ca: pki.caPem, crl: [rootCrl, revoked] }))).toBe('tls.revoked');
    expect(await once(server, call(server.port, { ca: pki.caPem, crl: [rootCrl] }))).toBe('tls.revocationUnknown');
    expect(await once(server, call(server.port, { ca: pki.caPem, crl: [rootCrl, old] }))).toBe('tls.revocationUnknown');
    // With lists, the whole chain must be there.
    expect(await once(server, call(server.port, { ca: pki.authority.certPem, crl: [rootCrl, good] }))).toMatch(
      /^tls\.(?:unknownAuthority|revocationUnknown)$/,
    );
    expect(() => createHttpExchange({ tls: { ca: pki.caPem, crl: ['x'] } })).toThrow(IdentityError);
  });

  it('is not the pinned one', async () => {
    const server = await serving(hello(pki));
    const { readCertificate } = await import('../../src/tls.js');
    const print = readCertificate(pki.server.certPem).sha256;
    expect((await call(server.port, { ca: pki.caPem, pinnedSha256: ['0'.repeat(64), print] })).status).toBe(200);
    expect(await once(server, call(server.port, { ca: pki.caPem, pinnedSha256: ['0'.repeat(64)] }))).toBe(
      'tls.pinMismatch',
    );
    expect(await once(server, call(server.port, { ca: pki.otherRoot.certPem, pinnedSha256: [print] }))).toBe(
      'tls.unknownAuthority',
    );
    expect(() => createHttpExchange({ tls: { ca: pki.caPem, pinnedSha256: ['abc'] } })).toThrow(IdentityError);
  });

  it('is checked again on each new connection: no session is resumed', async () => {
    let resumed = 0;
    const server = await serving(
      httpsServer(pki, (request, response) => {
        if ((request.socket as TLSSocket).isSessionReused()) resumed += 1;
        response.writeHead(200, { connection: 'close' }).end('ok');
      }),
    );
    const exchange = createHttpExchange({ tls: { ca: pki.caPem } });
    closing.push(() => exchange.close());
    const request: WireRequest = {
      method: 'GET',
      url: `https://localhost:${server.port}/`,
      headers: {},
      operation: 'test',
      safeToRepeat: true,
    };
    for (let i = 0; i < 4; i += 1) await exchange(request);
    expect([server.connections, resumed]).toEqual([4, 0]);
  });
});

describe('the certificate of the client', () => {
  it('is expired or not valid yet: nothing leaves', async () => {
    const server = await serving(mutual());
    const expired = await failure(call(server.port, { ca: pki.caPem, identity: identityOf(pki.clientExpired) }));
    expect(expired).toMatchObject({ code: 'tls.clientCertificateExpired', audience: 'admin' });
    const early = await failure(
      call(server.port, { ca: pki.caPem, identity: client }, { clock: () => new Date('2001-01-01') }),
    );
    expect(early.code).toBe('tls.clientCertificateNotYetValid');
    expect(server.connections).toBe(0);
  });

  it('is refused in silence', async () => {
    for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
      const server = await serving(
        hello(pki, { requestCert: true, rejectUnauthorized: true, ca: pki.caPem, maxVersion }),
      );
      expect(await once(server, call(server.port, { ca: pki.caPem, identity: identityOf(pki.clientOther) }))).toBe(
        'tls.closedByServer',
      );
    }
  });

  it('a reset on a connection that had answered is only a reset', async () => {
    let count = 0;
    const server = await serving(
      httpsServer(
        pki,
        (request, response) => {
          count += 1;
          if (count === 1) void readAll(request).then(() => response.end('ok'));
          else request.socket.destroy();
        },
        { requestCert: true, rejectUnauthorized: true, ca: pki.caPem },
      ),
    );
    const exchange = createHttpExchange({ tls: { ca: pki.caPem, identity: client }, maxConnections: 1 });
    closing.push(() => exchange.close());
    const request: WireRequest = {
      method: 'POST',
      url: `https://localhost:${server.port}/`,
      headers: {},
      body: new Uint8Array(3),
      operation: 'test',
      safeToRepeat: false,
    };
    expect((await exchange(request)).status).toBe(200);
    expect((await failure(exchange(request))).code).toBe('network.reset');
    expect(server.connections).toBe(1);
  });
});

describeWithTool('openssl', 'alerts of a server about the client certificate', () => {
  const files = () => ({
    's.pem': pki.server.certPem,
    'k.pem': pki.server.keyPem,
    'chain.pem': pki.authority.certPem,
    'ca.pem': pki.caPem,
  });
  const base = [
    '-cert',
    's.pem',
    '-key',
    'k.pem',
    '-cert_chain',
    'chain.pem',
    '-CAfile',
    'ca.pem',
    '-Verify',
    '4',
    '-verify_return_error',
  ];
  const start = (...args: string[]) => serving(opensslServer(files(), [...base, ...args]));

  it.each(['-tls1_2', '-tls1_3'])('unknown authority (%s)', async (version) => {
    const server = await start(version);
    const error = await failure(call(server.port, { ca: pki.caPem, identity: identityOf(pki.clientOther) }));
    expect(error).toMatchObject({ code: 'tls.clientCertificateRefused', retryable: false });
    expect(error.message).toMatch(/alert/);
    expect((await call(server.port, { ca: pki.caPem, identity: client }, { method: 'GET' })).status).toBe(200);
  });

  it.each(['-tls1_2', '-tls1_3'])('expired, when the clock here is wrong (%s)', async (version) => {
    const server = await start(version);
    const clock = () => new Date(Date.now() - 10 * 86_400_000);
    const error = await failure(
      call(server.port, { ca: pki.caPem, identity: identityOf(pki.clientExpired) }, { clock }),
    );
    expect(error).toMatchObject({ code: 'tls.clientCertificateExpired', retryable: false });
  });

  it('revoked', async () => {
    const crls = `${await issueCrl(pki.root, [])}\n${await issueCrl(pki.authority, [pki.client])}`;
    const server = await serving(
      opensslServer(
        {
          ...files(),
          'crl.pem': `${pki.caPem}\n${crls}`,
        },
        [...base.map((arg) => (arg === 'ca.pem' ? 'crl.pem' : arg)), '-crl_check'],
      ),
    );
    const error = await failure(call(server.port, { ca: pki.caPem, identity: client }));
    expect(error.code).toBe('tls.clientCertificateRefused');
    expect(error.message).toContain('revoked');
  });

  it('missing', async () => {
    const server = await start('-tls1_3');
    expect((await failure(call(server.port, { ca: pki.caPem }))).code).toBe('tls.clientCertificateRefused');
  });
});

describe('the handshake', () => {
  it('meets a server that does not speak TLS', async () => {
    const server = await serving(
      tcpServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))),
    );
    expect(await once(server, call(server.port, { ca: pki.caPem }))).toBe('tls.handshake');
  });

  it('meets a server that hangs up', async () => {
    const server = await serving(tcpServer((socket) => socket.once('data', () => socket.destroy())));
    expect(await once(server, call(server.port, { ca: pki.caPem }))).toBe('tls.handshake');
    expect(await once(server, call(server.port, { ca: pki.caPem, identity: client }))).toBe('tls.closedByServer');
  });
});

describe('through a proxy', () => {
  it('opens a tunnel, with mutual TLS inside', async () => {
    const server = await serving(mutual());
    const proxy = await serving(proxyServer());
    const answer = await call(
      server.port,
      { ca: pki.caPem, identity: client },
      { proxy: `http://127.0.0.1:${proxy.port}` },
    );
    expect(answer.status).toBe(200);
    expect(proxy.tunnels).toEqual([`localhost:${server.port}`]);
  });

  it('gives user and password', async () => {
    const server = await serving(hello(pki));
    const expected = `Basic ${Buffer.from('utilisateur:mot de passe').toString('base64')}`;
    const proxy = await serving(proxyServer((_authority, authorization) => (authorization === expected ? 200 : 407)));
    expect(
      (
        await call(
          server.port,
          { ca: pki.caPem },
          { proxy: `http://utilisateur:mot%20de%20passe@127.0.0.1:${proxy.port}` },
        )
      ).status,
    ).toBe(200);
    const error = await failure(
      call(server.port, { ca: pki.caPem }, { proxy: `http://utilisateur:SECRET@127.0.0.1:${proxy.port}` }),
    );
    expect(error).toMatchObject({ code: 'proxy.authentication', retryable: false });
    const { inspect } = await import('node:util');
    expect(inspect(error, { depth: 8, showHidden: true })).not.toContain('SECRET');
  });

  it('says that the proxy refuses', async () => {
    const proxy = await serving(proxyServer(() => 403));
    expect((await failure(call(48_000, { ca: pki.caPem }, { proxy: `http://127.0.0.1:${proxy.port}` }))).code).toBe(
      'proxy.refused',
    );
  });

  it('says that the proxy does not answer', async () => {
    const silent = await serving(tcpServer(() => undefined));
    const error = await failure(
      call(48_000, { ca: pki.caPem }, { proxy: `http://127.0.0.1:${silent.port}`, connectTimeoutMs: 100 }),
    );
    expect(error).toMatchObject({ code: 'timeout', phase: 'connect' });
  });

  it('says that the proxy is not there', async () => {
    const proxy = await proxyServer();
    await proxy.stop();
    expect((await failure(call(48_000, { ca: pki.caPem }, { proxy: `http://127.0.0.1:${proxy.port}` }))).code).toBe(
      'network.refused',
    );
  });

  it('still checks the certificate of the service', async () => {
    const server = await serving(hello(pki));
    const proxy = await serving(proxyServer());
    const through = { proxy: `http://127.0.0.1:${proxy.port}` };
    expect((await failure(call(server.port, { ca: pki.otherRoot.certPem }, through))).code).toBe(
      'tls.unknownAuthority',
    );
    expect((await failure(call(server.port, { ca: pki.caPem, pinnedSha256: ['0'.repeat(64)] }, through))).code).toBe(
      'tls.pinMismatch',
    );
    const refusing = await serving(mutual());
    expect(
      (await failure(call(refusing.port, { ca: pki.caPem, identity: identityOf(pki.clientOther) }, through))).code,
    ).toBe('tls.closedByServer');
  });

  it('refuses an address that it cannot use, without repeating it', () => {
    for (const proxy of ['socks5://user:SECRET@127.0.0.1:1080', 'SECRET']) {
      try {
        createHttpExchange({ proxy });
        expect.unreachable();
      } catch (error) {
        expect(error).toMatchObject({ code: 'proxy.address' });
        expect(String(error)).not.toContain('SECRET');
      }
    }
  });
});
