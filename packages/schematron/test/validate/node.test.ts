import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileFile, compileFolder } from '../../src/node/compile.js';
import { openPack } from '../../src/node/open.js';
import { savePack } from '../../src/node/save.js';
import { readDocument } from '../../src/tree/read.js';
import { validate } from '../../src/validate/validate.js';
import { schemaText } from '../pack/pack-of.js';

let folder = '';
let cache = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schematron-'));
  cache = join(folder, 'cache');
  mkdirSync(join(folder, 'rules', 'part'), { recursive: true });
  write('rules/main.sch', schemaText('<include href="part/one.sch"/>'));
  write('rules/part/one.sch', pattern('one'));
  write('rules/codes.xml', '<codes><c>1</c></codes>');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

function pattern(text: string): string {
  return `<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><rule context="a"><report test="document('codes.xml')//c = @v">${text}</report></rule></pattern>`;
}

async function open(): Promise<{ readonly texts: readonly string[]; readonly cached: boolean }> {
  const { pack, loader, cached } = await openPack(join(folder, 'rules/main.sch'), { cache });
  const { findings } = validate(readDocument('<a v="1"/>'), pack, loader === undefined ? {} : { loader });
  return { texts: findings.map(({ text }) => text), cached };
}

describe('packs on disk', () => {
  it('are compiled once, and again when a file of theirs changes', async () => {
    expect(await open()).toEqual({ texts: ['one'], cached: false });
    expect(await open()).toEqual({ texts: ['one'], cached: true });
    // Touched, not changed: the content tells.
    utimesSync(join(folder, 'rules/part/one.sch'), new Date(), new Date(1_000_000));
    expect(await open()).toEqual({ texts: ['one'], cached: true });
    write('rules/part/one.sch', pattern('two'));
    expect(await open()).toEqual({ texts: ['two'], cached: false });
    expect(await open()).toEqual({ texts: ['two'], cached: true });
  });

  it('are compiled again when what was kept is damaged', async () => {
    await open();
    for (const name of readdirSync(cache)) {
      if (name.endsWith('.json')) continue;
      const module = join(cache, name, 'patterns-1.mjs');
      writeFileSync(module, readFileSync(module, 'utf8').slice(0, 50));
      // The name of the module is known to the process: another process would see the damage.
      writeFileSync(join(cache, name, 'manifest.json'), '{');
    }
    expect(await open()).toEqual({ texts: ['one'], cached: false });
  });

  it('are made by several at a time', async () => {
    const all = await Promise.all([open(), open(), open()]);
    for (const { texts } of all) expect(texts).toEqual(['one']);
    expect(readdirSync(cache).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('are saved and opened as folders, with their source maps', async () => {
    const compiled = compileFile(join(folder, 'rules/main.sch'));
    const out = join(folder, 'out');
    savePack(compiled, out);
    expect(readdirSync(out).sort()).toEqual([
      'common.mjs',
      'common.mjs.map',
      'manifest.json',
      'patterns-1.mjs',
      'patterns-1.mjs.map',
    ]);
    const { pack, loader } = await openPack(out, { root: join(folder, 'rules') });
    const { findings } = validate(readDocument('<a v="1"/>'), pack, loader === undefined ? {} : { loader });
    expect(findings).toHaveLength(1);
    expect(pack.manifest.files).toEqual(['main.sch', 'part/one.sch']);
  });

  it('of a folder are all its schemas', () => {
    const made = [...compileFolder(join(folder, 'rules'))];
    expect(made.map(({ name }) => name)).toEqual(['main']);
  });
});
