import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** A schematron in one piece. */
export interface Assembled {
  /** The schema, with every `include` replaced by what it names. */
  readonly text: string;
  /** Included files that do not exist, whatever the case of their names. */
  readonly missing: readonly string[];
}

const include = /<(?:sch:)?include\s+href\s*=\s*(?:"([^"]*)"|'([^']*)')\s*(?:\/>|>\s*<\/(?:sch:)?include>)/g;

/**
 * Reads a schematron of the official kit and puts its includes in place, with the corrections that it needs to run anywhere:
 * names of files without regard to case, names of variables without spaces, one regular expression that is not valid.
 */
export function assembleSchematron(file: string): Assembled {
  const missing: string[] = [];
  const put = (path: string): string =>
    content(path).replace(include, (_whole, double?: string, single?: string) => {
      const named = resolve(dirname(path), double ?? single ?? '');
      const found = findWhateverCase(named);
      if (found !== undefined) return put(found);
      missing.push(basename(named));
      return '';
    });
  const text = put(file)
    .replaceAll('^+?\\d*$', '^\\d*$')
    .replace(/(<(?:sch:)?let\s+name\s*=\s*)"\s*([^"\s]*)\s*"/g, '$1"$2"')
    // The pipeline writes XSLT 1.0 and knows no other binding; what it wrote then runs as XSLT 2.0.
    .replace(/\squeryBinding\s*=\s*"xslt2"/, '');
  return { text, missing };
}

/** A file without its prologue and its comments, which may hold includes that were put out of use. */
function content(path: string): string {
  return readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\?[\s\S]*?\?>/g, '');
}

const folders = new Map<string, readonly string[]>();

/** The path as it is really written on the disk, or nothing. */
function findWhateverCase(path: string): string | undefined {
  const parent = dirname(path);
  if (parent === path) return path;
  const folder = list(parent) === undefined ? findWhateverCase(parent) : parent;
  const names = folder === undefined ? undefined : list(folder);
  const wanted = basename(path);
  const name =
    names?.find((each) => each === wanted) ?? names?.find((each) => each.toLowerCase() === wanted.toLowerCase());
  return folder === undefined || name === undefined ? undefined : join(folder, name);
}

function list(folder: string): readonly string[] | undefined {
  const known = folders.get(folder);
  if (known !== undefined) return known;
  try {
    const names = readdirSync(folder);
    folders.set(folder, names);
    return names;
  } catch {
    return undefined;
  }
}
