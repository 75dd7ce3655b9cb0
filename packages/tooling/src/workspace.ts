import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

export const SCOPE = '@socle-sante/';

/** What we read of a package.json. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
  readonly exports?: Readonly<Record<string, ExportTarget>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export type ExportTarget = string | { readonly [condition: string]: ExportTarget };

/** A package of the workspace. */
export interface WorkspacePackage {
  /** Absolute. */
  readonly directory: string;
  /** Folder name: `core`, or `cabinet` for an example. */
  readonly shortName: string;
  readonly example: boolean;
  readonly manifest: Manifest;
}

/** Every package of packages/ and examples/, by name. */
export function readWorkspace(root: string): WorkspacePackage[] {
  return ['packages', 'examples'].flatMap((folder) => {
    const parent = join(root, folder);
    if (!existsSync(parent)) return [];
    return readdirSync(parent)
      .sort()
      .filter((name) => existsSync(join(parent, name, 'package.json')))
      .map((shortName) => {
        const directory = join(parent, shortName);
        const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Manifest;
        return { directory, shortName, example: folder === 'examples', manifest };
      });
  });
}

export function published(packages: readonly WorkspacePackage[]): WorkspacePackage[] {
  return packages.filter((candidate) => candidate.manifest.private !== true);
}

/** The names of our own packages that a package needs at run time, without the scope. */
export function workspaceDependencies(manifest: Manifest): string[] {
  const needed = { ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies };
  return Object.keys(needed)
    .filter((name) => name.startsWith(SCOPE))
    .map((name) => name.slice(SCOPE.length));
}

/** The entries that code may import (`.`, `./xml`…): no style sheet, no package.json. */
export function codeEntries(manifest: Manifest): string[] {
  return Object.entries(manifest.exports ?? {})
    .filter(([, target]) => typeof target !== 'string')
    .map(([entry]) => entry);
}

/** `@socle-sante/core/matricule` for the entry `./matricule` of core. */
export function entrySpecifier(manifest: Manifest, entry: string): string {
  return manifest.name + entry.slice(1);
}

/** The source file of an entry: src/x.ts, src/x.tsx or src/x/index.ts. */
export function entrySource(pkg: WorkspacePackage, entry: string): string | undefined {
  const base = join(pkg.directory, 'src', entry === '.' ? 'index' : entry.slice(2));
  return [`${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].find((file) => existsSync(file));
}

/** Every file under a folder, sorted; nothing when there is no such folder. */
export function filesUnder(folder: string, keep: (path: string) => boolean = () => true): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return filesUnder(path, keep);
      return keep(path) ? [path] : [];
    });
}

export function isScript(path: string): boolean {
  return /\.[cm]?tsx?$/.test(path);
}

/** A path as it is written in a report: from the root, with slashes. */
export function shown(root: string, path: string): string {
  return relative(root, path).replaceAll('\\', '/');
}
