import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { ROOT_SCOPE, type TreeBuilder, XMLNS_NAMESPACE } from './builder.js';
import { DocumentError } from './error.js';
import type { DocumentLimits } from './limits.js';

const CHUNK = 16_384;
const ATTRIBUTE = /[ \t\r\n]+([^ \t\r\n=<>/]+)[ \t\r\n]*=[ \t\r\n]*(?:"[^"]*"|'[^']*')/y;

/** Reads any document of XML 1.0 that has no DOCTYPE, and says what is wrong with those that are not well-formed. */
export function readCompletely(
  builder: TreeBuilder,
  source: string,
  limits: DocumentLimits,
  checkTime: () => void,
): void {
  new CompleteReader(builder, source, limits, checkTime).read();
}

class CompleteReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #scopes: ReadonlyMap<string, string>[] = [ROOT_SCOPE];
  #events = 0;
  #attributes = 0;
  #names: string[] = [];
  #rooted = false;
  // The text that is not ended yet.
  #text = '';
  /** Where the last markup ended: the next text begins there. */
  #after = 0;

  constructor(
    private readonly builder: TreeBuilder,
    private readonly source: string,
    private readonly limits: DocumentLimits,
    private readonly checkTime: () => void,
  ) {}

  read(): void {
    this.#listen();
    try {
      for (let at = 0; at < this.source.length; at += CHUNK) {
        this.checkTime();
        this.#parser.write(this.source.slice(at, at + CHUNK));
      }
      this.#parser.close();
    } catch (cause) {
      if (cause instanceof DocumentError) throw cause;
      throw this.#error(describe(cause));
    }
    if (!this.#rooted) throw this.#error('The document has no element.');
  }

  #listen(): void {
    const parser = this.#parser;
    parser.on('doctype', () => {
      throw new DocumentError('document.doctype', 'The document holds a DOCTYPE: it is refused, whatever it declares.');
    });
    parser.on('xmldecl', () => this.#skipTo('?>'));
    parser.on('opentagstart', () => {
      this.#tick();
      this.#attributes = 0;
      this.#names = [];
    });
    parser.on('attribute', ({ name }) => {
      this.#attributes += 1;
      if (this.#attributes > this.limits.maxAttributes) throw this.builder.tooManyAttributes();
      this.#names.push(name);
    });
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('closetag', (tag) => this.#close(tag.isSelfClosing));
    parser.on('text', (value) => this.#addText(value));
    parser.on('cdata', (value) => this.#addText(value));
    parser.on('comment', (value) => {
      this.#tick();
      this.#endText();
      this.builder.comment(value, this.#startOf('<!--'));
      this.#after += 4;
      this.#skipTo('-->');
    });
    parser.on('processinginstruction', ({ target, body }) => {
      this.#tick();
      this.#endText();
      this.builder.instruction(target, body, this.#startOf('<?'));
      this.#skipTo('?>');
    });
  }

  #open(tag: SaxesTagNS): void {
    this.#endText();
    this.#rooted = true;
    const outer = this.#scopes[this.#scopes.length - 1] ?? ROOT_SCOPE;
    const scope = scopeOf(outer, tag);
    this.#scopes.push(scope);
    const start = this.#startOf('<');
    const element = this.builder.open(this.builder.name(tag.uri, tag.local, tag.prefix), scope, start);
    const offsets = this.#offsets(start + 1 + tag.name.length);
    const found: SaxesAttributeNS[] = [];
    for (const name of this.#names) {
      const each = tag.attributes[name];
      if (each !== undefined && each.uri !== XMLNS_NAMESPACE) found.push(each);
    }
    if (found.length > 0) {
      element.attributes = found.map(({ uri, local, prefix, value, name }) =>
        this.builder.attribute(element, this.builder.name(uri, local, prefix), value, offsets.get(name) ?? start),
      );
    }
    this.#skipTo('>');
  }

  #close(selfClosing: boolean): void {
    this.#tick();
    if (!selfClosing) {
      this.#endText();
      this.#skipTo('>');
    }
    this.builder.close();
    this.#scopes.pop();
  }

  /** Where each attribute of the tag begins, from the end of its name on; leaves the place just after the last. */
  #offsets(from: number): Map<string, number> {
    const offsets = new Map<string, number>();
    ATTRIBUTE.lastIndex = from;
    this.#after = from;
    for (let found = ATTRIBUTE.exec(this.source); found !== null; found = ATTRIBUTE.exec(this.source)) {
      offsets.set(found[1] ?? '', found.index + found[0].search(/[^ \t\r\n]/));
      this.#after = ATTRIBUTE.lastIndex;
    }
    return offsets;
  }

  #addText(value: string): void {
    this.#tick();
    if (this.builder.depth > 0) this.#text += value;
  }

  #endText(): void {
    if (this.#text !== '') this.builder.text(this.#text, this.#after);
    if (this.#text !== '' || this.builder.depth > 0) this.#after = this.#markup(this.#after);
    this.#text = '';
  }

  /** Where the markup that ends a text begins: CDATA sections are part of the text. */
  #markup(from: number): number {
    let at = this.source.indexOf('<', from);
    while (at >= 0 && this.source.startsWith('<![CDATA[', at)) {
      const end = this.source.indexOf(']]>', at);
      at = end < 0 ? -1 : this.source.indexOf('<', end);
    }
    return at < 0 ? from : at;
  }

  #startOf(mark: string): number {
    const found = this.source.indexOf(mark, this.#after);
    if (found >= 0) this.#after = found;
    return this.#after;
  }

  #skipTo(mark: string): void {
    const found = this.source.indexOf(mark, this.#after);
    if (found >= 0) this.#after = found + mark.length;
  }

  #tick(): void {
    this.#events += 1;
    if ((this.#events & 0x3ff) === 0) this.checkTime();
  }

  #error(message: string): DocumentError {
    const { line, column } = this.#parser;
    return new DocumentError('document.malformed', message, { line, column: Math.max(1, column) });
  }
}

function scopeOf(outer: ReadonlyMap<string, string>, tag: SaxesTagNS): ReadonlyMap<string, string> {
  const declared = Object.entries(tag.ns);
  if (declared.length === 0) return outer;
  const scope = new Map(outer);
  for (const [prefix, uri] of declared) {
    if (prefix === 'xmlns') continue;
    if (uri === '') scope.delete(prefix);
    else scope.set(prefix, uri);
  }
  return scope;
}

/** saxes writes `line:column: what`, and quotes names of the document in some messages: only the known part is kept. */
function describe(cause: unknown): string {
  const reason = cause instanceof Error ? cause.message.replace(/^(?:[^\s:]*:)?\d+:\d+:\s*/, '') : '';
  const known =
    /^(unclosed tag|unexpected close tag|unmatched closing tag|duplicate attribute|unbound namespace prefix|undefined entity|disallowed character|malformed|text data outside|document must contain|unexpected end|attribute)/i;
  const found = known.exec(reason);
  return found === null
    ? 'The document is not well-formed XML.'
    : `The document is not well-formed XML: ${found[0].toLowerCase()}.`;
}
