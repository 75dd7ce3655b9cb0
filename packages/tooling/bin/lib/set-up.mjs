import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { npm, run } from './command.mjs';
import { cacheFolder, root } from './paths.mjs';

const pnpmFolder = join(cacheFolder, 'pnpm');
const pnpmScript = join(pnpmFolder, 'node_modules/pnpm/bin/pnpm.cjs');

/** The version that package.json pins in `packageManager`. */
export function pnpmVersion() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager.split('@')[1];
}

/** Puts the pinned pnpm under .socle, where it disturbs no other project, and first on the PATH of what runs next. */
export async function ensurePnpm() {
  const wanted = pnpmVersion();
  const manifest = join(pnpmFolder, 'node_modules/pnpm/package.json');
  if (!existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).version !== wanted) {
    mkdirSync(pnpmFolder, { recursive: true });
    const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
    await npm(['install', '--prefix', pnpmFolder, ...quiet, `pnpm@${wanted}`]);
  }
  process.env.PATH = [join(pnpmFolder, 'node_modules/.bin'), process.env.PATH].join(delimiter);
}

/** Installs exactly what the lock file says; nothing to do when it is already there. */
export async function ensureDependencies() {
  const stamp = join(cacheFolder, 'installed');
  const digest = installDigest();
  const done =
    existsSync(join(root, 'node_modules/.modules.yaml')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
  if (done) return;
  await run(
    process.execPath,
    [pnpmScript, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'],
    { cwd: root },
  );
  writeFileSync(stamp, digest);
}

function installDigest() {
  const hash = createHash('sha256');
  for (const file of [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    ...manifests('packages'),
    ...manifests('examples'),
  ]) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function manifests(folder) {
  return readdirSync(join(root, folder))
    .sort()
    .map((name) => `${folder}/${name}/package.json`)
    .filter((file) => existsSync(join(root, file)));
}
