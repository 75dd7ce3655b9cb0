import { Inflate, type Zippable, zipSync } from 'fflate';
import { crc32 } from './crc32.js';
import { defaultXdmLimits, type XdmLimits } from './limits.js';
import { readZipDirectory, type ZipEntry, ZipError } from './zip-directory.js';

/** A file of an archive. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const CHUNK = 16_384;

/**
 * Reads an archive in memory: every size, name and sum is checked, and nothing is inflated beyond what the directory says.
 * fflate neither checks the CRC nor refuses a wrong size: both are done here.
 * @throws ZipError
 */
export function readZip(bytes: Uint8Array, limits: XdmLimits): ZipFile[] {
  if (bytes.byteLength > limits.maxBytes) throw new ZipError('size');
  if (bytes.byteLength < 22) throw new ZipError('archive');
  return readZipDirectory(bytes, limits).flatMap((entry, i) =>
    entry.directory ? [] : [{ name: entry.name, bytes: inflate(bytes, entry, i + 1) }],
  );
}

function inflate(archive: Uint8Array, entry: ZipEntry, n: number): Uint8Array {
  const packed = archive.subarray(entry.start, entry.start + entry.compressedSize);
  const content = entry.method === 0 ? packed.slice() : inflated(packed, entry.size, n);
  if (content.length !== entry.size) throw new ZipError('size', n);
  if (crc32(content) !== entry.crc) throw new ZipError('crc', n);
  return content;
}

function inflated(packed: Uint8Array, size: number, n: number): Uint8Array {
  const out = new Uint8Array(size);
  let at = 0;
  let ended = false;
  const stream = new Inflate((chunk, final) => {
    if (at + chunk.length > size) throw new ZipError('size', n);
    out.set(chunk, at);
    at += chunk.length;
    ended = ended || final;
  });
  try {
    for (let from = 0; from < packed.length; from += CHUNK) {
      const to = Math.min(from + CHUNK, packed.length);
      stream.push(packed.subarray(from, to), to === packed.length);
    }
  } catch (cause) {
    throw cause instanceof ZipError ? cause : new ZipError('damaged', n);
  }
  if (!ended) throw new ZipError('damaged', n);
  return at === size ? out : out.subarray(0, at);
}

// fflate writes the local time: the first day of the calendar of zip reads the same everywhere.
const STAMP = new Date(1980, 0, 1);

/**
 * Writes an archive: deflated, no encryption, no zip64, no data descriptor, one fixed date; the same files give the same
 * bytes. A file that deflates so well that a reader would take it for a bomb is stored as it is.
 */
export function writeZip(files: readonly ZipFile[]): Uint8Array {
  const made = write(files, new Set());
  const limits = { ...defaultXdmLimits, maxRatio: Number.POSITIVE_INFINITY };
  const suspect = readZipDirectory(made, limits)
    .filter((entry) => entry.size > entry.compressedSize * (defaultXdmLimits.maxRatio / 2))
    .map((entry) => entry.name);
  return suspect.length === 0 ? made : write(files, new Set(suspect));
}

function write(files: readonly ZipFile[], stored: ReadonlySet<string>): Uint8Array {
  const entries: Zippable = {};
  for (const { name, bytes } of files) entries[name] = [bytes, { level: stored.has(name) ? 0 : 6, mtime: STAMP }];
  return zipSync(entries);
}
