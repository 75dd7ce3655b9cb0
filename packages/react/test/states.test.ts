import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '../src');
const components = ['common', 'ins', 'dmp']
  .flatMap((group) => readdirSync(join(src, group), { withFileTypes: true }).map((entry) => ({ entry, group })))
  .filter(({ entry }) => entry.isDirectory() && /^[A-Z]/.test(entry.name))
  .map(({ entry, group }) => join(src, group, entry.name))
  .filter((folder) => existsSync(join(folder, `${basename(folder)}.stories.tsx`)));

const read = (folder: string, suffix: string): string => {
  const file = join(folder, `${basename(folder)}.${suffix}`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

describe.each(components.map((folder) => [basename(folder), folder] as const))('%s', (_, folder) => {
  it('has a story for each of its states', async () => {
    const states = (await import(join(folder, `${basename(folder)}.states.ts`))) as Record<
      string,
      Record<string, unknown>
    >;
    const stories = new Set(
      [...read(folder, 'stories.tsx').matchAll(/export const (\w+)(?:: Story)? =/g)].map((match) =>
        (match[1] ?? '').toLowerCase(),
      ),
    );
    const source = read(folder, 'stories.tsx');
    const isShown = (state: string): boolean =>
      stories.has(state.toLowerCase()) || new RegExp(`[sS]tates\\.${state}\\b`).test(source);
    const missing = Object.values(states)
      .flatMap((list) => Object.keys(list))
      .filter((state) => !isShown(state));
    expect(missing).toEqual([]);
  });

  it('keeps its sentences in its catalogue', () => {
    // A capital, an accent or a space inside quotes between tags: a sentence that no translator would see.
    const skin = read(folder, 'tsx').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const loose = [...skin.matchAll(/(?<!=)>\s*([A-ZÀ-Ü][a-zà-ü’]+(?: [a-zà-ü’]+)*)\s*<\//g)].map((match) => match[1]);
    expect(loose).toEqual([]);
  });
});
