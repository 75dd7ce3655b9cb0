import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes files into a new folder that is removed when the test ends; a value that is not a text is written as JSON. */
export function temporaryTree(files: Readonly<Record<string, unknown>>): string {
  const root = mkdtempSync(join(tmpdir(), 'socle-tooling-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeTree(root, files);
  return root;
}

export function writeTree(root: string, files: Readonly<Record<string, unknown>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
}

/** The manifest of a package of a fixture. */
export function manifest(name: string, entries: readonly string[] = ['.'], dependencies: readonly string[] = []) {
  const file = (entry: string) => (entry === '.' ? 'index' : entry.slice(2));
  return {
    name: `@socle-sante/${name}`,
    version: '0.1.0',
    exports: Object.fromEntries(
      entries.map((entry) => [entry, { types: `./dist/${file(entry)}.d.ts`, default: `./dist/${file(entry)}.js` }]),
    ),
    dependencies: Object.fromEntries(
      dependencies.map((dependency) =>
        dependency.includes('/') || FOREIGN.has(dependency)
          ? [dependency, '1.0.0']
          : [`@socle-sante/${dependency}`, 'workspace:^'],
      ),
    ),
  };
}

const FOREIGN = new Set(['ky', 'undici']);
