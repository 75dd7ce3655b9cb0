import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, parse, relative, resolve, sep } from 'node:path';

/** Where the files of a schema are. */
export interface SchemaRoot {
  readonly root: string;
  /** It is laid out as the kit of the ANS. */
  readonly kit: boolean;
}

/** How far above the schema its files are looked for without being told. */
const HIGHEST = 4;
const MOST_FILES = 5_000;

/**
 * The folder that a schema is read from, and nothing outside of it: the nearest one that holds the files that it includes and those
 * that its expressions name by a relative path. It is never more than four folders above the schema, nor the home folder, nor the top
 * of the disk.
 */
export function rootOf(file: string): SchemaRoot {
  const path = resolve(file);
  const kit = kitRoot(path);
  if (kit !== undefined) return { root: kit, kit: true };
  const home = dirname(path);
  let root = home;
  for (const needed of filesNamed(path)) {
    const common = commonFolder(root, dirname(needed));
    if (common !== undefined && mayBeRoot(common, home)) root = common;
  }
  return { root, kit: false };
}

/** Whether a folder is laid out as the kit of the ANS. */
export function isKit(folder: string): boolean {
  const rules = join(folder, 'schematrons');
  return isFolder(rules) && (isFolder(join(folder, 'jeuxDeValeurs')) || isFolder(join(rules, 'profils')));
}

function kitRoot(file: string): string | undefined {
  for (let at = dirname(file); dirname(at) !== at; at = dirname(at)) {
    if (isKit(at) && relative(at, file).split(sep)[0] === 'schematrons') return at;
  }
  return undefined;
}

/** The files that a schema names, as far as they exist: those that are included, and their own; those of `document('…')`. */
function filesNamed(main: string): readonly string[] {
  const seen = new Set([main]);
  const others: string[] = [];
  for (const file of seen) {
    const text = seen.size > MOST_FILES ? undefined : textOf(file);
    if (text === undefined) continue;
    for (const [, , href = ''] of text.matchAll(/\bhref\s*=\s*(["'])(.*?)\1/gs)) {
      const target = resolve(dirname(file), decoded(href.replace(/#.*$/s, '')));
      if (isFile(target)) seen.add(target);
    }
    for (const [, path = ''] of text.matchAll(/['"]((?:\.\.\/)+[^'"<>]+)['"]/g)) {
      for (const folder of [dirname(main), dirname(file)]) {
        const target = above(folder, decoded(path));
        if (target !== undefined) others.push(target);
      }
    }
  }
  return [...seen, ...others];
}

/** What a path that begins with `..` names, when its first folder is there; the name may differ by case. */
function above(folder: string, path: string): string | undefined {
  const [climb = ''] = /^(?:\.\.\/)+/.exec(path) ?? [];
  const top = resolve(folder, climb);
  const first = path.slice(climb.length).split('/')[0]?.toLowerCase() ?? '';
  if (first === '' || !isFolder(top)) return undefined;
  try {
    return readdirSync(top).some((name) => name.toLowerCase() === first) ? join(top, first) : undefined;
  } catch {
    return undefined;
  }
}

function commonFolder(one: string, other: string): string | undefined {
  for (let at = one; ; at = dirname(at)) {
    if (other === at || other.startsWith(at.endsWith(sep) ? at : at + sep)) return at;
    if (dirname(at) === at) return undefined;
  }
}

function mayBeRoot(folder: string, home: string): boolean {
  const up = relative(folder, home);
  const height = up === '' ? 0 : up.split(sep).length;
  const forbidden = [parse(folder).root, resolve(homedir()), dirname(resolve(homedir()))];
  return height <= HIGHEST && (height === 0 || !forbidden.includes(folder));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path.trim()).replaceAll('&amp;', '&');
  } catch {
    return path.trim();
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
