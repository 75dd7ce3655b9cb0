import { normalizeName } from '@socle-sante/core/traits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingFields } from '../../src/ins/IdentityDuplicates/useDuplicates.js';
import { dateParts, firstNameChoices, kindOf, toAcknowledge } from '../../src/ins/InsComparison/comparison.js';
import { insComparisonStates as states } from '../../src/ins/InsComparison/InsComparison.states.js';
import { planSearch } from '../../src/ins/InsSearchForm/search-traits.js';
import { foldTyped } from '../../src/ins/shared/fold-typed.js';
import { birthDateText } from '../../src/ins/shared/trait-format.js';

const typed = {
  birthName: 'Adrün',
  firstNames: 'Zoé Marie',
  sex: 'F',
  birthDate: '1975-12-31',
  birthPlace: '',
} as const;

describe('what will be sent to INSi', () => {
  it('is normalised by the rule of the server, with its attempts in order', () => {
    expect(planSearch(typed)).toMatchObject({
      sent: { birthName: 'ADRUN', firstNames: 'ZOE MARIE', sex: 'F', birthDate: '1975-12-31' },
      tried: ['ZOE', 'MARIE', 'ZOE MARIE'],
      leftOut: 0,
    });
  });
  it('never passes six calls, and says what is left out', () => {
    const plan = planSearch({ ...typed, firstNames: 'A B C D E F G' });
    expect(plan.tried).toHaveLength(6);
    expect(plan.leftOut).toBe(2);
  });
  it('is nothing while a trait is wrong', () => {
    const plan = planSearch({ ...typed, birthName: 'ADRUN-', sex: 'I', firstNames: ' ', birthDate: '' });
    expect(plan.sent).toBeUndefined();
    expect(Object.keys(plan.problems).sort()).toEqual(['birthDate', 'birthName', 'firstNames', 'sex']);
  });
});

describe('folding while typing', () => {
  it('converts what the rule converts and keeps what it refuses', () => {
    expect(foldTyped('d’Æion-éß 2')).toBe("D'AEION-ESS 2");
  });
  it('agrees with the normalisation of the server, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const [before, after] = [normalizeName(text, 'nom'), normalizeName(foldTyped(text), 'nom')];
        expect(after.ok).toBe(before.ok);
        if (before.ok && after.ok) expect(after.value).toBe(before.value);
      }),
    );
  });
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldTyped(foldTyped(text))).toBe(foldTyped(text));
      }),
    );
  });
});

describe('comparison', () => {
  it.each([
    ['identical', 'identical'],
    ['equivalent', 'equivalent'],
    ['different', 'different'],
    ['blocked', 'blocked'],
    ['validatedDiffers', 'validatedDiffers'],
  ] as const)('%s', (name, kind) => {
    const { local, insi, rows } = states[name];
    expect(kindOf(rows, insi, local.status, insi.traits.firstName)).toBe(kind);
  });
  it('asks to check each difference but the matricule', () => {
    const { rows } = states.different;
    expect(
      toAcknowledge([
        ...rows.slice(0, -1),
        { ...rows[6], field: 'ins', verdict: 'different', parts: [], localParts: [] },
      ]),
    ).toEqual(['birthName', 'birthDate', 'birthPlace']);
  });
  it('lets the first first name of a validated identity be chosen as it is in the record', () => {
    const { rows, insi } = states.ambiguous;
    expect(kindOf(rows, insi, 'VALI', 'PIERRE')).toBe('validatedDiffers');
    expect(kindOf(rows, insi, 'VALI', 'PIERRE ALAIN')).toBe('different');
  });
  it('offers beginnings of the list only', () => {
    const traits = { ...states.identical.insi.traits, firstNames: 'PIERRE ALAIN MURIEL' };
    expect(firstNameChoices(traits)).toEqual(['PIERRE', 'PIERRE ALAIN', 'PIERRE ALAIN MURIEL']);
    expect(firstNameChoices({ ...traits, firstNames: undefined })).toEqual([]);
  });
  it('marks a day, a month or a year as a whole, in the order of reading', () => {
    expect(dateParts('1975-12-31', '1975-12-30')).toEqual([
      { text: '31', changed: true },
      { text: '/', changed: false },
      { text: '12', changed: false },
      { text: '/', changed: false },
      { text: '1975', changed: false },
    ]);
    expect(dateParts('abc', undefined)).toEqual([{ text: 'abc', changed: false }]);
  });
  it('shows a date as received when it is none', () => {
    expect(birthDateText('2009-00-00')).toEqual({ text: '00/00/2009', isIncomplete: true });
    expect(birthDateText('?')).toEqual({ text: '?', isIncomplete: false });
  });
  it('names the fields that differ between two records', () => {
    const row = (birthName: string) => ({
      ref: birthName,
      traits: { ...states.identical.insi.traits, birthName },
      status: 'PROV' as const,
      attributes: [],
    });
    expect([...differingFields([row('NESSI'), row('NESSY')])]).toEqual(['birthName']);
  });
});
