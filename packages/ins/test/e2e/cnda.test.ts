// The nine conformity tests of the CNDA (component SEL-GCONFORM-INSi) against the simulator, over real TLS sockets.

import { type Sandbox, startSandbox } from '@socle-sante/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type IdentityState, insNature, statusOf } from '../../../core/src/index.js';
import type { InsiSearchResult } from '../../src/client/results.js';
import type { InsiClient } from '../../src/client.js';
import type { TraitsRecherche } from '../../src/insi/traits.js';
import { createSimulatedVitaleReader } from '../../src/vitale/simulated.js';
import { movingClock } from '../client/support.js';
import { cardClient, positionOf, structureClient, vitaleCard } from './support.js';

let sandbox: Sandbox;
let structure: InsiClient;
const { clock, advance } = movingClock(new Date());

beforeAll(async () => {
  sandbox = await startSandbox({ insi: { mode: 'cnda' }, clock });
  structure = structureClient(sandbox, { clock });
});
afterAll(async () => {
  await structure?.close();
  await sandbox?.stop();
});
beforeEach(() => sandbox.reset());

const M = (nomNaissance: string, prenoms: string, dateNaissance: string, lieuNaissance?: string): TraitsRecherche => ({
  nomNaissance,
  prenoms,
  sexe: 'M',
  dateNaissance,
  ...(lieuNaissance === undefined ? {} : { lieuNaissance }),
});
const search = (traits: TraitsRecherche) => structure.searchByTraits({ traits });
const calls = (result: InsiSearchResult) =>
  result.attempts.map(({ prenom, lieuNaissance, cr }) => `${prenom}${lieuNaissance ? ` @${lieuNaissance}` : ''} ${cr}`);

function identityOf(result: InsiSearchResult) {
  if (result.outcome !== 'found') throw new Error(`found was expected, not ${result.outcome}`);
  return result.identity;
}

describe('CNDA 1: recherche par carte Vitale', () => {
  const open = (card: string) => {
    const reader = createSimulatedVitaleReader({ card: vitaleCard(card) });
    return { reader, client: cardClient(sandbox, { vitaleReader: reader, clock }) };
  };

  it('1.01 the Vitale assertion is produced (card INSi 01, Ruth)', async () => {
    const { client } = open('insi-01');
    const card = await client.readVitale();
    expect(card.beneficiaries.map(({ prenom }) => prenom)).toEqual(['RUTH', 'DONATELLO']);
    const result = await client.searchByVitale({ card, beneficiaryIndex: positionOf(card, 'RUTH') });
    expect(identityOf(result)).toMatchObject({
      ins: { matricule: '277076322082910' },
      traits: { nomNaissance: 'NESSI', listePrenoms: 'RUTH ISABELLE', sexe: 'F' },
    });
    expect(sandbox.insi.log).toEqual([
      expect.objectContaining({
        listener: 'cpx',
        operation: 'rechercherInsAvecCarteVitale',
        codeCr: '00',
        warnings: [],
      }),
    ]);
    await client.close();
  });

  it('1.02 an assertion older than 20 minutes is not used again', async () => {
    const { client, reader } = open('insi-01');
    const card = await client.readVitale();
    const input = { card, beneficiaryIndex: positionOf(card, 'RUTH') };
    await client.searchByVitale(input);
    advance(21 * 60_000);
    // The simulator refuses a VITALE assertion older than 20 minutes: only a new one passes.
    expect((await client.searchByVitale(input)).outcome).toBe('found');
    expect(reader.readings).toBe(2);
    await client.close();
  });

  it('1.03 a swapped card is noticed (card INSi 04): nothing is sent, the user reads it again', async () => {
    const { client, reader } = open('insi-01');
    const seen = await client.readVitale();
    const other = vitaleCard('04');
    reader.insert(other);
    await expect(client.searchByVitale({ card: seen, beneficiaryIndex: 1 })).rejects.toMatchObject({
      code: 'insi.vitale.swapped',
      audience: 'user',
    });
    expect(sandbox.insi.log).toHaveLength(0);
    const card = await client.readVitale();
    const results = [];
    for (const prenom of ['JUMEAUUN', 'JUMEAUDEUX', 'JUMEAUTROIS', 'JUMEAUQUATRE']) {
      results.push(await client.searchByVitale({ card, beneficiaryIndex: positionOf(card, prenom) }));
    }
    expect(results.map((result) => identityOf(result).ins.matricule)).toEqual([
      '199013417202174',
      '199013417202273',
      '199013417202372',
      '199013417202471',
    ]);
    await client.close();
  });
});

