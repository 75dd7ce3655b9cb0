import type { DigestAlgorithm } from '@socle-sante/wire/dsig';

/** Digest of bytes. The default is WebCrypto; `node:crypto` is quicker on small inputs where it is at hand. */
export type Hash = (algorithm: DigestAlgorithm, bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

const names: Readonly<Record<DigestAlgorithm, string>> = { sha1: 'SHA-1', sha256: 'SHA-256' };

export const webCryptoHash: Hash = async (algorithm, bytes) =>
  new Uint8Array(await globalThis.crypto.subtle.digest(names[algorithm], buffered(bytes)));

/** WebCrypto takes no view on shared memory. */
export function buffered(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}

export function toHex(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += byte.toString(16).padStart(2, '0');
  return out;
}

/** Base64 (RFC 4648 §4) of a short value: a digest, a signature, a certificate. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Bytes of a base64 text, white space allowed; `undefined` when it is not one. */
export function fromBase64(text: string): Uint8Array | undefined {
  const compact = text.replace(/[ \t\r\n]+/g, '');
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return undefined;
  const bytes = Uint8Array.from(atob(compact), (letter) => letter.charCodeAt(0));
  // Bits that are left over must be zero: one value has one text.
  return toBase64(bytes) === compact ? bytes : undefined;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
