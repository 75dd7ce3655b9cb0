import type { RandomBytes } from '@socle-sante/core/uuid';
import { toBase64 } from './base64.js';

/** Makes opaque handles, and reads those that it made. */
export interface Sealer {
  /** `kind` and `scope` must be the same to open it again. */
  seal(kind: string, scope: string, value: unknown): Promise<string>;
  /** The value; undefined for anything that this sealer did not make for this kind and scope. */
  open(kind: string, scope: string, handle: string): Promise<unknown>;
}

const IV_BYTES = 12;

/**
 * Handles that show nothing of what they hold and cannot be forged: AES-256-GCM (NIST SP 800-38D), the kind and the scope
 * as additional data. Servers of one site share the key: a handle made by one is opened by the others.
 */
export function createSealer(key: Uint8Array | undefined, random: RandomBytes): Sealer {
  let imported: Promise<CryptoKey> | undefined;
  const cryptoKey = () => {
    imported ??= crypto.subtle.importKey('raw', own(key ?? random(32)), 'AES-GCM', false, ['encrypt', 'decrypt']);
    return imported;
  };
  return {
    async seal(kind, scope, value) {
      const iv = own(random(IV_BYTES));
      const text = new TextEncoder().encode(JSON.stringify(value));
      const sealed = await crypto.subtle.encrypt(parameters(iv, kind, scope), await cryptoKey(), text);
      return toBase64Url(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
    },
    async open(kind, scope, handle) {
      const bytes = fromBase64Url(handle);
      if (bytes === undefined || bytes.length <= IV_BYTES) return undefined;
      try {
        const clear = await crypto.subtle.decrypt(
          parameters(own(bytes.subarray(0, IV_BYTES)), kind, scope),
          await cryptoKey(),
          own(bytes.subarray(IV_BYTES)),
        );
        return JSON.parse(new TextDecoder().decode(clear)) as unknown;
      } catch {
        return undefined;
      }
    },
  };
}

function parameters(iv: Uint8Array<ArrayBuffer>, kind: string, scope: string) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`${kind} ${scope}`) };
}

function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
