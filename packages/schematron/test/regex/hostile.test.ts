import { describe, expect, it } from 'vitest';
import { longestNativeInput } from '../../src/regex/cost.js';
import { compileRegex, RegexError } from '../../src/regex/index.js';
import { parsePattern } from '../../src/regex/parse.js';

/** Steps for 2 000 characters: a few hundred for each, whatever the pattern. */
const STEPS = 1_000_000;

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof RegexError ? error.code : String(error);
  }
}

function nativeLength(pattern: string): number {
  return longestNativeInput(parsePattern(pattern, ''), 20_000_000);
}

describe('patterns that backtracking cannot get through', () => {
  const exponential = [
    '(a+)+$',
    '(a|aa)*b',
    '(.*)*x',
    '(\\w+\\s?)*$',
    '(a|a)*b',
    '(a*)*b',
    '(a|b|ab)*c',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(x+x+)+y',
    '(a|aa){30}b',
    '(a?){30}a{30}b',
    '(a{1,9}){1,9}b',
    `${'a?'.repeat(40)}${'a'.repeat(40)}b`,
    `${'(a|a)'.repeat(40)}b`,
    '(\\d+|\\d+\\.\\d+)+x',
    '([a-z]+,?)*;',
  ];

  it.each(exponential)('%s is run by the automaton, in steps that grow with the input', (pattern) => {
    const regex = compileRegex(pattern, '', { maxSteps: STEPS });
    expect(regex.engine).toBe('automaton');
    for (const unit of ['a', 'aa ', '1', 'x', '!'])
      expect(codeOf(() => regex.matches(`${unit.repeat(2000)}\n!`.slice(-2000)))).toBeUndefined();
  });

  it('of several loops in a row are native for short inputs only', () => {
    expect(nativeLength('^.*.*x')).toBeGreaterThan(nativeLength('^.*.*.*x'));
    expect(nativeLength('.*.*.*.*.*x')).toBeLessThan(20);
    expect(compileRegex('.*.*.*.*x', '').engine).toBe('automaton');
    const regex = compileRegex('^\\s*(.*?)\\s*$', '', { maxSteps: STEPS * 20 });
    expect(regex.engine).toBe('native');
    expect(regex.matches(`${' '.repeat(100_000)}!\n!`)).toBe(false);
  });

  it('stop with back-references when their budget is spent', () => {
    const regex = compileRegex('(a*)*(a*)\\1b', '', { maxSteps: STEPS });
    expect(regex.engine).toBe('backtracking');
    expect(codeOf(() => regex.matches('a'.repeat(60)))).toBe('regex.budget');
    expect(codeOf(() => compileRegex('(a|aa)+\\1c', '', { maxSteps: STEPS }).replace('a'.repeat(60), ''))).toBe(
      'regex.budget',
    );
  });

  it('share one budget among all the matches of a call', () => {
    const regex = compileRegex('(a|aa)*b', '', { maxSteps: 2000 });
    expect(regex.tokenize('aab'.repeat(10))).toHaveLength(11);
    expect(codeOf(() => regex.tokenize('aab'.repeat(1000)))).toBe('regex.budget');
  });
});

describe('usual patterns', () => {
  it.each([
    '^-?[1-9]\\d*$',
    '-?[^+-]+([+-].*)?$',
    '^(us|ms|s|min)$',
    '^[0-2](\\.(0|[1-9]\\d*))*$',
    '^[A-Fa-f\\d]{8}-[A-Fa-f\\d]{4}-[A-Fa-f\\d]{4}-[A-Fa-f\\d]{4}-[A-Fa-f\\d]{12}$',
    '^[0-9]{4}$|^[0-9]{6}$|^[0-9]{8}$',
    '\\s+',
    '^[\\w.+-]+@([\\w-]+\\.)+[a-z]{2,4}$',
    '^https?://[\\w.-]+(:\\d+)?(/[^?#]*)?(\\?[^#]*)?(#.*)?$',
    '\\{.[a-z]*.\\}',
    '^[a-z\\d+\\.-]+:',
    '(^|:)TS',
    '^\\p{L}[\\p{L}\\p{Nd}_-]*$',
    '^(tel|fax):\\+?[0-9()./-]+$',
  ])('%s are native', (pattern) => {
    expect(compileRegex(pattern, '').engine).toBe('native');
    expect(nativeLength(pattern)).toBeGreaterThan(500);
  });

  it('answer the same on inputs too long for the native engine', () => {
    const regex = compileRegex('-?[^+-]+([+-].*)?$', '');
    const long = `${'1'.repeat(nativeLength('-?[^+-]+([+-].*)?$'))}+0100`;
    expect(regex.matches(long)).toBe(true);
    expect(regex.replace(long, '[$1]')).toBe('[+0100]');
    expect(compileRegex('\\d+', '').tokenize(`a1b${'2'.repeat(50_000)}c`)).toEqual(['a', 'b', 'c']);
  });
});

describe('bounds', () => {
  it('of length, depth and states are errors of the pattern', () => {
    expect(codeOf(() => compileRegex('a'.repeat(10_001), ''))).toBe('FORX0002');
    expect(codeOf(() => compileRegex('('.repeat(201) + ')'.repeat(201), ''))).toBe('FORX0002');
    expect(codeOf(() => compileRegex('('.repeat(200) + ')'.repeat(200), ''))).toBeUndefined();
    expect(codeOf(() => compileRegex(`${'[a-'.repeat(300)}[b${']'.repeat(301)}`, ''))).toBe('FORX0002');
    expect(codeOf(() => compileRegex('(a{100}){101}', ''))).toBe('FORX0002');
    expect(codeOf(() => compileRegex('a{2000000000}', ''))).toBe('FORX0002');
    expect(
      codeOf(() => compileRegex('((((((((((a{1,9}){1,9}){1,9}){1,9}){1,9}){1,9}){1,9}){1,9}){1,9}){1,9})', '')),
    ).toBe('FORX0002');
  });

  it('leave room for loops in loops that may all be empty', () => {
    const nested = (levels: number): string => (levels === 0 ? 'a?' : `(${nested(levels - 1)})*`);
    expect(compileRegex(`^${nested(150)}b`, '', { maxSteps: STEPS }).matches(`${'a'.repeat(1000)}c`)).toBe(false);
    expect(compileRegex(`^${nested(150)}b`, '').matches(`${'a'.repeat(1000)}b`)).toBe(true);
  });

  it('keep the input out of the messages', () => {
    try {
      compileRegex('(a*)*\\1b', '', { maxSteps: 100 }).matches('secret'.repeat(100));
    } catch (error) {
      expect(String(error)).not.toContain('secret');
    }
  });
});
