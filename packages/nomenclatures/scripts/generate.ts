import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConceptTable } from '../src/table.ts';
import { renderAssociations } from './associations.ts';
import { entryOf, renderModule } from './render.ts';

const data = join(import.meta.dirname, '../data');
const sources = join(import.meta.dirname, '../src');

/** Every module that the tables give: path under src, and content. */
export function generatedModules(): ReadonlyMap<string, string> {
  const modules = new Map<string, string>();
  for (const file of readdirSync(data).sort()) {
    const text = readFileSync(join(data, file), 'utf8');
    if (/^(?:jdv|tre)-.*\.csv$/.test(file)) {
      const set = readConceptTable(text);
      if (`${entryOf(set.id)}.csv` !== file) throw new Error(`${file} holds ${set.id}`);
      modules.set(`${entryOf(set.id)}.ts`, renderModule(set));
    } else if (/^ass-.*\.csv$/.test(file)) {
      modules.set(`associations/${file.replace('.csv', '.ts')}`, renderAssociations(text, file));
    }
  }
  return modules;
}

if (process.argv[1] === import.meta.filename) {
  for (const [file, content] of generatedModules()) writeFileSync(join(sources, file), content);
}
