import { describe, expect, test } from 'vitest';
import { cogEquivalent, isAbroad, UNKNOWN_COG, validateCog } from '../src/cog.js';

describe('place of birth', () => {
  test.each(['63220', '2A020', '2B033', '97101', '98818', '99350', '20020'])('%s is accepted', (code) => {
    expect(validateCog(code)).toEqual([]);
  });

  test.each(['', '6322', '632200', '2C020', '2a020', 'A2020', '6322O', undefined])('%s is refused', (code) => {
    expect(validateCog(code as string, ['lieuNaissance'])).toMatchObject([
      { rule: 'cog.format', severity: 'error', path: ['lieuNaissance'], params: {} },
    ]);
  });

  test('unknown', () => {
    expect(validateCog(UNKNOWN_COG).map((f) => [f.rule, f.severity])).toEqual([['cog.unknown', 'warning']]);
    expect(isAbroad(UNKNOWN_COG)).toBe(false);
    expect(isAbroad('99350')).toBe(true);
    expect(isAbroad('63220')).toBe(false);
    expect(isAbroad('9935')).toBe(false);
  });

  test.each([
    ['20020', '2A020', '1960-01-01', true],
    ['2B020', '20020', '1975-12-31', true],
    ['20020', '2A020', '1976-01-01', false],
    ['20020', '2A020', undefined, true],
    ['2A020', '2B020', '1960-01-01', false],
    ['20020', '2A021', '1960-01-01', false],
    ['63220', '63220', '1997-01-01', true],
    ['20020', '2A020x', '1960-01-01', false],
  ])('%s and %s, born %s: %s', (a, b, birth, same) => {
    expect(cogEquivalent(a, b, birth)).toBe(same);
  });
});
