import { readFileSync, writeFileSync } from 'node:fs';

const src = new URL('../src/', import.meta.url);

/** Names that an entry exports, types apart. */
function exported(entry: string): { values: string[]; types: string[] } {
  const text = readFileSync(new URL(`${entry}.ts`, src), 'utf8').replace(/\/\/.*$/gm, '');
  const names = { values: [] as string[], types: [] as string[] };
  for (const [, onlyTypes, list = ''] of text.matchAll(/export (type )?\{([^}]*)\}/g)) {
    for (const item of list
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)) {
      const name = item.replace(/^type /, '').replace(/^.* as /, '');
      (onlyTypes || item.startsWith('type ') ? names.types : names.values).push(name);
    }
  }
  return names;
}

/** The text of `src/index.ts`: everything that the entries export, once. */
export function indexText(): string {
  const seen = new Set<string>();
  const blocks = ['provider', 'hooks', 'common', 'ins', 'dmp', 'tokens'].map((entry) => {
    if (entry === 'tokens') {
      return `export { colorVar, type ColorRole, type Density, type Theme, type ThemeName } from './tokens.js';`;
    }
    const { values, types } = exported(entry);
    const fresh = [...values, ...types.map((name) => `type ${name}`)].filter((item) => {
      const name = item.replace('type ', '');
      const first = !seen.has(name);
      seen.add(name);
      return first;
    });
    const key = (item: string): string => item.replace('type ', '').toLowerCase();
    return `export {\n${fresh
      .sort((a, b) => (key(a) < key(b) ? -1 : 1))
      .map((item) => `  ${item},`)
      .join('\n')}\n} from './${entry}.js';`;
  });
  return `// Everything in one entry. Written by scripts/write-index.ts from the other entries.\n\n${blocks.join('\n')}\n`;
}

if (process.argv[1]?.endsWith('write-index.ts')) writeFileSync(new URL('index.ts', src), indexText());
