import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedModules } from '../scripts/generate.ts';

const root = join(import.meta.dirname, '..');
const modules = generatedModules();
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, unknown> };

describe('modules written from the tables', () => {
  it.each([...modules])(
    '%s is what its table gives (else: pnpm --filter @socle-sante/nomenclatures generate)',
    (file, content) => {
      const path = join(root, 'src', file);
      expect(existsSync(path) ? readFileSync(path, 'utf8') : 'absent').toBe(content);
    },
  );

  it('leaves no module of a table that is gone', () => {
    const lists = readdirSync(join(root, 'src')).filter((file) => /^(?:jdv|tre)-/.test(file));
    const associations = readdirSync(join(root, 'src/associations')).map((file) => `associations/${file}`);
    expect([...lists, ...associations].filter((file) => !modules.has(file))).toEqual([]);
  });

  it('makes an entry of each list', () => {
    const lists = [...modules.keys()]
      .filter((file) => !file.includes('/'))
      .map((file) => `./${file.replace('.ts', '')}`);
    expect(lists.filter((entry) => !(entry in manifest.exports))).toEqual([]);
  });
});
