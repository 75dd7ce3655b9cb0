import { statusOf } from '@socle-sante/core/rniv';
import { describe, expect, it, vi } from 'vitest';
import { createGatewayClient } from '../src/client.js';
import { drawLatency, seededRandom } from '../src/demo/random.js';
import { createDemoGateway, demoPatients, demoRecords } from '../src/demo.js';
import { refusal, stage, testClock } from './support.js';

async function transcript(seed: number): Promise<string> {
  const demo = createDemoGateway({ seed, clock: testClock(), latency: false });
  const client = createGatewayClient({ baseUrl: '/socle', fetch: demo.fetch, newKey: () => 'key-fixed-1' });
  const { patient } = await client.identity.save({
    traits: { birthName: 'EXEMPLE', firstName: 'ANNA', sex: 'F', birthDate: '1990-05-06' },
  });
  const result = await client.ins.search({ patientRef: demoPatients.tchitchi });
  return JSON.stringify([patient, result, await client.audit.list({})]);
}

describe('the demonstration', () => {
  it('is the same, to the character, for a seed and a clock', async () => {
    const first = await transcript(42);
    expect(await transcript(42)).toBe(first);
    expect(await transcript(43)).not.toBe(first);
  });

  it('goes back to its beginning', async () => {
    const { demo, client } = stage();
    await client.identity.transition({ type: 'setDouteuse', patientRef: demoPatients.ruth, version: 3 });
    demo.set({ scenario: 'offline' });
    demo.reset();
    expect((await client.identity.get({ patientRef: demoPatients.ruth })).status).toBe('QUAL');
    expect(demo.settings.offline).toBe(false);
  });

  it('starts from the records of the cabinet', () => {
    const statuses = demoRecords().map(({ patientRef, state }) => [patientRef, statusOf(state)]);
    expect(Object.fromEntries(statuses)).toMatchObject({
      [demoPatients.ruth]: 'QUAL',
      [demoPatients.dominique]: 'QUAL',
      [demoPatients.ali]: 'QUAL',
      [demoPatients.florence]: 'VALI',
      [demoPatients.helene]: 'RECUP',
      [demoPatients.aurelie]: 'PROV',
      [demoPatients.nadine]: 'PROV',
      [demoPatients.hermann]: 'PROV',
    });
  });

  it('changes one thing at a time, or a whole scenario', () => {
    const { demo } = stage();
    demo.set({ fault: { service: 'insi', code: 'desir_1020' }, slow: 6_000 });
    expect(demo.settings).toMatchObject({ slow: 6_000, fault: { code: 'desir_1020' } });
    demo.set({ scenario: 'twins', role: 'secretaire' });
    expect(demo.settings).toMatchObject({ slow: 0, role: 'secretaire', card: '04' });
    expect(demo.settings.fault).toBeUndefined();
    expect(demo.reader.inserted).toBe('04');
  });

  it('tells when a card comes and goes', () => {
    const { demo } = stage();
    const seen: string[] = [];
    const stop = demo.reader.watch((state) => seen.push(state));
    demo.reader.remove();
    demo.reader.insert('03');
    stop();
    demo.reader.remove();
    expect(seen).toEqual(['absent', 'inserted']);
    expect(demo.reader.cards).toContain('insi-01');
  });

  it('makes no request of its own, from a relative address or an absolute one', async () => {
    const network = vi.spyOn(globalThis, 'fetch');
    const { demo } = stage();
    for (const baseUrl of ['/socle', 'https://cabinet.example/socle']) {
      const client = createGatewayClient({ baseUrl, fetch: demo.fetch });
      await client.identity.transition({
        type: baseUrl === '/socle' ? 'setHomonyme' : 'clearHomonyme',
        patientRef: demoPatients.corse,
        version: baseUrl === '/socle' ? 1 : 2,
      });
      await client.ins.search({ patientRef: demoPatients.corse });
    }
    expect(network).not.toHaveBeenCalled();
    network.mockRestore();
  });

  it('never answers when the scenario says so, until the reader leaves', async () => {
    const { demo } = stage();
    demo.set({ scenario: 'timeout' });
    const client = createGatewayClient({ baseUrl: '/socle', fetch: demo.fetch, timeout: 20 });
    expect((await refusal(client.identity.get({ patientRef: demoPatients.corse }))).code).toBe('gateway.timeout');
  });

  it('shows the environment and the state of INSi from its real outcomes', async () => {
    const { demo, client, clock } = stage();
    expect((await client.status.get()).services).toEqual([
      { service: 'insi', state: 'unknown' },
      { service: 'dmp', state: 'unknown' },
    ]);
    await client.ins.search({ patientRef: demoPatients.corse });
    expect((await client.status.get()).services).toMatchObject([
      { state: 'ok', lastSuccess: '2026-11-16T09:00:00.000Z' },
      { state: 'unknown' },
    ]);
    demo.set({ slow: 10_000 });
    const leave = new AbortController();
    const held = vi.spyOn(demo.ports.transient, 'set');
    const given = client.ins.search({ patientRef: demoPatients.corse }, { signal: leave.signal });
    const refused = expect(given).rejects.toMatchObject({ name: 'AbortError' });
    // The record is held: the call has reached the service.
    await vi.waitFor(() => expect(held).toHaveBeenCalled(), 10_000);
    leave.abort();
    await refused;
    expect((await client.status.get()).services).toMatchObject([{ state: 'ok' }, { state: 'unknown' }]);
    demo.set({ slow: 0, fault: { service: 'insi', code: 'desir_1020' } });
    await vi.waitFor(() => expect(demo.ports.audit.entries.at(-1)?.outcome).toBe('cancelled'), 10_000);
    await refusal(client.ins.search({ patientRef: demoPatients.corse }));
    expect((await client.status.get()).services).toMatchObject([{ state: 'down' }, { state: 'unknown' }]);
    clock.advance(2 * 3_600_000);
    expect((await client.status.get()).services).toMatchObject([{ state: 'unknown' }, { state: 'unknown' }]);
    demo.set({ scenario: 'mixed' });
    expect(await client.environment.get()).toMatchObject({ mixed: true });
  });

  it('draws durations around the median asked, within bounds', () => {
    const next = seededRandom(1);
    const drawn = Array.from({ length: 2_000 }, () => drawLatency({ median: 250, p95: 900 }, next)).sort(
      (a, b) => a - b,
    );
    expect(drawn[1_000]).toBeGreaterThan(220);
    expect(drawn[1_000]).toBeLessThan(285);
    expect(drawn[1_900]).toBeGreaterThan(700);
    expect(drawn[1_900]).toBeLessThan(1_150);
    expect(drawn.at(-1)).toBeLessThanOrEqual(2_700);
  });
});
