import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Finding } from '@socle-sante/core/finding';
import { parseSubmission, type Submission } from '@socle-sante/documents/submission';
import type { Invocation } from '../frame/command.js';
import { UsageError } from '../frame/usage-error.js';
import { MAX_DOCUMENT } from './document-file.js';
import { readInput } from './input.js';

const WHAT = { fr: 'Soumission', en: 'Submission' };

export type ReadSubmission =
  | { readonly ok: true; readonly submission: Submission; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Reads SUBMISSION.json (`schemas/submission.schema.json`). The files that it names are looked for beside it, never outside
 * its folder: a file that came from elsewhere cannot take another document along.
 */
export async function readSubmissionFile(path: string, invocation: Invocation): Promise<ReadSubmission> {
  const bytes = await readInput(path, invocation.io, WHAT, MAX_DOCUMENT);
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new UsageError(
      { fr: `${WHAT.fr} : ${path} n’est pas du JSON.`, en: `${WHAT.en}: ${path} is not JSON.` },
      undefined,
      { cause },
    );
  }
  const folder = path === '-' ? invocation.io.cwd : dirname(resolve(invocation.io.cwd, path));
  const read = parseSubmission(withoutSchema(value), { readFile: (name) => readBeside(folder, name) });
  return read.ok
    ? { ok: true, submission: read.value, findings: read.findings }
    : { ok: false, findings: read.findings };
}

/** `$schema` is for the editor. */
function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$schema' in value)) return value;
  const { $schema: _, ...rest } = value;
  return rest;
}

function readBeside(folder: string, name: string): Uint8Array | undefined {
  try {
    const root = realpathSync(folder);
    const target = realpathSync(resolve(root, name));
    const inside = relative(root, target);
    if (inside === '' || isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`)) return undefined;
    if (statSync(target).size > MAX_DOCUMENT) return undefined;
    return readFileSync(target);
  } catch {
    return undefined;
  }
}
