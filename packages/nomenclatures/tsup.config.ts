import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { library } from '../tooling/src/library.ts';

const INTERNAL: ReadonlySet<string> = new Set(['concept', 'csv']);

/** Every file of src is an entry, lists included, but what the others share. */
const names = readdirSync(join(import.meta.dirname, 'src'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((name) => !INTERNAL.has(name));

export default library(Object.fromEntries(names.map((name) => [name, `src/${name}.ts`])), { platform: 'neutral' });
