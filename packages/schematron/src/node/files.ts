import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes a file so that others see it whole or not at all. */
export function writeWhole(path: string, text: string): void {
  const part = `${path}.${process.pid}.${randomBytes(6).toString('hex')}.part`;
  try {
    writeFileSync(part, text, { mode: 0o600 });
    renameSync(part, path);
  } catch (cause) {
    rmSync(part, { force: true });
    throw cause;
  }
}

/**
 * Makes a folder with files in it, so that others see it whole or not at all. When another process makes it meanwhile, its own is
 * kept: both are the same.
 */
export function writeFolder(path: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const part = `${path}.${process.pid}.${randomBytes(6).toString('hex')}.part`;
  try {
    mkdirSync(part, { mode: 0o700 });
    for (const [name, text] of files) writeFileSync(join(part, name), text, { mode: 0o600 });
    renameSync(part, path);
  } catch (cause) {
    rmSync(part, { recursive: true, force: true });
    if (!isThere(cause)) throw cause;
  }
}

function isThere(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  // Windows says EPERM or EACCES when the folder exists.
  return code === 'EEXIST' || code === 'ENOTEMPTY' || code === 'EPERM' || code === 'EACCES';
}
