import { describe, expect, it } from 'vitest';
import { refreshNames } from '../../src/tree/document.js';
import { DocumentError } from '../../src/tree/error.js';
import { elementsNamed, elementsWith } from '../../src/tree/indexes.js';
import type { DocumentLimits } from '../../src/tree/limits.js';
import { locate, location, xpathOf } from '../../src/tree/location.js';
import { nameOf } from '../../src/tree/names.js';
import { ATTRIBUTE, COMMENT, DOCUMENT, ELEMENT, INSTRUCTION, TEXT, type XNode } from '../../src/tree/node.js';
import { readDocument } from '../../src/tree/read.js';

function children(node: XNode | null): XNode[] {
  const all: XNode[] = [];
  for (let at = node?.first ?? null; at !== null; at = at.next) all.push(at);
  return all;
}

function codeOf(input: string | Uint8Array, limits: Partial<DocumentLimits> = {}): string {
  try {
    readDocument(input, { limits });
  } catch (error) {
    if (error instanceof DocumentError) return error.code;
    throw error;
  }
  return 'read';
}

describe('the tree', () => {
  it('has the nodes of the data model, in the order of the document', () => {
    const document = readDocument('<!--c--><a x="1" y="2">t<![CDATA[<]]>&amp;u<!--d-->v<?pi  data?><b/></a>');
    expect(document.kind).toBe(DOCUMENT);
    const [comment, a] = children(document);
    expect([comment?.kind, comment?.value]).toEqual([COMMENT, 'c']);
    expect(a?.attributes.map(({ kind, value, order }) => [kind, value, order])).toEqual([
      [ATTRIBUTE, '1', 3],
      [ATTRIBUTE, '2', 4],
    ]);
    expect(children(a ?? null).map(({ kind, value }) => [kind, value])).toEqual([
      [TEXT, 't<&u'],
      [COMMENT, 'd'],
      [TEXT, 'v'],
      [INSTRUCTION, 'data'],
      [ELEMENT, ''],
    ]);
  });

  it('normalises line ends and the white space of attributes, but not that of references', () => {
    const [a] = children(readDocument('<a x="1\r\n2\t3\n4&#10;5">\r\n.\r.&#13;</a>'));
    expect(a?.attributes[0]?.value).toBe('1 2 3 4\n5');
    expect(a?.first?.value).toBe('\n.\n.\r');
  });

  it('knows the prefixes in scope of each element', () => {
    const [a] = children(readDocument('<a xmlns="urn:1" xmlns:p="urn:2"><b xmlns="" xmlns:q="urn:3"/><p:c/></a>'));
    const [b, c] = children(a ?? null);
    expect([...(a?.scope ?? [])]).toEqual([
      ['xml', 'http://www.w3.org/XML/1998/namespace'],
      ['', 'urn:1'],
      ['p', 'urn:2'],
    ]);
    expect(b?.scope?.has('')).toBe(false);
    expect(b?.qname).toMatchObject({ uri: '', local: 'b' });
    expect(c?.scope).toBe(a?.scope);
    expect(c?.qname).toMatchObject({ uri: 'urn:2', local: 'c', prefix: 'p' });
  });

  it('gives names that a pack knows their number, also when the pack comes later', () => {
    const known = nameOf('urn:known', 'k');
    const document = readDocument('<k xmlns="urn:known"><later unheard-of="1" later="2"/><later unheard-of="1"/></k>');
    const k = document.first;
    const [first] = children(k);
    expect(k?.name).toBe(known);
    expect(first?.name).toBeLessThan(0);
    expect(elementsNamed(document, first?.name ?? 0)).toHaveLength(2);
    const later = nameOf('urn:known', 'later');
    const attribute = nameOf('', 'a-name-that-is-not-there');
    refreshNames(document);
    expect(first?.name).toBe(later);
    expect(elementsNamed(document, later)).toHaveLength(2);
    expect(elementsWith(document, later, nameOf('', 'unheard-of'), '1')).toHaveLength(0);
    refreshNames(document);
    expect(elementsWith(document, later, nameOf('', 'unheard-of'), '1')).toHaveLength(2);
    expect(elementsWith(document, later, attribute, '1')).toEqual([]);
  });
});

describe('where nodes are', () => {
  const source = '<?xml version="1.0"?>\n<a>\r\n  <b/><x:b xmlns:x="u" c="1"/>\r  <b>t</b>\n</a>';
  const document = readDocument(source);
  const [, b, xb, , last] = children(document.first);

  it('is told by line and column', () => {
    expect([document.first, b, xb, xb?.attributes[0], last, last?.first].map((node) => node && locate(node))).toEqual([
      { line: 2, column: 1 },
      { line: 3, column: 3 },
      { line: 3, column: 7 },
      { line: 3, column: 24 },
      { line: 4, column: 3 },
      { line: 4, column: 6 },
    ]);
  });

  it('is told by a plain path, where names of any namespace count', () => {
    expect([document, b, xb, xb?.attributes[0], last?.first].map((node) => node && location(node))).toEqual([
      '/a',
      '/a/b',
      '/a/b[2]',
      '/a/b[2]/@c',
      '/a/b[3]/text()',
    ]);
  });

  it('is told by an XPath that needs no prefix', () => {
    expect([document, xb, last?.first].map((node) => node && xpathOf(node))).toEqual([
      '/',
      "/*:a[namespace-uri()=''][1]/*:b[namespace-uri()='u'][1]",
      "/*:a[namespace-uri()=''][1]/*:b[namespace-uri()=''][2]/text()[1]",
    ]);
  });
});

