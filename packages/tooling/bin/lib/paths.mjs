import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');

/** What is fetched and remembered between two runs. Ignored by git; removing it costs only time. */
export const cacheFolder = join(root, '.socle');
