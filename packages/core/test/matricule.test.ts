import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  computeMatriculeKey,
  formatMatricule,
  isMatricule,
  maskMatricule,
  parseMatricule,
  validateMatricule,
} from '../src/matricule.js';
import { matricule } from './fixtures.js';

const VECTORS: readonly (readonly [string, string, string])[] = [
  ['2751263220749', '74', 'mainland'],
  ['297022A020778', '78', '2A'],
  ['160012B020777', '13', '2B'],
  ['180032B020401', '23', '2B'],
  ['188102B172951', '65', '2B'],
  ['1090763220888', '35', 'NIA'],
  ['2070585756270', '97', 'key 97'],
  ['2590349743953', '39', 'sex digit against the trait'],
  ['1850175056049', '01', 'key 01'],
  ['1810163220751', '40', 'verification sample'],
  ['1810363220456', '76', 'delivered with 60 by the conformity test'],
  ['2810363220456', '26', 'delivered with 10 by the conformity test'],
];

const nir13 = fc
  .tuple(
    fc.constantFrom('1', '2', '3', '4', '7', '8'),
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 1, max: 12 }),
    fc.oneof(
      fc.constantFrom('2A', '2B'),
      fc.integer({ min: 1, max: 99 }).map((n) => String(n).padStart(2, '0')),
    ),
    fc.integer({ min: 1, max: 999 }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(
    ([s, a, m, d, c, o]) =>
      `${s}${String(a).padStart(2, '0')}${String(m).padStart(2, '0')}${d}${String(c).padStart(3, '0')}${String(o).padStart(3, '0')}`,
  );

const rules = (input: string): string[] => validateMatricule(input).map((f) => f.rule);

describe('key', () => {
  test.each(VECTORS)('%s has key %s (%s)', (base, key) => {
    expect(computeMatriculeKey(base)).toBe(key);
    expect(validateMatricule(base + key)).toEqual([]);
    expect(isMatricule(base + key)).toBe(true);
  });

  test.each([
    ['181036322045660', '76', '60'],
    ['281036322045610', '26', '10'],
  ])('%s is refused: the key is %s, not %s', (wrong, expected, found) => {
    expect(validateMatricule(wrong)).toEqual([
      { rule: 'ins.matricule.key', severity: 'error', path: [], params: { expected, found } },
    ]);
    expect(parseMatricule(wrong).ok).toBe(false);
    expect(isMatricule(wrong)).toBe(false);
  });

  test('the official samples with a wrong key pass only when the severity is lowered', () => {
    const samples = [
      '276037510669380',
      '224027511583555',
      '276059205062865',
      '221042545611404',
      '223042545611404',
      '222127505611201',
      '289057545611404',
      '123456789012244',
      '123456789012345',
    ];
    for (const sample of samples) {
      expect(rules(sample)).toContain('ins.matricule.key');
      expect(parseMatricule(sample).ok).toBe(false);
      expect(parseMatricule(sample, { key: 'warning' }).ok).toBe(true);
    }
  });

  test('any change of one digit is seen', () => {
    fc.assert(
      fc.property(nir13, fc.nat(14), fc.integer({ min: 1, max: 9 }), (base, position, delta) => {
        const right = base + computeMatriculeKey(base);
        const digit = right.charAt(position);
        fc.pre(/[0-9]/.test(digit));
        const wrong = right.slice(0, position) + ((Number(digit) + delta) % 10) + right.slice(position + 1);
        expect(isMatricule(right)).toBe(true);
        expect(isMatricule(wrong)).toBe(false);
        expect(parseMatricule(wrong).ok).toBe(false);
      }),
    );
  });

  test('2A and 2B are told apart', () => {
    expect(rules('297022B02077878')).toEqual(['ins.matricule.key']);
  });
});

describe('structure', () => {
  test('a letter stands only at positions 6 and 7, and only as 2A or 2B', () => {
    fc.assert(
      fc.property(nir13, fc.nat(14), fc.constantFrom('A', 'B', 'C', 'Z'), (base, position, letter) => {
        const digits = base.replace(/2[AB]/, '63');
        const right = digits + computeMatriculeKey(digits);
        const altered = right.slice(0, position) + letter + right.slice(position + 1);
        const corsican = position === 6 && (letter === 'A' || letter === 'B') && right.charAt(5) === '2';
        expect(rules(altered).includes('ins.matricule.format')).toBe(!corsican);
      }),
    );
  });

  test.each([
    ['', 0],
    ['2751263', 7],
    ['27512632207497', 14],
    ['2751263220749744', 16],
    ['2A1263220749742', 15],
  ])('%s is refused', (input, length) => {
    expect(validateMatricule(input)).toEqual([
      { rule: 'ins.matricule.format', severity: 'error', path: [], params: { length } },
    ]);
  });

  test('13 characters lack their key', () => {
    expect(rules('2751263220749')).toEqual(['ins.matricule.keyMissing']);
    expect(computeMatriculeKey('275126322074')).toBe('');
  });

  test('case and grouping do not matter', () => {
    const read = parseMatricule(' 2 97 02 2a 020 778 78 ');
    expect(read).toEqual({ ok: true, value: '297022A02077878', findings: [] });
    expect(isMatricule('297022a02077878')).toBe(false);
    expect(computeMatriculeKey('297022a020778')).toBe('78');
  });

  test('what is not a string is refused without throwing', () => {
    for (const value of [undefined, null, 12, {}])
      expect(rules(value as unknown as string)).toEqual(['ins.matricule.format']);
  });
});

describe('unusual parts are warnings', () => {
  const withKey = (base: string): string => base + computeMatriculeKey(base);
  test.each([
    ['0751263220749', 'ins.matricule.sex'],
    ['5751263220749', 'ins.matricule.sex'],
    ['9751263220749', 'ins.matricule.sex'],
    ['2750063220749', 'ins.matricule.month'],
    ['2751363220749', 'ins.matricule.month'],
    ['2751963220749', 'ins.matricule.month'],
    ['2751200220749', 'ins.matricule.department'],
    ['2751263000749', 'ins.matricule.commune'],
    ['2751263220000', 'ins.matricule.order'],
  ])('%s → %s', (base, rule) => {
    const findings = validateMatricule(withKey(base));
    expect(findings.map((f) => [f.rule, f.severity])).toEqual([[rule, 'warning']]);
    expect(parseMatricule(withKey(base)).ok).toBe(true);
  });

  test.each([
    '3751263220749',
    '8751263220749',
    '2752063220749',
    '2753063220749',
    '2754263220749',
    '2759963220749',
    '2751299350749',
    '2751297101749',
  ])('%s has none', (base) => {
    expect(validateMatricule(withKey(base))).toEqual([]);
  });

  test('the path of the caller comes first', () => {
    expect(validateMatricule('x', { path: ['history', 2] })[0]?.path).toEqual(['history', 2]);
  });
});

describe('display', () => {
  test('grouped', () => {
    expect(formatMatricule(matricule('275126322074974'))).toBe('2 75 12 63 220 749 74');
    expect(formatMatricule(matricule('297022A02077878'))).toBe('2 97 02 2A 020 778 78');
  });
  test('masked', () => {
    expect(maskMatricule(matricule('275126322074974'))).toBe('2 75 12 ••• ••• ••• ••');
  });
});
