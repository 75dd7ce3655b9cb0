import { execFileSync } from 'node:child_process';
import type { Problem } from './problem.ts';

/** What `pnpm licenses list --json` prints: packages by licence. */
export type LicenceList = Readonly<Record<string, readonly { readonly name: string }[]>>;

const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
];

// Tools only: nothing of them reaches what is published. MPL-2.0 is axe-core and lightningcss, CC-BY-4.0 the browser tables
// of caniuse-lite, OFL-1.1 the font of the PDF tests, Python-2.0 argparse.
const ALLOWED_FOR_TOOLS = [...ALLOWED, 'CC-BY-4.0', 'MPL-2.0', 'OFL-1.1', 'Python-2.0'];

// Packages whose manifest does not say it, and what their licence file says.
const READ_IN_THE_FILE: Readonly<Record<string, string>> = { spawndamnit: 'MIT' };

/** Holds the licences of everything installed against the lists above; of a choice (`A OR B`) one allowed side is enough. */
export function checkLicences(root: string): Problem[] {
  const list = (...options: string[]) => {
    // On Windows pnpm is a command file, which wants a shell.
    const shell = process.platform === 'win32';
    return JSON.parse(
      execFileSync('pnpm', ['licenses', 'list', '--json', ...options], { cwd: root, encoding: 'utf8', shell }),
    ) as LicenceList;
  };
  return licenceProblems(list('--prod'), list());
}

export function licenceProblems(published: LicenceList, all: LicenceList): Problem[] {
  const inPublished = refused(published, ALLOWED);
  const names = new Set(Object.values(published).flatMap((packages) => packages.map(({ name }) => name)));
  const inTools = refused(all, ALLOWED_FOR_TOOLS).filter(({ name }) => !names.has(name));
  return [
    ...inPublished.map(({ name, licence }) => problem(name, licence, 'a dependency of what we publish')),
    ...inTools.map(({ name, licence }) => problem(name, licence, 'a tool')),
  ];
}

function problem(name: string, licence: string, role: string): Problem {
  return {
    file: 'pnpm-lock.yaml',
    message: `${name} (${role}) has the licence “${licence}”, which is not on the list`,
  };
}

function refused(list: LicenceList, allowed: readonly string[]): { name: string; licence: string }[] {
  return Object.entries(list).flatMap(([licence, packages]) =>
    packages
      .map(({ name }) => ({ name, licence: READ_IN_THE_FILE[name] ?? licence }))
      .filter((entry) => !permits(entry.licence, allowed)),
  );
}

/** Whether an SPDX expression can be met with the allowed licences. */
export function permits(expression: string, allowed: readonly string[]): boolean {
  const words = expression.replace(/[()]/g, ' $& ').trim().split(/\s+/);
  const value = (): boolean => {
    let result = term();
    while (words[0] === 'OR') {
      words.shift();
      const right = term();
      result = result || right;
    }
    return result;
  };
  const term = (): boolean => {
    let result = factor();
    while (words[0] === 'AND') {
      words.shift();
      const right = factor();
      result = result && right;
    }
    return result;
  };
  const factor = (): boolean => {
    const word = words.shift() ?? '';
    if (word !== '(') return allowed.includes(word);
    const inner = value();
    return words.shift() === ')' && inner;
  };
  return value() && words.length === 0;
}
