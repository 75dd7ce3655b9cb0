import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createInsiRegistry,
  createVerificationTable,
  normaliseSerial,
  PERSONAS,
  VIRTUAL_VITALE_CARDS,
} from '../src/insi.ts';

/** 97 minus the remainder of the number by 97, Corsica handled; written again here so that the data are checked by other code. */
function keyOf(matricule: string): string {
  const corsica = { '2A': '19', '2B': '18' }[matricule.slice(5, 7)];
  const digits = corsica ? matricule.slice(0, 5) + corsica + matricule.slice(7) : matricule;
  return String(97 - (Number(digits) % 97)).padStart(2, '0');
}

describe('personas', () => {
  it('have unique identifiers and matricules', () => {
    expect(PERSONAS).toHaveLength(108);
    expect(new Set(PERSONAS.map(({ id }) => id)).size).toBe(108);
    expect(new Set(PERSONAS.map(({ matricule }) => matricule)).size).toBe(108);
  });
  it('have right keys, but the one that is wrong on purpose', () => {
    const wrong = PERSONAS.filter(({ matricule, cle }) => keyOf(matricule) !== cle).map(({ id }) => id);
    expect(wrong).toEqual(['hermann-gatien']);
  });
  it('leave out the person whose matricule was never published, and flag what was invented', () => {
    expect(PERSONAS.some(({ nomNaissance }) => nomNaissance === 'ADRDEUX')).toBe(false);
    const invented = PERSONAS.filter((person) => person.invented?.includes('matricule')).map(({ id }) => id);
    expect(invented).toEqual(['devinci-leonardo', 'devinci-leonardo-homonyme', 'nessi-donatello']);
  });
  it('of the DMP set have the synthetic place of birth', () => {
    for (const person of PERSONAS.filter(({ origin }) => origin === 'dmp')) {
      expect(person.lieuNaissance).toBe((person.matricule + person.cle).slice(5, 10));
      expect(person.invented).toContain('lieuNaissance');
    }
  });
  it('stand behind every beneficiary of the virtual cards', () => {
    for (const card of VIRTUAL_VITALE_CARDS) {
      expect(keyOf(card.assure.nir)).toBe(card.assure.cle);
      expect(card.serial).toBe(normaliseSerial(card.serial));
      for (const beneficiary of card.beneficiaries) {
        const person = PERSONAS.find(({ id }) => id === beneficiary.personId);
        expect([beneficiary.dateNaissance, beneficiary.rangNaissance]).toEqual([
          person?.dateNaissance,
          person?.rangNaissance,
        ]);
      }
    }
  });
});

describe('registry', () => {
  const registry = createInsiRegistry();
  const leonardo = { nomNaissance: 'DE VINCI', prenom: 'LEONARDO', sexe: 'M', dateNaissance: '2014-02-01' };
  it('folds case, asks for everything else to be equal', () => {
    expect(registry.lookup({ nomNaissance: 'adrun', prenom: 'zoe', sexe: 'f', dateNaissance: '1975-12-31' }).code).toBe(
      '00',
    );
    expect(registry.lookup({ nomNaissance: 'ADRUN', prenom: 'ZO', sexe: 'F', dateNaissance: '1975-12-31' }).code).toBe(
      'insi_102',
    );
  });
  it('answers 02, then 00 with the place of birth, and nobody elsewhere', () => {
    expect(registry.lookup(leonardo).code).toBe('02');
    expect(registry.lookup({ ...leonardo, lieuNaissance: '63220' })).toMatchObject({
      code: '00',
      person: { id: 'devinci-leonardo' },
    });
    expect(registry.lookup({ ...leonardo, lieuNaissance: '75056' }).code).toBe('insi_102');
  });
  it('finds by any registered prénom or by the whole list', () => {
    for (const prenom of ['RUTH', 'ISABELLE', 'RUTH ISABELLE']) {
      expect(registry.lookup({ nomNaissance: 'NESSI', prenom, sexe: 'F', dateNaissance: '1977-07-14' }).code).toBe(
        '00',
      );
    }
  });
  it('finds nobody by an empty prénom, even a person without a list', () => {
    expect(
      registry.lookup({ nomNaissance: 'PATB-QUATRE', prenom: '', sexe: 'F', dateNaissance: '1907-05-25' }).kind,
    ).toBe('fault');
  });
  it('lets a vendor replace a person of the set', () => {
    const [adrun] = PERSONAS;
    if (!adrun) throw new Error('no persona');
    const own = createInsiRegistry({ persons: [{ ...adrun, lieuNaissance: '75056' }] });
    expect(own.lookup({ nomNaissance: 'ADRUN', prenom: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' })).toMatchObject({
      person: { lieuNaissance: '75056' },
    });
  });
});

describe('verification table', () => {
  const zoe = {
    matricule: '275126322074974',
    oid: '1.2.250.1.213.1.4.8',
    nomNaissance: 'ADRUN',
    prenom: 'ZOE',
    sexe: 'F',
    dateNaissance: '1975-12-31',
  };
  it.each([
    ['same', {}, 'OK'],
    ['place given', { lieuNaissance: '63220' }, 'OK'],
    ['another place', { lieuNaissance: '75056' }, 'KO'],
    ['another key', { matricule: '275126322074975' }, 'KO'],
    ['another OID', { oid: '1.2.250.1.213.1.4.9' }, 'KO'],
    ['another name', { nomNaissance: 'ADRUNE' }, 'KO'],
    ['another prénom', { prenom: 'ZOÉ' }, 'KO'],
    ['another sex', { sexe: 'M' }, 'KO'],
    ['another date', { dateNaissance: '1975-12-30' }, 'KO'],
  ])('%s', async (_name, change, verdict) => {
    expect(await createVerificationTable().verifyIns({ ...zoe, ...change })).toBe(verdict);
  });
  it('lets a test decide', async () => {
    expect(await createVerificationTable({ verdicts: { '275126322074974': 'KO' } }).verifyIns(zoe)).toBe('KO');
  });
  it('batches are asynchronous', async () => {
    const table = createVerificationTable({ pendingFetches: 2 });
    const { batchId } = await table.submitBatch([zoe, { ...zoe, sexe: 'M' }]);
    expect(await table.fetchBatch(batchId)).toEqual({ state: 'pending' });
    expect(await table.fetchBatch(batchId)).toEqual({ state: 'pending' });
    expect(await table.fetchBatch(batchId)).toEqual({ state: 'done', verdicts: ['OK', 'KO'] });
    expect(await table.fetchBatch('autre')).toEqual({ state: 'unknown' });
  });
});

describe('the /insi entry is safe in a browser', () => {
  it('reaches no Node built-in and no npm package but core', () => {
    const root = resolve(import.meta.dirname, '../..');
    const outside = new Set<string>();
    const seen = new Set<string>();
    const visit = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      // Type-only imports leave no trace in the built file.
      const source = readFileSync(file, 'utf8').replace(/^(?:import|export) type [^;]*;/gm, '');
      for (const [, specifier = ''] of source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
        if (specifier.startsWith('.')) visit(join(dirname(file), specifier.replace(/\.js$/, '.ts')));
        else if (specifier.startsWith('@socle-sante/core/'))
          visit(join(root, 'core/src', `${specifier.slice('@socle-sante/core/'.length)}.ts`));
        else outside.add(specifier);
      }
    };
    const entry = join(root, 'sandbox/src/insi.ts');
    expect(existsSync(entry)).toBe(true);
    visit(entry);
    expect(seen.size).toBeGreaterThan(6);
    expect([...outside]).toEqual([]);
  });
});
