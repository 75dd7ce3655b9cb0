import type { XmlLimits } from './limits.js';
import { charactersIn, isUnusual, resolved, Unusual } from './plain-text.js';
import type { XmlElement } from './tree.js';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

const DECLARATION =
  /^<\?xml version=(["'])1\.0\1(?: encoding=(["'])utf-?8\2)?(?: standalone=(["'])(?:yes|no)\3)?[ \t]*\?>/i;
const INSTRUCTION = /<\?(?!xml[\s?])[A-Za-z_][A-Za-z0-9_.-]*(?:\?>|[ \t\r\n])/y;

const ROOT_SCOPE: ReadonlyMap<string, string> = new Map([['xml', XML]]);
// A scope is copied by each element that declares a prefix: it must stay small.
const MOST_PREFIXES = 64;
const NONE: readonly never[] = Object.freeze([]);
// Nothing is put in an element that is empty: this one is not written to.
const NO_CHILDREN: (XmlElement | string)[] = Object.freeze([]) as unknown as (XmlElement | string)[];
const NO_NAMESPACES: Readonly<Record<string, string>> = Object.freeze({});

/** What a character may be: 1 begins a name, 2 goes on in a name, 4 is white space. Only ASCII: other names are unusual here. */
const KIND = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  const character = String.fromCharCode(code);
  KIND[code] =
    (/[A-Za-z_]/.test(character) ? 3 : /[0-9.-]/.test(character) ? 2 : 0) | (/[ \t\r\n]/.test(character) ? 4 : 0);
}

const SPACE = 4;
const GREATER = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const EQUALS = 0x3d;
const COLON = 0x3a;

/** An element whose end was not met yet. */
interface Opened {
  readonly element: XmlElement & { readonly children: (XmlElement | string)[]; readonly span: { end: number } };
  /** Its name as it is written, which its end tag repeats. */
  readonly name: string;
  readonly scope: ReadonlyMap<string, string>;
}

type QualifiedName = readonly [prefix: string, local: string];

/** Names met so far, in any document: the formats that a process reads have a few hundred. It does not grow beyond. */
const COMMON = new Map<string, QualifiedName>();
const MOST_COMMON = 1_000;

/**
 * Reads a plain document, many times as fast as the complete reader: ASCII names, the five entities and character references, no
 * CDATA section. It is given back only when nothing in it is unusual and no bound is reached: then it is the tree that the
 * complete reader would make. In any other case, an error included, the answer is `undefined` and the complete reader decides.
 */
export function readPlain(source: string, limits: XmlLimits, expired: () => boolean): XmlElement | undefined {
  if (isUnusual(source)) return undefined;
  try {
    return new PlainReader(source, limits, expired).read();
  } catch (cause) {
    if (cause instanceof Unusual) return undefined;
    throw cause;
  }
}

class PlainReader {
  #at = 0;
  #line = 1;
  #lineStart = 0;
  #nextLine: number;
  #seen = 0;
  #column = 1;
  #count = 0;
  readonly #stack: Opened[] = [];
  #textLength = 0;
  #root: XmlElement | undefined;
  readonly #names = new Map<string, QualifiedName>();

  constructor(
    private readonly source: string,
    private readonly limits: XmlLimits,
    private readonly expired: () => boolean,
  ) {
    this.#nextLine = source.indexOf('\n');
  }

