import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isSocleError } from '@socle-sante/core/error';
import { readDocument as readTree, type XDocument } from '@socle-sante/schematron';
import { readDocument } from '../files/document-file.js';
import type { Invocation } from '../frame/command.js';
import { UsageError } from '../frame/usage-error.js';

/** Why a document could not be checked. */
export interface DocumentFailure {
  readonly code: string;
  readonly message: string;
}

/** The documents that the command line names: files, `-`, and the `.xml` files of folders. */
export function documentPaths(names: readonly string[], invocation: Invocation, example: string): readonly string[] {
  if (names.length === 0) {
    throw new UsageError({ fr: 'Nommez au moins un document.', en: 'Name at least one document.' }, example);
  }
  if (names.filter((name) => name === '-').length > 1) {
    throw new UsageError(
      { fr: 'L’entrée standard ne se lit qu’une fois.', en: 'Standard input is read once only.' },
      example,
    );
  }
  return names.flatMap((name) => (name === '-' ? [name] : inFolder(name, invocation.io.cwd)));
}

function inFolder(name: string, cwd: string): readonly string[] {
  const path = resolve(cwd, name);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [name];
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((each) => each.toLowerCase().endsWith('.xml'))
    .map((each) => join(name, each))
    .sort();
  if (files.length > 0) return files;
  throw new UsageError({ fr: `${name} n’a pas de fichier .xml.`, en: `${name} has no .xml file.` });
}

/** Reads a document; says why when it is not one. */
export async function openDocument(path: string, invocation: Invocation): Promise<XDocument | DocumentFailure> {
  try {
    return readTree(await readDocument(path, invocation));
  } catch (error) {
    if (error instanceof UsageError) return { code: 'cli.usage', message: error.text[invocation.locale] };
    if (!isSocleError(error)) throw error;
    const { title, action } = error.userMessage[invocation.locale];
    const { line, column } = error as { readonly line?: number; readonly column?: number };
    const place = line === undefined ? '' : ` (${line}:${column})`;
    return { code: error.code, message: `${title}${place}. ${action}` };
  }
}

export function isFailure(found: object): found is DocumentFailure {
  return 'code' in found && 'message' in found;
}
