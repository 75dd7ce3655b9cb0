import { describe, expect, it } from 'vitest';
import type { InsSearchOutput } from '../src/contract.js';
import { type DemoScenarioId, demoPatients } from '../src/demo.js';
import { bodyOf, post, refusal, type Stage, stage } from './support.js';

type Found = Extract<InsSearchOutput, { outcome: 'found' }>;

async function searched({ client }: Stage, patientRef: string): Promise<Found> {
  const result = await client.ins.search({ patientRef });
  if (result.outcome !== 'found') throw new Error(result.outcome);
  return result;
}

function acceptance(patientRef: string, { version, snapshot, rows }: Found) {
  const acknowledged = rows.flatMap(({ field, verdict }) =>
    verdict === 'different' && field !== 'ins' ? [field] : [],
  );
  return { patientRef, version, snapshotRef: snapshot.snapshotRef, acknowledged };
}

describe('ins.accept', () => {
  const patientRef = demoPatients.corse;

  it('takes nothing of an identity from the page', async () => {
    const play = stage();
    const found = await searched(play, patientRef);
    const forged = {
      ...acceptance(patientRef, found),
      ins: { matricule: '275126322074974' },
      traits: { birthName: 'FORGED' },
    };
    const response = await play.demo.handler(post('/ins/accept', forged));
    const { data } = await bodyOf(response);
    expect(data).toMatchObject({
      patient: { traits: { birthName: 'CORSE' }, ins: { masked: '1 80 03 ••• ••• ••• ••' } },
    });
  });

  it('forgets a result after 15 minutes, after its use, for another record and for another user', async () => {
    const play = stage();
    const { client, demo, clock } = play;
    const first = acceptance(patientRef, await searched(play, patientRef));
    demo.set({ role: 'secretaire' });
    expect((await refusal(client.ins.accept(first))).code).toBe('gateway.snapshotExpired');
    demo.set({ role: 'medecin' });
    expect((await refusal(client.ins.accept({ ...first, patientRef: demoPatients.houilles }))).code).toBe(
      'gateway.snapshotExpired',
    );
    clock.advance(15 * 60_000 + 1);
    expect((await refusal(client.ins.accept(first))).code).toBe('gateway.snapshotExpired');
    const second = acceptance(patientRef, await searched(play, patientRef));
    const { patient } = await client.ins.accept(second);
    expect((await refusal(client.ins.accept({ ...second, version: patient.version }))).code).toBe(
      'gateway.snapshotExpired',
    );
  });

  it('refuses a result when the record changed since it was compared', async () => {
    const play = stage();
    const found = await searched(play, patientRef);
    await play.client.identity.transition({ type: 'setHomonyme', patientRef, version: 1 });
    expect((await refusal(play.client.ins.accept(acceptance(patientRef, found)))).code).toBe('gateway.conflict');
    expect((await refusal(play.client.ins.accept({ ...acceptance(patientRef, found), version: 2 }))).code).toBe(
      'gateway.snapshotExpired',
    );
  });

  it('compares in display order: six traits, then the number', async () => {
    const { rows } = await searched(stage(), patientRef);
    expect(rows.map(({ field, verdict }) => `${field} ${verdict}`)).toEqual([
      'birthName same',
      'firstNames same',
      'firstName same',
      'sex same',
      'birthDate same',
      // 20020 is not 2B020 for a birth after 1976.
      'birthPlace different',
      'ins missing',
    ]);
  });

  it('keeps what INSi returned, unchanged, with its history', async () => {
    const play = stage();
    const ref = demoPatients.ecetinsi;
    const found = await searched(play, ref);
    expect(found.snapshot.history).toHaveLength(2);
    const { patient } = await play.client.ins.accept(acceptance(ref, found));
    expect(patient.insi?.messageId).toBe(found.snapshot.messageId);
    const record = await play.demo.ports.identities.get(ref);
    expect(record?.insi?.received.history).toHaveLength(2);
    expect((await play.client.identity.history({ patientRef: ref })).formerIns).toHaveLength(2);
  });

  it('names a NIA (CNDA 2.05)', async () => {
    const play = stage();
    const found = await searched(play, demoPatients.provisoire);
    const { patient } = await play.client.ins.accept(acceptance(demoPatients.provisoire, found));
    expect(patient).toMatchObject({ status: 'RECUP', ins: { nature: 'NIA' } });
  });

  it('takes another first first name only when it starts the list (EXI ID 10)', async () => {
    const play = stage();
    const ref = demoPatients.ecetinsi;
    const found = acceptance(ref, await searched(play, ref));
    expect((await refusal(play.client.ins.accept({ ...found, firstName: 'MURIEL' }))).fields).toEqual({
      firstName: 'traits.premierPrenom.incoherent',
    });
    const { patient } = await play.client.ins.accept({ ...found, firstName: 'Pierre Alain' });
    expect(patient.traits.firstName).toBe('PIERRE-ALAIN');
  });

  it('leaves a validated identity that differs to the user, and qualifies one that does not', async () => {
    const play = stage();
    const ref = demoPatients.florence;
    const same = await searched(play, ref);
    play.demo.set({ scenario: 'identity-differs' });
    const differs = await searched(play, ref);
    const error = await refusal(play.client.ins.accept(acceptance(ref, differs)));
    expect(error).toMatchObject({ code: 'gateway.arbitrate', fields: { sex: 'different', birthDate: 'different' } });
    expect((await play.client.identity.get({ patientRef: ref })).status).toBe('VALI');
    expect((await play.client.ins.accept(acceptance(ref, same))).patient.status).toBe('QUAL');
  });

  it.each<[DemoScenarioId, string]>([['incomplete-date', 'date.lunaire.notCalendar']])(
    'blocks what %s makes unusable',
    async (scenario, rule) => {
      const play = stage();
      play.demo.set({ scenario });
      const found = await searched(play, patientRef);
      expect(found.snapshot.blockers).toMatchObject([{ rule, severity: 'error' }]);
      expect((await refusal(play.client.ins.accept(acceptance(patientRef, found)))).code).toBe('gateway.refusedResult');
      expect((await play.client.identity.get({ patientRef })).version).toBe(1);
    },
  );

  it('accepts an answer without list nor place', async () => {
    const play = stage();
    play.demo.set({ scenario: 'partial' });
    const found = await searched(play, patientRef);
    expect(found.rows.filter(({ verdict }) => verdict === 'missing').map(({ field }) => field)).toEqual([
      'firstNames',
      'birthPlace',
      'ins',
    ]);
    const { patient } = await play.client.ins.accept(acceptance(patientRef, found));
    expect(patient).toMatchObject({
      status: 'RECUP',
      traits: { firstName: 'ANTHONY', firstNames: 'ANTHONY', birthPlace: '20020' },
    });
  });
});

