import { checkBrowserEntries } from './browser-safe.ts';
import { checkChangesets } from './changesets.ts';
import { checkDocuments } from './documents.ts';
import { checkLayering } from './layering.ts';
import { checkLicences } from './licences.ts';
import { checkLockFile } from './lockfile.ts';
import type { Problem } from './problem.ts';
import { checkTexts } from './text-rules.ts';
import { checkTopLevel } from './top-level.ts';

/** The checks that read the repository as it is, nothing being built. */
export const REPOSITORY_CHECKS: Readonly<Record<string, (root: string) => Problem[]>> = {
  layering: checkLayering,
  'browser entries': checkBrowserEntries,
  'top level': checkTopLevel,
  texts: checkTexts,
  documents: checkDocuments,
  'lock file': checkLockFile,
  licences: checkLicences,
  'notes for users': checkChangesets,
};
