import type { PackManifest } from '../manifest.js';
import { memoryLoader, type SchemaLoader } from '../schema/loader.js';
import { PackError } from '../validate/error.js';
import { loadPack } from '../validate/load.js';
import type { Pack } from '../validate/pack.js';
import { ValidationFailure } from './failure.js';

/** Imports a module of the site. */
export type ImportModule = (address: string) => Promise<unknown>;

/** A pack that a worker holds, with the vocabularies that its rules read. */
export interface HeldPack {
  readonly pack: Pack;
  readonly loader: SchemaLoader;
}

/**
 * Loads the files that `pageFiles` made, from the address of their entry. Everything is loaded now: validations ask the network for
 * nothing.
 *
 * @throws PackError 'pack.format', 'pack.incomplete', 'pack.phase'
 * @throws ValidationFailure 'worker.pack' for an address that is code in itself (`data:`, `blob:`, `javascript:`)
 */
export async function loadPage(
  address: string,
  importModule: ImportModule,
  phases?: readonly string[],
): Promise<HeldPack> {
  const base = addressOf(address);
  const entry = await importing(importModule, base.href, address);
  const manifest = member(entry, 'manifest');
  const documents = member(entry, 'documents');
  if (!isRecord(manifest) || !isRecord(documents)) {
    throw new PackError('pack.incomplete', 'The entry of the pack has no manifest.');
  }
  const hash = typeof manifest['hash'] === 'string' ? manifest['hash'] : '';
  // The hash makes another address of a pack that was compiled again in the same place.
  const beside = (file: string): string => {
    const url = new URL(file, base);
    if (!url.href.startsWith(new URL('.', base).href)) {
      throw new PackError('pack.incomplete', 'The pack names a file outside its folder.');
    }
    url.search = hash;
    return url.href;
  };
  const [pack, texts] = await Promise.all([
    loadPack(
      { manifest: manifest as unknown as PackManifest, load: (file) => importModule(beside(file)) },
      phases === undefined ? {} : { phases },
    ),
    Promise.all(
      Object.entries(documents).map(async ([name, file]) => {
        const text = member(await importing(importModule, beside(String(file)), name), 'text');
        if (typeof text !== 'string') throw new PackError('pack.incomplete', `The pack has no text for ${name}.`);
        return [name, text] as const;
      }),
    ),
  ]);
  return { pack, loader: memoryLoader(new Map(texts)) };
}

function addressOf(address: string): URL {
  let url: URL | undefined;
  try {
    url = new URL(address);
  } catch {
    url = undefined;
  }
  if (url === undefined || !/^(https?|file):$/.test(url.protocol)) {
    throw new ValidationFailure({ code: 'worker.pack', message: 'A pack is loaded from a whole address of the site.' });
  }
  return url;
}

async function importing(importModule: ImportModule, address: string, what: string): Promise<unknown> {
  try {
    return await importModule(address);
  } catch (cause) {
    throw new PackError('pack.incomplete', `The module ${what} of the pack cannot be loaded.`, cause);
  }
}

function member(module: unknown, name: string): unknown {
  return isRecord(module) ? module[name] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
