import { SchemaError } from './error.js';
import type { Deviation } from './model.js';

/** A file that a loader found. */
export interface LoadedFile {
  /** What messages call it, and what references inside it are resolved against: a path with `/` from the root of the loader. */
  readonly name: string;
  /** Bytes are decoded by their byte order mark, else by the XML declaration, else as UTF-8. */
  readonly text: string | Uint8Array;
  /** What was done to find it or to mend it: a name of another case, a file of replacement, a text replaced. */
  readonly deviations?: readonly Deviation[];
}

/**
 * Gives the files of a schema, and those that `document()` names when a document is validated. Sync, without network.
 * `undefined` when there is no such file; a {@link SchemaError} `schema.outside` when the reference would leave the root.
 */
export interface SchemaLoader {
  /**
   * @param href reference as written, without fragment
   * @param base name of the file that holds it; `undefined` for the main file
   */
  read(href: string, base: string | undefined): LoadedFile | undefined;
}

/** Longest reference that is looked at. */
const LONGEST = 4096;

/**
 * The name, from the root, that a relative reference of `base` stands for. Percent-encoded characters are decoded once.
 * @throws SchemaError `schema.outside` for an absolute path, a URL, a backslash, or `..` above the root
 */
export function resolveReference(href: string, base: string | undefined): string {
  const path = href.trim();
  if (path.length > LONGEST || /^[a-z][a-z0-9+.-]*:/i.test(path) || /^\//.test(path)) throw outside(path);
  const parts = base === undefined ? [] : base.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    const name = decode(segment);
    if (/[/\\\0]/.test(name)) throw outside(path);
    if (name === '' || name === '.') continue;
    if (name !== '..') parts.push(name);
    else if (parts.pop() === undefined) throw outside(path);
  }
  return parts.join('/');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The error for a reference that leaves the folder. */
export function outside(href: string): SchemaError {
  const shown = href.length > 200 ? `${href.slice(0, 200)}…` : href;
  return new SchemaError(
    'schema.outside',
    `"${shown}" is not a relative path inside the folder of the rules; copy the file into the folder and name it from there`,
  );
}

/** A loader over files in memory, by their names from the root: for tests, and for pages that received a pack whole. */
export function memoryLoader(
  files: ReadonlyMap<string, string | Uint8Array> | Readonly<Record<string, string | Uint8Array>>,
): SchemaLoader {
  const known = files instanceof Map ? files : new Map(Object.entries(files));
  const folded = new Map<string, string>();
  for (const name of known.keys()) {
    const key = foldName(name);
    if (!folded.has(key)) folded.set(key, name);
  }
  return {
    read(href, base) {
      const wanted = resolveReference(href, base);
      const exact = known.get(wanted);
      if (exact !== undefined) return { name: wanted, text: exact };
      const name = folded.get(foldName(wanted));
      const text = name === undefined ? undefined : known.get(name);
      if (name === undefined || text === undefined) return undefined;
      return { name, text, deviations: [otherCase(wanted, name)] };
    },
  };
}

/** What two names share that differ by case, or by the form of their accents, only. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** `include.case`: the file was found under a name of another case. */
export function otherCase(wanted: string, found: string): Deviation {
  return {
    code: 'include.case',
    message: `"${wanted}" is written "${found}" in the folder: read all the same, but another system would not find it`,
    subject: wanted,
    incomplete: false,
  };
}
