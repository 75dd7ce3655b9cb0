import type { CliIo } from '../frame/io.js';
import { UsageError } from '../frame/usage-error.js';
import { readNamedFile } from './read-json.js';

const MAX_STDIN = 5 * 1024 * 1024;

/** A file, or standard input for `-`. */
export async function readInput(
  path: string,
  io: CliIo,
  what: { fr: string; en: string },
  maxBytes = MAX_STDIN,
): Promise<Buffer> {
  if (path !== '-') return readNamedFile(path, io.cwd, what, maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of io.stdin) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      throw new UsageError({ fr: 'Entrée standard trop longue.', en: 'Standard input is too long.' });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
