import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../src/contract.js';
import { createDemoGateway, demoPatients } from '../src/demo.js';
import { createGateway, createMemoryPorts } from '../src/handlers.js';
import { bodyOf, post, refusal, requestOf, stage, testClock } from './support.js';

describe('the journal', () => {
  it('says who did what, when, with which result', async () => {
    const { client, clock } = stage();
    const patientRef = demoPatients.ruth;
    await client.identity.get({ patientRef });
    clock.advance(1_000);
    await client.ins.matricule.view({ patientRef });
    const { entries, total } = await client.audit.list({ scope: 'patient', patientRef });
    expect(total).toBe(2);
    expect(entries).toMatchObject([
      {
        kind: 'ins.matricule.viewed',
        at: '2026-11-16T09:00:01.000Z',
        outcome: 'success',
        operation: 'ins.matricule.view',
      },
      {
        kind: 'identity.read',
        at: '2026-11-16T09:00:00.000Z',
        by: { name: 'Dr CAMILLE TEST0000001', idTail: '013' },
        patientRef,
      },
    ]);
  });

  it('filters by kind, period, partner and user, and pages', async () => {
    const { client, demo } = stage();
    await client.ins.search({ patientRef: demoPatients.houilles });
    demo.set({ role: 'identitovigilance' });
    await client.identity.get({ patientRef: demoPatients.ruth });
    expect(
      (await client.audit.list({ partner: 'insi', kinds: ['ins.searchTraits'] })).entries.length,
    ).toBeGreaterThanOrEqual(4);
    expect((await client.audit.list({ scope: 'user' })).entries.every(({ by }) => by.userRef === 'u-identito')).toBe(
      true,
    );
    expect((await client.audit.list({ to: '2020-01-01T00:00:00Z' })).entries).toEqual([]);
    const { next } = await client.audit.list({ limit: 1 });
    expect(
      (await client.audit.list({ limit: 1, ...(next === undefined ? {} : { cursor: next }) })).entries,
    ).toHaveLength(1);
    expect((await refusal(client.audit.list({ scope: 'patient' }))).fields).toEqual({ patientRef: 'required' });
  });

  it('exports a file that a spreadsheet opens and does not run, and traces the export', async () => {
    const entry: AuditEntry = {
      id: 'a-1',
      at: '2026-11-16T08:00:00.000Z',
      kind: 'identity.read',
      by: { userRef: 'u', name: '=HYPERLINK("x");"y"' },
      outcome: 'success',
      operation: 'identity.get',
    };
    const clock = testClock();
    const ports = createMemoryPorts({
      session: { userRef: 'u', displayName: 'U', userKind: 'k', superuser: false },
      audit: [entry],
      clock,
    });
    const gateway = createGateway({
      ports,
      services: { insi: { searchByTraits: () => Promise.reject(new Error('never')) } },
      authorize: () => ({ allowed: true }),
      environment: { kind: 'simulator', services: [] },
      clock,
    });
    const response = await gateway(requestOf('audit.export'));
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="journal-2026-11-16.csv"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, line] = new TextDecoder().decode(bytes).split('\r\n');
    expect(header).toMatch(/^date;auteur;/);
    expect(line).toContain(`"'=HYPERLINK(""x"");""y"""`);
    expect(ports.audit.entries.at(-1)).toMatchObject({ kind: 'audit.exported', detail: { rows: 1 } });
  });

  it('prevents the answer when the trace cannot be kept', async () => {
    const demo = createDemoGateway({ clock: testClock(), latency: false });
    const faults: string[] = [];
    const gateway = createGateway({
      ports: {
        ...demo.ports,
        audit: { ...demo.ports.audit, write: () => Promise.reject(new Error('disk full for NESSI RUTH')) },
      },
      services: { insi: { searchByTraits: () => Promise.reject(new Error('never')) } },
      authorize: () => ({ allowed: true }),
      environment: { kind: 'simulator', services: [] },
      onFault: (fault) => faults.push(JSON.stringify(fault)),
    });
    const response = await gateway(post('/ins/matricule/view', { patientRef: demoPatients.ruth }));
    const { error, data } = await bodyOf(response);
    expect([response.status, error?.code, data]).toEqual([500, 'gateway.internal', undefined]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).not.toContain('NESSI');
    expect(faults[0]).toContain(error?.messageId);
  });

  it('limits the INSi sequences of one user when the site asks for it', async () => {
    const clock = testClock();
    const demo = createDemoGateway({ clock, latency: false });
    const gateway = createGateway({
      ports: demo.ports,
      services: { insi: { searchByTraits: async () => ({ outcome: 'notFound' }) } },
      authorize: () => ({ allowed: true }),
      environment: { kind: 'simulator', services: [] },
      limits: { insiPerMinute: 2 },
      clock,
    });
    const search = async () => {
      const response = await gateway(post('/ins/search', { patientRef: demoPatients.corse }));
      await response.text();
      return [response.status, response.headers.get('retry-after')];
    };
    expect([await search(), await search(), await search()]).toEqual([
      [200, null],
      [200, null],
      [429, '60'],
    ]);
    clock.advance(60_000);
    expect(await search()).toEqual([200, null]);
  });
});
