/** One file of an archive, as its central directory says it. Nothing was inflated yet. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the deflated bytes begin. */
  readonly start: number;
  readonly directory: boolean;
}

/** Why an archive is refused: the end of a rule `XDM-010.…`. */
export type ZipRefusal =
  | 'archive'
  | 'damaged'
  | 'zip64'
  | 'entries'
  | 'encrypted'
  | 'method'
  | 'path'
  | 'symlink'
  | 'duplicate'
  | 'overlap'
  | 'inflated'
  | 'ratio'
  | 'size'
  | 'crc';

/** An archive that is not read. `entry` is its number in the directory, from 1: a name of file may be anything. */
export class ZipError extends Error {
  constructor(
    readonly refusal: ZipRefusal,
    readonly entry?: number,
  ) {
    super(`zip refused: ${refusal}`);
    this.name = 'ZipError';
  }
}

const EOCD = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** Reads and checks the central directory and each local header (PKWARE APPNOTE 6.3 §4.3), whatever the order of the files. */
export function readZipDirectory(
  bytes: Uint8Array,
  limits: { readonly maxEntries: number; readonly maxInflated: number; readonly maxRatio: number },
): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(bytes, view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) throw new ZipError('zip64');
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) throw new ZipError('damaged');
  if (start + size > end) throw new ZipError('damaged');
  if (count > limits.maxEntries) throw new ZipError('entries');
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = start;
  let total = 0;
  for (let n = 1; n <= count; n += 1) {
    const { entry, next } = readCentral(bytes, view, at, start, n);
    at = next;
    // Two names that differ by case are one file on the computers that will read the archive.
    const key = entry.name.toUpperCase();
    if (names.has(key)) throw new ZipError('duplicate', n);
    names.add(key);
    total += entry.size;
    if (total > limits.maxInflated) throw new ZipError('inflated', n);
    if (entry.size > 65_536 && entry.size > entry.compressedSize * limits.maxRatio) throw new ZipError('ratio', n);
    entries.push(entry);
  }
  if (at > start + size) throw new ZipError('damaged');
  refuseOverlaps(entries);
  return entries;
}

function findEnd(bytes: Uint8Array, view: DataView): number {
  const lowest = Math.max(0, bytes.length - 22 - 65_535);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === EOCD && at + 22 + view.getUint16(at + 20, true) === bytes.length) return at;
  }
  throw new ZipError('archive');
}

function readCentral(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  directoryStart: number,
  n: number,
): { entry: ZipEntry; next: number } {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw new ZipError('damaged', n);
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  const compressedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const madeBy = view.getUint16(at + 4, true) >> 8;
  const attributes = view.getUint32(at + 38, true);
  const local = view.getUint32(at + 42, true);
  if (next > bytes.length) throw new ZipError('damaged', n);
  if (compressedSize === 0xffffffff || size === 0xffffffff || local === 0xffffffff) throw new ZipError('zip64', n);
  if ((flags & 0x2041) !== 0) throw new ZipError('encrypted', n);
  if (method !== 0 && method !== 8) throw new ZipError('method', n);
  if (method === 0 && size !== compressedSize) throw new ZipError('size', n);
  // The Unix type of the file, when the archive says one: a plain file or a folder.
  const type = (attributes >>> 28) & 0xf;
  if (madeBy === 3 && type !== 0 && type !== 8 && type !== 4) throw new ZipError('symlink', n);
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const name = decodeName(nameBytes, n);
  if (local + 30 > directoryStart || view.getUint32(local, true) !== LOCAL) throw new ZipError('damaged', n);
  const localNameLength = view.getUint16(local + 26, true);
  const start = local + 30 + localNameLength + view.getUint16(local + 28, true);
  if (start + compressedSize > directoryStart) throw new ZipError('damaged', n);
  const localName = bytes.subarray(local + 30, local + 30 + localNameLength);
  const same = localName.length === nameBytes.length && localName.every((byte, i) => byte === nameBytes[i]);
  if (!same || view.getUint16(local + 8, true) !== method) throw new ZipError('damaged', n);
  return { entry: { name, method, crc, compressedSize, size, start, directory: name.endsWith('/') }, next };
}

/** Names are ASCII: another letter could read as a separator elsewhere. No way out of the folder is accepted. */
function decodeName(bytes: Uint8Array, n: number): string {
  let name = '';
  for (const byte of bytes) {
    if (byte < 0x20 || byte > 0x7e) throw new ZipError('path', n);
    name += String.fromCharCode(byte);
  }
  const segments = name.replace(/\/$/, '').split('/');
  const wrong = segments.some((segment) => segment === '' || segment === '.' || segment === '..');
  if (wrong || /[\\:*?"<>|]/.test(name) || name.length > 255) throw new ZipError('path', n);
  return name;
}

/** Two files that share bytes make a bomb that no ratio shows. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const sorted = [...entries].sort((a, b) => a.start - b.start);
  let end = 0;
  for (const entry of sorted) {
    if (entry.start < end) throw new ZipError('overlap', entries.indexOf(entry) + 1);
    end = entry.start + entry.compressedSize;
  }
}
