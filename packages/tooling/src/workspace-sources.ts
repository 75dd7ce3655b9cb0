import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

/** Tests and stories run on the sources: `@socle-sante/x/y` is read from packages/x/src/y, so nothing must be built first. */
export function workspaceSources(): Plugin {
  return {
    name: 'socle-workspace-sources',
    enforce: 'pre',
    resolveId(id) {
      const match = /^@socle-sante\/([a-z-]+)(?:\/([A-Za-z0-9/._-]+))?$/.exec(id);
      if (!match) return null;
      const base = join(root, 'packages', match[1] ?? '', 'src', match[2] ?? 'index');
      for (const candidate of [base, `${base}.ts`, `${base}.tsx`, join(base, 'index.ts')]) {
        if (/\.[a-z]+$/.test(candidate) && existsSync(candidate)) return candidate;
      }
      return null;
    },
  };
}
