export type { Clock } from './time.js';

/** Source of randomness: `n` unpredictable octets. */
export type RandomBytes = (n: number) => Uint8Array;

/** The platform's own generator (Web Crypto), looked up at each call. At most 65 536 octets a call. */
export const defaultRandom: RandomBytes = (n) => globalThis.crypto.getRandomValues(new Uint8Array(n));

/** A version 4 UUID in lower case (RFC 9562 §5.4), from 16 octets of `random`. */
export function uuidV4(random: RandomBytes = defaultRandom): string {
  const bytes = Uint8Array.from(random(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** True for the 8-4-4-4-12 form, any version, either case. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/** `urn:uuid:` form (RFC 9562 §4), lower case. */
export function uuidUrn(uuid: string): string {
  return `urn:uuid:${uuid.toLowerCase()}`;
}
