import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PackManifest } from '../manifest.js';
import { PackError } from '../validate/error.js';
import { type LoadOptions, loadPack, type PackSource } from '../validate/load.js';
import type { Pack } from '../validate/pack.js';
import { MANIFEST } from './save.js';

/**
 * Loads a pack from the folder that {@link savePack} wrote. Its modules are code that runs in this process: load only folders that
 * you trust as you trust a dependency.
 *
 * @throws PackError 'pack.format', 'pack.incomplete', 'pack.phase'
 */
export function loadPackFolder(folder: string, options: LoadOptions = {}): Promise<Pack> {
  return loadPack(packSource(folder), options);
}

/** The pack that a folder holds. @throws PackError 'pack.incomplete' */
export function packSource(folder: string): PackSource {
  const manifest = readManifest(folder);
  const root = resolve(folder);
  return {
    manifest,
    // The hash makes another module of a pack that was compiled again in the same place.
    load: (file) => import(/* @vite-ignore */ `${pathToFileURL(join(root, basename(file))).href}?${manifest.hash}`),
  };
}

/** @throws PackError 'pack.incomplete' */
export function readManifest(folder: string): PackManifest {
  let text: string;
  try {
    text = readFileSync(join(folder, MANIFEST), 'utf8');
  } catch (cause) {
    throw new PackError('pack.incomplete', `There is no ${MANIFEST} in ${basename(resolve(folder))}.`, cause);
  }
  try {
    return JSON.parse(text) as PackManifest;
  } catch (cause) {
    throw new PackError('pack.incomplete', `${MANIFEST} is not JSON.`, cause);
  }
}
