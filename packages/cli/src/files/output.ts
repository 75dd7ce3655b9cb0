import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Invocation } from '../frame/command.js';
import { UsageError } from '../frame/usage-error.js';

/** Writes a file that holds personal data: for the user alone. */
export async function writeOut(invocation: Invocation, path: string, content: Uint8Array | string): Promise<void> {
  try {
    await writeFile(resolve(invocation.io.cwd, path), content, { mode: 0o600 });
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

/** Makes a folder, when it is not there, and gives a writer into it. */
export async function outFolder(
  invocation: Invocation,
  path: string,
): Promise<(name: string, content: Uint8Array | string) => Promise<string>> {
  try {
    await mkdir(resolve(invocation.io.cwd, path), { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw unwritable(path, cause);
  }
  return async (name, content) => {
    const file = join(path, name);
    await writeOut(invocation, file, content);
    return file;
  };
}

function unwritable(path: string, cause: unknown): UsageError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'EIO';
  return new UsageError(
    { fr: `${path} ne peut pas être écrit (${code}).`, en: `${path} cannot be written (${code}).` },
    undefined,
    { cause },
  );
}
