/**
 * A small reader of DER (ITU-T X.690): definite and minimal lengths, tags below 31, nothing read outside its parent.
 * It exists because node:crypto does not give multi-valued names, raw extensions or revocation lists, and because
 * loading an ASN.1 library (node-forge) for each certificate would cost more than these few lines.
 */
export interface DerNode {
  /** Identifier octet: class, constructed bit and tag number. SEQUENCE is 0x30. */
  readonly tag: number;
  /** Content octets, a view on the input. */
  readonly content: Uint8Array;
  /** Header and content, a view on the input. */
  readonly raw: Uint8Array;
}

/** The bytes are not the DER that was expected. Internal: callers turn it into their own error. */
export class DerError extends Error {}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

const MAX_CHILDREN = 100_000;

/** Reads the one value that fills `bytes` exactly. */
export function readDer(bytes: Uint8Array, tag?: number): DerNode {
  const node = readAt(bytes, 0);
  if (node.raw.length !== bytes.length) throw new DerError('trailing bytes');
  return expectTag(node, tag);
}

/** Reads the values inside a constructed one. */
export function derChildren(node: DerNode): DerNode[] {
  if ((node.tag & 0x20) === 0) throw new DerError('not constructed');
  const out: DerNode[] = [];
  for (let at = 0; at < node.content.length; ) {
    if (out.length >= MAX_CHILDREN) throw new DerError('too many values');
    const child = readAt(node.content, at);
    out.push(child);
    at += child.raw.length;
  }
  return out;
}

/** Checks a tag. */
export function expectTag(node: DerNode | undefined, tag?: number): DerNode {
  if (node === undefined) throw new DerError('missing value');
  if (tag !== undefined && node.tag !== tag) throw new DerError(`tag ${node.tag} instead of ${tag}`);
  return node;
}

function readAt(bytes: Uint8Array, at: number): DerNode {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new DerError('truncated');
  if ((tag & 0x1f) === 0x1f) throw new DerError('high tag number');
  let header = 2;
  let length = first;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) throw new DerError('indefinite or oversized length');
    length = 0;
    for (let i = 0; i < count; i += 1) {
      const next = bytes[at + 2 + i];
      if (next === undefined) throw new DerError('truncated');
      length = length * 256 + next;
    }
    if (length < 0x80 || bytes[at + 2] === 0) throw new DerError('length not minimal');
    header += count;
  }
  const end = at + header + length;
  if (end > bytes.length) throw new DerError('truncated');
  return { tag, content: bytes.subarray(at + header, end), raw: bytes.subarray(at, end) };
}

/** OBJECT IDENTIFIER to dotted text. Arcs may exceed 2^53 (UUID-based ones): counted with BigInt. */
export function derOid(node: DerNode): string {
  expectTag(node, TAG.oid);
  const arcs: bigint[] = [];
  let value = 0n;
  let open = false;
  if (node.content.length > 64) throw new DerError('oversized OID');
  for (const byte of node.content) {
    value = (value << 7n) | BigInt(byte & 0x7f);
    open = (byte & 0x80) !== 0;
    if (open) continue;
    arcs.push(value);
    value = 0n;
  }
  const [first] = arcs;
  if (open || first === undefined) throw new DerError('truncated OID');
  const root = first < 40n ? 0n : first < 80n ? 1n : 2n;
  return [root, first - root * 40n, ...arcs.slice(1)].join('.');
}

/** Character strings of names: UTF8, Printable, IA5, Numeric, Teletex (read as Latin-1), BMP, Universal. */
export function derString(node: DerNode): string {
  switch (node.tag & 0x1f) {
    case 12:
      return new TextDecoder('utf-8').decode(node.content);
    case 18:
    case 19:
    case 20:
    case 22:
    case 26:
      return new TextDecoder('latin1').decode(node.content);
    case 30:
      return decodeUnits(node.content, 2);
    case 28:
      return decodeUnits(node.content, 4);
    default:
      throw new DerError('not a character string');
  }
}

function decodeUnits(content: Uint8Array, width: number): string {
  if (content.length % width !== 0) throw new DerError('truncated string');
  let out = '';
  for (let at = 0; at < content.length; at += width) {
    let unit = 0;
    for (let i = 0; i < width; i += 1) unit = unit * 256 + (content[at + i] ?? 0);
    out += String.fromCodePoint(unit > 0x10ffff ? 0xfffd : unit);
  }
  return out;
}

/** UTCTime or GeneralizedTime (RFC 5280 §4.1.2.5: UTC, with seconds). Two-digit years below 50 are 20xx. */
export function derTime(node: DerNode): Date {
  const text = new TextDecoder('latin1').decode(node.content);
  const short = node.tag === TAG.utcTime;
  if (!short && node.tag !== TAG.generalizedTime) throw new DerError('not a time');
  const found = (
    short ? /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/ : /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/
  ).exec(text);
  if (!found) throw new DerError('malformed time');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
  const full = short ? (year < 50 ? 2000 + year : 1900 + year) : year;
  const date = new Date(Date.UTC(full, month - 1, day, hour, minute, second));
  // Years below 100 would be taken for 19xx by Date.UTC; and an impossible month or day rolls over.
  if (date.getUTCFullYear() !== full || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    throw new DerError('impossible date');
  }
  return date;
}

/** INTEGER to BigInt (two's complement). */
export function derInteger(node: DerNode): bigint {
  expectTag(node, TAG.integer);
  if (node.content.length === 0 || node.content.length > 2_048) throw new DerError('malformed integer');
  const value = BigInt(`0x${hex(node.content)}`);
  return (node.content[0] ?? 0) >= 0x80 ? value - (1n << BigInt(node.content.length * 8)) : value;
}

/** BOOLEAN. */
export function derBoolean(node: DerNode): boolean {
  expectTag(node, TAG.boolean);
  if (node.content.length !== 1) throw new DerError('malformed boolean');
  return node.content[0] !== 0;
}

/** Bits of a BIT STRING, the first one being bit 0. */
export function derBits(node: DerNode): boolean[] {
  const bytes = derBitBytes(node);
  const unused = node.content[0] ?? 0;
  const out: boolean[] = [];
  for (const byte of bytes) for (let bit = 7; bit >= 0; bit -= 1) out.push(((byte >> bit) & 1) === 1);
  return out.slice(0, out.length - unused);
}

/** Octets of a BIT STRING (signatures, keys). */
export function derBitBytes(node: DerNode): Uint8Array {
  expectTag(node, TAG.bitString);
  const unused = node.content[0];
  if (unused === undefined || unused > 7) throw new DerError('malformed bit string');
  return node.content.subarray(1);
}

export function hex(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) out += byte.toString(16).padStart(2, '0');
  return out;
}
