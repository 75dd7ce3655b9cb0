import type { SchemaElement } from './element.js';
import type { Source } from './model.js';
import type { Reading } from './reading.js';
import { required } from './reading.js';

/** Prefixes that the stylesheets of the ISO pipeline declare by themselves. */
const IMPLICIT: ReadonlyMap<string, string> = new Map([
  ['xs', 'http://www.w3.org/2001/XMLSchema'],
  ['fn', 'http://www.w3.org/2005/xpath-functions'],
]);

// The prefix of a name: a name, a colon, then what a local part begins with (or a star). An axis has two colons.
const prefixPattern = /(?<![\p{L}\p{N}_.:-])([\p{L}_][\p{L}\p{N}_.-]*):(?=[\p{L}_*])/gu;
const literals = /"[^"]*"|'[^']*'/g;

/**
 * The namespaces that the texts of a schema may use. Those of `ns` come first (ISO/IEC 19757-3 §5.4.8); a prefix that only the XML
 * of the schema declares is understood all the same, and said (`ns.implicit`): other engines would refuse it.
 */
export class Namespaces {
  readonly declared: ReadonlyMap<string, string>;
  readonly #extended = new Map<string, ReadonlyMap<string, string>>();

  constructor(
    schema: SchemaElement,
    private readonly reading: Reading,
  ) {
    const declared = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);
    for (const element of schema.elements()) {
      if (!element.is('ns')) continue;
      const prefix = required(reading, element, 'prefix').trim();
      const uri = required(reading, element, 'uri').trim();
      const known = declared.get(prefix);
      if (known !== undefined && known !== uri) {
        const message = `the prefix "${prefix}" has two namespaces (${known} and ${uri}); keep one`;
        reading.fail('schema.duplicate', message, element, 'prefix');
      }
      declared.set(prefix, uri);
    }
    this.declared = declared;
  }

  /** A text of a Schematron element, with the prefixes that it may use. */
  source(element: SchemaElement, attribute: string, text: string): Source {
    return {
      text,
      place: element.attributePlace(attribute),
      namespaces: text.includes(':') ? this.#namespacesOf(text, element, attribute) : this.declared,
    };
  }

  /** A text of an XSLT element: what is declared around it comes first, as in the stylesheet it is copied to. */
  xsltSource(element: SchemaElement, attribute: string, text: string): Source {
    return { text, place: element.attributePlace(attribute), namespaces: this.xsltScope(element) };
  }

  xsltScope(element: SchemaElement): ReadonlyMap<string, string> {
    return this.#extend(new Map([...element.scope].filter(([prefix]) => prefix !== '')));
  }

  #namespacesOf(text: string, element: SchemaElement, attribute: string): ReadonlyMap<string, string> {
    const added = new Map<string, string>();
    for (const [, prefix = ''] of text.replace(literals, '""').matchAll(prefixPattern)) {
      if (this.declared.has(prefix)) continue;
      const uri = element.scope.get(prefix) ?? IMPLICIT.get(prefix);
      if (uri === undefined || added.has(prefix)) continue;
      added.set(prefix, uri);
      this.#say(prefix, uri, element, attribute);
    }
    return added.size === 0 ? this.declared : this.#extend(added);
  }

  #extend(added: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const news = [...added].filter(([prefix, uri]) => this.declared.get(prefix) !== uri);
    if (news.length === 0) return this.declared;
    const key = JSON.stringify(news.sort(([a], [b]) => (a < b ? -1 : 1)));
    const known = this.#extended.get(key);
    if (known !== undefined) return known;
    const extended = new Map([...this.declared, ...news]);
    this.#extended.set(key, extended);
    return extended;
  }

  readonly #said = new Set<string>();

  #say(prefix: string, uri: string, element: SchemaElement, attribute: string): void {
    if (this.#said.has(prefix)) return;
    this.#said.add(prefix);
    this.reading.report({
      code: 'ns.implicit',
      subject: prefix,
      message: `no \`ns\` declares the prefix "${prefix}": read as ${uri}, which the XML around it gives`,
      place: element.attributePlace(attribute),
      incomplete: false,
    });
  }
}
