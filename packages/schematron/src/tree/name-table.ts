import { KIND, NAME, NAME_START, Unusual } from './characters.js';
import type { Name } from './names.js';

/** A name as it is written in a document, with what it last stood for as an element and as an attribute. */
export interface WrittenName {
  readonly text: string;
  readonly prefix: string;
  readonly local: string;
  /** True for `xmlns` and `xmlns:…`. */
  readonly declares: boolean;
  elementScope: ReadonlyMap<string, string> | undefined;
  element: Name | undefined;
  attributeScope: ReadonlyMap<string, string> | undefined;
  attribute: Name | undefined;
  readonly hash: number;
  readonly after: WrittenName | undefined;
}

const SIZE = 1_024;
/** Names that share a place in the table: more than that was made on purpose. */
const MOST_SHARING = 48;
const COLON = 0x3a;

/** Finds written names without making a string of each: names are hashed as they are read. ASCII only. */
export class NameTable {
  readonly #places: (WrittenName | undefined)[] = new Array<WrittenName | undefined>(SIZE).fill(undefined);
  /** Where the name that was just read ends. */
  end = 0;

  /** Reads the name that begins there. */
  read(source: string, from: number): WrittenName {
    let at = from;
    let code = source.charCodeAt(at);
    if (!(code < 128) || ((KIND[code] ?? 0) & NAME_START) === 0) throw new Unusual();
    let hash = 0;
    let colon = -1;
    for (;;) {
      if (code < 128 && ((KIND[code] ?? 0) & NAME) !== 0) {
        hash = (Math.imul(hash, 31) + code) | 0;
        at += 1;
      } else if (code === COLON && colon < 0) {
        colon = at;
        hash = (Math.imul(hash, 31) + code) | 0;
        at += 1;
        const first = source.charCodeAt(at);
        if (!(first < 128) || ((KIND[first] ?? 0) & NAME_START) === 0) throw new Unusual();
      } else break;
      code = source.charCodeAt(at);
    }
    // Neither a second colon nor a letter beyond ASCII ends a name.
    if (code === COLON || code >= 128) throw new Unusual();
    this.end = at;
    const place = (hash ^ (hash >>> 10)) & (SIZE - 1);
    const length = at - from;
    let sharing = 0;
    for (let each = this.#places[place]; each !== undefined; each = each.after) {
      if (each.hash === hash && each.text.length === length && isThere(each.text, source, from)) return each;
      sharing += 1;
    }
    if (sharing > MOST_SHARING) throw new Unusual();
    const made = written(source.slice(from, at), colon < 0 ? -1 : colon - from, hash, this.#places[place]);
    this.#places[place] = made;
    return made;
  }
}

function isThere(text: string, source: string, from: number): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) !== source.charCodeAt(from + index)) return false;
  }
  return true;
}

function written(text: string, colon: number, hash: number, after: WrittenName | undefined): WrittenName {
  const prefix = colon < 0 ? '' : asKey(text.slice(0, colon));
  return {
    text: asKey(text),
    prefix,
    local: asKey(text.slice(colon + 1)),
    declares: prefix === 'xmlns' || text === 'xmlns',
    elementScope: undefined,
    element: undefined,
    attributeScope: undefined,
    attribute: undefined,
    hash,
    after,
  };
}

/** The same text as the engine keeps it for the names of properties: comparing it with a name written in the code is then quick. */
function asKey(name: string): string {
  return Object.keys({ [name]: 0 })[0] ?? name;
}
