import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';
import { FLOORS, type Floor } from '../floors.ts';
import { type ModuleReference, moduleReferences } from '../imports.ts';
import {
  codeEntries,
  filesUnder,
  isScript,
  readWorkspace,
  SCOPE,
  shown,
  type WorkspacePackage,
  workspaceDependencies,
} from '../workspace.ts';
import { findCycle } from './cycle.ts';
import type { Problem } from './problem.ts';

/**
 * Holds every import of packages/*\/src, and every declared dependency, against the floors of the house: no import goes up,
 * no service imports another, the simulators import no client, nothing reaches into another package but by its entries,
 * nothing is imported that the manifest does not declare, and there is no cycle.
 */
export function checkLayering(root: string): Problem[] {
  const packages = readWorkspace(root).filter((pkg) => !pkg.example);
  const byName = new Map(packages.map((pkg) => [pkg.shortName, pkg]));
  const problems: Problem[] = [];
  const graph = new Map<string, Set<string>>();
  for (const pkg of packages) {
    const file = shown(root, join(pkg.directory, 'package.json'));
    const floor = FLOORS[pkg.shortName];
    if (floor === undefined) {
      problems.push({ file, message: `${pkg.shortName} has no floor: give it one in packages/tooling/src/floors.ts` });
      continue;
    }
    const needs = new Set(workspaceDependencies(pkg.manifest));
    graph.set(pkg.shortName, needs);
    for (const target of needs) add(problems, file, undefined, forbidden(pkg.shortName, floor, target));
    for (const reference of sourceReferences(root, pkg)) {
      const target = workspaceTarget(reference.specifier);
      if (target === undefined) {
        add(problems, reference.file, reference.line, outside(pkg, reference) ?? undeclared(pkg, reference));
        continue;
      }
      if (target.name !== pkg.shortName) needs.add(target.name);
      const message =
        forbidden(pkg.shortName, floor, target.name) ?? unreachable(byName, target) ?? undeclared(pkg, reference);
      add(problems, reference.file, reference.line, message);
    }
  }
  const cycle = findCycle(graph);
  if (cycle !== undefined)
    problems.push({ file: 'packages', message: `packages import each other: ${cycle.join(' → ')}` });
  return problems;
}

// Stories stand beside their component and are not published.
function isProduct(path: string): boolean {
  return isScript(path) && !/\.stories\.tsx?$/.test(path);
}

interface PlacedReference extends ModuleReference {
  readonly file: string;
  readonly path: string;
}

function sourceReferences(root: string, pkg: WorkspacePackage): PlacedReference[] {
  return filesUnder(join(pkg.directory, 'src'), isProduct).flatMap((path) =>
    moduleReferences(path, readFileSync(path, 'utf8')).map((reference) => ({
      ...reference,
      path,
      file: shown(root, path),
    })),
  );
}

interface Target {
  readonly name: string;
  readonly entry: string;
}

/** `@socle-sante/core/matricule` → core, ./matricule. */
export function workspaceTarget(specifier: string): Target | undefined {
  if (!specifier.startsWith(SCOPE)) return undefined;
  const [name = '', ...rest] = specifier.slice(SCOPE.length).split('/');
  return { name, entry: rest.length === 0 ? '.' : `./${rest.join('/')}` };
}

/** Why `from` may not import `to`, or nothing when it may. */
export function forbidden(from: string, floor: Floor, to: string): string | undefined {
  const target = FLOORS[to];
  if (from === to || target === undefined) return undefined;
  if (floor.only !== undefined) {
    return floor.only.includes(to) ? undefined : `${from} may import only ${floor.only.join(', ')}, not ${to}`;
  }
  if (floor.also?.includes(to)) return undefined;
  if (floor.kind === 'service' && target.kind === 'service')
    return `${from} is a service and may not import another service, ${to}`;
  if (target.level < floor.level) return undefined;
  return `${from} may not import ${to}: imports only go down`;
}

function unreachable(byName: ReadonlyMap<string, WorkspacePackage>, target: Target): string | undefined {
  const pkg = byName.get(target.name);
  if (pkg === undefined) return `${SCOPE}${target.name} is not a package of this repository`;
  const entries = [...codeEntries(pkg.manifest), ...Object.keys(pkg.manifest.exports ?? {})];
  return entries.includes(target.entry)
    ? undefined
    : `${target.name} has no entry ${target.entry}: import one that its package.json exports`;
}

function outside(pkg: WorkspacePackage, reference: PlacedReference): string | undefined {
  if (!reference.specifier.startsWith('.')) return undefined;
  const target = resolve(dirname(reference.path), reference.specifier);
  if (target.startsWith(pkg.directory + sep)) return undefined;
  if (pkg.manifest.private === true) return undefined;
  return `${reference.specifier} leaves the package: import by the name of the other package`;
}

function undeclared(pkg: WorkspacePackage, reference: ModuleReference): string | undefined {
  const { specifier } = reference;
  if (specifier.startsWith('.') || isBuiltin(specifier)) return undefined;
  const name = libraryName(specifier);
  const { manifest } = pkg;
  if (name === manifest.name) return `${specifier}: inside a package, import by a relative path`;
  const declared = { ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies };
  if (name in declared) return undefined;
  const development = manifest.devDependencies ?? {};
  const types = `@types/${name.replace('@', '').replace('/', '__')}`;
  if ((manifest.private === true || reference.typeOnly) && (name in development || types in development))
    return undefined;
  return `${name} is imported and is not in the dependencies of ${manifest.name}`;
}

/** The name of a library in an import: `@scope/name/deep` → `@scope/name`. */
export function libraryName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** The file that a relative import means: sources write `./x.js` for x.ts or x.tsx. */
export function resolveRelative(from: string, specifier: string): string | undefined {
  const base = resolve(dirname(from), specifier);
  const stem = base.replace(/\.[cm]?jsx?$/, '');
  return [base, `${stem}.ts`, `${stem}.tsx`, join(base, 'index.ts')].find((file) => isScript(file) && existsSync(file));
}

function add(problems: Problem[], file: string, line: number | undefined, message: string | undefined): void {
  if (message !== undefined) problems.push({ file, ...(line === undefined ? {} : { line }), message });
}
