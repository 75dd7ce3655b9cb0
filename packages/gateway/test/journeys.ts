import { decodeDatamatrix } from '@socle-sante/ins/datamatrix';
import { describe, expect, it } from 'vitest';
import type { GatewayClient } from '../src/client.js';
import type { InsAttempt, InsSearchOutput } from '../src/contract.js';
import { type DemoGateway, demoPatients } from '../src/demo.js';
import type { MemoryPorts } from '../src/handlers.js';
import { refusal, type TestClock } from './support.js';

/** What a journey is played on: a client, and what lies behind it, whatever lies between. */
export interface Ground {
  readonly client: GatewayClient;
  readonly ports: MemoryPorts;
  readonly clock: TestClock;
  signIn(role: 'secretaire' | 'identitovigilance'): void;
  insertCard(name: 'insi-01' | '04'): void;
}

/** The ground of the demonstration. */
export function demoGround(client: GatewayClient, demo: DemoGateway, clock: TestClock): Ground {
  demo.set({ role: 'identitovigilance' });
  return {
    client,
    clock,
    ports: demo.ports,
    signIn: (role) => demo.set({ role }),
    insertCard: (name) => demo.reader.insert(name),
  };
}

const adrun = { birthName: 'Adrün', firstName: 'Zoé', sex: 'F', birthDate: '1975-12-31', birthPlace: '63220' } as const;

async function search(client: GatewayClient, patientRef: string) {
  const attempts: InsAttempt[] = [];
  const result = await client.ins.search({ patientRef }, { onAttempt: (attempt) => attempts.push(attempt) });
  return { attempts, result };
}

function found(result: InsSearchOutput) {
  if (result.outcome !== 'found') throw new Error(`outcome ${result.outcome}`);
  return result;
}

async function accept(client: GatewayClient, result: InsSearchOutput, patientRef: string) {
  const { snapshot, rows, version } = found(result);
  const acknowledged = rows.flatMap(({ field, verdict }) =>
    verdict === 'different' && field !== 'ins' ? [field] : [],
  );
  return client.ins.accept({ patientRef, version, snapshotRef: snapshot.snapshotRef, acknowledged });
}

async function qualifyAdrun(client: GatewayClient) {
  const { patient } = await client.identity.save({ traits: adrun });
  const { result } = await search(client, patient.ref);
  const accepted = await accept(client, result, patient.ref);
  return client.identity.transition({
    type: 'documentChecked',
    patientRef: patient.ref,
    version: accepted.patient.version,
    coherent: true,
    document: { type: 'CN', expiresOn: '2030-01-31' },
  });
}

