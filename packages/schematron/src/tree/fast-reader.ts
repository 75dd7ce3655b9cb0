import { ROOT_SCOPE, type TreeBuilder } from './builder.js';
import { KIND, PLAIN, PLAIN_VALUE, resolved, SPACE, Unusual } from './characters.js';
import type { DocumentLimits } from './limits.js';
import { NameTable, type WrittenName } from './name-table.js';
import type { Name } from './names.js';
import type { XNode } from './node.js';
import { allowed, isDeclarable, skipSpace } from './scan.js';

// A scope is copied by each element that declares a prefix: it must stay small.
const MOST_PREFIXES = 64;

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const EQUALS = 0x3d;
const AMPERSAND = 0x26;
const BRACKET = 0x5d;
const RETURN = 0x0d;

const INSTRUCTION = /<\?([A-Za-z_][A-Za-z0-9_.-]*)(?:(?=\?>)|[ \t\r\n]+)/y;

/**
 * Reads a plain document, many times as fast as the complete reader: ASCII names, the five entities and character references.
 * Its tree is given back only when nothing in it is unusual: then it is the tree that the complete reader would make. In any other
 * case the answer is `undefined` and the complete reader decides. Reaching a bound is an error for both: it is thrown at once.
 */
export function readFast(
  builder: TreeBuilder,
  source: string,
  start: number,
  limits: DocumentLimits,
  checkTime: () => void,
): boolean {
  if (start < 0) return false;
  try {
    new FastReader(builder, source, limits, checkTime).read(start);
    return true;
  } catch (cause) {
    if (cause instanceof Unusual) return false;
    throw cause;
  }
}

class FastReader {
  #at = 0;
  #count = 0;
  #rooted = false;
  #scope: ReadonlyMap<string, string> = ROOT_SCOPE;
  readonly #scopes: ReadonlyMap<string, string>[] = [];
  readonly #opened: WrittenName[] = [];
  readonly #table = new NameTable();
  // The attributes of the tag that is being read.
  readonly #names: WrittenName[] = [];
  readonly #values: string[] = [];
  readonly #offsets: number[] = [];

  constructor(
    private readonly builder: TreeBuilder,
    private readonly source: string,
    private readonly limits: DocumentLimits,
    private readonly checkTime: () => void,
  ) {}

  read(start: number): void {
    const { source } = this;
    this.#at = start;
    while (this.#at < source.length) {
      if (this.#opened.length > 0) this.#text();
      else this.#between();
      if (this.#at >= source.length) break;
      const code = source.charCodeAt(this.#at + 1);
      if (code === SLASH) this.#close();
      else if (code === BANG) this.#comment();
      else if (code === QUESTION) this.#instruction();
      else this.#open();
    }
    if (!this.#rooted || this.#opened.length > 0) throw new Unusual();
  }

  /** White space outside the root element, which is not in the tree. */
  #between(): void {
    const { source } = this;
    this.#at = skipSpace(this.source, this.#at);
    if (this.#at < source.length && source.charCodeAt(this.#at) !== LESS) throw new Unusual();
  }

  /** A text, with the CDATA sections that are part of it, up to the next markup. */
  #text(): void {
    const start = this.#at;
    let value = this.#characters();
    while (this.source.startsWith('<![CDATA[', this.#at)) {
      const from = this.#at + 9;
      const end = this.source.indexOf(']]>', from);
      if (end < 0) throw new Unusual();
      value += allowed(this.source.slice(from, end));
      this.#at = end + 3;
      value += this.#characters();
    }
    if (value !== '') this.builder.text(value, start);
  }

  #characters(): string {
    const { source } = this;
    const start = this.#at;
    let at = start;
    let special = false;
    let code = source.charCodeAt(at);
    for (;;) {
      if (code < 128) {
        if (((KIND[code] ?? 0) & PLAIN) === 0) {
          if (code === LESS) break;
          if (code === BRACKET) {
            if (source.charCodeAt(at + 1) === BRACKET && source.charCodeAt(at + 2) === GREATER) throw new Unusual();
          } else if (code === AMPERSAND || code === RETURN) special = true;
          else throw new Unusual();
        }
      } else if (!(code < 0xfffe)) throw new Unusual();
      at += 1;
      code = source.charCodeAt(at);
    }
    this.#at = at;
    if (at === start) return '';
    const raw = source.slice(start, at);
    return special ? resolved(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw) : raw;
  }

  #comment(): void {
    const { source } = this;
    const start = this.#at;
    const end = source.startsWith('<!--', start) ? source.indexOf('--', start + 4) : -1;
    if (end < 0 || source.charCodeAt(end + 2) !== GREATER) throw new Unusual();
    this.#at = end + 3;
    this.builder.comment(allowed(source.slice(start + 4, end)), start);
  }

  #instruction(): void {
    const { source } = this;
    const start = this.#at;
    INSTRUCTION.lastIndex = start;
    const found = INSTRUCTION.exec(source);
    const end = found === null ? -1 : source.indexOf('?>', start + found[0].length);
    const target = found?.[1] ?? '';
    if (found === null || end < 0 || target.toLowerCase() === 'xml') throw new Unusual();
    this.#at = end + 2;
    this.builder.instruction(target, allowed(source.slice(start + found[0].length, end)), start);
  }

  #close(): void {
    const opened = this.#opened.pop();
    if (opened === undefined) throw new Unusual();
    const { source } = this;
    const { text } = opened;
    let at = this.#at + 2;
    for (let index = 0; index < text.length; index += 1, at += 1) {
      if (text.charCodeAt(index) !== source.charCodeAt(at)) throw new Unusual();
    }
    if (source.charCodeAt(at) !== GREATER) {
      at = skipSpace(this.source, at);
      if (source.charCodeAt(at) !== GREATER) throw new Unusual();
    }
    this.#at = at + 1;
    this.#end();
  }

