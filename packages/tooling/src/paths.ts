import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The root of the repository. */
export const root = resolve(import.meta.dirname, '../../..');

/** What is made and kept between two runs, and never committed: the package manager, other Node versions, reports. */
export const cacheFolder = join(root, '.socle');

/** Absolute path of a file of an installed tool, for example `tool('vitest', 'vitest.mjs')`. */
export function tool(packageName: string, file: string): string {
  const folders = [join(root, 'packages/tooling/node_modules'), join(root, 'node_modules')];
  const found = folders.map((folder) => join(folder, packageName, file)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`${packageName}/${file} is not installed: run "pnpm install"`);
  return found;
}

/** The script to give to Node to run vitest. */
export const vitestBin = tool('vitest', 'vitest.mjs');
