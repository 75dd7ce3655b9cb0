import { describe, expect, it } from 'vitest';
import { matches, regexOf, replace, tokenize } from '../../src/runtime/functions/patterns.js';
import { call, codeOf, runOf, texts } from './call.js';

describe('regular expressions', () => {
  const c = runOf();

  it('match, replace and part', () => {
    expect(call(c, 'matches', '2 75 12', '^[0-9 ]+$')).toEqual([true]);
    expect(call(c, 'matches', 'ÉTÉ', 'été', 'i')).toEqual([true]);
    expect(call(c, 'matches', [], '^$')).toEqual([true]);
    expect(texts(c, 'replace', 'abc', '(b)', '[$1]')).toEqual(['a[b]c']);
    expect(texts(c, 'tokenize', 'a,b,,c', ',')).toEqual(['a', 'b', '', 'c']);
    expect(texts(c, 'tokenize', 'abc', 'a')).toEqual(['', 'bc']);
    expect(texts(c, 'tokenize', ' é\u00a0a  b ')).toEqual(['é\u00a0a', 'b']);
  });

  it('give nothing for an empty text, whatever the pattern, as the reference engine', () => {
    expect(texts(c, 'tokenize', '', 'x*')).toEqual([]);
    expect(texts(c, 'tokenize', [], '(')).toEqual([]);
  });

  it('fail with the codes of the recommendation', () => {
    expect(codeOf(() => matches('a', 'a', 'z'))).toBe('FORX0001');
    expect(codeOf(() => matches('a', '['))).toBe('FORX0002');
    expect(codeOf(() => tokenize('a', 'b*'))).toBe('FORX0003');
    expect(codeOf(() => replace('a', 'b*', ''))).toBe('FORX0003');
    expect(codeOf(() => replace('a', 'a', '$'))).toBe('FORX0004');
  });

  it('are compiled once, and forgotten in the end', () => {
    const first = regexOf('a(b)c');
    expect(regexOf('a(b)c')).toBe(first);
    expect(c.regex('a(b)c')).toBe(first);
    for (let index = 0; index < 600; index++) regexOf(`x${index}`);
    expect(regexOf('a(b)c')).not.toBe(first);
  });

  it('stop when a match takes too many steps', () => {
    expect(codeOf(() => matches(`${'a'.repeat(40_000)}b`, '^(a*)*(a*)*\\1\\2c$'))).toBe('limit.regex');
  });
});
