import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { git, lines } from '../git.ts';
import { published, readWorkspace, shown, type WorkspacePackage } from '../workspace.ts';
import type { Problem } from './problem.ts';

/**
 * What users can notice is told to them: a change under the src folder of a published package needs a note in .changeset that
 * names the package. On a branch, a note of that branch; on the main line, any note that is waiting for the next release, since
 * what the last commits belong to cannot be known. A release (a new version in package.json) counts as told.
 */
export function checkChangesets(root: string, environment: NodeJS.ProcessEnv = process.env): Problem[] {
  const base = findBase(root, environment);
  const notes = pendingNotes(root);
  const touched = base === undefined ? undefined : changedFiles(root, base.revision);
  return published(readWorkspace(root))
    .filter((pkg) => isConcerned(root, pkg, touched))
    .filter((pkg) => base === undefined || !isReleasedSince(root, pkg, base.revision))
    .filter((pkg) => {
      const told = notes.filter((note) => note.packages.includes(pkg.manifest.name));
      return !told.some((note) => base?.branch !== true || touched?.includes(note.file));
    })
    .map((pkg) => ({
      file: shown(root, join(pkg.directory, 'src')),
      message: `${pkg.manifest.name} changed and no note tells its users: run "pnpm changeset"`,
    }));
}

interface Base {
  readonly revision: string;
  /** True when the base is where a branch left the main line. */
  readonly branch: boolean;
}

/** Where to compare from: the branch point if there is one, else the commit before, else nothing (first commit, shallow clone). */
function findBase(root: string, environment: NodeJS.ProcessEnv): Base | undefined {
  const head = git(root, 'rev-parse', 'HEAD');
  for (const candidate of [environment.SOCLE_BASE, 'origin/HEAD', 'origin/main', 'main']) {
    if (candidate === undefined || candidate === '') continue;
    const revision = git(root, 'merge-base', 'HEAD', candidate);
    if (revision !== undefined && revision !== head) return { revision, branch: true };
  }
  const before = git(root, 'rev-parse', '--verify', '--quiet', 'HEAD^');
  return before === undefined ? undefined : { revision: before, branch: false };
}

function changedFiles(root: string, base: string): string[] {
  return [
    ...lines(git(root, 'diff', '--name-only', base, '--')),
    ...lines(git(root, 'ls-files', '--others', '--exclude-standard')),
  ];
}

function isConcerned(root: string, pkg: WorkspacePackage, touched: readonly string[] | undefined): boolean {
  // With nothing to compare with, a package that was never released must be announced.
  if (touched === undefined) return !existsSync(join(pkg.directory, 'CHANGELOG.md'));
  const source = `${shown(root, pkg.directory)}/src/`;
  return touched.some((file) => file.startsWith(source));
}

function isReleasedSince(root: string, pkg: WorkspacePackage, base: string): boolean {
  const before = git(root, 'show', `${base}:${shown(root, pkg.directory)}/package.json`);
  if (before === undefined) return false;
  return (JSON.parse(before) as { version?: string }).version !== pkg.manifest.version;
}

interface Note {
  readonly file: string;
  readonly packages: readonly string[];
}

function pendingNotes(root: string): Note[] {
  const folder = join(root, '.changeset');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => ({ file: `.changeset/${name}`, packages: notedPackages(readFileSync(join(folder, name), 'utf8')) }));
}

/** The packages named in the front matter of a note. */
export function notedPackages(note: string): string[] {
  const front = /^---\n([\s\S]*?)\n---/.exec(note.replaceAll('\r\n', '\n'))?.[1] ?? '';
  return front
    .split('\n')
    .flatMap((line) => /^["']?(@?[\w./-]+)["']?:\s*(?:major|minor|patch)\s*$/.exec(line)?.[1] ?? []);
}
