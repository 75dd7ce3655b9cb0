import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The style sheets of one build, by file name under `dist`. */
export type StyleSheets = Readonly<Record<string, string>>;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.css'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const withoutComments = (css: string): string =>
  `${css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;

const inLayer = (name: string, css: string): string => `@layer ${name} {\n${css}}\n`;

/** Puts the style sheets together from the sources. Component sheets do not depend on their order. */
export function assembleStyles(src: string): StyleSheets {
  const read = (file: string): string => withoutComments(readFileSync(file, 'utf8'));
  const all = filesUnder(src);
  const isPrint = (file: string): boolean => file.endsWith('print.css');
  const of = (folder: string): string =>
    all
      .filter((file) => relative(src, file).startsWith(`${folder}/`) && !isPrint(file))
      .map(read)
      .join('\n');

  const tokens = read(join(src, 'styles/tokens.css'));
  const base = `${read(join(src, 'styles/base.css'))}\n${of('parts')}`;
  const groups = { common: of('common'), ins: of('ins'), dmp: of('dmp') };
  const components = Object.values(groups)
    .filter((css) => css !== '')
    .join('\n');
  return {
    'styles.css': [tokens, base, components].join('\n'),
    'styles.layered.css': [
      '@layer socle.tokens, socle.base, socle.components;\n',
      inLayer('socle.tokens', tokens),
      inLayer('socle.base', base),
      inLayer('socle.components', components),
    ].join('\n'),
    'print.css': all.filter(isPrint).map(read).join('\n'),
    'styles/base.css': `${tokens}\n${base}`,
    ...Object.fromEntries(Object.entries(groups).map(([name, css]) => [`styles/${name}.css`, css])),
  };
}

/** Writes the style sheets beside the built modules. */
export function writeStyles(src: string, dist: string): void {
  mkdirSync(join(dist, 'styles'), { recursive: true });
  for (const [name, css] of Object.entries(assembleStyles(src))) writeFileSync(join(dist, name), css);
}
