import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkChangesets, notedPackages } from '../../src/checks/changesets.ts';
import { manifest, temporaryTree, writeTree } from '../temporary-tree.ts';

const NOTE = '---\n"@socle-sante/core": minor\n---\n\nSomething new.\n';

function repository(files: Readonly<Record<string, unknown>> = {}) {
  const root = temporaryTree({
    'packages/core/package.json': manifest('core'),
    'packages/core/src/index.ts': 'export const x = 1;',
    'packages/tooling/package.json': { name: '@socle-sante/tooling', version: '0.0.0', private: true },
    'packages/tooling/src/index.ts': 'export const x = 1;',
    ...files,
  });
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args],
      { cwd: root, stdio: 'pipe' },
    );
  const commit = () => {
    git('add', '-A');
    git('commit', '-q', '-m', 'x', '--allow-empty');
  };
  git('init', '-q', '-b', 'main');
  return { root, git, commit, found: () => checkChangesets(root, {}).map((problem) => problem.message) };
}

const MISSING = ['@socle-sante/core changed and no note tells its users: run "pnpm changeset"'];

describe('checkChangesets', () => {
  it('wants a note for what was never released, at the very first commit and before it', () => {
    const { root, commit, found } = repository();
    expect(found()).toEqual(MISSING);
    commit();
    expect(found()).toEqual(MISSING);
    writeTree(root, { '.changeset/first.md': NOTE });
    expect(found()).toEqual([]);
  });

  it('on the main line, looks at the last commit and at what is not committed; any waiting note counts', () => {
    const { root, commit, found } = repository({ '.changeset/first.md': NOTE });
    commit();
    writeTree(root, { 'packages/core/src/index.ts': 'export const x = 2;' });
    commit();
    expect(found()).toEqual([]);
    rmSync(join(root, '.changeset/first.md'));
    expect(found()).toEqual(MISSING);
    commit();
    commit();
    expect(found()).toEqual([]);
    writeTree(root, { 'packages/core/src/new.ts': 'export const y = 2;' });
    expect(found()).toEqual(MISSING);
  });

  it('on a branch, wants a note of the branch', () => {
    const { root, git, commit, found } = repository({ '.changeset/earlier.md': NOTE });
    commit();
    git('checkout', '-q', '-b', 'feature');
    writeTree(root, { 'packages/core/src/index.ts': 'export const x = 2;' });
    commit();
    expect(found()).toEqual(MISSING);
    commit();
    writeTree(root, { '.changeset/mine.md': NOTE });
    expect(found()).toEqual([]);
  });

  it('asks nothing for private packages, tests and documents', () => {
    const { root, commit, found } = repository();
    commit();
    writeTree(root, {
      'packages/tooling/src/index.ts': 'export const x = 2;',
      'packages/core/test/a.test.ts': '',
      'packages/core/README.md': '',
    });
    commit();
    expect(found()).toEqual([]);
  });

  it('takes a release for told', () => {
    const { root, commit, found } = repository();
    commit();
    writeTree(root, {
      'packages/core/src/index.ts': 'export const x = 2;',
      'packages/core/package.json': { ...manifest('core'), version: '0.2.0' },
    });
    commit();
    expect(found()).toEqual([]);
  });

  it('works in a shallow clone, where only unreleased packages can be asked for', () => {
    const { root, commit } = repository();
    commit();
    writeTree(root, { 'packages/core/src/index.ts': 'export const x = 2;' });
    commit();
    const clone = temporaryTree({});
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, 'copy'], { cwd: clone, stdio: 'pipe' });
    const copy = join(clone, 'copy');
    expect(checkChangesets(copy, {})).toHaveLength(1);
    writeTree(copy, { 'packages/core/CHANGELOG.md': '# 0.1.0' });
    expect(checkChangesets(copy, {})).toEqual([]);
  });
});

describe('notedPackages', () => {
  it('reads the front matter only', () => {
    expect(
      notedPackages(`---\r\n'@socle-sante/core': patch\n"@socle-sante/ins": major\n---\n"@socle-sante/x": minor\n`),
    ).toEqual(['@socle-sante/core', '@socle-sante/ins']);
    expect(notedPackages('no front matter')).toEqual([]);
  });
});
