import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../bin/lib/command.mjs';
import { cacheFolder, root } from './paths.ts';
import { filesUnder, readWorkspace, type WorkspacePackage, workspaceDependencies } from './workspace.ts';

// What every build depends on besides the package itself.
const SHARED = ['tsconfig.json', 'tsconfig.base.json', 'pnpm-lock.yaml', 'packages/tooling/src/library.ts'];

// What a package holds besides: tests, stories, documents.
const NOT_BUILT = /^[\\/]test[\\/]|\.stories\.tsx$|\.mdx?$/;

/** The packages that have something to build. */
export function buildable(packages: readonly WorkspacePackage[]): WorkspacePackage[] {
  return packages.filter((pkg) => existsSync(join(pkg.directory, 'tsup.config.ts')));
}

/**
 * Builds what changed since the last time, each package after those that it needs, two at a time.
 *
 * @returns the names of the packages that were built
 */
export async function buildPackages(options: { force?: boolean; only?: readonly string[] } = {}): Promise<string[]> {
  const packages = new Map(buildable(readWorkspace(root)).map((pkg) => [pkg.shortName, pkg]));
  const digests = new Map<string, string>();
  const running = new Map<string, Promise<void>>();
  const built: string[] = [];
  const slots = new Slots(2);

  const build = (name: string): Promise<void> => {
    const pkg = packages.get(name);
    if (pkg === undefined) return Promise.resolve();
    const known = running.get(name);
    if (known !== undefined) return known;
    const work = async () => {
      const needed = workspaceDependencies(pkg.manifest);
      await Promise.all(needed.map(build));
      const digest = sourceDigest(
        pkg,
        needed.map((dependency) => digests.get(dependency) ?? ''),
      );
      digests.set(name, digest);
      if (options.force !== true && isBuilt(pkg, digest)) return;
      await slots.use(() => buildOne(pkg, digest));
      built.push(name);
    };
    const promise = work();
    running.set(name, promise);
    return promise;
  };

  await Promise.all((options.only ?? [...packages.keys()]).map(build));
  return built;
}

async function buildOne(pkg: WorkspacePackage, digest: string): Promise<void> {
  rmSync(stampFile(pkg), { force: true });
  // The script of the package itself: most are tsup alone.
  await npm(['run', '--silent', 'build'], { cwd: pkg.directory });
  mkdirSync(join(cacheFolder, 'build'), { recursive: true });
  writeFileSync(stampFile(pkg), digest);
}

function stampFile(pkg: WorkspacePackage): string {
  return join(cacheFolder, 'build', pkg.shortName);
}

function isBuilt(pkg: WorkspacePackage, digest: string): boolean {
  const stamp = stampFile(pkg);
  return existsSync(join(pkg.directory, 'dist')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
}

function sourceDigest(pkg: WorkspacePackage, needed: readonly string[]): string {
  const hash = createHash('sha256');
  const own = filesUnder(pkg.directory, (path) => !NOT_BUILT.test(path.slice(pkg.directory.length)));
  for (const file of [...SHARED.map((path) => join(root, path)), ...own]) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.update(needed.join()).digest('hex');
}

/** Lets at most `free` actions run at the same time; the others wait their turn. */
class Slots {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(free: number) {
    this.#free = free;
  }

  async use<T>(action: () => Promise<T>): Promise<T> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#free -= 1;
    try {
      return await action();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
