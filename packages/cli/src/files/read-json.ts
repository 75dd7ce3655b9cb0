import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type * as z from 'zod';
import { UsageError } from '../frame/usage-error.js';

const MAX_BYTES = 5 * 1024 * 1024;

/** Reads a file named on the command line; a clear word when it cannot. `-` is refused here: see `readInput`. */
export async function readNamedFile(
  path: string,
  cwd: string,
  what: { fr: string; en: string },
  maxBytes = MAX_BYTES,
): Promise<Buffer> {
  const absolute = resolve(cwd, path);
  try {
    // Looked at before it is read: a file that is too long never comes into memory.
    const { size } = await stat(absolute);
    if (size > maxBytes) {
      throw new UsageError({
        fr: `${what.fr} : ${path} dépasse ${maxBytes} octets.`,
        en: `${what.en}: ${path} is over ${maxBytes} bytes.`,
      });
    }
    return await readFile(absolute);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'EIO';
    throw new UsageError(
      { fr: `${what.fr} : ${path} illisible (${code}).`, en: `${what.en}: ${path} cannot be read (${code}).` },
      undefined,
      { cause },
    );
  }
}

/** Reads and checks a JSON file against a schema; each fault is named with its place. */
export async function readJsonFile<T>(
  path: string,
  cwd: string,
  schema: z.ZodType<T>,
  what: { fr: string; en: string },
): Promise<T> {
  const text = (await readNamedFile(path, cwd, what)).toString('utf8');
  return parseJsonText(text, path, schema, what);
}

export function parseJsonText<T>(
  text: string,
  path: string,
  schema: z.ZodType<T>,
  what: { fr: string; en: string },
): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UsageError(
      { fr: `${what.fr} : ${path} n’est pas du JSON.`, en: `${what.en}: ${path} is not JSON.` },
      undefined,
      { cause },
    );
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const places = result.error.issues
    .slice(0, 10)
    .map((issue) => `${issue.path.join('.') || '.'} (${issue.code})`)
    .join(', ');
  throw new UsageError({
    fr: `${what.fr} : ${path} ne suit pas son schéma : ${places}.`,
    en: `${what.en}: ${path} does not follow its schema: ${places}.`,
  });
}
