import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeName, validateName } from '../src/name.js';

const rules = (input: string, profile: 'nom' | 'prenom'): string[] => validateName(input, profile).map((f) => f.rule);

describe('normalisation', () => {
  test.each([
    ['D’ÆION', 'nom', "D'AEION"],
    ['CŒUR', 'prenom', 'COEUR'],
    ['dupont', 'nom', 'DUPONT'],
    ['Zoé', 'prenom', 'ZOE'],
    ['Zoe\u0301', 'prenom', 'ZOE'],
    ['Çelik Ñandú Müller Ÿ', 'nom', 'CELIK NANDU MULLER Y'],
    ['Weiß', 'nom', 'WEISS'],
    ['Ǽsir', 'nom', 'AESIR'],
    ['L`Hote', 'nom', "L'HOTE"],
    ['Jean–Pierre', 'prenom', 'JEAN-PIERRE'],
    ['DE\u00a0VINCI', 'nom', 'DE VINCI'],
    ['  ADRUN\t', 'nom', 'ADRUN'],
    ['dupont--martin', 'nom', 'DUPONT--MARTIN'],
    ["'t serstevens", 'nom', "'T SERSTEVENS"],
    ["D'ARTAGNAN DE L'HERAULT", 'nom', "D'ARTAGNAN DE L'HERAULT"],
  ] as const)('%s as %s → %s', (input, profile, value) => {
    expect(normalizeName(input, profile)).toMatchObject({ ok: true, value });
  });

  test('each change is reported with its place', () => {
    expect(normalizeName(' D’Æï-', 'nom')).toMatchObject({ ok: false });
    expect(normalizeName(' D’Æïo', 'nom')).toEqual({
      ok: true,
      value: "D'AEIO",
      changes: [
        { index: 0, kind: 'trim', from: ' ', to: '' },
        { index: 2, kind: 'apostrophe', from: '’', to: "'" },
        { index: 3, kind: 'ligature', from: 'Æ', to: 'AE' },
        { index: 4, kind: 'diacritic', from: 'ï', to: 'I' },
        { index: 5, kind: 'case', from: 'o', to: 'O' },
      ],
    });
    expect(normalizeName('ADRUN', 'nom')).toEqual({ ok: true, value: 'ADRUN', changes: [] });
    expect(normalizeName('ZOE\u0301', 'prenom')).toMatchObject({
      changes: [{ index: 3, kind: 'diacritic', from: '\u0301', to: '' }],
    });
  });

  test('every refused character is reported, none dropped', () => {
    const result = normalizeName('DU9PO_NT', 'nom');
    expect(result.ok).toBe(false);
    expect(!result.ok && result.findings).toMatchObject([
      { rule: 'traits.name.character', severity: 'error', path: [], params: { character: '9', index: 2, position: 3 } },
      { rule: 'traits.name.character', severity: 'error', path: [], params: { character: '_', index: 5, position: 6 } },
    ]);
  });

  test.each([
    'ИВАН',
    'JEAN/PAUL',
    'J. PAUL',
    'OLA,CATARINA',
    'ŁUKASZ',
    'ØRSTED',
    '李',
    '😀',
    'A\u0000B',
    '\u0301ZOE',
    'A \u0301B',
    '\ud800',
  ])('%s is refused', (input) => {
    const result = normalizeName(input, 'nom');
    expect(result.ok).toBe(false);
    expect(!result.ok && result.findings[0]?.rule).toBe('traits.name.character');
  });

  test('places are counted in what was typed, even when a ligature made the value longer', () => {
    const result = normalizeName(' œu--dé', 'prenom');
    expect(!result.ok && result.findings).toMatchObject([
      { rule: 'traits.name.doubleHyphen', severity: 'error', path: [], params: { index: 4, position: 5 } },
    ]);
  });

  test('what cannot be seen is named by its code point', () => {
    const result = normalizeName('A\u200bB', 'nom');
    expect(!result.ok && result.findings[0]?.params['character']).toBe('U+200B');
  });

  test('what is accepted follows the profile and does not change again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.constantFrom('nom', 'prenom'),
        (input, profile) => {
          const result = normalizeName(input, profile);
          if (!result.ok) {
            expect(result.findings.length).toBeGreaterThan(0);
            return;
          }
          expect(validateName(result.value, profile).filter((f) => f.severity === 'error')).toEqual([]);
          expect(normalizeName(result.value, profile)).toEqual({ ok: true, value: result.value, changes: [] });
        },
      ),
    );
  });

  test('changes put back together give the value', () => {
    const piece = fc.constantFrom('a', 'É', 'œ', 'B', '-', '’', 'Ñ', 'e\u0301', 'ß');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const input = `A${pieces.join('A')}A`;
        const result = normalizeName(input, 'nom');
        if (!result.ok) return;
        let rebuilt = '';
        let from = 0;
        for (const change of result.changes) {
          rebuilt += input.slice(from, change.index) + change.to;
          from = change.index + change.from.length;
        }
        expect(rebuilt + input.slice(from)).toBe(result.value);
      }),
    );
  });
});

