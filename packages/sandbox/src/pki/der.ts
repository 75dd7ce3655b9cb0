/**
 * The few DER shapes that a certificate of the IGC-Santé family needs and that @peculiar/x509 does not write itself:
 * distinguished names with multi-valued RDNs and the private extensions of the health cards.
 * ITU-T X.690 §8 and §11.6 (SET OF in DER is sorted by encoding).
 */

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let offset = 0;
  for (const part of parts) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
}

function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Uint8Array.of(0x80 | octets.length, ...octets);
}

/** One tag-length-value with the given content. */
function tlv(tag: number, ...content: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = concat(content);
  return concat([Uint8Array.of(tag), lengthOctets(body.length), body]);
}

export const derSequence = (...items: readonly Uint8Array[]) => tlv(0x30, ...items);
export const derOctetString = (bytes: Uint8Array) => tlv(0x04, bytes);
export const derUtf8String = (text: string) => tlv(0x0c, new TextEncoder().encode(text));
export const derPrintableString = (text: string) => tlv(0x13, new TextEncoder().encode(text));

/** A non-negative INTEGER that fits in one octet with a clear high bit (0 to 127), as all the card extensions do. */
export function derSmallInteger(value: number): Uint8Array<ArrayBuffer> {
  if (!Number.isInteger(value) || value < 0 || value > 127) throw new RangeError('derSmallInteger: 0 to 127 only');
  return tlv(0x02, Uint8Array.of(value));
}

/** GeneralizedTime `YYYYMMDDHHMMSSZ`, in the context tag given (implicit). */
export function derImplicitGeneralizedTime(contextTag: number, date: Date): Uint8Array<ArrayBuffer> {
  const text = `${date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
  return tlv(0x80 | contextTag, new TextEncoder().encode(text));
}

export function derOid(dotted: string): Uint8Array<ArrayBuffer> {
  const arcs = dotted.split('.').map(Number);
  const octets: number[] = [(arcs[0] ?? 0) * 40 + (arcs[1] ?? 0)];
  for (const arc of arcs.slice(2)) {
    const groups = [arc % 128];
    for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) groups.unshift(0x80 | (rest % 128));
    octets.push(...groups);
  }
  return tlv(0x06, Uint8Array.from(octets));
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** SET OF, sorted as DER asks. */
export function derSetOf(items: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return tlv(0x31, ...[...items].sort(compareBytes));
}
