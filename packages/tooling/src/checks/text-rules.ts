import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFiles } from '../git.ts';
import { moduleReferences } from '../imports.ts';
import { isScript } from '../workspace.ts';
import type { Problem } from './problem.ts';

interface TextRule {
  readonly pattern: RegExp;
  readonly message: string;
  readonly files: RegExp;
}

const TEXT = /\.(?:[cm]?[jt]sx?|json|md|ya?ml|css|html|svg|xml|txt|sh)$|^\.ci\/|^\.npmrc$|LICENSE$/;
const CODE = /\.[cm]?[jt]sx?$/;

const RULES: readonly TextRule[] = [
  {
    files: TEXT,
    pattern:
      /(?<![\w.:/-])\/(?:home|Users)\/[\w.-]+|(?<![\w.:/-])\/work\/(?:main|shared|plan)|(?<![\w.:/-])\/root\/\.|\b[A-Z]:\\Users\\/,
    message: 'names a folder of one machine',
  },
  {
    files: CODE,
    pattern: /\b(?:TODO|FIXME|XXX)\b/,
    message: 'is left for later: do it, or write it as an issue',
  },
  {
    files: /\.(?:test|stories)\.[cm]?[jt]sx?$/,
    pattern: /\b(?:describe|it|test)(?:\.\w+)*\.(?:skip|only|todo|fails)\b|\bx(?:it|describe)\(/,
    message: 'leaves a test out: mend it or remove it',
  },
  {
    files: CODE,
    pattern: /@ts-(?:ignore|nocheck)\b/,
    message: 'silences the compiler: type it, or say @ts-expect-error with the reason',
  },
];

// These files speak of the rules themselves.
const ABOUT_THE_RULES = /^packages\/tooling\/(?:src|test)\/checks\/text-rules/;

/** Words and paths that do not belong in what we publish, and `export *`, which hides the public face of a package. */
export function checkTexts(root: string): Problem[] {
  return repositoryFiles(root)
    .filter((file) => TEXT.test(file) && !ABOUT_THE_RULES.test(file) && file !== 'pnpm-lock.yaml')
    .flatMap((file) => {
      const text = contentOf(join(root, file));
      return [...textProblems(file, text), ...starExports(file, text)];
    });
}

/** What the rules say of one file. */
export function textProblems(file: string, text: string): Problem[] {
  const rules = RULES.filter((rule) => rule.files.test(file));
  return text.split('\n').flatMap((content, index) =>
    rules.flatMap((rule) => {
      const found = rule.pattern.exec(content);
      return found === null ? [] : [{ file, line: index + 1, message: `“${found[0]}” ${rule.message}` }];
    }),
  );
}

/** `export * from` in a source. */
export function starExports(file: string, text: string): Problem[] {
  if (!isScript(file) || !/export\s*(?:type\s*)?\*/.test(text)) return [];
  return moduleReferences(file, text)
    .filter((reference) => reference.star)
    .map(({ line, specifier }) => ({ file, line, message: `export * from "${specifier}": name what is exported` }));
}

// A file that git still lists may just have been removed.
function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