describe('profiles', () => {
  test('double hyphen: accepted in a birth name, refused in a given name', () => {
    expect(rules('DUPONT--MARTIN', 'nom')).toEqual([]);
    expect(rules('JEAN--PIERRE', 'prenom')).toEqual(['traits.name.doubleHyphen']);
    expect(rules('DUPONT---MARTIN', 'nom')).toEqual(['traits.name.doubleHyphen']);
  });

  test('leading apostrophe: accepted in a birth name, refused in a given name', () => {
    expect(rules("'T SERSTEVENS", 'nom')).toEqual([]);
    expect(rules("'ANNE", 'prenom')).toEqual(['traits.name.first']);
  });

  test.each([
    ['', 'nom', ['traits.name.empty']],
    ['-DUPONT', 'nom', ['traits.name.first']],
    [' DUPONT', 'nom', ['traits.name.first']],
    ['DUPONT ', 'nom', ['traits.name.last']],
    ["DUPONT'", 'nom', ['traits.name.last']],
    ['DUPONT-', 'nom', ['traits.name.last']],
    ['ANNE-', 'prenom', ['traits.name.last']],
    ["ANNE'", 'prenom', ['traits.name.last']],
    ['DE  VINCI', 'nom', ['traits.name.doubled']],
    ["D''ARC", 'nom', ['traits.name.doubled']],
    ["D' ARC", 'nom', ['traits.name.doubled']],
    ['ANNE  MARIE', 'prenom', ['traits.name.doubled']],
    ["D'-ARC", 'nom', ['traits.name.hyphen']],
    ['ANNE - MARIE', 'prenom', ['traits.name.hyphen']],
    ['Dupont', 'nom', Array(5).fill('traits.name.character')],
    ['É', 'nom', ['traits.name.character']],
    ['PIERRE-ALAIN MURIEL FLORIANT', 'prenom', []],
  ] as const)('%s as %s', (input, profile, expected) => {
    expect(rules(input, profile)).toEqual(expected);
  });

  test('length, at the limit and one above', () => {
    expect(rules('A'.repeat(100), 'nom')).toEqual([]);
    expect(rules('A'.repeat(101), 'nom')).toEqual(['traits.name.tooLong']);
    expect(validateName('A'.repeat(61), 'prenom', { maxLength: 61 })).toEqual([]);
    expect(validateName('A'.repeat(62), 'prenom', { maxLength: 61 })[0]?.params).toEqual({ length: 62, max: 61 });
  });

  test('what is far too long is refused as a whole', () => {
    const expected = [
      { rule: 'traits.name.tooLong', severity: 'error', path: ['nom'], params: { length: 1001, max: 100 } },
    ];
    expect(validateName('9'.repeat(1001), 'nom', { path: ['nom'] })).toMatchObject(expected);
    expect(normalizeName('9'.repeat(1001), 'nom', { path: ['nom'] })).toMatchObject({ ok: false, findings: expected });
    expect(rules('9'.repeat(1000), 'nom')).toHaveLength(1001);
  });

  test('what is not a string is empty', () => {
    expect(rules(undefined as unknown as string, 'nom')).toEqual(['traits.name.empty']);
  });
});