describe('encodings', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const value = (input: string | Uint8Array) => readDocument(input).first?.first?.value;

  it('are those that are marked, told by the first bytes, or declared', () => {
    const wide = (text: string, little: boolean, mark: boolean) => {
      const units = [...(mark ? '\ufeff' : ''), ...text].flatMap((each) => {
        const unit = each.charCodeAt(0);
        return little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
      });
      return new Uint8Array(units);
    };
    const latin = (text: string) => Uint8Array.from(text, (each) => each.charCodeAt(0));
    expect(value(bytes('<a>é’</a>'))).toBe('é’');
    expect(value(bytes('\ufeff<a>é</a>'))).toBe('é');
    expect(value('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>é</a>')).toBe('é');
    for (const little of [true, false]) {
      expect(value(wide('<?xml version="1.0" encoding="UTF-16"?><a>é’</a>', little, true))).toBe('é’');
      expect(value(wide('<a>é’</a>', little, true))).toBe('é’');
      expect(value(wide('<a>é’</a>', little, false))).toBe('é’');
    }
    expect(value(latin('<?xml version="1.0" encoding="ISO-8859-1"?><a>é\x85</a>'))).toBe('é\x85');
    expect(value(latin("<?xml version='1.0' encoding='us-ascii'?><a>e</a>"))).toBe('e');
  });

  it('are refused when they are others, or not what they say', () => {
    for (const wrong of [
      bytes('<?xml version="1.0" encoding="windows-1252"?><a/>'),
      bytes('<?xml version="1.0" encoding="US-ASCII"?><a>é</a>'),
      bytes('\ufeff<?xml version="1.0" encoding="ISO-8859-1"?><a/>'),
      new Uint8Array([0x3c, 0x61, 0x3e, 0xe9, 0x3c, 0x2f, 0x61, 0x3e]),
      new Uint8Array([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]),
      '<a>\ud800</a>',
    ]) {
      expect(codeOf(wrong)).toBe('document.encoding');
    }
  });
});

describe('bounds', () => {
  it('end the reading with a typed error, one beyond what they allow', () => {
    const deep = (levels: number) => `${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}`;
    expect(codeOf(deep(5), { maxDepth: 5 })).toBe('read');
    expect(codeOf(deep(6), { maxDepth: 5 })).toBe('document.tooDeep');
    expect(codeOf('<a b="1" c="2"/>', { maxAttributes: 2 })).toBe('read');
    expect(codeOf('<a b="1" c="2" d="3"/>', { maxAttributes: 2 })).toBe('document.tooMany');
    expect(codeOf('<a>12345</a>', { maxTextLength: 5 })).toBe('read');
    expect(codeOf('<a>123456</a>', { maxTextLength: 5 })).toBe('document.tooLarge');
    expect(codeOf('<a b="123456"/>', { maxTextLength: 5 })).toBe('document.tooLarge');
    expect(codeOf('<a><b/><b/></a>', { maxNodes: 4 })).toBe('read');
    expect(codeOf('<a><b/><b/><b/></a>', { maxNodes: 4 })).toBe('document.tooMany');
    expect(codeOf('<a/>', { maxBytes: 3 })).toBe('document.tooLarge');
    expect(codeOf('<a/>', { maxMillis: -1 })).toBe('read');
    expect(codeOf(`<a>${'<b/>'.repeat(2_000)}</a>`, { maxMillis: -1 })).toBe('document.tooSlow');
  });

  it('hold for hostile documents', () => {
    const deep = `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`;
    expect(codeOf(deep)).toBe('document.tooDeep');
    const document = readDocument(deep, { limits: { maxDepth: 200_000 } });
    expect(location(document.first ?? document)).toBe('/a');
    expect(codeOf(`<a>${'<b/>'.repeat(10_000_000)}</a>`)).toBe('document.tooMany');
    expect(codeOf(`<a>${'x'.repeat(100_000_000)}</a>`)).toBe('document.tooLarge');
    expect(codeOf(`<a ${Array.from({ length: 100_000 }, (_, index) => `b${index}="1"`).join(' ')}/>`)).toBe(
      'document.tooMany',
    );
    expect(codeOf(`<a>${'&amp;'.repeat(1_000_000)}</a>`)).toBe('read');
  });

  it('refuse a DOCTYPE, whatever it declares', () => {
    const entities = '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]><a>&z;</a>';
    expect(codeOf(entities)).toBe('document.doctype');
    expect(codeOf(`<?xml version="1.0"?><!-- c -->\n${entities}`)).toBe('document.doctype');
    expect(codeOf('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')).toBe('document.doctype');
    expect(codeOf('<a><!-- <!DOCTYPE a> --></a>')).toBe('read');
  });

  it('never quote the document', () => {
    expect(() => readDocument('<secret></other>')).toThrow(/^(?!.*(?:secret|other))/);
  });
});
