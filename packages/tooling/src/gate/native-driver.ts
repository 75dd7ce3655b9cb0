import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from '../paths.ts';

/**
 * Compiles the PKCS#11 driver of the tests where the installation could not: on a machine that had no compiler then.
 *
 * @returns whether it is there now
 */
export function buildPkcs11Driver(): boolean {
  const folder = driverFolder();
  if (folder === undefined || isCompiled(folder)) return folder !== undefined;
  // The headers that came with this Node, if they did: else node-gyp fetches them.
  const prefix = dirname(dirname(process.execPath));
  const headers = existsSync(join(prefix, 'include/node/node_api.h')) ? { npm_config_nodedir: prefix } : {};
  try {
    // By npm, which brings node-gyp; pnpm does not try again what failed once.
    execFileSync('npm', ['run', 'build'], { cwd: folder, stdio: 'pipe', env: { ...headers, ...process.env } });
  } catch {
    // No compiler, or no headers: the caller says what is left out.
  }
  return isCompiled(folder);
}

function driverFolder(): string | undefined {
  try {
    return dirname(createRequire(join(root, 'packages/tooling/package.json')).resolve('pkcs11js'));
  } catch {
    return undefined;
  }
}

function isCompiled(folder: string): boolean {
  return existsSync(join(folder, 'build/Release/pkcs11.node'));
}
