import { XmlError } from '../errors/xml-error.js';
import { checkDeclaration } from '../xml/decode.js';
import { type CanonicalizerLimits, defaultCanonicalizerLimits } from './limits.js';
import { Output } from './output.js';
import {
  CDATA,
  COMMENT,
  CONTROL,
  INCOMPLETE,
  LOOK,
  NOT_A_CHARACTER,
  NOT_UTF8,
  nextStop,
  sequenceLength,
  TEXT,
} from './runs.js';
import { Scope } from './scope.js';
import { isNcName, malformed, reference, writeStartTag } from './tag.js';

/** What one canonicalisation is asked. */
export interface CanonicalizerOptions {
  /** Keeps comments (`#WithComments`). */
  readonly comments: boolean;
  /** Receives the canonical bytes, in order. They may be views of what was pushed: use them, or copy them, at once. */
  readonly write: (bytes: Uint8Array) => void;
  readonly limits?: Partial<CanonicalizerLimits>;
}

/** A document goes in by pieces of any size, its canonical form comes out. */
export interface Canonicalizer {
  /** Gives the next bytes of the document. */
  push(bytes: Uint8Array): void;
  /** No more bytes. Throws when the document is not complete. */
  end(): void;
}

/**
 * Canonical XML 1.0 of a whole document (http://www.w3.org/TR/2001/REC-xml-c14n-20010315, with or without comments), in
 * bounded memory whatever the length of a text: only a tag is held whole. Well-formedness is checked on the way; there is
 * no DOCTYPE, and UTF-8 only.
 *
 * `push` and `end` throw {@link XmlError}: 'xml.malformed', 'xml.doctype', 'xml.encoding', 'xml.tooLarge', 'xml.tooDeep',
 * 'xml.tooMany'. After a throw, what was written is worth nothing.
 */
export function createCanonicalizer(options: CanonicalizerOptions): Canonicalizer {
  return new Machine(options);
}

const LT = 0x3c;
const GT = 0x3e;
const CR = 0xd;
const LF = 0xa;
const DASH = 0x2d;
const BRACKET = 0x5d;
const MAX_REFERENCE = 128;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to find control characters
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

type Mode = 'start' | 'markup' | 'comment' | 'cdata';

interface Open {
  readonly name: string;
  readonly mark: number;
}

class Machine implements Canonicalizer {
  readonly #limits: CanonicalizerLimits;
  readonly #comments: boolean;
  readonly #out: Output;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #scope = new Scope();
  readonly #stack: Open[] = [];
  #held = new Uint8Array(1024);
  #heldLength = 0;
  #total = 0;
  #mode: Mode = 'start';
  /** Whether the comment being read is written. */
  #showing = false;
  /** Where the search for the end of a tag goes on, and in which quotes. */
  #resume = 0;
  #quote = 0;
  /** How many `]` have just passed in a text: `]]>` is not allowed there. */
  #brackets = 0;
  #rootSeen = false;
  /** Nothing was read yet: the only place of an XML declaration. */
  #atStart = true;
  #failed = false;

  constructor(options: CanonicalizerOptions) {
    this.#limits = { ...defaultCanonicalizerLimits, ...options.limits };
    this.#comments = options.comments;
    this.#out = new Output(options.write);
  }

