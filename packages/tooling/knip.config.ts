import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { KnipConfig } from 'knip';
import { root } from './src/paths.ts';
import { codeEntries, entrySource, readWorkspace, shown, type WorkspacePackage } from './src/workspace.ts';

const CODE = '{ts,tsx,mts,mjs}';

/** What others may load of a published package: the sources of its exports, its commands, its stories, tests and benchmarks. */
function entriesOf(pkg: WorkspacePackage): string[] {
  const sources = codeEntries(pkg.manifest).flatMap((entry) => entrySource(pkg, entry) ?? []);
  const commands = Object.keys(pkg.manifest.bin ?? {})
    .map((name) => join(pkg.directory, 'src', `${name}.ts`))
    .filter((file) => existsSync(file));
  const exported = [...sources, ...commands].map((file) => shown(pkg.directory, file));
  return [...exported, ...(pkg.shortName === 'react' ? ['src/**/*.stories.tsx'] : []), `test/**/*.${CODE}`];
}

const packages = readWorkspace(root).filter((pkg) => !pkg.example && pkg.shortName !== 'tooling');

const config: KnipConfig = {
  ignoreExportsUsedInFile: true,
  ignoreBinaries: ['apt-get', 'java', 'keytool', 'openssl', 'xmllint', 'xmlsec1'],
  workspaces: {
    '.': { entry: ['.storybook/*.{ts,tsx}'], project: ['.storybook/**/*.{ts,tsx}'] },
    ...Object.fromEntries(
      packages.map((pkg) => [
        `packages/${pkg.shortName}`,
        { entry: entriesOf(pkg), project: [`{src,test}/**/*.${CODE}`] },
      ]),
    ),
    'packages/tooling': {
      entry: [
        'src/commands/*.ts',
        'src/schematron-bench/child.mjs',
        'bin/bootstrap.mjs',
        `{test,publish}/**/*.${CODE}`,
        '*.config.ts',
      ],
      project: [`{src,bin,test,publish}/**/*.${CODE}`],
      // Types of the plain JavaScript beside them.
      ignore: ['bin/lib/*.d.mts'],
      // Run as a program, and not imported.
      ignoreDependencies: ['@arethetypeswrong/cli'],
    },
    'examples/cabinet': { entry: ['server/main.ts', '{e2e,test}/**/*.ts'], project: [`**/*.${CODE}`] },
    'examples/controle': { entry: ['{e2e,test}/**/*.ts'], project: [`**/*.${CODE}`] },
  },
};

export default config;