  read(): XmlElement {
    const { source } = this;
    if (source.startsWith('<?xml ')) {
      const declared = DECLARATION.exec(source);
      if (declared === null) throw new Unusual();
      this.#at = declared[0].length;
    }
    while (this.#at < source.length) {
      const next = source.indexOf('<', this.#at);
      const end = next < 0 ? source.length : next;
      if (end > this.#at) this.#text(this.#at, end);
      if (next < 0) break;
      this.#at = next;
      const code = source.charCodeAt(next + 1);
      if (code === SLASH) this.#close();
      else if (code === BANG) this.#comment();
      else if (code === QUESTION) this.#instruction();
      else this.#open();
    }
    if (this.#root === undefined || this.#stack.length > 0) throw new Unusual();
    return this.#root;
  }

  #text(from: number, to: number): void {
    const raw = this.source.slice(from, to);
    const parent = this.#stack[this.#stack.length - 1];
    if (parent === undefined) {
      if (/[^ \t\r\n]/.test(raw)) throw new Unusual();
      return;
    }
    const value = resolved(raw.includes('\r') ? raw.replaceAll('\r\n', '\n') : raw);
    this.#textLength += value.length;
    if (this.#textLength > this.limits.maxTextLength) throw new Unusual();
    const { children } = parent.element;
    const last = children[children.length - 1];
    // A comment between two texts does not part them.
    if (typeof last === 'string') children[children.length - 1] = last + value;
    else children.push(value);
  }

  #comment(): void {
    const { source } = this;
    const end = source.startsWith('<!--', this.#at) ? source.indexOf('--', this.#at + 4) : -1;
    if (end < 0 || source.charCodeAt(end + 2) !== GREATER) throw new Unusual();
    this.#at = end + 3;
  }

  #instruction(): void {
    INSTRUCTION.lastIndex = this.#at;
    const end = INSTRUCTION.test(this.source) ? this.source.indexOf('?>', this.#at + 2) : -1;
    if (end < 0) throw new Unusual();
    this.#at = end + 2;
  }

  #close(): void {
    const opened = this.#stack.pop();
    if (opened === undefined) throw new Unusual();
    const { source } = this;
    let at = this.#at + 2;
    if (!source.startsWith(opened.name, at)) throw new Unusual();
    at = this.#skipSpace(at + opened.name.length);
    if (source.charCodeAt(at) !== GREATER) throw new Unusual();
    this.#at = at + 1;
    this.#end(opened);
  }

  #end({ element }: Opened): void {
    element.span.end = this.#at;
    const parent = this.#stack[this.#stack.length - 1];
    if (parent === undefined) this.#root = element;
    else parent.element.children.push(element);
    this.#textLength = 0;
  }

  #open(): void {
    const { source, limits } = this;
    const stack = this.#stack;
    const parent = stack[stack.length - 1];
    if (stack.length >= limits.maxDepth || (parent === undefined && this.#root !== undefined)) throw new Unusual();
    this.#count += 1;
    if (this.#count > limits.maxElements) throw new Unusual();
    if ((this.#count & 0x3ff) === 0 && this.expired()) throw new Unusual();
    const start = this.#at;
    this.#findLine(start);
    let at = this.#nameEnd(start + 1);
    const name = source.slice(start + 1, at);
    const outer = parent === undefined ? ROOT_SCOPE : parent.scope;
    let namespaces: Record<string, string> | undefined;
    let attributes: { namespace: string; local: string; prefix: string; value: string }[] | undefined;
    let prefixed = 0;
    let count = 0;
    for (;;) {
      const after = this.#skipSpace(at);
      const code = source.charCodeAt(after);
      if (code === GREATER || code === SLASH) {
        at = after;
        break;
      }
      if (after === at) throw new Unusual();
      count += 1;
      if (count > limits.maxAttributes) throw new Unusual();
      at = this.#nameEnd(after);
      const full = source.slice(after, at);
      const value = this.#value(at);
      at = this.#at;
      const [prefix, local] = this.#split(full);
      if (prefix === 'xmlns' || full === 'xmlns') {
        const key = prefix === '' ? '' : local;
        namespaces ??= {};
        if (Object.hasOwn(namespaces, key) || !isDeclarable(key, value)) throw new Unusual();
        namespaces[key] = value;
      } else {
        attributes ??= [];
        for (const each of attributes) if (each.local === local && each.prefix === prefix) throw new Unusual();
        if (prefix !== '') prefixed += 1;
        attributes.push({ namespace: '', local, prefix, value });
      }
    }
    const empty = source.charCodeAt(at) === SLASH;
    if (empty && source.charCodeAt(at + 1) !== GREATER) throw new Unusual();
    this.#at = at + (empty ? 2 : 1);
    const scope = namespaces === undefined ? outer : new Map([...outer, ...Object.entries(namespaces)]);
    if (scope.size > MOST_PREFIXES) throw new Unusual();
    if (attributes !== undefined && prefixed > 0) bind(attributes, scope, prefixed);
    const [prefix, local] = this.#split(name);
    const element = {
      namespace: namespaceOf(scope, prefix),
      local,
      prefix,
      attributes: attributes ?? NONE,
      children: empty ? NO_CHILDREN : [],
      namespaces: namespaces ?? NO_NAMESPACES,
      line: this.#line,
      column: this.#columnOf(start),
      span: { start, open: this.#at, end: 0 },
    };
    this.#textLength = 0;
    const opened: Opened = { element, name, scope };
    if (empty) this.#end(opened);
    else stack.push(opened);
  }

  /** Just after a name of ASCII characters, with one colon at most. */
  #nameEnd(from: number): number {
    const { source } = this;
    let at = from;
    for (let part = 0; part < 2; part += 1) {
      const first = source.charCodeAt(at);
      if (!(first < 128) || ((KIND[first] ?? 0) & 1) === 0) throw new Unusual();
      at += 1;
      let code = source.charCodeAt(at);
      while (code < 128 && ((KIND[code] ?? 0) & 2) !== 0) {
        at += 1;
        code = source.charCodeAt(at);
      }
      if (code !== COLON) return at;
      at += 1;
    }
    throw new Unusual();
  }

  /** The value of an attribute, from the equals sign on; leaves the place just after the closing quotation mark. */
  #value(from: number): string {
    const { source } = this;
    const equals = this.#skipSpace(from);
    if (source.charCodeAt(equals) !== EQUALS) throw new Unusual();
    const open = this.#skipSpace(equals + 1);
    const quote = source[open];
    const end = quote === '"' || quote === "'" ? source.indexOf(quote, open + 1) : -1;
    if (end < 0) throw new Unusual();
    const raw = source.slice(open + 1, end);
    if (raw.length > this.limits.maxTextLength || raw.includes('<')) throw new Unusual();
    this.#at = end + 1;
    return /[\t\r\n&]/.test(raw) ? resolved(raw.replace(/\r\n|[\t\n]/g, ' ')) : raw;
  }

  #skipSpace(from: number): number {
    const { source } = this;
    let at = from;
    let code = source.charCodeAt(at);
    while (code < 128 && ((KIND[code] ?? 0) & SPACE) !== 0) {
      at += 1;
      code = source.charCodeAt(at);
    }
    return at;
  }

  #split(name: string): QualifiedName {
    const known = COMMON.get(name) ?? this.#names.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const split: QualifiedName =
      colon < 0 ? ['', asKey(name)] : [asKey(name.slice(0, colon)), asKey(name.slice(colon + 1))];
    if (COMMON.size < MOST_COMMON && name.length <= 40) COMMON.set(asKey(name), split);
    else this.#names.set(name, split);
    return split;
  }

  #findLine(at: number): void {
    while (this.#nextLine >= 0 && this.#nextLine < at) {
      this.#line += 1;
      this.#lineStart = this.#nextLine + 1;
      this.#nextLine = this.source.indexOf('\n', this.#lineStart);
    }
  }

  /** Column from 1, in characters: each part of a line is looked at once. */
  #columnOf(at: number): number {
    if (this.#seen < this.#lineStart) {
      this.#seen = this.#lineStart;
      this.#column = 1;
    }
    this.#column += charactersIn(this.source, this.#seen, at);
    this.#seen = at;
    return this.#column;
  }
}

