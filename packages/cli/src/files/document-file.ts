import { isSocleError } from '@socle-sante/core/error';
import { type ParsedCda, parseCda } from '@socle-sante/documents/cda-reader';
import type { Invocation } from '../frame/command.js';
import { UsageError } from '../frame/usage-error.js';
import { readInput } from './input.js';

const WHAT = { fr: 'Document', en: 'Document' };

/** A document may carry a content of 100 MB in base64. */
export const MAX_DOCUMENT = 160 * 1_048_576;

/** The one file named on the command line. */
export function onePath(invocation: Invocation, example: string): string {
  const [path, more] = invocation.positionals;
  if (path === undefined || more !== undefined) {
    throw new UsageError({ fr: 'Nommez un fichier.', en: 'Name one file.' }, example);
  }
  return path;
}

/** Bytes of a document, from a file or from standard input (`-`). */
export function readDocument(path: string, invocation: Invocation): Promise<Buffer> {
  return readInput(path, invocation.io, WHAT, MAX_DOCUMENT);
}

/** Reads a CDA document; a file that is not one is an unreadable input (exit status 2), with the code of the refusal. */
export async function readCdaFile(path: string, invocation: Invocation): Promise<ParsedCda> {
  const bytes = await readDocument(path, invocation);
  try {
    return parseCda(bytes);
  } catch (cause) {
    if (!isSocleError(cause)) throw cause;
    throw new UsageError(
      {
        fr: `${path} n’est pas un document CDA lisible (${cause.code}).`,
        en: `${path} is not a readable CDA document (${cause.code}).`,
      },
      undefined,
      { cause },
    );
  }
}
