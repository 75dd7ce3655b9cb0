import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { CompiledPack } from '../manifest.js';
import { PACK_FORMAT } from '../manifest.js';
import type { Schema } from '../schema/model.js';
import { buildOf } from './build.js';
import type { FileOptions } from './compile.js';
import { writeFolder, writeWhole } from './files.js';
import { MANIFEST, packFiles } from './save.js';

/** What a file or a folder looked like when a pack was compiled. */
interface Seen {
  readonly path: string;
  readonly size: number;
  readonly changed: number;
}

/** Which pack a schema file was compiled to, and what it was read from. */
interface Entry {
  readonly pack: string;
  readonly files: readonly Seen[];
}

/** Where packs are kept by default: the cache folder of the user, as each system has it. */
export function defaultCacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const base =
    XDG_CACHE_HOME ??
    (process.platform === 'win32'
      ? (LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'))
      : process.platform === 'darwin'
        ? join(homedir(), 'Library', 'Caches')
        : join(homedir(), '.cache'));
  return join(base, 'socle-schematron');
}

/**
 * Compiled packs on disk, named by a hash of all that they are made of: sources, noted faults, options, build of the compiler. A
 * small entry for each schema file tells which pack it was compiled to and what its files looked like (size, time of change), so that
 * finding it again reads no source. Everything is written whole: processes may share a folder.
 */
export class PackCache {
  constructor(readonly folder: string) {}

  /** The folder of the pack that a file was compiled to, when none of what it was read from has changed since. */
  find(file: string, options: FileOptions): string | undefined {
    const entry = this.#entry(this.#entryPath(file, options));
    if (entry === undefined || !entry.files.every(isAsSeen)) return undefined;
    const pack = join(this.folder, entry.pack);
    return existsSync(join(pack, MANIFEST)) ? pack : undefined;
  }

  /** The folder of the pack of a schema that was read, when it was compiled before. */
  has(schema: Schema, options: FileOptions): string | undefined {
    const pack = join(this.folder, packName(schema, options));
    return existsSync(join(pack, MANIFEST)) ? pack : undefined;
  }

  /** Keeps a pack; gives its folder. */
  put(schema: Schema, options: FileOptions, pack: CompiledPack): string {
    const path = join(this.folder, packName(schema, options));
    writeFolder(path, packFiles(pack));
    return path;
  }

  /** Notes which pack a file was compiled to. A schema that lacks files is read again each time: they may come. */
  note(file: string, options: FileOptions, schema: Schema): void {
    // Noted faults stay what they are, whatever comes.
    if (schema.deviations.some(({ incomplete, noted }) => incomplete && noted === undefined)) return;
    const root = resolve(options.root ?? dirname(file));
    const paths = schema.files.map((name) => resolve(root, ...name.split('/')));
    const folders = new Set([
      ...paths.map((path) => dirname(path)),
      ...(options.fallbacks ?? []).map((path) => resolve(path)),
    ]);
    const files = [...paths, ...folders].map(look);
    if (files.some((each) => each === undefined)) return;
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeWhole(this.#entryPath(file, options), JSON.stringify({ pack: packName(schema, options), files }));
  }

  /** Throws a pack away: it could not be loaded. */
  drop(pack: string): void {
    rmSync(pack, { recursive: true, force: true });
  }

  #entryPath(file: string, options: FileOptions): string {
    return join(this.folder, `${digest([resolve(file), ...optionTexts(options)])}.json`);
  }

  #entry(path: string): Entry | undefined {
    try {
      const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
      return isEntry(found) ? found : undefined;
    } catch {
      return undefined;
    }
  }
}

function isEntry(found: unknown): found is Entry {
  if (typeof found !== 'object' || found === null || !('pack' in found) || !('files' in found)) return false;
  return typeof found.pack === 'string' && /^[0-9a-f]{40}$/.test(found.pack) && Array.isArray(found.files);
}

function isAsSeen(seen: Seen): boolean {
  const now = look(seen.path);
  return now !== undefined && now.size === seen.size && now.changed === seen.changed;
}

function look(path: string): Seen | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : { path, size: found.size, changed: found.mtimeMs };
}

function packName(schema: Schema, options: FileOptions): string {
  return digest([...schema.files, ...schema.texts, ...optionTexts(options)]);
}

function optionTexts(options: FileOptions): readonly string[] {
  return [`${PACK_FORMAT} ${buildOf()}`, JSON.stringify(options)];
}

function digest(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex').slice(0, 40);
}