  push(bytes: Uint8Array): void {
    if (this.#failed) throw malformed('it was refused before');
    this.#total += bytes.length;
    this.#failed = true;
    if (this.#total > this.#limits.maxBytes) {
      throw new XmlError('xml.tooLarge', `The document is larger than ${this.#limits.maxBytes} bytes.`);
    }
    if (this.#heldLength === 0) {
      const used = this.#consume(bytes, false);
      this.#hold(bytes.subarray(used));
    } else {
      this.#hold(bytes);
      const used = this.#consume(this.#held.subarray(0, this.#heldLength), false);
      this.#held.copyWithin(0, used, this.#heldLength);
      this.#heldLength -= used;
    }
    this.#failed = false;
  }

  end(): void {
    if (this.#failed) throw malformed('it was refused before');
    this.#failed = true;
    const used = this.#consume(this.#held.subarray(0, this.#heldLength), true);
    if (used < this.#heldLength || (this.#mode !== 'markup' && this.#mode !== 'start')) {
      throw malformed('it ends in the middle of something');
    }
    if (!this.#rootSeen || this.#stack.length > 0) throw malformed('an element is not closed, or there is none');
    this.#out.flush();
  }

  #hold(bytes: Uint8Array): void {
    const length = this.#heldLength + bytes.length;
    if (length > this.#held.length) {
      const larger = new Uint8Array(Math.max(length, this.#held.length * 2));
      larger.set(this.#held.subarray(0, this.#heldLength));
      this.#held = larger;
    }
    this.#held.set(bytes, this.#heldLength);
    this.#heldLength = length;
  }

  /** Reads as much as can be; answers how many bytes are done with. */
  #consume(data: Uint8Array, last: boolean): number {
    let at = 0;
    if (this.#mode === 'start') {
      if (data.length < 5 && !last) return 0;
      at = this.#begin(data);
      this.#mode = 'markup';
    }
    while (at < data.length) {
      const next = this.#step(data, at, last);
      if (next === at) break;
      this.#atStart = false;
      at = next;
    }
    return at;
  }

  #step(data: Uint8Array, at: number, last: boolean): number {
    if (this.#mode === 'comment') return this.#comment(data, at);
    if (this.#mode === 'cdata') return this.#cdata(data, at);
    if (data[at] === LT) return this.#markup(data, at);
    return this.#stack.length > 0 ? this.#text(data, at, last) : this.#between(data, at);
  }

  #begin(data: Uint8Array): number {
    const [a, b] = data;
    const utf16 = (a === 0xfe && b === 0xff) || (a === 0xff && b === 0xfe);
    if (utf16 || a === 0 || (a === LT && b === 0)) {
      throw new XmlError('xml.encoding', 'The document is in UTF-16 or UTF-32; only UTF-8 is read.');
    }
    return a === 0xef && b === 0xbb && data[2] === 0xbf ? 3 : 0;
  }

  /** White space outside the root element, which the canonical form drops. */
  #between(data: Uint8Array, from: number): number {
    let at = from;
    while (at < data.length && data[at] !== LT) {
      const byte = data[at];
      if (byte !== 0x20 && byte !== 0x9 && byte !== LF && byte !== CR) {
        throw (byte ?? 0) < 0x80 ? malformed('there is text outside the root') : this.#badByte(data, at);
      }
      at += 1;
    }
    return at;
  }

  #badByte(data: Uint8Array, at: number): XmlError {
    const bad = sequenceLength(data, at, data.length) === NOT_UTF8;
    return bad
      ? new XmlError('xml.encoding', 'The document is not valid UTF-8.')
      : malformed('there is text outside the root');
  }

  #text(data: Uint8Array, from: number, last: boolean): number {
    let start = from;
    let at = from;
    const end = data.length;
    for (;;) {
      const run = at;
      at = nextStop(data, at, end, TEXT);
      if (at > run) this.#countBrackets(data, run, at);
      if (at === end) break;
      const byte = data[at] as number;
      const kind = TEXT[byte];
      if (kind === CONTROL) throw malformed('a character is not allowed');
      if (kind !== LOOK) {
        const length = this.#sequence(data, at);
        if (length === INCOMPLETE) break;
        this.#brackets = 0;
        at += length;
        continue;
      }
      if (byte === LT) break;
      this.#out.bytes(data, start, at);
      start = at;
      let next: number;
      if (byte === GT) {
        if (this.#brackets >= 2) throw malformed('a text holds "]]>"');
        this.#out.text('&gt;');
        next = at + 1;
      } else if (byte === CR) next = this.#lineEnd(data, at, last);
      else next = this.#reference(data, at);
      if (next === at) return at;
      this.#brackets = 0;
      at = next;
      start = next;
    }
    this.#out.bytes(data, start, at);
    return at;
  }

  #countBrackets(data: Uint8Array, from: number, to: number): void {
    let count = 0;
    while (to - count > from && data[to - count - 1] === BRACKET) count += 1;
    this.#brackets = to - count === from ? this.#brackets + count : count;
  }

  /** CR LF and CR alone are one LF (XML 1.0 §2.11). Answers the place after it, or `at` when the next byte is awaited. */
  #lineEnd(data: Uint8Array, at: number, last: boolean): number {
    if (at + 1 === data.length && !last) return at;
    if (data[at + 1] !== LF) this.#out.byte(LF);
    return at + 1;
  }

