import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../bin/lib/command.mjs';
import { checkBrowserEntries } from '../src/checks/browser-safe.ts';
import { checkLayering } from '../src/checks/layering.ts';
import { newPackage } from '../src/new-package.ts';
import { root, tool, vitestBin } from '../src/paths.ts';
import { temporaryTree } from './temporary-tree.ts';

/** A copy of what a new package leans on: root configuration, core and tooling, with the installed node_modules. */
function copyOfTheRepository(): string {
  const copy = temporaryTree({});
  const notInstalled = (path: string) => !/[\\/](?:node_modules|dist)$/.test(path);
  for (const path of [
    'tsconfig.json',
    'tsconfig.base.json',
    'biome.json',
    '.gitignore',
    'packages/core',
    'packages/tooling',
  ]) {
    cpSync(join(root, path), join(copy, path), { recursive: true, filter: notInstalled });
  }
  for (const path of ['node_modules', 'packages/tooling/node_modules'])
    symlinkSync(join(root, path), join(copy, path), 'junction');
  return copy;
}

describe('newPackage', () => {
  it('makes a package that type-checks, passes lint, its own test and the floors', { timeout: 120_000 }, async () => {
    const copy = copyOfTheRepository();
    const written = await newPackage(copy, 'pro-sante-connect');
    expect(written).toContain('packages/pro-sante-connect/src/index.ts');
    expect(checkLayering(copy)).toEqual([]);
    expect(checkBrowserEntries(copy)).toEqual([]);
    await run(process.execPath, [tool('typescript', 'bin/tsc'), '-p', 'packages/pro-sante-connect'], { cwd: copy });
    const lint = ['check', '--error-on-warnings', '--vcs-enabled=false', 'packages/pro-sante-connect', 'tsconfig.json'];
    await run(process.execPath, [tool('@biomejs/biome', 'bin/biome'), ...lint], { cwd: copy });
    const test = [
      'run',
      '--config',
      'packages/tooling/vitest.config.ts',
      '--project',
      'node',
      'packages/pro-sante-connect',
    ];
    const conformance = process.env.SOCLE_CONFORMANCE ?? join(root, '../shared/conformance');
    const output = await run(process.execPath, [vitestBin, ...test], {
      cwd: copy,
      env: { ...process.env, SOCLE_CONFORMANCE: conformance, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    expect(output).toMatch(/Tests\s+2 passed/);
  });

  it('is found by the compiler, whatever was there before', async () => {
    const copy = copyOfTheRepository();
    await newPackage(copy, 'dmp');
    await newPackage(copy, 'mssante');
    const { compilerOptions } = JSON.parse(readFileSync(join(copy, 'tsconfig.json'), 'utf8')) as {
      compilerOptions: { paths: Record<string, string[]> };
    };
    expect(compilerOptions.paths['@socle-sante/dmp']).toEqual(['./packages/dmp/src/index.ts']);
    expect(compilerOptions.paths['@socle-sante/mssante/*']?.[0]).toBe('./packages/mssante/src/*.ts');
  });

  it.each([
    ['Mssante', /is not a package name/],
    ['../mssante', /is not a package name/],
    ['newcomer', /has no floor/],
    ['core', /exists already/],
  ])('refuses %s', async (name, why) => {
    await expect(newPackage(root, name)).rejects.toThrow(why);
  });
});
