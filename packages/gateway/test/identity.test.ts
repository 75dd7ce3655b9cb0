import { describe, expect, it } from 'vitest';
import { demoPatients } from '../src/demo.js';
import { refusal, stage } from './support.js';

const traits = { birthName: 'EXEMPLE', firstName: 'CAMILLE', sex: 'F', birthDate: '2001-02-03' } as const;

describe('identity.save', () => {
  it('normalises, and says what it changed', async () => {
    const { client } = stage();
    const { patient, changes } = await client.identity.save({
      traits: { ...traits, birthName: ' d’Æion ', firstNames: 'cœur-marie  ', firstName: 'Cœur-Marie' },
      usedName: 'Martin-Dupré',
    });
    expect(patient.traits).toMatchObject({ birthName: "D'AEION", firstName: 'COEUR-MARIE', firstNames: 'COEUR-MARIE' });
    expect(patient.usedName).toBe('Martin-Dupré');
    expect(changes.filter(({ field }) => field === 'birthName').map(({ to }) => to)).toContain('AE');
  });

  it.each([
    ['a digit', { birthName: 'EXEMPLE3' }, 'gateway.lexical', { char: '3', position: 8 }],
    ['a Cyrillic letter', { firstName: 'CАMILLE' }, 'gateway.lexical', { char: 'А', position: 2 }],
  ])('refuses %s with its place', async (_name, patch, code, params) => {
    const { client } = stage();
    expect(await refusal(client.identity.save({ traits: { ...traits, ...patch } }))).toMatchObject({ code, params });
  });

  it.each([
    ['a trailing hyphen', { birthName: 'EXEMPLE-' }, 'traits.birthName'],
    ['a first name that does not start the list', { firstNames: 'ANNE CAMILLE' }, 'traits.firstName'],
    ['an incomplete date', { birthDate: '2001-00-03' }, 'traits.birthDate'],
    ['a date to come', { birthDate: '2027-02-03' }, 'traits.birthDate'],
    ['a day that does not exist', { birthDate: '2001-02-30' }, 'traits.birthDate'],
  ])('refuses %s', async (_name, patch, field) => {
    const { client, demo } = stage();
    const error = await refusal(client.identity.save({ traits: { ...traits, ...patch } }));
    expect(Object.keys(error.fields ?? {})).toEqual([field]);
    expect(demo.ports.audit.entries.at(-1)).toMatchObject({ outcome: 'refused' });
  });

  it('refuses to change what another user changed meanwhile', async () => {
    const { client, demo } = stage();
    const { patient } = await client.identity.save({ traits });
    await client.identity.save({ patientRef: patient.ref, version: 1, traits: { ...traits, birthPlace: '63220' } });
    expect(await refusal(client.identity.save({ patientRef: patient.ref, version: 1, traits }))).toMatchObject({
      code: 'gateway.conflict',
      params: { version: 2 },
    });
    demo.set({ scenario: 'conflict' });
    expect((await refusal(client.identity.save({ patientRef: patient.ref, version: 2, traits }))).code).toBe(
      'gateway.conflict',
    );
  });

  it('lets complementary fields change on a qualified identity, and empties what was left out', async () => {
    const { client } = stage();
    const patientRef = demoPatients.ruth;
    const before = await client.identity.get({ patientRef });
    expect(before).toMatchObject({
      status: 'QUAL',
      usedName: 'DE VINCI',
      locks: { birthName: 'locked', usedName: 'free' },
    });
    const { patient, effects } = await client.identity.save({
      patientRef,
      version: before.version,
      traits: before.traits,
      usedFirstName: 'Isa',
    });
    expect(patient).toMatchObject({ status: 'QUAL', usedFirstName: 'Isa' });
    expect(patient.usedName).toBeUndefined();
    expect(effects).toEqual([]);
  });

  it('takes the document too when it does not bear the new value', async () => {
    const { client, demo } = stage();
    demo.set({ role: 'identitovigilance' });
    const patientRef = demoPatients.ruth;
    const { traits: stored, version } = await client.identity.get({ patientRef });
    const edited = { patientRef, version, traits: { ...stored, birthPlace: '69123' }, acknowledgeConsequences: true };
    const { patient } = await client.identity.save({ ...edited, documentProves: false });
    expect(patient).toMatchObject({ status: 'PROV', axes: { insi: false, document: false } });
    expect(patient.document).toBeUndefined();
    expect((await demo.ports.identities.get(patientRef))?.document).toBeUndefined();
  });

  it('drops the INS when the birth place is emptied', async () => {
    const { client, demo } = stage();
    demo.set({ role: 'identitovigilance' });
    const patientRef = demoPatients.ruth;
    const { traits: stored, version } = await client.identity.get({ patientRef });
    const { birthPlace: _left, ...bare } = stored;
    expect((await refusal(client.identity.save({ patientRef, version, traits: bare }))).code).toBe(
      'gateway.confirmationNeeded',
    );
    const { patient } = await client.identity.save({
      patientRef,
      version,
      traits: bare,
      acknowledgeConsequences: true,
    });
    expect(patient).toMatchObject({ status: 'VALI' });
    expect(patient.traits.birthPlace).toBeUndefined();
  });
});

