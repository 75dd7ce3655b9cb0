import { execFileSync } from 'node:child_process';

/** What git answers, without the last line feed; nothing when it refuses (no such revision, no repository). */
export function git(root: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    }).trimEnd();
  } catch {
    return undefined;
  }
}

/** The files that git keeps or would keep: what is ignored is left out. Paths from the root, with slashes. */
export function repositoryFiles(root: string): string[] {
  return lines(git(root, 'ls-files', '--cached', '--others', '--exclude-standard'));
}

export function lines(text: string | undefined): string[] {
  return (text ?? '').split('\n').filter((line) => line !== '');
}
