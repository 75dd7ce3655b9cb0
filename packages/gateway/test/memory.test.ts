import { createIdentity } from '@socle-sante/core/rniv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMilliseconds } from '../../tooling/src/cpu-time.js';
import {
  createMemoryTransient,
  findDuplicateGroups,
  type IdentityRecord,
  matchesIdentity,
  searchKey,
} from '../src/handlers.js';
import { testClock } from './support.js';

function record(
  patientRef: string,
  nomNaissance: string,
  premierPrenom = 'ANNA',
  dateNaissance = '1990-05-06',
): IdentityRecord {
  const traits = { nomNaissance, listePrenoms: premierPrenom, premierPrenom, sexe: 'F', dateNaissance } as const;
  return { patientRef, version: 1, state: createIdentity(traits), changes: [] };
}

describe('the search of records', () => {
  it.each([
    ["D'AEION", 'dæ'],
    ['MARTIN--DUPRE', 'martin-dupré'],
    ['MARTIN--DUPRE', 'DUPRE'],
    ['DE LA TOUR', 'latour'],
    ['L HERMITE', "l'herm"],
  ])('finds %s with « %s » (INS/va1.25)', (name, typed) => {
    expect(matchesIdentity(record('p', name), { name: typed })).toBe(true);
  });

  it('never throws, and finds nobody with letters that no name has', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const found = matchesIdentity(record('p', 'MARTIN'), { name: typed });
        expect(found).toBe(searchKey(typed) !== '' && 'MARTIN'.startsWith(searchKey(typed)));
      }),
    );
  });
});

describe('duplicates', () => {
  it('gives the strongest reason once', () => {
    const groups = findDuplicateGroups([
      record('a', 'MARTIN'),
      record('b', 'MARTIN'),
      record('c', 'MARTEN'),
      record('d', 'DURAND'),
    ]);
    expect(groups.map(({ why, records }) => [why, records.map(({ patientRef }) => patientRef).join('')])).toEqual([
      ['sameTraits', 'ab'],
      ['sameBirthDateCloseName', 'ac'],
      ['sameBirthDateCloseName', 'bc'],
    ]);
  });

  it('stays quick on ten thousand records', () => {
    const records = Array.from({ length: 10_000 }, (_, index) =>
      record(
        `p${index}`,
        'MARTIN',
        'ANNA',
        `19${10 + (index % 90)}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
      ),
    );
    let groups = 0;
    const cost = cpuMilliseconds(() => {
      groups = findDuplicateGroups(records).length;
    });
    expect(groups).toBeGreaterThan(0);
    expect(cost).toBeLessThan(5_000);
  });
});

describe('short-lived values', () => {
  it('are there until their time, and taken once', async () => {
    const clock = testClock();
    const store = createMemoryTransient(clock);
    expect(await store.set('k', 'v', 1_000, { onlyIfAbsent: true })).toBe(true);
    expect(await store.set('k', 'w', 1_000, { onlyIfAbsent: true })).toBe(false);
    expect(await store.get('k')).toBe('v');
    clock.advance(1_000);
    expect(await store.get('k')).toBeUndefined();
    expect(await store.set('k', 'w', 1_000, { onlyIfAbsent: true })).toBe(true);
    await store.delete('k');
    expect(await store.get('k')).toBeUndefined();
  });
});
