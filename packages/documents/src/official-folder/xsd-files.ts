import type { SchemaLoader } from '@socle-sante/schematron/compile';

type Library = typeof import('libxml2-wasm');

interface Handle {
  readonly bytes: Uint8Array;
  at: number;
}

/** A scheme of our own: nothing but the files of a folder has an address under it. */
const SCHEME = 'socle-kit:/';

const folders = new Map<string, SchemaLoader>();
const handles = new Map<number, Handle>();
let registered = false;
let count = 0;
let next = 0;

/** Gives libxml2 the files of a folder, and nothing else, while `body` runs; `base` is their address. */
export function withAddress<T>(lib: Library, files: SchemaLoader, body: (base: string) => T): T {
  register(lib);
  count += 1;
  const base = `${SCHEME}${count}/`;
  folders.set(base, files);
  try {
    return body(base);
  } finally {
    folders.delete(base);
  }
}

export function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === 'string' ? new TextEncoder().encode(text) : text;
}

/** Once: libxml2 has room for few providers. */
function register(lib: Library): void {
  if (registered) return;
  registered = lib.xmlRegisterInputProvider({
    match: (url) => url.startsWith(SCHEME),
    open(url) {
      const found = read(url);
      if (found === undefined) return undefined;
      next += 1;
      handles.set(next, { bytes: bytesOf(found), at: 0 });
      return next;
    },
    read(handle, buffer) {
      const file = handles.get(handle);
      if (file === undefined) return -1;
      const part = file.bytes.subarray(file.at, file.at + buffer.byteLength);
      buffer.set(part);
      file.at += part.byteLength;
      return part.byteLength;
    },
    close: (handle) => handles.delete(handle),
  });
}

/** Nothing is thrown into libxml2: what the folder refuses is not there. */
function read(url: string): string | Uint8Array | undefined {
  const end = url.indexOf('/', SCHEME.length) + 1;
  try {
    return folders.get(url.slice(0, end))?.read(url.slice(end), undefined)?.text;
  } catch {
    return undefined;
  }
}
