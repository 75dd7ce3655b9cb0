import { describe, expect, it } from 'vitest';
import { createTranslator, defineMessages, frenchSpaces, isFaithful, placeholdersOf } from '../src/base/messages.js';
import { plural, select } from '../src/base/plural.js';
import { catalogues } from '../src/messages/catalogues.js';
import { en } from '../src/messages/en.js';
import { fr } from '../src/messages/fr.js';

describe('catalogues', () => {
  it('have distinct names', () => {
    const names = catalogues.map((catalogue) => catalogue.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(catalogues.map((catalogue) => [catalogue.name, catalogue] as const))(
    '%s says the same in both languages',
    (_, catalogue) => {
      expect(Object.keys(catalogue.en).sort()).toEqual(Object.keys(catalogue.fr).sort());
      for (const [key, message] of Object.entries(catalogue.fr)) {
        const translated = catalogue.en[key];
        expect(translated, key).toBeDefined();
        if (translated === undefined) continue;
        expect([...placeholdersOf(translated)].sort(), key).toEqual([...placeholdersOf(message)].sort());
        if (typeof message === 'string') {
          expect(message.trim(), key).toBe(message);
          expect(message, key).not.toBe('');
          expect(message, `${key}: write the typographic apostrophe`).not.toContain("'");
        }
      }
    },
  );

  it('are published flat', () => {
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
    expect(fr['findingsList.error']).toBe('Bloquant');
  });
});

const sample = defineMessages(
  'sample',
  {
    fr: {
      rule: 'Règle {id} : lue',
      official: 'Texte imposé',
      found: plural('n', { zero: 'Aucun', one: '{n} dossier', other: '{n} dossiers' }),
    },
    en: {
      rule: 'Rule {id}: read',
      official: 'Imposed text',
      found: plural('n', { zero: 'None', one: '{n} record', other: '{n} records' }),
    },
  },
  { imposed: ['official'] },
);

describe('a translator', () => {
  it('fills, counts and spaces as each language does', () => {
    const french = createTranslator(sample, 'fr');
    expect(french('rule', { id: 'x' })).toBe('Règle x\u00A0: lue');
    expect([0, 1, 2, 12_500].map((n) => french('found', { n }))).toEqual([
      'Aucun',
      '1 dossier',
      '2 dossiers',
      '12\u202F500 dossiers',
    ]);
    const english = createTranslator(sample, 'en');
    expect([0, 1, 12_500].map((n) => english('found', { n }))).toEqual(['None', '1 record', '12,500 records']);
  });

  it('takes a faithful replacement, the nearest first, and refuses the others', () => {
    const refused: string[] = [];
    const t = createTranslator(sample, 'fr', {
      provider: { 'sample.rule': 'Consigne {id}', 'sample.official': 'Autre texte', 'sample.found': 'Des dossiers' },
      onRefused: (key) => refused.push(key),
    });
    expect(t('rule', { id: 'x' })).toBe('Consigne x');
    expect(t('official')).toBe('Texte imposé');
    expect(t('found', { n: 2 })).toBe('2 dossiers');
    expect(refused).toEqual(['sample.official', 'sample.found']);
    const local = createTranslator(sample, 'fr', { provider: { 'sample.rule': 'A {id}' }, local: { rule: 'B {id}' } });
    expect(local('rule', { id: 'x' })).toBe('B x');
  });

  it('compares placeholders, whatever their order', () => {
    expect(isFaithful('{a} {b}', '{b} et {a}')).toBe(true);
    expect(isFaithful('{a}', '{b}')).toBe(false);
    expect(isFaithful(plural('n', { one: '{n} de {total}', other: '{n} de {total}' }), '{total}, {n}')).toBe(true);
  });

  it('chooses by word, and leaves an unknown placeholder as it is', () => {
    const born = select('sex', { F: 'Née', M: 'Né', other: 'Né(e)' });
    expect(['F', 'M', 'I'].map((sex) => born({ sex }, 'fr'))).toEqual(['Née', 'Né', 'Né(e)']);
    expect(frenchSpaces('« mot » : quoi ?')).toBe('«\u00A0mot\u00A0»\u00A0: quoi\u00A0?');
  });
});
