import { repositoryFiles } from '../git.ts';
import type { Problem } from './problem.ts';

// The top level is the first thing that a newcomer reads, so it stays short: everything else lives in packages/tooling.
const ALLOWED: ReadonlySet<string> = new Set([
  // folders
  '.changeset',
  '.ci',
  '.storybook',
  'examples',
  'packages',
  // workspace
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'tsconfig.base.json',
  'tsconfig.json',
  // documents
  'CONTRIBUTING.md',
  'LICENSE',
  'README.fr.md',
  'README.md',
  'SECURITY.md',
  // editor, lint, git and npm configuration
  '.editorconfig',
  '.gitattributes',
  '.gitignore',
  '.npmrc',
  'biome.json',
]);

/** Nothing stands at the top level but what the list names. */
export function checkTopLevel(root: string): Problem[] {
  return unexpectedAtTop(repositoryFiles(root)).map((file) => ({
    file,
    message: 'does not belong at the top level: move it into packages/tooling, or into the package that it serves',
  }));
}

export function unexpectedAtTop(files: readonly string[]): string[] {
  const top = new Set(files.map((file) => file.split('/')[0] ?? file));
  return [...top].filter((name) => !ALLOWED.has(name)).sort();
}
