import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkFirstGivenName,
  compareMatriculeWithTraits,
  compareTraits,
  namesEquivalent,
  validateTraits,
} from '../src/traits.js';
import { zoeLocal, zoeTraits } from './fixtures.js';

describe('first prénom and list', () => {
  test.each([
    [
      'PIERRE-ALAIN MURIEL FLORIANT',
      'PIERRE-ALAIN',
      { coherent: true, premierPrenom: 'PIERRE-ALAIN', ambiguous: false },
    ],
    ['PIERRE ALAIN MURIEL', 'PIERRE-ALAIN', { coherent: true, premierPrenom: 'PIERRE ALAIN', ambiguous: false }],
    ['PIERRE-ALAIN MURIEL', 'Pierre Alain', { coherent: true, premierPrenom: 'PIERRE-ALAIN', ambiguous: false }],
    ['PIERRE-ALAIN MURIEL', 'PIERRE', { coherent: true, premierPrenom: 'PIERRE', ambiguous: false }],
    ['ZOE', 'ZOE', { coherent: true, premierPrenom: 'ZOE', ambiguous: false }],
    ['ZOE', 'Zoé', { coherent: true, premierPrenom: 'ZOE', ambiguous: false }],
    ["M'BARKA AICHA", 'M BARKA', { coherent: true, premierPrenom: "M'BARKA", ambiguous: false }],
    // The prénom that was found is not first: the difference is shown.
    ['CATARINA BELLA', 'OLA', { coherent: false, premierPrenom: 'CATARINA', ambiguous: true }],
    ['ANNABELLE', 'ANNA', { coherent: false, premierPrenom: 'ANNABELLE', ambiguous: true }],
    ['', 'ZOE', { coherent: true, premierPrenom: 'ZOE', ambiguous: true }],
    ['', '', { coherent: true, premierPrenom: '', ambiguous: true }],
    ['ZOE ANNE', '', { coherent: true, premierPrenom: 'ZOE', ambiguous: true }],
    ['ZOE', '', { coherent: true, premierPrenom: 'ZOE', ambiguous: false }],
  ])('%s / %s', (list, first, expected) => {
    expect(checkFirstGivenName(list, first)).toEqual(expected);
  });

  test('what is found is always a beginning of the list', () => {
    const word = fc.stringMatching(/^[A-Z]{1,6}([-' ][A-Z]{1,6}){0,2}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const list = words.join(' ');
        const result = checkFirstGivenName(list, (words[0] ?? '').replace(/[-']/g, ' '));
        expect(result).toEqual({ coherent: true, premierPrenom: words[0], ambiguous: false });
      }),
    );
  });
});

describe('comparison', () => {
  const verdicts = (local: Partial<typeof zoeLocal>, insi: Partial<typeof zoeTraits>): Record<string, string> =>
    Object.fromEntries(
      compareTraits({ ...zoeLocal, ...local }, { ...zoeTraits, ...insi }).map((d) => [d.field, d.verdict]),
    );

  test('the same', () => {
    expect(new Set(Object.values(verdicts({}, {})))).toEqual(new Set(['same']));
  });

  test('equivalent', () => {
    expect(verdicts({ nomNaissance: 'DE-VINCI', premierPrenom: 'Zoé' }, { nomNaissance: 'DE VINCI' })).toMatchObject({
      nomNaissance: 'equivalent',
      premierPrenom: 'equivalent',
    });
    expect(
      verdicts(
        { dateNaissance: '1960-01-01', lieuNaissance: '20020' },
        { dateNaissance: '1960-01-01', lieuNaissance: '2B020' },
      ),
    ).toMatchObject({ lieuNaissance: 'equivalent' });
    expect(verdicts({ dateNaissance: '1975-12-31' }, { dateNaissance: '1975-00-00' })).toMatchObject({
      dateNaissance: 'equivalent',
    });
  });

  test('different', () => {
    expect(
      verdicts({}, { nomNaissance: 'ADRDEUX', sexe: 'M', dateNaissance: '1975-12-30', lieuNaissance: '63221' }),
    ).toMatchObject({
      nomNaissance: 'different',
      sexe: 'different',
      dateNaissance: 'different',
      lieuNaissance: 'different',
      premierPrenom: 'same',
    });
    // Corsica was split in 1976: after that, 20xxx is another place.
    expect(
      verdicts(
        { dateNaissance: '1997-02-26', lieuNaissance: '20020' },
        { dateNaissance: '1997-02-26', lieuNaissance: '2A020' },
      ),
    ).toMatchObject({ lieuNaissance: 'different' });
  });

  test('missing on either side', () => {
    expect(verdicts({ lieuNaissance: undefined }, { listePrenoms: '' })).toMatchObject({
      lieuNaissance: 'missing',
      listePrenoms: 'missing',
    });
  });

  test('parts show what differs on each side', () => {
    const [name] = compareTraits({ ...zoeLocal, nomNaissance: 'DUPOND' }, { nomNaissance: 'DUPONTEL' });
    expect(name).toEqual({
      field: 'nomNaissance',
      local: 'DUPOND',
      insi: 'DUPONTEL',
      verdict: 'different',
      localParts: [
        { text: 'DUPON', changed: false },
        { text: 'D', changed: true },
      ],
      parts: [
        { text: 'DUPON', changed: false },
        { text: 'TEL', changed: true },
      ],
    });
    const inner = compareTraits({ ...zoeLocal, nomNaissance: 'MARTIN' }, { nomNaissance: 'MATRIN' })[0];
    expect(
      inner?.parts
        .filter((p) => p.changed)
        .map((p) => p.text)
        .join('').length,
    ).toBe(1);
  });

  test('parts always give the value back, and unchanged text is common to both', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [diff] = compareTraits({ ...zoeLocal, nomNaissance: a }, { nomNaissance: b });
        const join = (parts: readonly { text: string; changed: boolean }[] = [], all = true): string =>
          parts
            .filter((p) => all || !p.changed)
            .map((p) => p.text)
            .join('');
        expect(join(diff?.localParts)).toBe(a);
        expect(join(diff?.parts)).toBe(b || a);
        if (a && b) expect(join(diff?.parts, false)).toBe(join(diff?.localParts, false));
      }),
    );
  });

  test('names', () => {
    expect(namesEquivalent("D'ARTAGNAN", 'd artagnan')).toBe(true);
    expect(namesEquivalent('CŒUR', 'COEUR')).toBe(true);
    expect(namesEquivalent('DUPONT--MARTIN', 'DUPONT-MARTIN')).toBe(true);
    expect(namesEquivalent('DUPONT', 'DUPOND')).toBe(false);
    expect(namesEquivalent('ИВАН', 'ИВАН')).toBe(true);
  });
});

