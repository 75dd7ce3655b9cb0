import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CompiledPack } from '../manifest.js';
import { writeWhole } from './files.js';

/** The name of the manifest in the folder of a pack. */
export const MANIFEST = 'manifest.json';

/** Writes a compiled pack to a folder: its modules, their source maps, and `manifest.json`, last. The folder is made when it is not there. */
export function savePack(pack: CompiledPack, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of packFiles(pack)) writeWhole(join(folder, basename(name)), text);
}

/** All files of a pack by name, the manifest last. */
export function packFiles({ files, manifest }: CompiledPack): ReadonlyMap<string, string> {
  return new Map([...files, [MANIFEST, `${JSON.stringify(manifest, undefined, 1)}\n`]]);
}