  #end(): void {
    this.builder.close();
    this.#scope = this.#scopes.pop() ?? ROOT_SCOPE;
  }

  #open(): void {
    const { source } = this;
    if (this.#opened.length === 0 && this.#rooted) throw new Unusual();
    this.#rooted = true;
    this.#count += 1;
    if ((this.#count & 0x3ff) === 0) this.checkTime();
    const start = this.#at;
    const name = this.#table.read(source, start + 1);
    const declared = this.#readAttributes(this.#table.end);
    const at = this.#at;
    const empty = source.charCodeAt(at) === SLASH;
    if (empty && source.charCodeAt(at + 1) !== GREATER) throw new Unusual();
    this.#at = at + (empty ? 2 : 1);
    this.#scopes.push(this.#scope);
    if (declared > 0) this.#declare();
    const scope = this.#scope;
    const element = this.builder.open(this.#elementName(name, scope), scope, start);
    if (this.#names.length > declared) this.#addAttributes(element, this.#names.length - declared, scope);
    if (empty) this.#end();
    else this.#opened.push(name);
  }

  /** Reads attributes up to the end of the tag; gives how many of them declare a namespace. */
  #readAttributes(from: number): number {
    const { source } = this;
    const names = this.#names;
    names.length = 0;
    let declared = 0;
    let at = from;
    for (;;) {
      const after = skipSpace(this.source, at);
      const code = source.charCodeAt(after);
      if (code === GREATER || code === SLASH) {
        this.#at = after;
        return declared;
      }
      if (after === at) throw new Unusual();
      const name = this.#table.read(source, after);
      const count = names.length;
      if (count >= this.limits.maxAttributes) throw this.builder.tooManyAttributes();
      for (let index = 0; index < count; index += 1) if (names[index] === name) throw new Unusual();
      if (name.declares) declared += 1;
      this.#values[count] = this.#value(this.#table.end);
      names.push(name);
      this.#offsets[count] = after;
      at = this.#at;
    }
  }

  /** The value of an attribute, from the equals sign on; leaves the place just after the closing quotation mark. */
  #value(from: number): string {
    const { source } = this;
    let at = from;
    if (source.charCodeAt(at) !== EQUALS) {
      at = skipSpace(this.source, at);
      if (source.charCodeAt(at) !== EQUALS) throw new Unusual();
    }
    at += 1;
    let quote = source.charCodeAt(at);
    if (quote !== 0x22 && quote !== 0x27) {
      at = skipSpace(this.source, at);
      quote = source.charCodeAt(at);
      if (quote !== 0x22 && quote !== 0x27) throw new Unusual();
    }
    const start = at + 1;
    let special = false;
    for (;;) {
      at += 1;
      const code = source.charCodeAt(at);
      if (code < 128) {
        if (((KIND[code] ?? 0) & PLAIN_VALUE) !== 0) continue;
        if (code === quote) break;
        if (code === AMPERSAND || ((KIND[code] ?? 0) & SPACE) !== 0) special = true;
        else if (code !== 0x22 && code !== 0x27) throw new Unusual();
      } else if (!(code < 0xfffe)) throw new Unusual();
    }
    this.#at = at + 1;
    const raw = source.slice(start, at);
    // White space becomes spaces (XML 1.0 §3.3.3), that of character references does not.
    return special ? resolved(raw.replace(/\r\n|[\t\r\n]/g, ' ')) : raw;
  }

  #declare(): void {
    const scope = new Map(this.#scope);
    for (let index = 0; index < this.#names.length; index += 1) {
      const name = this.#names[index];
      if (name === undefined || !name.declares) continue;
      const prefix = name.prefix === '' ? '' : name.local;
      const uri = this.#values[index] ?? '';
      if (!isDeclarable(prefix, uri)) throw new Unusual();
      if (uri === '') scope.delete(prefix);
      else scope.set(prefix, uri);
    }
    if (scope.size > MOST_PREFIXES) throw new Unusual();
    this.#scope = scope;
  }

  #elementName(name: WrittenName, scope: ReadonlyMap<string, string>): Name {
    if (name.element !== undefined && name.elementScope === scope) return name.element;
    const uri = scope.get(name.prefix);
    if (name.prefix === 'xmlns' || (uri === undefined && name.prefix !== '')) throw new Unusual();
    name.element = this.builder.name(uri ?? '', name.local, name.prefix);
    name.elementScope = scope;
    return name.element;
  }

  #attributeName(name: WrittenName, scope: ReadonlyMap<string, string>): Name {
    if (name.attribute !== undefined && (name.prefix === '' || name.attributeScope === scope)) return name.attribute;
    const uri = name.prefix === '' ? '' : scope.get(name.prefix);
    if (uri === undefined) throw new Unusual();
    name.attribute = this.builder.name(uri, name.local, name.prefix);
    name.attributeScope = scope;
    return name.attribute;
  }

  #addAttributes(element: XNode, count: number, scope: ReadonlyMap<string, string>): void {
    const attributes = new Array<XNode>(count);
    let next = 0;
    let prefixed = 0;
    for (let index = 0; index < this.#names.length; index += 1) {
      const name = this.#names[index];
      if (name === undefined || name.declares) continue;
      if (name.prefix !== '') prefixed += 1;
      const value = this.#values[index] ?? '';
      attributes[next] = this.builder.attribute(
        element,
        this.#attributeName(name, scope),
        value,
        this.#offsets[index] ?? 0,
      );
      next += 1;
    }
    element.attributes = attributes;
    // Two prefixes of one namespace may make the same name.
    if (prefixed > 1 && new Set(attributes.map((each) => each.name)).size < count) throw new Unusual();
  }
}
