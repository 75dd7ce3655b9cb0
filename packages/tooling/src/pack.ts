import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../bin/lib/command.mjs';
import { cacheFolder, root } from './paths.ts';
import { published, readWorkspace, type WorkspacePackage } from './workspace.ts';

/** Where the archives are: what a registry would receive. */
export const packFolder = join(cacheFolder, 'packs');

/** The archive of a package. */
export function archiveOf(pkg: WorkspacePackage): string {
  return join(packFolder, `${pkg.shortName}.tgz`);
}

/** Packs every published package, exactly as publishing would. They must be built. */
export async function packAll(): Promise<WorkspacePackage[]> {
  rmSync(packFolder, { recursive: true, force: true });
  mkdirSync(packFolder, { recursive: true });
  const packages = published(readWorkspace(root));
  for (const pkg of packages) {
    await run('pnpm', ['pack', '--pack-destination', packFolder], { cwd: pkg.directory });
    const name = pkg.manifest.name.replace('@', '').replace('/', '-');
    renameSync(join(packFolder, `${name}-${pkg.manifest.version}.tgz`), archiveOf(pkg));
  }
  return packages;
}