  #reference(data: Uint8Array, at: number): number {
    const end = Math.min(data.length, at + MAX_REFERENCE);
    let stop = at + 1;
    while (stop < end && data[stop] !== 0x3b) stop += 1;
    if (stop === end) {
      if (end < data.length || end - at === MAX_REFERENCE) throw malformed('a reference has no end');
      return at;
    }
    const value = reference(this.#decode(data, at + 1, stop));
    if (value === '&') this.#out.text('&amp;');
    else if (value === '<') this.#out.text('&lt;');
    else if (value === '>') this.#out.text('&gt;');
    else if (value === '\r') this.#out.text('&#xD;');
    else this.#out.text(value);
    return stop + 1;
  }

  #cdata(data: Uint8Array, from: number): number {
    let start = from;
    let at = from;
    const end = data.length;
    for (;;) {
      at = nextStop(data, at, end, CDATA);
      if (at === end) break;
      const byte = data[at] as number;
      const kind = CDATA[byte];
      if (kind === CONTROL) throw malformed('a character is not allowed');
      if (kind !== LOOK) {
        const length = this.#sequence(data, at);
        if (length === INCOMPLETE) break;
        at += length;
        continue;
      }
      if (byte === BRACKET) {
        if (at + 2 >= end) break;
        if (data[at + 1] !== BRACKET || data[at + 2] !== GT) {
          at += 1;
          continue;
        }
        this.#out.bytes(data, start, at);
        this.#mode = 'markup';
        this.#brackets = 0;
        return at + 3;
      }
      this.#out.bytes(data, start, at);
      if (byte === CR) {
        const next = this.#lineEnd(data, at, false);
        if (next === at) return at;
      } else this.#out.text(byte === LT ? '&lt;' : byte === GT ? '&gt;' : '&amp;');
      at += 1;
      start = at;
    }
    this.#out.bytes(data, start, at);
    return at;
  }

  #comment(data: Uint8Array, from: number): number {
    let start = from;
    let at = from;
    const end = data.length;
    const show = (to: number): void => {
      if (this.#showing) this.#out.bytes(data, start, to);
    };
    for (;;) {
      at = nextStop(data, at, end, COMMENT);
      if (at === end) break;
      const byte = data[at] as number;
      const kind = COMMENT[byte];
      if (kind === CONTROL) throw malformed('a character is not allowed');
      if (kind !== LOOK) {
        const length = this.#sequence(data, at);
        if (length === INCOMPLETE) break;
        at += length;
      } else if (byte === DASH) {
        if (at + 2 >= end) break;
        if (data[at + 1] !== DASH) {
          at += 1;
          continue;
        }
        if (data[at + 2] !== GT) throw malformed('a comment holds "--"');
        show(at);
        if (this.#showing) this.#endSibling('-->');
        this.#mode = 'markup';
        return at + 3;
      } else {
        if (at + 1 === end) break;
        show(at);
        if (data[at + 1] !== LF && this.#showing) this.#out.byte(LF);
        at += 1;
        start = at;
      }
    }
    show(at);
    return at;
  }

  #sequence(data: Uint8Array, at: number): number {
    const length = sequenceLength(data, at, data.length);
    if (length === NOT_UTF8) throw new XmlError('xml.encoding', 'The document is not valid UTF-8.');
    if (length === NOT_A_CHARACTER) throw malformed('a character is not allowed');
    return length;
  }

  #markup(data: Uint8Array, at: number): number {
    const next = data[at + 1];
    if (next === undefined) return at;
    if (next === 0x21) return this.#declaration(data, at);
    const end = next === 0x3f ? this.#instructionEnd(data, at) : this.#tagEnd(data, at);
    if (end < 0) {
      if (data.length - at > this.#limits.maxTagBytes) throw this.#tagTooLong();
      return at;
    }
    this.#resume = 0;
    this.#quote = 0;
    if (end - at > this.#limits.maxTagBytes) throw this.#tagTooLong();
    if (next === 0x3f) this.#instruction(this.#decode(data, at + 2, end - 2));
    else if (next === 0x2f) this.#close(this.#decode(data, at + 2, end - 1));
    else this.#open(this.#decode(data, at + 1, end - 1));
    this.#brackets = 0;
    return end;
  }

  #tagTooLong(): XmlError {
    return new XmlError('xml.tooLarge', `A tag is longer than ${this.#limits.maxTagBytes} bytes.`);
  }

  /** Offset after the `>` of the tag at `at`, or -1. The search goes on from where it stopped when more bytes come. */
  #tagEnd(data: Uint8Array, at: number): number {
    let quote = this.#quote;
    for (let index = at + Math.max(1, this.#resume); index < data.length; index += 1) {
      const byte = data[index];
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === GT) return index + 1;
      else if (byte === 0x22 || byte === 0x27) quote = byte;
    }
    this.#quote = quote;
    this.#resume = data.length - at;
    return -1;
  }

  #instructionEnd(data: Uint8Array, at: number): number {
    for (let index = at + Math.max(3, this.#resume); index < data.length; index += 1) {
      if (data[index] === GT && data[index - 1] === 0x3f) return index + 1;
    }
    this.#resume = data.length - at;
    return -1;
  }

  #declaration(data: Uint8Array, at: number): number {
    const have = Math.min(data.length - at, 9);
    const head = String.fromCharCode(...data.subarray(at, at + have));
    this.#brackets = 0;
    if (head.startsWith('<!--')) {
      this.#mode = 'comment';
      this.#showing = this.#comments;
      if (this.#showing) this.#beginSibling('<!--');
      return at + 4;
    }
    if (head === '<![CDATA[') {
      if (this.#stack.length === 0) throw malformed('there is text outside the root');
      this.#mode = 'cdata';
      return at + 9;
    }
    if ('<!--'.startsWith(head) || '<![CDATA['.startsWith(head)) return at;
    if (/^<!d/i.test(head)) {
      throw new XmlError('xml.doctype', 'The document holds a DOCTYPE: it is refused, whatever it declares.');
    }
    throw malformed('a declaration stands where none can be');
  }

  /** Comments and instructions beside the root element have their own line (Canonical XML 1.0 §2.3). */
  #beginSibling(head: string): void {
    if (this.#stack.length === 0 && this.#rootSeen) this.#out.byte(LF);
    this.#out.text(head);
  }

  #endSibling(tail: string): void {
    this.#out.text(tail);
    if (this.#stack.length === 0 && !this.#rootSeen) this.#out.byte(LF);
  }

  #instruction(source: string): void {
    const [, target = '', , content = ''] = /^([^ \t\r\n]*)([ \t\r\n]+|$)(.*)$/s.exec(source) ?? [];
    if (target.toLowerCase() === 'xml') {
      this.#xmlDeclaration(target, content);
      return;
    }
    if (!isNcName(target)) throw malformed('a name is not valid');
    this.#beginSibling('<?');
    this.#out.text(target);
    if (content !== '') this.#out.text(` ${content.replace(/\r\n?/g, '\n')}`);
    this.#endSibling('?>');
  }

  #xmlDeclaration(target: string, content: string): void {
    const parts =
      /^version[ \t\r\n]*=[ \t\r\n]*(?:"([^"<&]*)"|'([^'<&]*)')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"([^"<&]*)"|'([^'<&]*)'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*$/.exec(
        content,
      );
    if (target !== 'xml' || !this.#atStart || parts === null)
      throw malformed('the XML declaration is misplaced or wrong');
    const encoding = parts[3] ?? parts[4];
    checkDeclaration({ version: parts[1] ?? parts[2] ?? '', ...(encoding === undefined ? {} : { encoding }) });
  }

  #open(source: string): void {
    if (this.#stack.length === 0 && this.#rootSeen) throw malformed('there are two roots');
    if (this.#stack.length >= this.#limits.maxDepth) {
      throw new XmlError('xml.tooDeep', `Elements are nested deeper than ${this.#limits.maxDepth}.`);
    }
    const { mark } = this.#scope;
    const { name, empty } = writeStartTag(source, this.#scope, this.#limits.maxAttributes, this.#out);
    this.#rootSeen = true;
    this.#stack.push({ name, mark });
    if (empty) this.#close(name);
  }

  #close(source: string): void {
    const open = this.#stack.pop();
    let end = source.length;
    while (end > 0 && ' \t\r\n'.includes(source[end - 1] ?? '')) end -= 1;
    const name = source.slice(0, end);
    if (open === undefined || open.name !== name) throw malformed('an end tag does not match');
    this.#scope.leave(open.mark);
    this.#out.text(`</${name}>`);
  }

  #decode(data: Uint8Array, from: number, to: number): string {
    let value: string;
    try {
      value = this.#decoder.decode(data.subarray(from, to));
    } catch {
      throw new XmlError('xml.encoding', 'The document is not valid UTF-8.');
    }
    if (forbidden.test(value)) throw malformed('a character is not allowed');
    return value;
  }
}
