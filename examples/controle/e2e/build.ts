import { resolve } from 'node:path';
import { build } from 'vite';

/** Once for all the tests of the run: the static site. */
export async function setup(): Promise<void> {
  process.env['SOCLE_PACKS'] = 'demonstration';
  await build({ root: resolve(import.meta.dirname, '..'), logLevel: 'error' });
}
