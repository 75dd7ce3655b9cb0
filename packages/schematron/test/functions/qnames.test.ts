import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inScopePrefixes, isNCName, makeQName, resolveQName, splitQName } from '../../src/runtime/functions/names.js';
import { call, codeOf, element, runOf, texts } from './call.js';

const c = runOf();

describe('names in texts', () => {
  it('are those of XML 1.0, fifth edition', () => {
    expect(['a', '_', 'é', 'a.b-c', 'œuvre', 'a·', 'a\u0301', '𐀀', '😀'].every(isNCName)).toBe(true);
    expect(['', 'a:b', '1a', '-a', '\u0301', '×', 'a b', '\u00b7'].some(isNCName)).toBe(false);
  });

  it('have one prefix at most', () => {
    expect(splitQName('p:a')).toEqual({ prefix: 'p', local: 'a' });
    expect(splitQName('a')).toEqual({ prefix: '', local: 'a' });
    for (const text of ['', ':', 'a:', ':a', 'a:b:c', ' a', 'a\n']) expect(splitQName(text)).toBeUndefined();
    fc.assert(
      fc.property(fc.constantFrom('é', 'a1', '_'), fc.constantFrom('', 'p', 'É'), (local, prefix) => {
        expect(splitQName(prefix === '' ? local : `${prefix}:${local}`)).toEqual({ prefix, local });
      }),
    );
  });
});

describe('resolve-QName', () => {
  it('follows the element, and its default namespace', () => {
    expect(resolveQName('p:z', element(c, 'a')).uri).toBe('urn:p');
    expect(resolveQName('p:z', element(c, 'f')).uri).toBe('urn:q');
    expect(resolveQName('z', element(c, 'a')).uri).toBe('urn:d');
    expect(resolveQName(' z\n', element(c, 'c'))).toMatchObject({ uri: '', local: 'z', prefix: '' });
    expect(resolveQName('xml:z', element(c, 'c')).uri).toBe('http://www.w3.org/XML/1998/namespace');
    expect(resolveQName('p:z', element(c, 'a')).uri).toBe('urn:p');
    expect(call(c, 'resolve-QName', [], element(c, 'c'))).toEqual([]);
  });

  it('fails as the reference engine does', () => {
    expect(codeOf(() => resolveQName('zz:z', element(c, 'c')))).toBe('FONS0004');
    expect(codeOf(() => resolveQName('z z', element(c, 'c')))).toBe('FOCA0002');
    expect(codeOf(() => call(c, 'resolve-QName', 'a', c.document))).toBe('XPTY0004');
  });

  it('does not grow with the names it meets', () => {
    const e = element(c, 'a');
    for (let index = 0; index < 2_000; index++) expect(resolveQName(`p:n${index}`, e).local).toBe(`n${index}`);
  });
});

describe('QName', () => {
  it('takes no white space, and no prefix without a namespace', () => {
    expect(makeQName('u', 'p:a')).toMatchObject({ uri: 'u', local: 'a', prefix: 'p' });
    expect(makeQName('', 'a')).toMatchObject({ uri: '', local: 'a' });
    for (const [uri, text] of [
      ['', 'p:a'],
      ['u', ' a'],
      ['u', ':a'],
      ['u', 'é é'],
    ] as const) {
      expect(codeOf(() => makeQName(uri, text))).toBe('FOCA0002');
    }
  });

  it('has parts', () => {
    const name = call(c, 'QName', 'u', 'p:a');
    expect(texts(c, 'prefix-from-QName', name)).toEqual(['p']);
    expect(call(c, 'prefix-from-QName', call(c, 'QName', 'u', 'a'))).toEqual([]);
    expect(texts(c, 'local-name-from-QName', name)).toEqual(['a']);
    expect(texts(c, 'namespace-uri-from-QName', name)).toEqual(['u']);
    expect(texts(c, 'namespace-uri-from-QName', call(c, 'QName', [], 'a'))).toEqual(['']);
    expect(call(c, 'local-name-from-QName', [])).toEqual([]);
  });
});

describe('prefixes in scope', () => {
  it('are those of the element', () => {
    expect(inScopePrefixes(element(c, 'c')).sort()).toEqual(['p', 'xml']);
    expect(texts(c, 'in-scope-prefixes', element(c, 'd')).sort()).toEqual(['', 'p', 'xml', 'xsi']);
    expect(texts(c, 'namespace-uri-for-prefix', 'p', element(c, 'f'))).toEqual(['urn:q']);
    expect(texts(c, 'namespace-uri-for-prefix', [], element(c, 'f'))).toEqual(['urn:d']);
    expect(call(c, 'namespace-uri-for-prefix', '', element(c, 'c'))).toEqual([]);
    expect(call(c, 'namespace-uri-for-prefix', 'zz', element(c, 'c'))).toEqual([]);
    expect(texts(c, 'namespace-uri-for-prefix', 'xml', element(c, 'c'))).toEqual([
      'http://www.w3.org/XML/1998/namespace',
    ]);
  });
});
