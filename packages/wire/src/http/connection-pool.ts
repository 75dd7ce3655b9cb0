import { Agent, buildConnector, type Dispatcher } from 'undici';
import { tlsConnectOptions } from '../tls/connect-options.js';
import type { TlsOptions } from '../tls/types.js';
import { afterAcceptance } from './acceptance.js';
import { openProxy } from './proxy.js';

export interface PoolOptions {
  readonly tls?: TlsOptions;
  readonly proxy?: string;
  readonly proxyCa?: string | readonly string[];
  readonly connectTimeoutMs: number;
  readonly maxConnections: number;
}

export interface ConnectionPool {
  readonly dispatcher: Dispatcher;
  close(): Promise<void>;
}

/** How long a server that sends no session ticket is given to refuse the client certificate. */
const ACCEPTANCE_MS = 150;

/**
 * Connections to the services: undici's Agent with our connector. TLS sessions are not resumed: a resumed session skips the
 * check of the server certificate, of its host name and of its revocation. Connections are kept alive, which is what costs.
 */
export function openPool(options: PoolOptions): ConnectionPool {
  const direct = buildConnector({
    ...(options.tls === undefined ? {} : tlsConnectOptions(options.tls)),
    timeout: options.connectTimeoutMs,
    maxCachedSessions: 0,
    allowH2: false,
  });
  const proxy =
    options.proxy === undefined
      ? undefined
      : openProxy(options.proxy, {
          connectTimeoutMs: options.connectTimeoutMs,
          ...(options.proxyCa === undefined ? {} : { ca: options.proxyCa }),
        });

  const connect: buildConnector.connector = (target, callback) => {
    const done: buildConnector.Callback = (...outcome) => {
      const [error, socket] = outcome;
      if (error !== null) callback(...outcome);
      else
        afterAcceptance(socket, ACCEPTANCE_MS, (refusal) =>
          refusal === null ? callback(null, socket) : callback(refusal, null),
        );
    };
    if (proxy === undefined) {
      direct(target, done);
      return;
    }
    const port = target.port || (target.protocol === 'https:' ? '443' : '80');
    const host =
      target.hostname.includes(':') && !target.hostname.startsWith('[') ? `[${target.hostname}]` : target.hostname;
    proxy.connect(`${host}:${port}`).then(
      (socket) => {
        if (target.protocol === 'https:') direct({ ...target, httpSocket: socket }, done);
        else done(null, socket);
      },
      (error: Error) => callback(error, null),
    );
  };
  const agent = new Agent({
    connect,
    connections: options.maxConnections,
    pipelining: 1,
    // Time-outs are ours: undici's are rounded to half a second and do not say which phase they end.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  let closing: Promise<void> | undefined;
  return {
    dispatcher: agent,
    // Once for all: closing twice is no error.
    close: () => {
      closing ??= (async () => {
        await agent.close();
        await proxy?.close();
      })();
      return closing;
    },
  };
}