describe('identity.transition', () => {
  const check = (document: object, coherent = true) => ({
    type: 'documentChecked' as const,
    patientRef: demoPatients.corse,
    version: 1,
    coherent,
    document: document as { type: string },
  });

  it.each([
    ['a driving licence', { type: 'PC' }, true, 'gateway.transition'],
    ['a carte Vitale', { type: 'CV' }, true, 'gateway.transition'],
    ['an unknown document', { type: 'ZZ' }, true, 'gateway.badRequest'],
    ['a document out of date', { type: 'CN', expiresOn: '2026-11-15' }, true, 'gateway.badRequest'],
    ['a birth certificate alone', { type: 'AN' }, true, 'gateway.badRequest'],
    ['a document that bears other traits', { type: 'CN' }, false, 'gateway.transition'],
  ])('refuses %s', async (_name, document, coherent, code) => {
    const { client } = stage();
    expect((await refusal(client.identity.transition(check(document, coherent)))).code).toBe(code);
    expect((await client.identity.get({ patientRef: demoPatients.corse })).status).toBe('PROV');
  });

  it('takes a birth certificate with the document of a parent, and one that ends today', async () => {
    const { client } = stage();
    const { patient } = await client.identity.transition(check({ type: 'AN', companion: 'PA' }));
    expect(patient).toMatchObject({
      status: 'VALI',
      document: { type: 'AN', checkedOn: '2026-11-16', by: 'Dr CAMILLE TEST0000001' },
    });
    const again = stage();
    expect(
      (await again.client.identity.transition(check({ type: 'CN', expiresOn: '2026-11-16' }))).patient.status,
    ).toBe('VALI');
  });

  it('offers only what the state machine takes', async () => {
    const { client } = stage();
    const types = async (patientRef: string) =>
      (await client.identity.get({ patientRef })).transitions.map(({ type }) => type);
    expect(await types(demoPatients.nadine)).toEqual(['clearFictive']);
    expect(await types(demoPatients.aurelie)).toEqual(
      ['setFictive', 'clearDouteuse', 'setHomonyme'].sort((a, b) => order(a) - order(b)),
    );
    expect(await types(demoPatients.helene)).toEqual(['documentChecked', 'setDouteuse', 'setFictive', 'setHomonyme']);
  });

  it('asks the vendor’s rule for the very act', async () => {
    const { client, demo } = stage();
    demo.set({ rights: 'none' });
    const call = client.identity.transition({ type: 'setDouteuse', patientRef: demoPatients.ruth, version: 3 });
    expect((await refusal(call)).code).toBe('gateway.forbidden');
  });

  it('does not play twice a change that was made', async () => {
    const { client } = stage();
    const set = { type: 'setHomonyme' as const, patientRef: demoPatients.corse, version: 1 };
    const { patient } = await client.identity.transition(set);
    expect(patient.attributes).toEqual(['homonyme']);
    expect((await refusal(client.identity.transition({ ...set, version: 2 }))).code).toBe('gateway.transition');
  });
});

function order(type: string): number {
  return [
    'documentChecked',
    'documentNotGenuine',
    'setDouteuse',
    'clearDouteuse',
    'setFictive',
    'clearFictive',
    'setHomonyme',
  ].indexOf(type);
}

describe('identity.search', () => {
  const find = async (input: object) => {
    const { client } = stage();
    return (await client.identity.search(input)).rows.map(({ ref }) => ref);
  };

  it('wants a birth date or a whole matricule', async () => {
    const { client } = stage();
    expect((await refusal(client.identity.search({ name: 'NESSI' }))).fields).toHaveProperty('birthDate');
    expect((await refusal(client.identity.search({ matricule: '277076322082911' }))).fields).toEqual({
      matricule: 'ins.matricule.key',
    });
    expect(await find({ matricule: '2 77 07 63 220 829 10' })).toEqual([demoPatients.ruth]);
  });

  it('looks at birth and used names alike', async () => {
    expect(await find({ birthDate: '1977-07-14', name: 'nes' })).toEqual([demoPatients.ruth, demoPatients.ruthAgain]);
    expect(await find({ birthDate: '1977-07-14', name: 'de vin' })).toEqual([demoPatients.ruth]);
    expect(await find({ birthDate: '1977-07-14', firstName: 'isa' })).toEqual([demoPatients.ruth]);
    expect(await find({ birthDate: '2001-06-17', name: 'dartagnan' })).toEqual([demoPatients.dartagnan]);
    expect(await find({ birthDate: '2001-06-17', firstName: 'pierrealain' })).toEqual([demoPatients.dartagnan]);
    expect(await find({ birthDate: '2001-06-17', firstName: 'Alain' })).toEqual([demoPatients.dartagnan]);
    expect(await find({ birthDate: '2001-06-17', name: '---' })).toEqual([]);
  });

  it('traces the criteria, not their values', async () => {
    const { client, demo } = stage();
    await client.identity.search({ birthDate: '1977-07-14', name: 'nes' });
    expect(demo.ports.audit.entries.at(-1)).toMatchObject({
      kind: 'identity.searched',
      detail: { criteria: 'birthDate name', rows: 2 },
    });
  });
});

it('tells the duplicates and why', async () => {
  const { client } = stage();
  const { groups } = await client.identity.duplicates();
  expect(groups).toMatchObject([
    { why: 'sameBirthDateCloseName', patients: [{ ref: demoPatients.ruth }, { ref: demoPatients.ruthAgain }] },
  ]);
  expect((await client.identity.duplicates({ patientRef: demoPatients.corse })).groups).toEqual([]);
});

it('knows a minor, a test number and a former one', async () => {
  const { client } = stage();
  expect(await client.identity.get({ patientRef: demoPatients.ali })).toMatchObject({
    isMinor: true,
    ins: { oidKind: 'test' },
  });
  expect((await client.identity.get({ patientRef: demoPatients.dominique })).isMinor).toBe(false);
});
