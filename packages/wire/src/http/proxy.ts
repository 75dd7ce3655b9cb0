import type { Socket } from 'node:net';
import { rootCertificates } from 'node:tls';
import { SocleArgumentError } from '@socle-sante/core/error';
import { type buildConnector, Client } from 'undici';
import { splitCertificates } from '../tls/pem.js';

export const PROXY_REFUSED = 'SOCLE_PROXY_REFUSED';
export const PROXY_AUTHENTICATION = 'SOCLE_PROXY_AUTHENTICATION';

/** An HTTP proxy that opens tunnels (CONNECT). */
export interface Proxy {
  /** Opens a tunnel to `host:port`; rejects with a coded error when the proxy says no. */
  connect(authority: string): Promise<Socket>;
  close(): Promise<void>;
}

/**
 * A proxy address is `http://[user:password@]host:port` (or `https://`). undici's own ProxyAgent is built the same way, on
 * `Client.connect`; doing it here tells a refusal of the proxy (403, 407) from a failure of the service.
 */
export function openProxy(
  address: string,
  options: { readonly ca?: string | readonly string[]; readonly connectTimeoutMs: number },
): Proxy {
  const url = parseAddress(address);
  const headers: Record<string, string> = {};
  if (url.username !== '') {
    const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers['proxy-authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`;
  }
  const connect: buildConnector.BuildOptions = { timeout: options.connectTimeoutMs };
  if (url.protocol === 'https:')
    Object.assign(connect, { ca: [...rootCertificates, ...splitCertificates(options.ca ?? [])] });
  const client = new Client(url.origin, { connect, headersTimeout: options.connectTimeoutMs });
  return {
    close: () => client.close(),
    async connect(authority) {
      const { socket, statusCode } = await client.connect({
        path: authority,
        headers: { ...headers, host: authority },
      });
      if (statusCode === 200) return socket as unknown as Socket;
      socket.on('error', () => undefined).destroy();
      const code = statusCode === 407 ? PROXY_AUTHENTICATION : PROXY_REFUSED;
      throw Object.assign(new Error(`the proxy answered ${statusCode}`), { code });
    },
  };
}

function parseAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    // The address may hold a password: it is not repeated.
    throw new SocleArgumentError({
      code: 'proxy.address',
      service: 'wire',
      message: 'The proxy address must be http://[user:password@]host:port; SOCKS is not supported.',
      audience: 'admin',
    });
  }
  return url;
}