/** The same text as the engine keeps it for the names of properties: comparing it with a name written in the code is then quick. */
function asKey(name: string): string {
  return Object.keys({ [name]: 0 })[0] ?? name;
}

function isDeclarable(prefix: string, uri: string): boolean {
  if (
    prefix === 'xml' ||
    prefix === 'xmlns' ||
    prefix === '__proto__' ||
    uri === XML ||
    uri === XMLNS ||
    uri !== uri.trim()
  )
    return false;
  return prefix === '' || uri !== '';
}

function namespaceOf(scope: ReadonlyMap<string, string>, prefix: string): string {
  const uri = scope.get(prefix);
  if (uri === undefined && prefix !== '') throw new Unusual();
  return uri ?? '';
}

/** Gives prefixed attributes their namespace. */
function bind(
  attributes: readonly { namespace: string; readonly local: string; readonly prefix: string }[],
  scope: ReadonlyMap<string, string>,
  prefixed: number,
): void {
  for (const each of attributes) if (each.prefix !== '') each.namespace = namespaceOf(scope, each.prefix);
  if (prefixed < 2) return;
  // Two prefixes of one namespace may make the same name.
  const names = new Set(attributes.map((each) => `{${each.namespace}}${each.local}`));
  if (names.size < attributes.length) throw new Unusual();
}
