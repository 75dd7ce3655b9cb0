import { describe, expect, it } from 'vitest';
import { call, codeOf, int, runOf, texts } from './call.js';

const c = runOf('<a/>', {
  namespaces: new Map([['f', 'urn:f']]),
  functions: new Map([['{urn:f}mine', new Set([1, 2])]]),
});

describe('what the engine says of itself', () => {
  it('is what the reference engine says', () => {
    expect(texts(c, 'system-property', 'xsl:version')).toEqual(['3.0']);
    expect(texts(c, 'system-property', 'xsl:vendor')).toEqual(['Saxonica']);
    expect(texts(c, 'system-property', 'java.version')).toEqual(['']);
    expect(codeOf(() => call(c, 'system-property', 'zz:version'))).toBe('XTDE1390');
    expect(codeOf(() => call(c, 'system-property', 'a b'))).toBe('XTDE1390');
  });

  it('of its functions', () => {
    const has = (name: string, arity?: number) =>
      call(c, 'function-available', name, ...(arity === undefined ? [] : [int(arity)]))[0];
    expect([has('count'), has('count', 1), has('count', 2), has('position'), has('concat', 77)]).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
    expect([has('format-date', 2), has('format-date', 3), has('unparsed-text'), has('collection', 2)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([has('for-each'), has('nonsense'), has('xs:date'), has('xs:date', 2), has('xs:anyAtomicType')]).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
    expect([has('f:mine'), has('f:mine', 2), has('f:mine', 3), has('f:other')]).toEqual([true, true, false, false]);
    expect(codeOf(() => has('zz:count'))).toBe('XTDE1400');
  });

  it('of its types and instructions', () => {
    const type = (name: string) => call(c, 'type-available', name)[0];
    expect([type('xs:date'), type('xs:NMTOKENS'), type('xs:untyped'), type('xs:dateTimeStamp')]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([type('xs:zzz'), type('date')]).toEqual([false, false]);
    expect(codeOf(() => type('zz:date'))).toBe('XTDE1428');
    const instruction = (name: string) => call(c, 'element-available', name)[0];
    expect([
      instruction('xsl:for-each'),
      instruction('xsl:try'),
      instruction('xsl:zzz'),
      instruction('for-each'),
    ]).toEqual([true, true, false, false]);
    expect(instruction('xsl:evaluate')).toBe(false);
  });
});

describe('error and trace', () => {
  it('raise the code that a rule gives', () => {
    expect(codeOf(() => call(c, 'error'))).toBe('FOER0000');
    expect(codeOf(() => call(c, 'error', []))).toBe('FOER0000');
    expect(() => call(c, 'error', call(c, 'QName', 'urn:e', 'e:E1'), 'âge inconnu')).toThrow('E1: âge inconnu');
    expect(codeOf(() => call(c, 'error', 'E1'))).toBe('XPTY0004');
  });

  it('tell the caller', () => {
    const seen: string[] = [];
    const traced = runOf('<a/>', { onTrace: (label, value) => seen.push(`${label}=${value.join()}`) });
    expect(call(traced, 'trace', ['a', 'b'], 'é')).toEqual(['a', 'b']);
    expect(call(traced, 'trace', 'c')).toEqual(['c']);
    expect(seen).toEqual(['é=a,b', '=c']);
    expect(call(c, 'trace', 'a', 'b')).toEqual(['a']);
  });
});
