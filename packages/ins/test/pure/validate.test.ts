import { describe, expect, it } from 'vitest';
import { MAX_SEARCH_CALLS, planAttempts, validateTraitsRecherche } from '../../src/validate.ts';

const traits = {
  nomNaissance: 'D’ÆION',
  prenoms: 'CŒUR',
  sexe: 'M' as const,
  dateNaissance: '1987-01-01',
};
const rules = (input: unknown) => validateTraitsRecherche(input as typeof traits).map((f) => f.rule);

describe('traits of a search', () => {
  it('has no remark on what normalisation mends (CNDA 2.03)', () => expect(rules(traits)).toEqual([]));

  it.each([
    ['a digit in the name', { ...traits, nomNaissance: 'AD2' }, 'traits.name.character'],
    ['a double hyphen in a given name', { ...traits, prenoms: 'A--B' }, 'traits.name.doubleHyphen'],
    ['no given name', { ...traits, prenoms: ' ' }, 'traits.name.empty'],
    ['an undetermined sex', { ...traits, sexe: 'I' }, 'insi.sexe.indetermine'],
    ['a date in another order', { ...traits, dateNaissance: '01/01/1987' }, 'date.lunaire.format'],
    ['a place that is no code', { ...traits, lieuNaissance: 'PARIS' }, 'cog.format'],
    ['more given names than calls', { ...traits, prenoms: 'A B C D E F' }, 'ins.search.truncated'],
  ])('%s', (_what, input, rule) => expect(rules(input)).toContain(rule));

  it('never throws, whatever it is given', () => {
    for (const input of [{}, { nomNaissance: 1, prenoms: null }, { prenoms: [1, {}] }])
      expect(rules(input).length).toBeGreaterThan(0);
  });
});

describe('candidate sequence', () => {
  it('is each given name in order, hyphens kept, then all joined', () => {
    expect(planAttempts('PIERRE PAUL JACQUES').map((a) => a.prenom)).toEqual([
      'PIERRE',
      'PAUL',
      'JACQUES',
      'PIERRE PAUL JACQUES',
    ]);
    expect(planAttempts('PIERRE-ALAIN MURIEL').map((a) => a.prenom)).toEqual([
      'PIERRE-ALAIN',
      'MURIEL',
      'PIERRE-ALAIN MURIEL',
    ]);
    expect(planAttempts('ZOE').map((a) => a.prenom)).toEqual(['ZOE']);
    expect(MAX_SEARCH_CALLS).toBe(6);
  });
});
