import { describe, expect, it } from 'vitest';
import { brokenLinks } from '../../src/checks/documents.ts';
import { licenceProblems, permits } from '../../src/checks/licences.ts';
import { lockFileProblems } from '../../src/checks/lockfile.ts';
import { unexpectedAtTop } from '../../src/checks/top-level.ts';
import { temporaryTree } from '../temporary-tree.ts';

describe('top level', () => {
  it('names what does not belong there', () => {
    expect(
      unexpectedAtTop(['README.md', 'packages/core/src/index.ts', 'scripts/build.sh', 'notes.txt', 'scripts/b.sh']),
    ).toEqual(['notes.txt', 'scripts']);
  });
});

describe('lock file', () => {
  it('may hold digests, and no address', () => {
    const clean = "lockfileVersion: '9.0'\npackages:\n  ky@1.14.3:\n    resolution: {integrity: sha512-aaaa==}\n";
    expect(lockFileProblems(clean)).toEqual([]);
    expect(lockFileProblems(`${clean}    deprecated: see https://example.org/why\n`)).toEqual([]);
    for (const line of ['{tarball: ky.tgz}', 'https://registry.example.org/ky.tgz', 'git+ssh://example.org/ky']) {
      expect(lockFileProblems(`${clean}${line}`)).toMatchObject([{ line: 5 }]);
    }
  });
});

describe('licences', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND GPL-3.0', false],
    ['(GPL-2.0 AND MIT) OR ISC', true],
    ['GPL-3.0-only', false],
    ['Unknown', false],
    ['', false],
    ['(MIT', false],
  ])('%s', (expression, allowed) => {
    expect(permits(expression, ['MIT', 'ISC'])).toBe(allowed);
  });

  it('is stricter for what reaches our users than for tools', () => {
    const published = { MIT: [{ name: 'ky' }], 'AGPL-3.0': [{ name: 'bad' }], 'MPL-2.0': [{ name: 'shared' }] };
    const all = {
      ...published,
      'MPL-2.0': [{ name: 'axe-core' }, { name: 'shared' }],
      Unknown: [{ name: 'odd' }, { name: 'spawndamnit' }],
    };
    expect(licenceProblems(published, all).map((problem) => problem.message)).toEqual([
      'bad (a dependency of what we publish) has the licence “AGPL-3.0”, which is not on the list',
      'shared (a dependency of what we publish) has the licence “MPL-2.0”, which is not on the list',
      'odd (a tool) has the licence “Unknown”, which is not on the list',
    ]);
  });
});

describe('documents', () => {
  it('finds links that lead nowhere, outside code', () => {
    const tree = temporaryTree({ 'docs/a.md': 'x', 'README.md': 'x' });
    const text = [
      '[ok](docs/a.md#part) [web](https://example.org/x) [here](#top)',
      '[broken](docs/b.md)',
      '```md',
      '[sample](nowhere.md)',
      '```',
      '`[sample](nowhere.md)`',
    ].join('\n');
    expect(brokenLinks(tree, 'README.md', text)).toEqual([
      { file: 'README.md', line: 2, message: 'the link to docs/b.md leads nowhere' },
    ]);
    expect(brokenLinks(tree, 'docs/a.md', '[up](../README.md)')).toEqual([]);
  });
});