describe('validation of a set of traits', () => {
  const rules = (changes: object): string[] =>
    validateTraits({ ...zoeLocal, ...changes }).map((f) => `${f.path.join('.')}:${f.rule}`);

  test('nothing to say', () => {
    expect(rules({})).toEqual([]);
    expect(rules({ nomUtilise: 'Dupont-Élie', lieuNaissance: undefined })).toEqual([]);
  });

  test('each remark has its path', () => {
    expect(
      rules({
        nomNaissance: '',
        listePrenoms: 'Zo',
        premierPrenom: '-X',
        sexe: 'X',
        dateNaissance: '1975',
        lieuNaissance: '6322',
      }),
    ).toEqual([
      'nomNaissance:traits.name.empty',
      'listePrenoms:traits.name.character',
      'premierPrenom:traits.name.first',
      'dateNaissance:date.lunaire.format',
      'lieuNaissance:cog.format',
      'sexe:traits.sexe.value',
      'premierPrenom:traits.premierPrenom.incoherent',
    ]);
    expect(rules({ sexe: 'I', lieuNaissance: '99999', dateNaissance: '2009-00-00' })).toEqual([
      'dateNaissance:date.lunaire.notCalendar',
      'lieuNaissance:cog.unknown',
      'sexe:traits.sexe.undetermined',
    ]);
  });
});

describe('matricule against traits', () => {
  const rules = (m: string, changes: Partial<typeof zoeLocal> = {}): string[] =>
    compareMatriculeWithTraits(m, { ...zoeLocal, ...changes }).map((f) => f.rule);
  test('only warnings', () => {
    expect(rules('275126322074974')).toEqual([]);
    expect(rules('275126322074974', { sexe: 'M' })).toEqual(['ins.matricule.traits.sex']);
    expect(rules('275126322074974', { sexe: 'I' })).toEqual([]);
    expect(rules('275126322074974', { dateNaissance: '1976-11-30' })).toEqual([
      'ins.matricule.traits.year',
      'ins.matricule.traits.month',
    ]);
    expect(rules('275126322074974', { dateNaissance: '1975-00-00' })).toEqual([]);
    expect(rules('275126322074974', { dateNaissance: 'x' })).toEqual([]);
    expect(rules('1')).toEqual([]);
  });
});
