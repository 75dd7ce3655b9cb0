export type { Clock } from './time.js';

/** Source of randomness: `n` unpredictable octets. */
export type RandomBytes = (n: number) => Uint8Array;

/** The platform's own generator (Web Crypto), looked up at each call. At most 65 536 octets a call. */
export const defaultRandom: RandomBytes = (n) => globalThis.crypto.getRandomValues(new Uint8Array(n));

const HEX = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'));

const UUIDS = 16;
let drawn = new Uint8Array(0);
let at16 = 0;

/** Sixteen octets of the platform, drawn for several identifiers at once. Each octet serves once, and none stays after it. */
function nextSixteen(): Uint8Array {
  if (at16 >= drawn.length) {
    drawn = defaultRandom(16 * UUIDS) as Uint8Array<ArrayBuffer>;
    at16 = 0;
  }
  const octets = drawn.slice(at16, at16 + 16);
  drawn.fill(0, at16, at16 + 16);
  at16 += 16;
  return octets;
}

/** A version 4 UUID in lower case (RFC 9562 §5.4), from 16 octets of `random`. */
export function uuidV4(random: RandomBytes = defaultRandom): string {
  const bytes = random === defaultRandom ? nextSixteen() : random(16);
  let out = '';
  for (let at = 0; at < 16; at += 1) {
    const octet = bytes[at] ?? 0;
    if (at === 4 || at === 6 || at === 8 || at === 10) out += '-';
    out += HEX[at === 6 ? (octet & 0x0f) | 0x40 : at === 8 ? (octet & 0x3f) | 0x80 : octet] ?? '';
  }
  return out;
}

/** True for the 8-4-4-4-12 form, any version, either case. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/** `urn:uuid:` form (RFC 9562 §4), lower case. */
export function uuidUrn(uuid: string): string {
  return `urn:uuid:${uuid.toLowerCase()}`;
}
