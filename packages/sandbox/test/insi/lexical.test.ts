import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/index.ts';
import { fitsProfile } from '../../src/insi/lexical.ts';
import { codeCr, postTlsm, readFault } from '../support/client.ts';
import { testPki } from '../support/pki.ts';
import { ADRUN, traitsRequest } from '../support/requests.ts';

describe('lexical profiles', () => {
  it.each([
    ['nom', ["D'ARTAGNAN DE L'HERAULT", "'T HOOFT", 'LE--GALL', 'PAT-TROIS', 'X', 'A'.repeat(100)]],
    ['prenom', ['PIERRE-ALAIN', 'PIERRE PAUL JACQUES', "N'GOLO", 'X']],
  ] as const)('%s accepts', (profile, names) => {
    for (const name of names) expect([name, fitsProfile(name, profile)]).toEqual([name, true]);
  });
  it.each([
    [
      'nom',
      [
        '',
        'Adrun',
        'D’AEION',
        'ÆION',
        '-ADRUN',
        ' ADRUN',
        'ADRUN-',
        "ADRUN'",
        'LE  GALL',
        "D''A",
        "D' A",
        "D 'A",
        'LE---GALL',
        'A1',
        'A_B',
        'A'.repeat(101),
        'A\nB',
      ],
    ],
    ['prenom', ['', "'ZOE", 'ZOE-', "ZOE'", 'ZOE ', 'JEAN--PAUL', 'ZOÉ', 'CŒUR', 'JEAN  PAUL']],
  ] as const)('%s refuses', (profile, names) => {
    for (const name of names) expect([name, fitsProfile(name, profile)]).toEqual([name, false]);
  });
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('nom', 'prenom'),
        (text, profile) => typeof fitsProfile(text, profile as 'nom') === 'boolean',
      ),
    );
  });
});

describe('a name that was not normalised (CNDA 2.03 cas 3)', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ pki: await testPki() });
  });
  afterAll(() => sandbox.stop());

  const raw = { nom: 'D’ÆION', prenom: 'CŒUR', sexe: 'M', date: '1987-01-01' };
  it('is the technical error of the test service in bas mode', async () => {
    sandbox.insi.setMode('bas');
    const reply = await postTlsm(sandbox, traitsRequest({ traits: raw }));
    expect(readFault(reply.text)).toMatchObject({ role: 'Receiver', subcode: 'siram_40', code: 'insi_102' });
    expect(reply.headers['x-sim-check']).toBe('10');
  });
  it.each(['prod', 'cnda'] as const)('is sim_lexical in %s mode', async (mode) => {
    sandbox.insi.setMode(mode);
    for (const traits of [
      raw,
      { ...ADRUN, sexe: 'I' },
      { ...ADRUN, date: '31/12/1975' },
      { ...ADRUN, lieu: '6322' },
      { ...ADRUN, prenom: '-ZOE' },
    ]) {
      expect(readFault((await postTlsm(sandbox, traitsRequest({ traits }))).text)?.code).toBe('sim_lexical');
    }
  });
  it('accepts a date that is not in the calendar', async () => {
    sandbox.insi.setMode('prod');
    expect(codeCr((await postTlsm(sandbox, traitsRequest({ traits: { ...ADRUN, date: '1975-00-00' } }))).text)).toBe(
      '01',
    );
  });
  it('warns about several Prenom elements and joins them', async () => {
    sandbox.insi.setMode('bas');
    const traits = { nom: 'NESSI', prenom: 'RUTH', sexe: 'F', date: '1977-07-14' };
    const request = traitsRequest({ traits }, (p) => {
      p.body = p.body.replace('</rs:Prenom>', '</rs:Prenom><rs:Prenom>ISABELLE</rs:Prenom>');
    });
    const reply = await postTlsm(sandbox, request);
    expect(codeCr(reply.text)).toBe('00');
    expect(reply.headers['x-sim-warning']).toBe('several-prenom-elements');
  });
});
