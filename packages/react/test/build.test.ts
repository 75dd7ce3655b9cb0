import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'tsup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const out = mkdtempSync(join(tmpdir(), 'socle-react-'));
let files: string[] = [];

const text = (file: string): string => readFileSync(file, 'utf8');
const name = (file: string): string => relative(out, file);

beforeAll(async () => {
  await build({
    entry: ['src/**/*.ts', 'src/**/*.tsx', '!src/**/*.stories.tsx', '!src/**/*.states.ts', '!src/testing/**'].map(
      (glob) => (glob.startsWith('!') ? `!${join(root, glob.slice(1))}` : join(root, glob)),
    ),
    format: ['esm'],
    target: 'es2022',
    platform: 'browser',
    bundle: false,
    splitting: false,
    treeshake: false,
    outDir: out,
    config: false,
    silent: true,
    tsconfig: join(root, '../../tsconfig.json'),
    esbuildOptions(options) {
      options.jsx = 'automatic';
    },
  });
  files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => join(entry.parentPath, entry.name));
}, 60_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** What a built file imports: relative files and packages. */
function importsOf(file: string): { files: string[]; packages: string[] } {
  const statement = /^(?:import|export)\b[^"';]*?(?:from\s*)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm;
  const found = [...text(file).matchAll(statement)].map((match) => match[1] ?? match[2] ?? '');
  return {
    files: found.filter((one) => one.startsWith('.')).map((one) => resolve(dirname(file), one)),
    packages: found.filter((one) => !one.startsWith('.')),
  };
}

/** Every file and package that an entry reaches. */
function graph(entry: string): { files: Set<string>; packages: Set<string> } {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const waiting = [join(out, `${entry}.js`)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const found = importsOf(file);
    for (const one of found.packages) packages.add(one);
    waiting.push(...found.files);
  }
  return { files: seen, packages };
}

const isClient = (file: string): boolean => /^["']use client["'];/.test(text(file));
/** Hooks, contexts and class components work only in the browser's tree. */
const needsClient =
  /\b(?:use[A-Z]\w*|createContext|forwardRef|Component)\b[^;]*from "(?:react|react-dom|@tanstack\/react-query|@tanstack\/react-virtual)"|from "react-aria-components"/s;

describe('built files', () => {
  it('are one for each module', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.map(name)).toContain('common/VirtualGrid/VirtualGrid.js');
  });

  it('begin with "use client" where they need the browser', () => {
    const wrong = files.filter((file) => {
      const statements = text(file).match(/import[\s\S]*?;/g) ?? [];
      return statements.some((statement) => needsClient.test(statement)) && !isClient(file);
    });
    expect(wrong.map(name)).toEqual([]);
  });

  it('import their neighbours by file, with the extension', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .files.filter((one) => !files.includes(one))
        .map((one) => `${name(file)} → ${relative(out, one)}`),
    );
    expect(wrong).toEqual([]);
  });

  it('hold no test helper, no story, no style', () => {
    expect(
      files.map(name).filter((file) => /testing\/|stories|states\.js$/.test(file) && !file.endsWith('base/states.js')),
    ).toEqual([]);
    expect(
      files.flatMap((file) => importsOf(file).packages).filter((one) => /storybook|vitest|\.css$/.test(one)),
    ).toEqual([]);
  });
});

describe('entries', () => {
  it('hooks and provider never reach react-aria-components', () => {
    for (const entry of ['hooks', 'provider']) {
      const { packages, files: reached } = graph(entry);
      expect(
        [...packages].filter((one) => one.startsWith('react-aria')),
        entry,
      ).toEqual([]);
      expect(reached.size).toBeGreaterThan(5);
    }
  });

  it('messages and tokens are safe on a server: no React, no client file', () => {
    for (const entry of ['messages/fr', 'messages/en', 'tokens']) {
      const { packages, files: reached } = graph(entry);
      expect(
        [...packages].filter((one) => /react|client-only/.test(one)),
        entry,
      ).toEqual([]);
      expect([...reached].filter(isClient).map(name), entry).toEqual([]);
    }
  });

  it('reach no Node built-in and no package that package.json does not name', () => {
    const manifest = JSON.parse(text(join(root, 'package.json'))) as Record<
      'dependencies' | 'peerDependencies',
      Record<string, string>
    >;
    const known = new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)]);
    const { packages } = graph('index');
    const unknown = [...packages].filter(
      (one) => !known.has(one.startsWith('@') ? one.split('/').slice(0, 2).join('/') : (one.split('/')[0] ?? '')),
    );
    expect(unknown).toEqual([]);
  });

  it('index gives everything that the other entries give', async () => {
    const { indexText } = await import('../scripts/write-index.js');
    const flat = (source: string): string => source.replace(/\s+/g, ' ').replace(/, \}/g, ' }').trim();
    const names = (source: string): string[] =>
      [...flat(source).matchAll(/\{([^}]*)\}/g)]
        .flatMap((match) => (match[1] ?? '').split(',').map((one) => one.trim()))
        .filter(Boolean)
        .sort();
    expect(names(text(join(root, 'src/index.ts')))).toEqual(names(indexText()));
  });
});
