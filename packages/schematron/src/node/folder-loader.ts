import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { SchemaError } from '../schema/error.js';
import {
  foldName,
  type LoadedFile,
  otherCase,
  outside,
  resolveReference,
  type SchemaLoader,
} from '../schema/loader.js';

/** How a folder of rules is read. */
export interface FolderLoaderOptions {
  /**
   * Folders where a file that the rules name and do not have is looked for, by its last name only: what the caller puts beside a pack
   * to complete it. Each use is a deviation `resource.fallback`.
   */
  readonly fallbacks?: readonly string[];
  /** Largest file that is read. 64 MB by default. */
  readonly maxFileBytes?: number;
}

/**
 * A loader over a folder, and nothing outside it: `..` above the root, absolute paths, URLs and symbolic links that lead out are
 * refused (`schema.outside`). A name is read whatever its case, with a deviation `include.case`. Folders are listed once: take
 * another loader when files have come.
 */
export function folderLoader(root: string, options: FolderLoaderOptions = {}): SchemaLoader {
  const folder = new Folder(root, options.maxFileBytes ?? 64 * 1024 * 1024);
  const fallbacks = (options.fallbacks ?? []).map((each) => new Folder(each, options.maxFileBytes ?? 64 * 1024 * 1024));
  return {
    read(href, base) {
      const wanted = resolveReference(href, base);
      const found = folder.read(wanted, href);
      if (found !== undefined) return found;
      for (const fallback of fallbacks) {
        const file = fallback.read(wanted.slice(wanted.lastIndexOf('/') + 1), href);
        if (file !== undefined) return completed(file, wanted, folder.nameOf(fallback, file.name));
      }
      return undefined;
    },
  };
}

function completed(file: LoadedFile, wanted: string, name: string): LoadedFile {
  const message = `"${wanted}" does not exist: "${name}" is read in its place`;
  return {
    name,
    text: file.text,
    deviations: [{ code: 'resource.fallback', message, subject: wanted, incomplete: false }],
  };
}

class Folder {
  readonly #root: string;
  readonly #real: string;
  readonly #listings = new Map<string, readonly string[] | undefined>();

  constructor(
    root: string,
    private readonly maxBytes: number,
  ) {
    this.#root = resolve(root);
    try {
      this.#real = realpathSync(this.#root);
    } catch (error) {
      const message = `the folder of the rules "${basename(this.#root)}" does not exist; give an existing folder`;
      throw new SchemaError('schema.missing', message, undefined, error);
    }
  }

  read(wanted: string, href: string): LoadedFile | undefined {
    const name = this.#find(wanted);
    if (name === undefined) return undefined;
    const path = attempt(() => realpathSync(join(this.#root, name)));
    // A link that leads nowhere.
    if (path === undefined) return undefined;
    if (!this.#holds(path)) throw outside(href);
    const facts = attempt(() => statSync(path));
    if (facts === undefined || !facts.isFile()) return undefined;
    if (facts.size > this.maxBytes) {
      const message = `"${name}" is larger than ${this.maxBytes} bytes; give a higher \`maxFileBytes\``;
      throw new SchemaError('schema.limit', message);
    }
    const text = attempt(() => readFileSync(path));
    if (text === undefined) {
      throw new SchemaError(
        'schema.missing',
        `"${name}" cannot be read; give the account of this program the right to`,
      );
    }
    return name === wanted ? { name, text } : { name, text, deviations: [otherCase(wanted, name)] };
  }

  /** What this folder calls a file of another one: its path from here when it is inside. */
  nameOf(other: Folder, name: string): string {
    const path = relative(this.#root, join(other.#root, name)).split(sep).join('/');
    return path.startsWith('..') ? `${basename(other.#root)}/${name}` : path;
  }

  /** The name as the disk writes it: the same, or one that differs by case only. */
  #find(wanted: string): string | undefined {
    let found = '';
    for (const segment of wanted.split('/')) {
      const names = this.#list(found);
      const name = names?.includes(segment) ? segment : names?.find((each) => foldName(each) === foldName(segment));
      if (name === undefined) return undefined;
      found = found === '' ? name : `${found}/${name}`;
    }
    return found;
  }

  #list(folder: string): readonly string[] | undefined {
    if (this.#listings.has(folder)) return this.#listings.get(folder);
    const path = attempt(() => realpathSync(join(this.#root, folder)));
    const names = path !== undefined && this.#holds(path) ? attempt(() => readdirSync(path).sort()) : undefined;
    this.#listings.set(folder, names);
    return names;
  }

  #holds(path: string): boolean {
    return path === this.#real || path.startsWith(this.#real.endsWith(sep) ? this.#real : this.#real + sep);
  }
}

function attempt<T>(body: () => T): T | undefined {
  try {
    return body();
  } catch {
    return undefined;
  }
}
