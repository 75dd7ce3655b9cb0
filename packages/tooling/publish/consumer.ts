import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npm, run } from '../bin/lib/command.mjs';
import { archiveOf } from '../src/pack.ts';
import { root, tool } from '../src/paths.ts';
import { codeEntries, entrySpecifier, published, readWorkspace, type WorkspacePackage } from '../src/workspace.ts';

export type PackageManager = 'npm' | 'pnpm';

/** What a consumer of the whole house needs besides: the peers of the React kit, and types. */
const BESIDE = [
  'react',
  'react-dom',
  'react-aria-components',
  '@tanstack/react-query',
  '@types/react',
  '@types/react-dom',
  '@types/node',
];

/** An empty project outside the repository, in which the archives are installed as a vendor would. */
export interface Consumer {
  readonly folder: string;
  readonly packages: readonly WorkspacePackage[];
  /** Writes a file. */
  write(name: string, content: string): void;
  /** Runs a file of the project with Node; gives what it printed. */
  node(file: string): Promise<string>;
  /** Installs other versions in the place of those it has. With npm only. */
  install(...names: readonly string[]): Promise<void>;
  /** Type-checks the whole project with the strictest options; throws with what the compiler says. */
  typecheck(): Promise<void>;
  remove(): void;
}

export async function createConsumer(manager: PackageManager): Promise<Consumer> {
  const packages = published(readWorkspace(root));
  const missing = packages.filter((pkg) => !existsSync(archiveOf(pkg)));
  if (missing.length > 0)
    throw new Error(`not packed: ${missing.map((pkg) => pkg.shortName).join(', ')}; run "pnpm pack:all"`);
  const folder = mkdtempSync(join(tmpdir(), `socle-consumer-${manager}-`));
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
  const archives = Object.fromEntries(packages.map((pkg) => [pkg.manifest.name, `file:${archiveOf(pkg)}`]));
  const versions = catalogVersions();
  const beside = Object.fromEntries(BESIDE.map((name) => [name, versions.get(name) ?? 'latest']));
  const pinned = Object.fromEntries([...versions].filter(([name]) => !BESIDE.includes(name)));
  write(
    'package.json',
    JSON.stringify({
      name: 'consumer',
      version: '1.0.0',
      private: true,
      type: 'module',
      dependencies: { ...archives, ...beside },
      // The packages name each other by version: until they are on a registry, the archives stand for them.
      ...(manager === 'pnpm' ? { pnpm: { overrides: { ...pinned, ...archives } } } : { overrides: pinned }),
    }),
  );
  write('tsconfig.json', JSON.stringify(TSCONFIG));
  cpSync(join(import.meta.dirname, 'samples'), folder, { recursive: true });
  if (manager === 'npm')
    await npm(['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  else
    await run('pnpm', ['install', '--prefer-offline', '--ignore-workspace', '--reporter=append-only'], { cwd: folder });
  return {
    folder,
    packages,
    write,
    node: (file) => run(process.execPath, [file], { cwd: folder }),
    typecheck: () =>
      run(process.execPath, [tool('typescript', 'bin/tsc'), '-p', folder], { cwd: folder }).then(() => undefined),
    install: (...names) =>
      npm(
        ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', '--legacy-peer-deps', ...names],
        { cwd: folder },
      ).then(() => undefined),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

// Every declaration that the consumer meets is checked too (skipLibCheck), ours as well as those of what we depend on.
const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    jsx: 'react-jsx',
    noEmit: true,
    types: ['node'],
  },
  include: ['*.mts', '*.cts', '*.tsx'],
};

/** The versions that the lock file holds for the names of the catalog: the consumer gets the ones that we test with. */
function catalogVersions(): Map<string, string> {
  const text = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  const entries = [...text.matchAll(/^ {2}"?([@\w./-]+)"?: \^?(\d+\.\d+\.\d+)$/gm)];
  return new Map(entries.map(([, name = '', version = '']) => [name, version]));
}

/** Every entry that code may import, of every package: `@socle-sante/core/matricule`, … */
export function specifiers(packages: readonly WorkspacePackage[]): string[] {
  return packages.flatMap(({ manifest }) => codeEntries(manifest).map((entry) => entrySpecifier(manifest, entry)));
}
