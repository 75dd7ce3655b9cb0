import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** The root of the repository. */
export const root = resolve(import.meta.dirname, '../../..');

/** What is made and kept between two runs, and never committed: the package manager, other Node versions, reports. */
export const cacheFolder = join(root, '.socle');

const require = createRequire(import.meta.url);

/** Absolute path of a file of an installed tool, for example `tool('vitest', 'vitest.mjs')`. */
export function tool(packageName: string, file: string): string {
  return join(dirname(require.resolve(`${packageName}/package.json`)), file);
}

/** The script to give to Node to run vitest. */
export const vitestBin = tool('vitest', 'vitest.mjs');
