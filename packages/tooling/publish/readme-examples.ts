import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../src/paths.ts';
import { shown, type WorkspacePackage } from '../src/workspace.ts';

/** A fenced block of a document. */
export interface CodeBlock {
  /** `ts`, `tsx`, `js`, `sh`… */
  readonly language: string;
  /** What stands after the language. `fragment`: not a whole file, so it is not compiled. */
  readonly info: string;
  readonly code: string;
  readonly line: number;
}

/** The fenced blocks of a Markdown text. */
export function codeBlocks(markdown: string): CodeBlock[] {
  return [...markdown.matchAll(/^```(\w+)([^\n]*)\n([\s\S]*?)^```/gm)].map((match) => ({
    language: match[1] ?? '',
    info: (match[2] ?? '').trim(),
    code: match[3] ?? '',
    line: markdown.slice(0, match.index).split('\n').length,
  }));
}

/** A file to compile in the consumer, and where its text comes from. */
export interface ExampleFile {
  readonly file: string;
  readonly content: string;
  readonly from: string;
}

const EXTENSIONS: Readonly<Record<string, string>> = { ts: 'mts', tsx: 'tsx' };

/** Every TypeScript example of the READMEs of the packages, as a module of its own. */
export function readmeExamples(packages: readonly WorkspacePackage[]): ExampleFile[] {
  return packages.flatMap((pkg) => {
    const readme = join(pkg.directory, 'README.md');
    // That every package has one is another check.
    if (!existsSync(readme)) return [];
    return codeBlocks(readFileSync(readme, 'utf8'))
      .filter(({ language, info }) => language in EXTENSIONS && !info.split(/\s+/).includes('fragment'))
      .map(({ language, code, line }) => ({
        file: `readme-${pkg.shortName}-${line}.${EXTENSIONS[language]}`,
        content: `${code}\nexport {};\n`,
        from: `${shown(root, readme)}:${line}`,
      }));
  });
}

/** The JavaScript examples of the root READMEs that are whole programs: they are run. */
export function rootPrograms(): ExampleFile[] {
  return ['README.md', 'README.fr.md'].flatMap((readme) =>
    codeBlocks(readFileSync(join(root, readme), 'utf8'))
      .filter(({ language }) => language === 'js')
      .map(({ code, line }) => ({ file: `${readme}-${line}.mjs`, content: code, from: `${readme}:${line}` })),
  );
}
