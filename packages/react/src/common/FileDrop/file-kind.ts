/** What may be asked for. */
export type AcceptedKind = 'pdf' | 'cda' | 'xml' | 'xdm-zip' | 'image' | 'txt' | 'rtf';
/** What a content may turn out to be. */
export type FileKind = AcceptedKind | 'zip' | 'unknown';

/** Bounds on an archive, checked on its directory before anything is opened. */
export const ZIP_LIMITS = { entries: 1000, totalBytes: 500_000_000, ratio: 200 } as const;

export type ZipProblem = 'zipTraversal' | 'zipLimits' | 'zipUnreadable';

function startsWith(bytes: Uint8Array, ...head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

const latin1 = new TextDecoder('latin1');

/** The kind of a file from its first bytes, never from its name. */
export function sniffKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return zipKind(bytes);
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image';
  if (startsWith(bytes, 0x47, 0x49, 0x46, 0x38)) return 'image';
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf';
  return textKind(bytes);
}

function zipKind(bytes: Uint8Array): FileKind {
  const read = readZipDirectory(bytes);
  return read.ok && read.names.some((name) => name.toUpperCase().startsWith('IHE_XDM/')) ? 'xdm-zip' : 'zip';
}

function textKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'unknown';
  const head = latin1
    .decode(bytes.subarray(0, 4096))
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart();
  if (/^<(?:\?xml|[A-Za-z_]|!--|!DOCTYPE\s+(?!html))/i.test(head)) {
    const root = /<(?!\?|!)(?:[\w.-]+:)?([\w.-]+)/.exec(head)?.[1];
    return root === 'ClinicalDocument' ? 'cda' : 'xml';
  }
  const binary = bytes.subarray(0, 4096).some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
  return binary ? 'unknown' : 'txt';
}

/** True when the XMP metadata of a PDF say « part 1 » of PDF/A. It is what the file declares, not a validation. */
export function declaresPdfA1(bytes: Uint8Array): boolean {
  return /pdfaid:part(?:\s*=\s*["']|>\s*)1/.test(latin1.decode(bytes));
}

type ZipDirectory =
  | { readonly ok: true; readonly names: readonly string[] }
  | { readonly ok: false; readonly problem: ZipProblem };

/** Reads the directory of an archive: names only, nothing is decompressed. Refuses what could hurt whoever opens it. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const unreadable: ZipDirectory = { ok: false, problem: 'zipUnreadable' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return unreadable;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // 0xFFFF and 0xFFFFFFFF announce ZIP64: far above what is accepted here.
  if (count > ZIP_LIMITS.entries || at === 0xffffffff) return { ok: false, problem: 'zipLimits' };
  const names: string[] = [];
  let total = 0;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return unreadable;
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (encrypted || next > bytes.length) return unreadable;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (isForbidden(name)) return { ok: false, problem: 'zipTraversal' };
    total += size;
    if (total > ZIP_LIMITS.totalBytes || size > 1_000_000 + packed * ZIP_LIMITS.ratio)
      return { ok: false, problem: 'zipLimits' };
    names.push(name);
    at = next;
  }
  return { ok: true, names };
}

/** Absolute paths, drives, `..` and control characters. */
function isForbidden(name: string): boolean {
  const parts = name.split(/[\\/]/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /^[\\/]/.test(name) || /^[A-Za-z]:/.test(name) || parts.includes('..') || /[\u0000-\u001f]/.test(name);
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

/** The `accept` attribute of a file input: a help for the file chooser, never a check. */
export function acceptAttribute(kinds: readonly AcceptedKind[]): string {
  const types: Readonly<Record<AcceptedKind, string>> = {
    pdf: 'application/pdf,.pdf',
    cda: 'text/xml,application/xml,.xml',
    xml: 'text/xml,application/xml,.xml',
    'xdm-zip': 'application/zip,.zip',
    image: 'image/png,image/jpeg',
    txt: 'text/plain,.txt',
    rtf: 'application/rtf,text/rtf,.rtf',
  };
  return [...new Set(kinds.map((kind) => types[kind]))].join(',');
}
