import { describe, expect, it } from 'vitest';
import { leakDetector } from '../src/no-leak/detector.ts';
import { allowPersonalOutput } from '../src/no-leak/index.ts';
import { watchlist } from '../src/no-leak/watchlist.ts';

const find = leakDetector(
  watchlist([
    { nomNaissance: 'ADRUN', listePrenom: 'ZOE', matricule: '2751263220749' },
    { nomNaissance: 'CORSE', listePrenom: 'ANTHONY', matricule: '180032B020401' },
    {
      nomNaissance: 'ECETINSI',
      listePrenom: 'PIERRE-ALAIN MURIEL',
      matricule: '1090763220834',
      historique: [{ matricule: '2090763220834' }],
    },
  ]),
);

describe('leakDetector', () => {
  it.each([
    ['a matricule of 13 characters', 'trace 2751263220749 end', 'matricule', 0],
    ['a matricule with its key', 'trace 275126322074974 end', 'matricule', 0],
    ['a matricule with spaces', '2 75 12 63 220 749 74', 'matricule', 0],
    ['a matricule of Corsica in small letters', 'n=180032b020401', 'matricule', 1],
    ['a past matricule', '{"ins":"2090763220834"}', 'matricule', 2],
    ['a distinctive name in capitals', 'no answer for ADRUN', 'nom', 0],
    ['a name and a given name, however they are written', 'Adrun, Zoé', 'nom et prénom', 0],
    ['an ordinary word as a name, beside the given name', 'CORSE Anthony', 'nom et prénom', 1],
    ['the second given name', 'Ecetinsi (Muriel)', 'nom et prénom', 2],
  ])('finds %s', (_what, text, kind, person) => {
    // These texts are what the detector exists for: they come out of this very test when it fails.
    allowPersonalOutput('test of the detector');
    expect(find(text)).toMatchObject([{ kind, person }]);
  });

  it.each([
    'Haute-Corse, code 2B',
    'corse',
    'adrunesque',
    'matricule 2 75 12 ••• ••• ••• ••',
    '1234567890123',
    'PARADRUN',
  ])('leaves %s alone', (text) => {
    expect(find(text)).toEqual([]);
  });

  it('finds a private key of any kind, and not a certificate', () => {
    const begin = '-----BEGIN';
    expect(find(`${begin} PRIVATE KEY-----`)).toMatchObject([{ kind: 'private key' }]);
    expect(find(`${begin} RSA PRIVATE KEY-----`)).toMatchObject([{ kind: 'private key' }]);
    expect(find(`${begin} CERTIFICATE-----`)).toEqual([]);
  });

  it('reports without repeating what leaked', () => {
    const leaks = find('search of ADRUN ZOE, 2751263220749: refused');
    expect(leaks.length).toBeGreaterThan(0);
    for (const leak of leaks) expect(leak.excerpt).not.toMatch(/ADRUN|2751263220749/);
  });
});
