import { SaxesParser } from 'saxes';
import { XmlError, type XmlErrorCode } from '../errors/xml-error.js';
import { checkDeclaration, decodeXmlBytes, refuseDoctype, stripBom } from './decode.js';
import { defaultXmlLimits, type XmlLimits } from './limits.js';
import { readPlain } from './plain.js';
import { charactersIn } from './plain-text.js';
import type { XmlAttribute, XmlElement } from './tree.js';

/** Bounds of one parse, and the monotonic clock (milliseconds) that measures `maxMillis`. */
export interface XmlParseOptions extends Partial<XmlLimits> {
  readonly now?: () => number;
}

const CHUNK = 16_384;
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const XMLNS = 'http://www.w3.org/2000/xmlns/';

type Parser = SaxesParser<{ xmlns: true }>;

interface Building {
  readonly namespace: string;
  readonly local: string;
  readonly prefix: string;
  readonly attributes: XmlAttribute[];
  readonly children: (XmlElement | string)[];
  readonly namespaces: Record<string, string>;
  readonly line: number;
  readonly column: number;
  readonly span: { start: number; open: number; end: number };
}

/**
 * Reads a document into a tree. No DOCTYPE, no entity beyond the five predefined ones and character references,
 * namespaces resolved, everything bounded by {@link XmlLimits}.
 *
 * Throws {@link XmlError}: 'xml.malformed', 'xml.doctype', 'xml.tooLarge', 'xml.tooDeep', 'xml.tooMany', 'xml.tooSlow',
 * 'xml.encoding'. The message never quotes the document.
 */
export function parseXml(input: string | Uint8Array, options: XmlParseOptions = {}): XmlElement {
  const limits: XmlLimits = { ...defaultXmlLimits, ...definedOnly(options) };
  const now = options.now ?? (() => performance.now());
  const source = decodeInput(input, limits.maxBytes);
  refuseDoctype(source);
  const deadline = now() + limits.maxMillis;
  return readPlain(source, limits, () => now() > deadline) ?? readCompletely(source, limits, now, deadline);
}

/** The complete reader alone, without the fast one that goes before it: they make the same tree. */
export function readCompletely(source: string, limits: XmlLimits, now: () => number, deadline: number): XmlElement {
  return new Reader(source, limits, now, deadline).read();
}

/** Bytes or text to the text that offsets ({@link XmlElement.span}) refer to; refuses what is over `maxBytes`. */
export function decodeInput(input: string | Uint8Array, maxBytes: number): string {
  // A UTF-16 unit takes at most 3 bytes in UTF-8: count exactly only when the answer is in doubt.
  const size =
    typeof input !== 'string'
      ? input.byteLength
      : input.length * 3 <= maxBytes || input.length > maxBytes
        ? input.length
        : new TextEncoder().encode(input).byteLength;
  if (size > maxBytes) throw new XmlError('xml.tooLarge', `The document is larger than ${maxBytes} bytes.`);
  if (typeof input !== 'string') return decodeXmlBytes(input);
  // A text may hold half a character, which bytes cannot; saxes lets it pass.
  if (loneSurrogate.test(input)) throw new XmlError('xml.encoding', 'The text holds half of a surrogate pair.');
  return stripBom(input);
}

function definedOnly(options: XmlParseOptions): Partial<XmlLimits> {
  return Object.fromEntries(Object.entries(options).filter(([key, value]) => value !== undefined && key !== 'now'));
}

class Reader {
  readonly #parser: Parser = new SaxesParser({ xmlns: true, position: true });
  readonly #stack: Building[] = [];
  #root: XmlElement | undefined;
  #count = 0;
  #attributes = 0;
  #events = 0;
  #textLength = 0;
  #opening = { start: 0, line: 1, column: 1 };

  constructor(
    private readonly source: string,
    private readonly limits: XmlLimits,
    private readonly now: () => number,
    private readonly deadline: number,
  ) {}

