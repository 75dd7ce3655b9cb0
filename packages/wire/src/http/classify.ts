import type { WireUnreachableCode } from '../errors/unreachable-error.js';
import { PIN_MISMATCH } from '../tls/connect-options.js';
import { CLOSED_AFTER_HANDSHAKE } from './acceptance.js';
import { PROXY_AUTHENTICATION, PROXY_REFUSED } from './proxy.js';

/** What a failed exchange amounts to. `reason` is a system or OpenSSL word, never content. */
export interface Diagnosis {
  readonly code: WireUnreachableCode;
  readonly reason?: string;
  readonly phase?: 'connect';
}

/** State of the exchange when it failed. */
export interface ExchangeState {
  /** The status line had come: what failed is the body. */
  readonly answering: boolean;
  /** A client certificate was offered. */
  readonly withIdentity: boolean;
}

/** Codes of X509_verify_cert and of node:tls about the server's certificate. */
const verification: Readonly<Record<string, WireUnreachableCode>> = {
  CERT_HAS_EXPIRED: 'tls.serverCertificateExpired',
  CERT_NOT_YET_VALID: 'tls.serverCertificateExpired',
  CERT_REVOKED: 'tls.revoked',
  UNABLE_TO_GET_CRL: 'tls.revocationUnknown',
  CRL_HAS_EXPIRED: 'tls.revocationUnknown',
  CRL_NOT_YET_VALID: 'tls.revocationUnknown',
  CRL_SIGNATURE_FAILURE: 'tls.revocationUnknown',
  UNABLE_TO_DECRYPT_CRL_SIGNATURE: 'tls.revocationUnknown',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls.hostname',
  [PIN_MISMATCH]: 'tls.pinMismatch',
  UNABLE_TO_GET_ISSUER_CERT: 'tls.unknownAuthority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls.unknownAuthority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls.unknownAuthority',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls.unknownAuthority',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls.unknownAuthority',
  CERT_SIGNATURE_FAILURE: 'tls.unknownAuthority',
  CERT_CHAIN_TOO_LONG: 'tls.unknownAuthority',
  CERT_UNTRUSTED: 'tls.unknownAuthority',
  CERT_REJECTED: 'tls.unknownAuthority',
  INVALID_CA: 'tls.unknownAuthority',
  INVALID_PURPOSE: 'tls.unknownAuthority',
  PATH_LENGTH_EXCEEDED: 'tls.unknownAuthority',
};

const system: Readonly<Record<string, WireUnreachableCode>> = {
  ECONNREFUSED: 'network.refused',
  ENOTFOUND: 'network.dns',
  EAI_AGAIN: 'network.dns',
  EAI_FAIL: 'network.dns',
  EHOSTUNREACH: 'network.unreachable',
  ENETUNREACH: 'network.unreachable',
  EHOSTDOWN: 'network.unreachable',
  ENETDOWN: 'network.unreachable',
  EADDRNOTAVAIL: 'network.unreachable',
  [CLOSED_AFTER_HANDSHAKE]: 'tls.closedByServer',
  [PROXY_REFUSED]: 'proxy.refused',
  [PROXY_AUTHENTICATION]: 'proxy.authentication',
};

/** Alerts of RFC 8446 §6 that a server sends about our certificate; OpenSSL changed the beginning of these names over time. */
const refusedAlert =
  /ALERT_(?:UNKNOWN_CA|CERTIFICATE_REVOKED|CERTIFICATE_UNKNOWN|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_REQUIRED|ACCESS_DENIED|NO_CERTIFICATE|DECRYPT_ERROR)$/;

const cuts = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET']);

/** Reads the error of undici, with its causes, and says in one code what happened. */
export function diagnose(error: unknown, state: ExchangeState): Diagnosis {
  const chain = causes(error);
  const codes = chain.map(codeOf).filter((code) => code !== undefined);
  for (const code of codes) {
    const known = verification[code] ?? system[code];
    if (known !== undefined) return { code: known, reason: code };
    // The time-out on headers is that of the proxy: on exchanges it is off.
    if (['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT'].includes(code))
      return { code: 'timeout', phase: 'connect' };
    // The system gave up an established connection: what was sent may have arrived.
    if (code === 'ETIMEDOUT')
      return chain.some((item) => codeOf(item) === code && isOf(item, 'connect'))
        ? { code: 'timeout', phase: 'connect' }
        : { code: state.answering ? 'response.truncated' : 'network.reset', reason: code };
    // Decompression.
    if (code.startsWith('Z_')) return { code: 'response.invalid', reason: code };
    if (/ALERT_CERTIFICATE_EXPIRED$/.test(code))
      return { code: 'tls.clientCertificateExpired', reason: alertName(code) };
    if (refusedAlert.test(code)) return { code: 'tls.clientCertificateRefused', reason: alertName(code) };
    if (code.startsWith('ERR_SSL_') || code === 'EPROTO' || code.startsWith('ERR_TLS_'))
      return { code: 'tls.handshake', reason: alertName(code) };
  }
  if (chain.some((item) => item instanceof Error && item.name === 'HTTPParserError')) {
    return { code: 'response.invalid', reason: 'not HTTP/1.1' };
  }
  const cut = codes.find((code) => cuts.has(code));
  if (cut !== undefined) return diagnoseCut(chain, cut, state);
  if (state.answering && chain.some((item) => item instanceof Error && item.message === 'terminated'))
    return { code: 'response.truncated' };
  const [first] = codes;
  return { code: 'response.invalid', ...(first === undefined ? {} : { reason: first }) };
}

function diagnoseCut(chain: readonly unknown[], cut: string, state: ExchangeState): Diagnosis {
  if (state.answering) return { code: 'response.truncated', reason: cut };
  const inHandshake = chain.some((item) => item instanceof Error && /before secure TLS connection/.test(item.message));
  if (inHandshake)
    return { code: state.withIdentity ? 'tls.closedByServer' : 'tls.handshake', reason: 'closed during the handshake' };
  return { code: 'network.reset', reason: cut };
}

function causes(error: unknown): unknown[] {
  const out: unknown[] = [];
  for (let current = error; current !== undefined && current !== null && out.length < 6; ) {
    out.push(current);
    if (current instanceof AggregateError) out.push(...current.errors.slice(0, 4));
    current = current instanceof Error ? current.cause : undefined;
  }
  return out;
}

function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

function isOf(error: unknown, syscall: string): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error && error.syscall === syscall;
}

function alertName(code: string): string {
  return code
    .replace(/^ERR_(?:SSL|TLS)_/, '')
    .toLowerCase()
    .replaceAll('_', ' ');
}