describe('ins.verify', () => {
  it('keeps a record that is right, and takes the INS of one that is wrong', async () => {
    const { client, demo } = stage();
    const patientRef = demoPatients.helene;
    const { version } = await client.identity.get({ patientRef });
    const right = await client.ins.verify({ patientRef, version });
    expect(right).toMatchObject({ outcome: 'ok', patient: { status: 'RECUP', version: version + 1 }, effects: [] });
    demo.set({ scenario: 'verification-ko' });
    const wrong = await client.ins.verify({ patientRef, version: version + 1 });
    expect(wrong).toMatchObject({ outcome: 'ko', patient: { status: 'PROV' } });
    expect(wrong.effects).toEqual(expect.arrayContaining(['insInvalidated', 'alertIdentitovigilance']));
    expect(demo.ports.audit.entries.at(-1)).toMatchObject({ kind: 'ins.verified', code: 'ko', partner: 'insi' });
  });

  it('has nothing to verify without an INS, nor for a doubtful identity', async () => {
    const { client } = stage();
    expect((await refusal(client.ins.verify({ patientRef: demoPatients.corse, version: 1 }))).code).toBe(
      'gateway.transition',
    );
    expect((await refusal(client.ins.verify({ patientRef: demoPatients.aurelie, version: 2 }))).code).toBe(
      'gateway.blocked',
    );
  });

  it('gives the three outcomes of imported identities (rules 30, 51, 55)', async () => {
    const { client, demo } = stage();
    const { rows, total } = await client.ins.verifyList({ state: 'todo' });
    expect(total).toBe(3);
    const outcomes = [];
    for (const { row } of rows) outcomes.push(await client.ins.verify({ row }));
    expect(outcomes.map(({ outcome, patient }) => [outcome, patient?.status, patient?.ins !== undefined])).toEqual([
      ['okCreated', 'RECUP', true],
      ['koKnown', 'QUAL', true],
      ['koUnknown', 'PROV', false],
    ]);
    expect((await client.identity.get({ patientRef: demoPatients.dominique })).version).toBe(3);
    expect((await client.ins.verifyList({ state: 'done' })).rows.map(({ state }) => state)).toEqual([
      'ok',
      'koKnown',
      'koUnknown',
    ]);
    expect((await refusal(client.ins.verify({ row: 'v-00001' }))).code).toBe('gateway.conflict');
    demo.set({ scenario: 'bare' });
    expect((await refusal(client.ins.verifyList())).code).toBe('gateway.unsupported');
  });

  it('pages through ten thousand rows', async () => {
    const { client, demo } = stage();
    demo.set({ scenario: '10k-rows' });
    const first = await client.ins.verifyList({ limit: 200 });
    expect(first).toMatchObject({ total: 10_000, next: '200' });
    const second = await client.ins.verifyList({ limit: 200, cursor: first.next });
    expect(second.rows[0]?.row).not.toBe(first.rows[0]?.row);
    expect((await client.audit.list({ limit: 500 })).total).toBeGreaterThanOrEqual(10_000);
  });
});

