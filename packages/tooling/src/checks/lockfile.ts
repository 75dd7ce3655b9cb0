import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem.ts';

const FILE = 'pnpm-lock.yaml';

/** The lock file names packages, versions and digests; an address in it would tie every clone to one registry. */
export function checkLockFile(root: string): Problem[] {
  return lockFileProblems(readFileSync(join(root, FILE), 'utf8'));
}

export function lockFileProblems(text: string): Problem[] {
  return text.split('\n').flatMap((content, index) => {
    const found = /\btarball:|\bhttps?:\/\/[^\s'"}]+|\bgit\+/.exec(content);
    // The reason why a package is deprecated is a text of its author, and may hold a link.
    if (found === null || /^\s*deprecated:/.test(content)) return [];
    return [{ file: FILE, line: index + 1, message: `“${found[0]}”: an address stands in the lock file` }];
  });
}