describe('CNDA 2: recherche par traits', () => {
  it.each([
    ['cas 1', M("D'Artagnan de l'Hérault", 'Pierre-Alain', '2001-06-17'), '101066322075460'],
    ['cas 2', M('Adrtrois', 'Toussaint', '1960-01-01'), '160012B02077713'],
  ])('2.03 %s: typed traits are brought to the lexical profile', async (_case, traits, matricule) => {
    expect(identityOf(await search(traits)).ins.matricule).toBe(matricule);
  });

  it("2.03 cas 3: D’ÆION / CŒUR become D'AEION / COEUR before the network", async () => {
    const result = await search(M('D’ÆION', 'CŒUR', '1987-01-01'));
    expect(result.outcome).toBe('notFound');
    expect(result.sent?.traits).toMatchObject({ nomNaissance: "D'AEION", prenoms: ['COEUR'] });
    expect(sandbox.insi.log.map(({ codeCr, faultCode }) => codeCr ?? faultCode)).toEqual(['01']);
  });

  it('2.04 the history is received whole and in the order of the service', async () => {
    const { history, ins } = identityOf(await search(M('ECETINSI', 'PIERRE-ALAIN', '2009-07-14')));
    expect(ins.matricule).toBe('109076322083489');
    expect(history.map(({ matricule }) => matricule)).toEqual(['209076322083439', '209066322012355']);
  });

  it('2.05 a NIA is known as such by its OID', async () => {
    const { ins } = identityOf(await search(M('PROVISOIRE', 'MATRICULE', '2009-07-01')));
    expect(ins).toEqual({ matricule: '109076322088835', oid: '1.2.250.1.213.1.4.9' });
    expect(insNature(ins.oid)).toBe('NIA');
  });

  it('2.06 several identities, then the birth place', async () => {
    const without = await search(M('DE VINCI', 'LEONARDO', '2014-02-01'));
    expect(without).toMatchObject({ outcome: 'multiple', next: 'prenoms' });
    const result = await search(M('DE VINCI', 'LEONARDO', '2014-02-01', '63220'));
    expect(calls(result)).toEqual(['LEONARDO 02', 'LEONARDO @63220 00']);
    expect(identityOf(result).traits.lieuNaissance).toBe('63220');
  });

  it('2.07 cas 1: OLA then CATARINA', async () => {
    const traits = {
      nomNaissance: 'TCHITCHI',
      prenoms: 'OLA CATARINA BELLA',
      sexe: 'F',
      dateNaissance: '1936-06-21',
    } as const;
    const result = await search(traits);
    expect(calls(result)).toEqual(['OLA 01', 'CATARINA 00']);
    const { traits: received } = identityOf(result);
    expect(received).toMatchObject({ listePrenoms: 'CATARINA BELLA', premierPrenom: 'CATARINA', ambiguous: false });
    expect(new Set(sandbox.insi.log.map(({ messageId }) => messageId)).size).toBe(2);
    expect(sandbox.insi.log.flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  it('2.07 cas 2: PIERRE, PAUL, JACQUES, then all of them', async () => {
    const result = await search(M('HOUILLES', 'PIERRE PAUL JACQUES', '1993-01-27'));
    expect(result.outcome).toBe('notFound');
    expect(calls(result)).toEqual(['PIERRE 01', 'PAUL 01', 'JACQUES 01', 'PIERRE PAUL JACQUES 01']);
  });

  it('2.08 cas 1: a Corsican matricule is accepted', async () => {
    const { ins, history } = identityOf(await search(M('CORSE', 'ANTHONY', '1980-03-02')));
    expect(ins.matricule).toBe('180032B02040123');
    expect(history).toHaveLength(1);
  });

  it('2.08 cas 2: a matricule whose key is wrong is refused, although the service said 00', async () => {
    await expect(search(M('HERMANN', 'GATIEN', '1981-03-24'))).rejects.toMatchObject({
      name: 'InsiProtocolError',
      code: 'insi.protocol.matriculeKey',
      officialCode: '00',
      findings: [expect.objectContaining({ params: { expected: '76', found: '60' } })],
    });
    expect(sandbox.insi.log.map(({ codeCr }) => codeCr)).toEqual(['00']);
  });
});

it('an identity that is doubtful is never sent', async () => {
  const traits = {
    nomNaissance: 'ADRUN',
    listePrenoms: 'ZOE',
    premierPrenom: 'ZOE',
    sexe: 'F',
    dateNaissance: '1975-12-31',
  } as const;
  const state: IdentityState = { traits, insi: false, attributes: ['douteuse'], history: [] };
  expect(statusOf(state)).toBe('PROV');
  await expect(structure.searchByTraits({ traits: { ...traits, prenoms: 'ZOE' }, state })).rejects.toMatchObject({
    code: 'insi.input.blocked',
  });
  expect(sandbox.insi.log).toHaveLength(0);
});
