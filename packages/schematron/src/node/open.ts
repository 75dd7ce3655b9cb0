import { statSync } from 'node:fs';
import { compileSchema } from '../compile/pack/compile-schema.js';
import type { SchemaLoader } from '../schema/loader.js';
import { PackError } from '../validate/error.js';
import type { LoadOptions } from '../validate/load.js';
import { loadPack } from '../validate/load.js';
import type { Pack } from '../validate/pack.js';
import { defaultCacheFolder, PackCache } from './cache.js';
import { type FileOptions, loaderOf, readSchemaFile } from './compile.js';
import { folderLoader } from './folder-loader.js';
import { loadPackFolder } from './load.js';

export interface OpenOptions extends FileOptions, LoadOptions {
  /** Where compiled packs are kept: the cache folder of the user by default; `false` keeps none. */
  readonly cache?: string | false;
}

/** A pack that is ready, and what goes with it. */
export interface OpenedPack {
  readonly pack: Pack;
  /** For the documents that rules refer to; absent for a compiled pack opened without `root`. */
  readonly loader?: SchemaLoader;
  /** True when nothing had to be compiled. */
  readonly cached: boolean;
  /** Where its modules are; absent for a pack that is kept nowhere. */
  readonly folder?: string;
}

/**
 * Opens a schema (a file) or a compiled pack (a folder). A schema is compiled the first time only: its modules are kept, and found
 * again by their content.
 *
 * @throws SchemaError, CompileError, PackError
 */
export async function openPack(path: string, options: OpenOptions = {}): Promise<OpenedPack> {
  const { cache, phases, ...file } = options;
  const load: LoadOptions = phases === undefined ? {} : { phases };
  if (statSync(path).isDirectory()) {
    const { root, fallbacks } = file;
    const pack = await loadPackFolder(path, load);
    if (root === undefined) return { pack, cached: true, folder: path };
    const loader = folderLoader(root, fallbacks === undefined ? {} : { fallbacks });
    return { pack, cached: true, folder: path, loader };
  }
  if (cache === false) {
    const { schema, loader } = readSchemaFile(path, file);
    return { pack: await loadPack(compileSchema(schema, file), load), loader, cached: false };
  }
  return openCached(path, file, load, new PackCache(cache ?? defaultCacheFolder()));
}

async function openCached(path: string, file: FileOptions, load: LoadOptions, cache: PackCache): Promise<OpenedPack> {
  const known = cache.find(path, file);
  if (known !== undefined) {
    const pack = await attempt(known, load, cache);
    if (pack !== undefined) return { pack, loader: loaderOf(path, file), cached: true, folder: known };
  }
  const { schema, loader } = readSchemaFile(path, file);
  const same = cache.has(schema, file);
  if (same !== undefined) {
    const pack = await attempt(same, load, cache);
    if (pack !== undefined) {
      cache.note(path, file, schema);
      return { pack, loader, cached: true, folder: same };
    }
  }
  const folder = cache.put(schema, file, compileSchema(schema, file));
  cache.note(path, file, schema);
  return { pack: await loadPackFolder(folder, load), loader, cached: false, folder };
}

/** A pack of the cache; one that was damaged is thrown away. */
async function attempt(folder: string, load: LoadOptions, cache: PackCache): Promise<Pack | undefined> {
  try {
    return await loadPackFolder(folder, load);
  } catch (cause) {
    if (!(cause instanceof PackError) || cause.code === 'pack.phase') throw cause;
    cache.drop(folder);
    return undefined;
  }
}