/** The journeys of the acceptance list that need no screen, played through the client. */
export function journeys(name: string, ground: () => Ground): void {
  describe(name, () => {
    it('J1: create, ask INSi, accept, check a document: PROV, RECUP, QUAL, and a datamatrix', async () => {
      const { client } = ground();
      expect((await client.identity.search({ birthDate: '1975-12-31', name: 'adr' })).rows).toEqual([]);
      const { patient, changes } = await client.identity.save({ traits: adrun });
      expect(patient).toMatchObject({ status: 'PROV', traits: { birthName: 'ADRUN', firstName: 'ZOE' }, version: 1 });
      expect(changes.map(({ field }) => field)).toContain('birthName');
      const { attempts, result } = await search(client, patient.ref);
      expect(attempts.map(({ cr }) => cr)).toEqual(['00']);
      const { rows, snapshot } = found(result);
      expect(rows.filter(({ verdict }) => verdict === 'different')).toEqual([]);
      expect(JSON.stringify(snapshot)).not.toContain('2751263220749');
      const accepted = await accept(client, result, patient.ref);
      expect(accepted.patient).toMatchObject({
        status: 'RECUP',
        ins: { nature: 'NIR', masked: '2 75 12 ••• ••• ••• ••' },
      });
      expect((await refusal(client.ins.datamatrix.get({ patientRef: patient.ref }))).code).toBe('gateway.notQualified');
      const validated = await client.identity.transition({
        type: 'documentChecked',
        patientRef: patient.ref,
        version: accepted.patient.version,
        coherent: true,
        document: { type: 'CN' },
      });
      expect(validated.patient).toMatchObject({
        status: 'QUAL',
        axes: { insi: true, document: true },
        document: { type: 'CN' },
      });
      expect(validated.patient.actions).toContain('ins.datamatrix');
      const { entries } = await client.identity.history({ patientRef: patient.ref });
      expect(entries.map(({ event, to }) => `${event} ${to}`)).toEqual([
        'create PROV',
        'insiFound RECUP',
        'documentChecked QUAL',
      ]);
      expect(entries.every(({ by }) => by === 'Cellule TEST')).toBe(true);
      const { text } = await client.ins.datamatrix.get({ patientRef: patient.ref });
      const decoded = decodeDatamatrix(text, { mode: 'strict' });
      expect(decoded.ok && decoded.value.ins.matricule).toBe('275126322074974');
      const read = await client.ins.datamatrix.decode({ text });
      expect(read).toMatchObject({ status: 'PROV', identity: { traits: { birthName: 'ADRUN' } } });
      expect((await client.ins.matricule.view({ patientRef: patient.ref })).formatted).toBe('2 75 12 63 220 749 74');
    });

    it('J4: OLA then CATARINA, a difference to acknowledge', async () => {
      const { client } = ground();
      const patientRef = demoPatients.tchitchi;
      const { attempts, result } = await search(client, patientRef);
      expect(attempts.map(({ firstName, cr }) => `${firstName} ${cr}`)).toEqual(['OLA 01', 'CATARINA 00']);
      const { rows, snapshot, version } = found(result);
      const different = rows.filter(({ verdict }) => verdict === 'different').map(({ field }) => field);
      expect(different).toEqual(['firstNames', 'firstName']);
      const blind = client.ins.accept({
        patientRef,
        version,
        snapshotRef: snapshot.snapshotRef,
        acknowledged: ['firstNames'],
      });
      expect(await refusal(blind)).toMatchObject({
        code: 'gateway.unacknowledged',
        fields: { firstName: 'different' },
      });
      expect((await client.identity.get({ patientRef })).status).toBe('PROV');
      const { patient } = await accept(client, result, patientRef);
      expect(patient).toMatchObject({
        status: 'RECUP',
        traits: { firstName: 'CATARINA', firstNames: 'CATARINA BELLA' },
      });
    });

    it('J5: LEONARDO: several identities, the place is asked, then found', async () => {
      const { client } = ground();
      const patientRef = demoPatients.leonardo;
      const { result } = await search(client, patientRef);
      expect(result).toMatchObject({ outcome: 'multiple' });
      const { sent } = result;
      if (!sent) throw new Error('no sent traits');
      const again = await client.ins.search({ patientRef, traits: { ...sent, birthPlace: '63220' } });
      expect(again).toMatchObject({ outcome: 'found', snapshot: { traits: { birthPlace: '63220' } } });
      expect(again.attempts.map(({ cr, birthPlace }) => `${cr} ${birthPlace ?? '-'}`)).toEqual(['02 -', '00 63220']);
    });

    it('J6: HERMANN: a wrong key is refused and nothing is stored', async () => {
      const { client, ports } = ground();
      const patientRef = demoPatients.hermann;
      const error = await refusal(client.ins.search({ patientRef }));
      expect(error).toMatchObject({ code: 'insi.protocol.matriculeKey', retryable: false, audience: 'user' });
      expect(JSON.stringify(error)).not.toMatch(/1810363220456|HERMANN|GATIEN/);
      const patient = await client.identity.get({ patientRef });
      expect(patient).toMatchObject({ status: 'PROV', version: 1 });
      expect((await ports.identities.get(patientRef))?.state.ins).toBeUndefined();
    });

    it('J7: douteuse on a qualified identity erases the INS and blocks INSi', async () => {
      const { client } = ground();
      const patientRef = demoPatients.dominique;
      const before = await client.identity.get({ patientRef });
      expect(before.transitions.find(({ type }) => type === 'setDouteuse')).toMatchObject({
        to: 'PROV',
        effects: expect.arrayContaining(['insInvalidated', 'insiBlocked']),
      });
      const { patient, effects } = await client.identity.transition({
        type: 'setDouteuse',
        patientRef,
        version: before.version,
      });
      expect(patient).toMatchObject({ status: 'PROV', insiBlock: 'douteuse', attributes: ['douteuse'] });
      expect(patient.ins).toBeUndefined();
      expect(patient.actions).not.toContain('ins.search');
      expect(effects).toContain('insInvalidated');
      expect(await refusal(client.ins.search({ patientRef }))).toMatchObject({
        code: 'gateway.blocked',
        params: { attribute: 'douteuse' },
      });
      const { formerIns } = await client.identity.history({ patientRef });
      expect(formerIns.at(-1)).toMatchObject({ reason: 'douteuse', ins: { oidKind: 'test' } });
    });

    it('J8: a super-user changes the birth date of a qualified identity: INS dropped, VALI', async () => {
      const { client, signIn } = ground();
      const { patient } = await qualifyAdrun(client);
      const edited = {
        patientRef: patient.ref,
        version: patient.version,
        traits: { ...adrun, birthDate: '1975-12-30' },
      };
      signIn('secretaire');
      expect(await refusal(client.identity.save({ ...edited, acknowledgeConsequences: true }))).toMatchObject({
        code: 'gateway.locked',
        fields: { 'traits.birthDate': 'locked' },
      });
      signIn('identitovigilance');
      expect((await refusal(client.identity.save(edited))).code).toBe('gateway.confirmationNeeded');
      const saved = await client.identity.save({ ...edited, acknowledgeConsequences: true });
      expect(saved).toMatchObject({ patient: { status: 'VALI' }, effects: ['statusChanged', 'insInvalidated'] });
      expect(saved.patient.ins).toBeUndefined();
      expect((await refusal(client.ins.matricule.view({ patientRef: patient.ref }))).code).toBe('gateway.notFound');
    });

    it('J9: a swapped card, then a reading of 21 minutes, must be read again', async () => {
      const { client, insertCard, clock } = ground();
      const patientRef = demoPatients.ruthAgain;
      const reading = await client.ins.vitale.read();
      const { index } = reading.beneficiaries[0] ?? { index: 0 };
      insertCard('04');
      const swapped = client.ins.searchVitale({ patientRef, readingRef: reading.readingRef, beneficiaryIndex: index });
      expect((await refusal(swapped)).code).toBe('insi.vitale.swapped');
      insertCard('insi-01');
      clock.advance(21 * 60_000);
      const late = client.ins.searchVitale({ patientRef, readingRef: reading.readingRef, beneficiaryIndex: index });
      expect((await refusal(late)).code).toBe('insi.vitale.expired');
      const again = await client.ins.vitale.read();
      const result = await client.ins.searchVitale({
        patientRef,
        readingRef: again.readingRef,
        beneficiaryIndex: index,
      });
      expect(result).toMatchObject({ outcome: 'found', snapshot: { traits: { birthName: 'NESSI' } } });
    });
  });
}