  read(): XmlElement {
    this.#listen();
    try {
      for (let at = 0; at < this.source.length; at += CHUNK) {
        this.#checkTime();
        this.#parser.write(this.source.slice(at, at + CHUNK));
      }
      this.#parser.close();
    } catch (cause) {
      if (cause instanceof XmlError) throw cause;
      throw this.#error('xml.malformed', describe(cause));
    }
    if (this.#root === undefined) throw this.#error('xml.malformed', 'The document has no element.');
    return this.#root;
  }

  #listen(): void {
    const parser = this.#parser;
    parser.on('xmldecl', checkDeclaration);
    parser.on('doctype', () => {
      throw this.#error('xml.doctype', 'The document holds a DOCTYPE: it is refused, whatever it declares.');
    });
    parser.on('opentagstart', (tag) => this.#start(tag.name));
    parser.on('attribute', (found) => this.#attribute(found.value));
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('closetag', () => this.#close());
    parser.on('text', (value) => this.#text(value));
    parser.on('cdata', (value) => this.#text(value));
  }

  #start(name: string): void {
    this.#tick();
    if (this.#stack.length >= this.limits.maxDepth) {
      throw this.#error('xml.tooDeep', `Elements are nested deeper than ${this.limits.maxDepth}.`);
    }
    this.#count += 1;
    if (this.#count > this.limits.maxElements) {
      throw this.#error('xml.tooMany', `The document has more than ${this.limits.maxElements} elements.`);
    }
    this.#attributes = 0;
    const start = this.source.lastIndexOf('<', this.#parser.position - 1);
    const { line, column } = this.#parser;
    if (column > 0) {
      // The tag name and the character after it have just been read: the tag began a few characters back.
      this.#opening = { start, line, column: Math.max(1, column - name.length - 1) };
    } else {
      // That character ended the line: the tag began on the line before.
      const before = charactersIn(this.source, lineStartOf(this.source, start), start);
      this.#opening = { start, line: line - 1, column: before + 1 };
    }
  }

  #attribute(value: string): void {
    this.#attributes += 1;
    if (this.#attributes > this.limits.maxAttributes) {
      throw this.#error('xml.tooMany', `An element has more than ${this.limits.maxAttributes} attributes.`);
    }
    if (value.length > this.limits.maxTextLength) {
      throw this.#error('xml.tooLarge', `An attribute value is longer than ${this.limits.maxTextLength} characters.`);
    }
  }

  #open(tag: {
    readonly uri: string;
    readonly local: string;
    readonly prefix: string;
    readonly attributes: Readonly<Record<string, { uri: string; local: string; prefix: string; value: string }>>;
    readonly ns: Readonly<Record<string, string>>;
  }): void {
    const attributes: XmlAttribute[] = [];
    for (const item of Object.values(tag.attributes)) {
      if (item.uri === XMLNS) continue;
      attributes.push({ namespace: item.uri, local: item.local, prefix: item.prefix, value: item.value });
    }
    this.#stack.push({
      namespace: tag.uri,
      local: tag.local,
      prefix: tag.prefix,
      attributes,
      children: [],
      namespaces: { ...tag.ns },
      line: this.#opening.line,
      column: this.#opening.column,
      span: { start: this.#opening.start, open: this.#parser.position, end: 0 },
    });
    this.#textLength = 0;
  }

  #close(): void {
    const done = this.#stack.pop();
    if (done === undefined) return;
    done.span.end = this.#parser.position;
    const parent = this.#stack.at(-1);
    if (parent === undefined) this.#root = done;
    else parent.children.push(done);
    this.#textLength = 0;
  }

  #text(value: string): void {
    this.#tick();
    const parent = this.#stack.at(-1);
    if (parent === undefined || value === '') return;
    this.#textLength += value.length;
    if (this.#textLength > this.limits.maxTextLength) {
      throw this.#error('xml.tooLarge', `A text is longer than ${this.limits.maxTextLength} characters.`);
    }
    const last = parent.children.length - 1;
    const before = parent.children[last];
    if (typeof before === 'string') parent.children[last] = before + value;
    else parent.children.push(value);
  }

  #tick(): void {
    this.#events += 1;
    if ((this.#events & 0x3ff) === 0) this.#checkTime();
  }

  #checkTime(): void {
    if (this.now() > this.deadline) {
      throw this.#error('xml.tooSlow', `Reading the document took longer than ${this.limits.maxMillis} ms.`);
    }
  }

  #error(code: XmlErrorCode, message: string): XmlError {
    return new XmlError(code, message, { line: this.#parser.line, column: Math.max(1, this.#parser.column) });
  }
}

/** saxes writes `line:column: what`, and quotes names of the document in some messages: only the known part is kept. */
function describe(cause: unknown): string {
  const reason = cause instanceof Error ? cause.message.replace(/^\d+:\d+:\s*/, '') : '';
  const known =
    /^(unclosed tag|unexpected close tag|unmatched closing tag|duplicate attribute|unbound namespace prefix|undefined entity|disallowed character|malformed|text data outside|document must contain|unexpected end|attribute)/i;
  const found = known.exec(reason);
  return found
    ? `The document is not well-formed XML: ${found[0].toLowerCase()}.`
    : 'The document is not well-formed XML.';
}

/** Where a line begins: after a line feed, or after a carriage return that stands alone. */
function lineStartOf(source: string, at: number): number {
  for (let index = at - 1; index >= 0; index -= 1) {
    const code = source.charCodeAt(index);
    if (code === 0x0a || code === 0x0d) return index + 1;
  }
  return 0;
}
