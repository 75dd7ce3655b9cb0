import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ConceptSet } from '../src/concept.js';

const sources = join(import.meta.dirname, '../src');

/** Every list of the package, by its identifier. */
export async function everyList(): Promise<ReadonlyMap<string, ConceptSet>> {
  const files = readdirSync(sources).filter((file) => /^jdv-.*\.ts$/.test(file));
  const modules = await Promise.all(
    files.map((file) => import(join(sources, file)) as Promise<Readonly<Record<string, ConceptSet>>>),
  );
  return new Map(modules.flatMap((module) => Object.values(module)).map((set) => [set.id, set]));
}
