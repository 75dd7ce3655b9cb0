import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeForUri, escapeHtmlUri, iriToUri, isAbsoluteUri, resolveUri } from '../../src/runtime/functions/uris.js';
import { call, codeOf, runOf, texts } from './call.js';

describe('escapes', () => {
  it('of a part of a URI, of an IRI, of HTML', () => {
    expect(encodeForUri("a é/?~-_.!*'()😀%20")).toBe('a%20%C3%A9%2F%3F~-_.%21%2A%27%28%29%F0%9F%98%80%2520');
    expect(iriToUri('a é/<>"{}|\\^`%20?~#[]')).toBe('a%20%C3%A9/%3C%3E%22%7B%7D%7C%5C%5E%60%20?~#[]');
    expect(escapeHtmlUri('a é <>"~%')).toBe('a %C3%A9 <>"~%');
  });

  it('are undone by decoding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeURIComponent(encodeForUri(text))).toBe(text);
      }),
    );
  });
});

describe('resolve-uri', () => {
  it.each([
    ['a/b', 'http://x/y/z', 'http://x/y/a/b'],
    ['../a', 'http://x/y/z/', 'http://x/y/a'],
    ['../../../a', 'http://x/y/z/', 'http://x/../a'],
    ['', 'http://x/a/../b/./c', 'http://x/b/c'],
    ['', 'file:///a/b/', 'file:///a/b/'],
    ['#f', 'http://x/y?q', 'http://x/y?q#f'],
    ['?z', 'http://x/y?q', 'http://x/?z'],
    ['a', 'http://x', 'http://x/a'],
    ['//h/p', 'http://x/y', 'http://h/p'],
    ['é b', 'http://x/y/', 'http://x/y/é b'],
    ['a ', 'http://x/', 'http://x/a'],
    ['urn:a:b', 'http://x', 'urn:a:b'],
    ['http://q/a b', 'not a base', 'http://q/a%20b'],
    ['/a', 'file:///x/y', 'file:/a'],
  ])('%s against %s', (relative, base, expected) => {
    expect(resolveUri(relative, base)).toBe(expected);
  });

  it.each([
    ['a', 'rel'],
    ['a', ''],
    ['a', 'urn:a:b'],
    ['a', 'http://x/y#f'],
    ['a%', 'http://x/'],
    [':a', 'http://x/'],
    ['a|b', 'http://x/'],
    ['//', 'http://x/'],
    ['x:', 'http://x/'],
    ['a', 'http://x]/'],
    ['a#{', 'http://x/'],
    ['a?{', 'http://x/'],
  ])('refuses %s against %s', (relative, base) => {
    expect(codeOf(() => resolveUri(relative, base))).toBe('FORG0002');
  });

  it('is relative to the schema', () => {
    const c = runOf();
    expect(texts(c, 'resolve-uri', 'b')).toEqual(['file:/judge/b']);
    expect(call(c, 'resolve-uri', [])).toEqual([]);
    expect(texts(c, 'static-base-uri')).toEqual(['file:///judge/main.xsl']);
    const none = runOf('<a/>', { baseUri: undefined as never });
    expect(codeOf(() => call(none, 'resolve-uri', 'b'))).toBe('FONS0005');
    expect(call(none, 'static-base-uri')).toEqual([]);
  });

  it('tells what is absolute', () => {
    expect([isAbsoluteUri('urn:a'), isAbsoluteUri('http://[::1]:80/'), isAbsoluteUri('a/b:c')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