describe('ins.datamatrix and ins.matricule', () => {
  const gs = '\u001d';
  const golden = `IS010000000000000000000000S1275126322074974S21.2.250.1.213.1.4.8${gs}S3ZOE${gs}S4ADRUN${gs}S5FS631-12-1975S763220`;

  it.each([
    ['as printed', golden, {}],
    ['with a separator spelled out', golden.replaceAll(gs, '<GS>'), {}],
    ['with the vendor’s own alias', golden.replaceAll(gs, '¤'), { gsAliases: ['¤'] }],
    ['with the separators lost', golden.replaceAll(gs, ''), {}],
  ])('decodes a scan %s (J10)', async (_name, text, options) => {
    const { client } = stage();
    const read = await client.ins.datamatrix.decode({ text, ...options });
    expect(read).toMatchObject({
      status: 'PROV',
      identity: {
        traits: { birthName: 'ADRUN', firstName: 'ZOE', sex: 'F', birthDate: '1975-12-31', birthPlace: '63220' },
        ins: { nature: 'NIR' },
      },
    });
  });

  it('refuses a code that is none, a wrong key, and a test code in production', async () => {
    const { client, demo } = stage();
    expect((await client.ins.datamatrix.decode({ text: 'https://example.org' })).identity).toBeUndefined();
    const wrong = await client.ins.datamatrix.decode({ text: golden.replace('074974', '074973') });
    expect(wrong.findings.map(({ rule }) => rule)).toContain('ins.matricule.key');
    demo.set({ scenario: 'production' });
    const test = await client.ins.datamatrix.decode({ text: golden.replace(`.8${gs}`, '.10') });
    expect(test.identity).toBeUndefined();
    expect(test.findings.map(({ rule }) => rule)).toContain('ins.oid.notProduction');
  });

  it.each(['corse', 'helene', 'florence', 'aurelie'] as const)(
    'gives no datamatrix for %s, who is not qualified',
    async (name) => {
      const { client } = stage();
      expect((await refusal(client.ins.datamatrix.get({ patientRef: demoPatients[name] }))).code).toBe(
        'gateway.notQualified',
      );
    },
  );

  it('shows the matricule of a retrieved identity, but does not print nor copy it (INS/va1.53)', async () => {
    const { client, demo } = stage();
    const patientRef = demoPatients.helene;
    expect((await client.ins.matricule.view({ patientRef })).oidKind).toBe('test');
    expect((await refusal(client.ins.matricule.view({ patientRef, purpose: 'copy' }))).code).toBe(
      'gateway.notQualified',
    );
    const kinds = demo.ports.audit.entries.map(({ kind, outcome, detail }) => [kind, outcome, detail?.['purpose']]);
    expect(kinds).toEqual([
      ['ins.matricule.viewed', 'success', 'show'],
      ['ins.matricule.viewed', 'refused', 'copy'],
    ]);
  });
});

describe('ins.searchVitale', () => {
  it('tells twins apart by their rank', async () => {
    const { client, demo } = stage();
    demo.set({ scenario: 'twins' });
    const { readingRef, beneficiaries } = await client.ins.vitale.read();
    const twins = beneficiaries.filter(({ birthDate }) => birthDate === '1999-01-15');
    expect(twins.map(({ rank }) => rank).sort()).toEqual([1, 2, 3, 4]);
    expect(new Set(twins.map(({ index }) => index)).size).toBe(4);
    for (const { index, firstName } of twins) {
      const result = await client.ins.searchVitale({
        patientRef: demoPatients.houilles,
        readingRef,
        beneficiaryIndex: index,
      });
      expect(result).toMatchObject({ outcome: 'found', snapshot: { traits: { firstName } } });
    }
  });

  it('does not exist on a site without a reader', async () => {
    const { client, demo } = stage();
    demo.set({ scenario: 'bare' });
    expect((await refusal(client.ins.vitale.read())).code).toBe('gateway.unsupported');
    expect((await client.identity.get({ patientRef: demoPatients.corse })).actions).not.toContain('ins.searchVitale');
  });

  it('is guarded as the search by traits is', async () => {
    const { client } = stage();
    const { readingRef } = await client.ins.vitale.read();
    const call = client.ins.searchVitale({ patientRef: demoPatients.aurelie, readingRef, beneficiaryIndex: 1 });
    expect(await refusal(call)).toMatchObject({ code: 'gateway.blocked', params: { attribute: 'douteuse' } });
  });
});
